// Emmet, for whoever asks for it: Tab writes out the abbreviation before the cursor, as `ul>li*3`. The worker knows how
// (language/abbreviation.js). Where nothing can be an abbreviation, or it is none, Tab does what it always does.

import { selectedCompletionIndex } from "@codemirror/autocomplete";
import { indentMore, isolateHistory } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

import { languageOf } from "./language.js";
import { addOption } from "./options.js";

const MAY_BE = /[\w\])}!*$%]$/;
const NEVER = /^(?:OpenTag|SelfClosingTag|CloseTag|MismatchedCloseTag|IncompleteTag|Comment|Script|Declaration)$/;

/** Whether the cursor is where CSS properties go (true) or text of a page (false); null where it is in neither. */
const inCss = (state, pos) => {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node; node = node.parent) {
    if (NEVER.test(node.name)) return null;
    if (node.name === "Block" || node.name === "Styles") return true;
    if (node.name === "StyleSheet") return null;
  }
  return false;
};

const write = (view, state, { length, text, caret }) => {
  const { head } = state.selection.main;
  view.dispatch({
    changes: { from: head - length, to: head, insert: text },
    selection: { anchor: head - length + caret },
    annotations: isolateHistory.of("full"),
    userEvent: "input.complete",
    scrollIntoView: true,
  });
};

const expand = (view) => {
  const { state } = view;
  const { main } = state.selection;
  const { file, ask } = state.facet(languageOf);
  const line = state.doc.lineAt(main.head);
  const before = line.text.slice(0, main.head - line.from);
  const css = inCss(state, main.head);
  if (!main.empty || selectedCompletionIndex(state) !== null || !MAY_BE.test(before)) return false;
  if (css === null || !(css || /\.html?$/i.test(file))) return false;
  const answer = async () => {
    const expansion = await ask({ ask: "expand", before, css });
    if (view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return;
    if (expansion) write(view, state, expansion);
    else indentMore(view);
  };
  answer();
  return true;
};

addOption("emmet", Prec.high(keymap.of([{ key: "Tab", run: expand }])));
