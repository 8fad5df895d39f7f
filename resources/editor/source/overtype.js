// Typing over chosen letters puts the new letter in their place, also where it is a quote or a bracket: whoever chooses a
// curly quote and types a straight one wants that one. And typing a closing tag that is there already walks over it: whoever types every letter of `<p>Hello</p>` gets exactly
// that, although the editor has closed the tag by itself, at the `>` or at the `</`; the same where the tag waits on the
// next line.

import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

/** Where the cursor stands inside a tag that is being walked over, and the tag's end: view -> {at, end}. */
const walks = new WeakMap();

const LOOK_AHEAD = 500; // UTF-16 units
const PATIENCE = 200; // ms to read the text on a busy machine

/** The name in the opening tag of the innermost element around `pos`, as written; "" where there is none. */
const openElement = (state, pos) => {
  const tree = ensureSyntaxTree(state, pos + LOOK_AHEAD, PATIENCE) ?? syntaxTree(state);
  let node = tree.resolveInner(pos, 0);
  while (node && node.name !== "Element") node = node.parent;
  const name = node?.getChild("OpenTag")?.getChild("TagName");
  return name ? state.sliceDoc(name.from, name.to) : "";
};

/** What to delete when `/` is typed after a `<`, and the closing tag that the two were the beginning of; else null. */
const closingTagAt = (state, pos) => {
  const { doc } = state;
  const line = doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  const [, space, name] = /^(\s*)<\/([A-Za-z][\w-]*)>/.exec(doc.sliceString(pos, pos + LOOK_AHEAD)) ?? [];
  if (!name || !before.endsWith("<") || name !== openElement(state, pos - 1)) return null;
  const tag = { from: pos + space.length, to: pos + space.length + name.length + 3 };
  if (!space) return { ...tag, drop: { from: pos - 1, to: pos } };
  const alone = /^\s*<$/.test(before) && space.includes("\n");
  return alone ? { ...tag, drop: { from: line.from, to: doc.lineAt(tag.from).from } } : null;
};

/** What the editor has just written of a closing tag, and where the cursor stands behind it: view -> {at, rest}. */
const echoes = new WeakMap();

/** From now on, what the editor has just written before the cursor can be typed as well, and is not written twice. */
export const expectAgain = (view, at, rest) => echoes.set(view, { at, rest });

/** The editor writes `p>` as soon as somebody has typed `</`: whoever goes on and types that too need not see it twice. */
const hearClosingTag = EditorView.updateListener.of(({ transactions, state, view }) => {
  for (const transaction of transactions) {
    if (!transaction.isUserEvent("input.complete")) continue;
    transaction.changes.iterChanges((_fromA, _toA, from, to, inserted) => {
      const closes = /^[A-Za-z][\w-]*>$/.test(inserted.toString()) && state.sliceDoc(from - 2, from) === "</";
      if (closes) expectAgain(view, to, inserted.toString());
    });
  }
});

const swallowEcho = EditorView.inputHandler.of((view, from, to, text) => {
  const echo = echoes.get(view);
  if (!echo) return false;
  echoes.delete(view);
  if (from !== to || from !== echo.at || !text || !echo.rest.startsWith(text)) return false;
  const rest = echo.rest.slice(text.length);
  if (rest) expectAgain(view, from, rest);
  return true;
});

const walkOver = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  const walk = walks.get(view);
  walks.delete(view);
  if (from !== to || text.length !== 1 || view.composing || state.selection.ranges.length > 1) return false;
  if (walk?.at === from && from < walk.end && state.sliceDoc(from, from + 1) === text) {
    view.dispatch({ selection: { anchor: from + 1 }, scrollIntoView: true });
    walks.set(view, { at: from + 1, end: walk.end });
    return true;
  }
  if (walk?.at === from && from < walk.end && /[\w>-]/.test(text)) {
    const changes = { from, to: walk.end, insert: text }; // another tag after all: nothing is left of the old one
    view.dispatch({ changes, selection: { anchor: from + 1 }, userEvent: "input.type", scrollIntoView: true });
    return true;
  }
  const tag = text === "/" ? closingTagAt(state, from) : null;
  if (!tag) return false;
  const dropped = tag.drop.to - tag.drop.from;
  const at = tag.from - dropped + 2;
  view.dispatch({ changes: tag.drop, selection: { anchor: at }, userEvent: "input.type", scrollIntoView: true });
  walks.set(view, { at, end: tag.to - dropped });
  return true;
});

/** CodeMirror would put a pair round what is chosen. */
const replaceChosen = EditorView.inputHandler.of((view, from, to, text) => {
  const { ranges, main } = view.state.selection;
  if (ranges.length > 1 || main.empty || main.from !== from || main.to !== to || !/^["([{]$/.test(text)) return false;
  view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  return true;
});

/** A tag typed before words is to go round them, and who types it will write its end behind them. */
const tagBeforeWords = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== ">" || from !== to) return false;
  const behind = view.state.doc.lineAt(to);
  if (!/^\s*(?!<\/)\S/.test(behind.text.slice(to - behind.from))) return false;
  view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  return true;
});

/** Where a `}` waits for its `{`, that is all that is typed: a second `}` would end the rule before its first line. */
const braceThatWasMissing = EditorView.inputHandler.of((view, from, to, text) => {
  const doc = view.state.doc.toString();
  if (text !== "{" || from !== to || doc.split("{").length >= doc.split("}").length) return false;
  view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  return true;
});

export const typeOver = [hearClosingTag, swallowEcho, replaceChosen, walkOver, tagBeforeWords, braceThatWasMissing];
