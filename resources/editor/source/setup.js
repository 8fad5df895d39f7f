// What every file's state is made of: the language, the looks, the keys, the manners.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap, indentWithTab } from "@codemirror/commands";
import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import {
  bidiIsolates,
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { commandKeymap } from "./commands.js";
import { finding } from "./finding.js";
import { folding } from "./folding.js";
import { steps } from "./history.js";
import { completing, completingKeymap } from "./completing.js";
import { explaining } from "./explaining.js";
import { wholeLetters } from "./letters.js";
import { marks } from "./marks.js";
import { typeOver } from "./overtype.js";
import { regions } from "./regions.js";
import { pairedNames } from "./renaming.js";
import { telling } from "./sentence.js";
import { shownLine } from "./shown.js";
import { swatches } from "./swatches.js";
import { tagMatching } from "./tags.js";

// The colours are variables of editor.css, so that a theme is only a list of colours.
const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket, tags.definitionKeyword, tags.controlKeyword], color: "var(--code-tag)" },
  { tag: [tags.attributeName, tags.propertyName, tags.className, tags.labelName], color: "var(--code-name)" },
  {
    tag: [tags.string, tags.attributeValue, tags.number, tags.unit, tags.atom, tags.keyword, tags.color, tags.character],
    color: "var(--code-text)",
  },
  { tag: [tags.comment, tags.documentMeta, tags.processingInstruction], color: "var(--code-soft)" },
]);

// Only where CodeMirror's own words are a programmer's.
const words = {
  "Completions": "Suggestions",
  "Go to line": "Go to line",
  "go": "Go",
  "close": "Close",
  "current match": "Found",
  "on line": "in line",
  "Folded lines": "Folded away: lines",
  "Unfolded lines": "Shown again: lines",
  "Selection deleted": "Deleted",
};

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

// These would be taken for ours with Shift, where a key's name tells nothing of Shift.
const TAKEN = new Set(["Mod-[", "Mod-]", "Ctrl-m"]);
const otherKeys = defaultKeymap.filter(({ key }) => !TAKEN.has(key));

const grammar = (name) => {
  if (/\.html?$/i.test(name)) return html();
  return /\.css$/i.test(name) ? css() : [];
};

/** How a file that is only read looks. */
export const reading = (name) => [
  grammar(name),
  syntaxHighlighting(colours),
  lineNumbers(),
  highlightSpecialChars(),
  drawSelection({ cursorBlinkRate: 0 }),
  EditorView.lineWrapping,
  bidiIsolates(),
];

export const setup = (name) => [
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["(", "[", "{", '"'] } }]), // no ': it is in words
  grammar(name),
  syntaxHighlighting(colours),
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  drawSelection({ cursorBlinkRate: still ? 0 : 1200 }),
  dropCursor(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    "aria-label": `${name}, code. Escape, then Tab, leaves the editor.`,
    "spellcheck": "false",
  }),
  bidiIsolates(),
  bracketMatching({ afterCursor: true, brackets: "()[]{}" }),
  tagMatching,
  pairedNames,
  swatches,
  Prec.high(typeOver),
  closeBrackets(),
  indentUnit.of("  "),
  indentOnInput(),
  steps,
  finding,
  folding,
  EditorState.phrases.of(words),
  regions,
  marks,
  shownLine,
  telling,
  completing,
  explaining,
  keymap.of(completingKeymap),
  wholeLetters,
  commandKeymap,
  keymap.of([
    ...closeBracketsKeymap,
    ...historyKeymap,
    ...otherKeys,
    indentWithTab,
  ]),
];
