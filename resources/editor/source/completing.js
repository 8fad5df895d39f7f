// The list of what may come next. It shows few, the likely first, and is never in the way: Enter is a new line and Tab
// indents unless somebody has moved into the list with the arrow down, or asked for it with Ctrl+Space. Typing on goes on.

import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  insertBracket,
  moveCompletionSelection,
  pickedCompletion,
  selectedCompletionIndex,
  setSelectedCompletion,
  startCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

import { languageOf } from "./language.js";
import { expectAgain } from "./overtype.js";
import { canChange } from "./regions.js";
import { sentences, tell } from "./sentence.js";

const MOST = 8;
const CERTAIN = 3; // letters after which what few pages have is offered, too
const DOCTYPE = 40; // letters within which a page begins
const NOTHING = "There is nothing to suggest here.";

const QUIET = /^(?:Comment|Script|Text|Document|EndTag|CloseTag|MismatchedCloseTag|IncompleteCloseTag|StringLiteral)$/;
const IN_TAG = /^(?:OpenTag|SelfClosingTag|IncompleteTag)$/;

/** Whether something can be offered where the cursor is; what decides it is the tree there is, so it costs nothing. */
const promises = (state, pos) => {
  if (/^\s*<!?[a-z ]*$/i.test(state.sliceDoc(0, Math.min(pos, DOCTYPE)))) return true;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  for (let node = syntaxTree(state).resolveInner(pos, -1); node; node = node.parent) {
    if (QUIET.test(node.name)) return false;
    if (IN_TAG.test(node.name)) return true;
    if (node.name === "Block" || node.name === "Styles") return /[\w-]$|:[^;{}]*\s$|:$/.test(before);
    if (node.name === "StyleSheet") return /[\w.#:@-]$|^\s*@media\s[^{]*$/.test(before);
  }
  return false;
};

/** Writes a choice. What it brought beside the word itself need not be typed again, and if it is, is not seen twice. */
const write = (view, option, from, to) => {
  const { insert } = option.item;
  const caret = option.item.caret ?? (insert.endsWith("()") ? insert.length - 1 : undefined);
  const pair = caret && /^(?:""|\(\))$/.test(insert.slice(caret - 1)) ? insert[caret - 1] : null;
  const end = from + (caret ?? insert.length);
  const { state } = view;
  let effects = [];
  const first = state.update({
    changes: { from, to, insert: pair ? insert.slice(0, caret - 1) : insert },
    selection: { anchor: pair ? end - 1 : end },
  });
  let { changes } = first;
  const second = pair && insertBracket(first.state, pair); // as if typed: then its end is overtyped, too
  if (second) {
    changes = changes.compose(second.changes);
    effects = second.effects;
  } else if (pair) changes = state.changes({ from, to, insert });
  view.dispatch({
    changes,
    effects,
    selection: { anchor: end },
    annotations: pickedCompletion.of(option),
    userEvent: "input.complete",
    scrollIntoView: true,
  });
  const beside = insert.slice(/^[@.#:]*[\w-]*/.exec(insert)[0].length, caret ?? insert.length);
  if (/^\W+$/.test(beside)) expectAgain(view, end, beside);
};

const optionOf = (item) => ({
  item,
  label: item.label,
  type: item.kind,
  apply: write,
  info: item.about ? () => sentences([item.about]) : undefined,
});

/** Of all there is, the few that go on with `word`: the likely ones that begin so or have a part that does, later others. */
const few = (options, word) => {
  const typed = word.toLowerCase();
  if (!typed) return options.filter(({ item }) => item.first).slice(0, MOST);
  const label = (option) => option.label.toLowerCase();
  const begin = options.filter((option) => label(option).startsWith(typed));
  const within = typed.length < 2 ? [] : options.filter((option) => label(option).includes(`-${typed}`));
  const likely = [...begin, ...within].filter(({ item }) => item.likely);
  const rest = likely.length && typed.length < CERTAIN ? [] : begin;
  const found = [...new Set([...likely, ...rest])].slice(0, MOST);
  return found.length === 1 && found[0].item.insert === word ? [] : found;
};

const SAME_WORD = /^[.#@:&!]*[^\s"'<>=/{}();:,.#@\d]*$/;

/** What CodeMirror shows; as the word goes on it is sifted anew, without asking again. */
const resultOf = (all, state, from, to) => {
  const options = few(all, state.sliceDoc(from, state.selection.main.head));
  if (!options.length) return null;
  const update = (_result, start, end, { state: now, pos }) =>
    SAME_WORD.test(now.sliceDoc(start, pos)) ? resultOf(all, now, start, end) : null;
  return { from, to, options, filter: false, update };
};

const source = async (context) => {
  const { state, pos, explicit, view } = context;
  if (view?.composing || !(explicit || promises(state, pos))) return null;
  const can = canChange(state, pos, pos);
  const answer = can ? await state.facet(languageOf).ask({ ask: "complete", at: pos }) : null;
  const result = answer && resultOf(answer.items.map(optionOf), state, answer.from, answer.to);
  if (!result && explicit && view?.state === state) view.dispatch({ effects: tell(pos, NOTHING) });
  return result;
};

const asked = new WeakSet(); // views in which somebody asked for the list: its first choice is taken by Enter

/** Ctrl+Space: the list, in which the first is chosen already. */
export const complete = (view) => {
  if (completionStatus(view.state) === "active") return moveCompletionSelection(true)(view);
  asked.add(view);
  return startCompletion(view);
};

const chooseFirst = EditorView.updateListener.of(({ state, view }) => {
  const status = completionStatus(state);
  if (status === null) asked.delete(view);
  if (status !== "active" || !asked.delete(view)) return;
  if (selectedCompletionIndex(state) === null) view.dispatch({ effects: setSelectedCompletion(0) });
});

/** The arrow up leaves a list alone that nobody has moved into. */
const up = (view) => selectedCompletionIndex(view.state) !== null && moveCompletionSelection(false)(view);

export const completingKeymap = [
  { key: "ArrowDown", run: moveCompletionSelection(true) },
  { key: "ArrowUp", run: up },
  { key: "Escape", run: closeCompletion },
  { key: "Enter", run: acceptCompletion },
  { key: "Tab", run: acceptCompletion },
];

export const completing = [
  autocompletion({
    override: [source],
    selectOnOpen: false,
    defaultKeymap: false,
    icons: false,
    positionInfo: () => ({ class: "", style: "" }), // below the list, in the same box: it never hides what is typed
    activateOnCompletion: ({ type }) => type === "attribute" || type === "property",
  }),
  chooseFirst,
];
