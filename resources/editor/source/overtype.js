// Typing a closing tag that is there already walks over it: whoever types every letter of `<p>Hello</p>` gets exactly
// that, although the editor has closed the tag by itself.

import { syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

/** Where the cursor stands inside a tag that is being walked over, and the tag's end: view -> {at, end}. */
const walks = new WeakMap();

/** After `<`, just before the closing tag of the innermost open element: the text of that tag, else "". */
const closingTagAt = (state, pos) => {
  const text = state.sliceDoc(pos, pos + 80);
  const name = /^<\/([A-Za-z][\w-]*)>/.exec(text)?.[1];
  if (!name || state.sliceDoc(pos - 1, pos) !== "<") return "";
  let node = syntaxTree(state).resolveInner(pos - 1, 0);
  while (node && node.name !== "Element") node = node.parent;
  const own = node?.getChild("OpenTag")?.getChild("TagName");
  return own && state.sliceDoc(own.from, own.to) === name ? `</${name}>` : "";
};

export const typeOverClosingTag = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  const walk = walks.get(view);
  walks.delete(view);
  if (from !== to || text.length !== 1 || view.composing || state.selection.ranges.length > 1) return false;
  if (walk?.at === from && from < walk.end && state.sliceDoc(from, from + 1) === text) {
    view.dispatch({ selection: { anchor: from + 1 }, scrollIntoView: true });
    walks.set(view, { at: from + 1, end: walk.end });
    return true;
  }
  const tag = text === "/" ? closingTagAt(state, from) : "";
  if (!tag) return false;
  view.dispatch({ changes: { from: from - 1, to: from }, selection: { anchor: from + 1 }, userEvent: "input.type" });
  walks.set(view, { at: from + 1, end: from - 1 + tag.length });
  return true;
});
