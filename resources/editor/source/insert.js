// Puts a piece of code in at the cursor, where it can stand: behind a tag that the cursor is in, never inside it.

import { syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

import { tell } from "./sentence.js";

const TAGS = new Set(["OpenTag", "CloseTag", "SelfClosingTag", "MismatchedCloseTag", "Comment", "DoctypeDecl"]);
const HEADS = new Set(["head", "title"]);
const IN_THE_HEAD = "A picture stands in the body of the page. Put the cursor where it should be, then choose it again.";

/** The elements around a node, from the inside out, as their names in small letters. */
const around = (state, node) => {
  const names = [];
  for (let one = node; one; one = one.parent) {
    const tag = one.name === "Element" && one.firstChild?.getChild("TagName");
    if (tag) names.push(state.sliceDoc(tag.from, tag.to).toLowerCase());
  }
  return names;
};

/** Behind the tag or comment that `pos` is inside of; `pos` itself anywhere else. */
const placeFor = (state, pos) => {
  let place = pos;
  for (let node = syntaxTree(state).resolveInner(pos, 1); node; node = node.parent) {
    if (TAGS.has(node.name) && node.from < pos && pos < node.to) place = node.to;
  }
  return place;
};

/** Write `text` at the cursor as one step that can be undone; a tag (`isTag`) never into another, or into the head. */
export const insert = (view, { text, isTag }) => {
  const { state } = view;
  const { from, to } = state.selection.main;
  const place = isTag ? { from: placeFor(state, from), to: Math.max(placeFor(state, from), to) } : { from, to };
  view.focus();
  if (isTag && around(state, syntaxTree(state).resolveInner(place.from, -1)).some((name) => HEADS.has(name))) {
    view.dispatch({ effects: tell(from, IN_THE_HEAD) });
    return;
  }
  view.dispatch({
    changes: { ...place, insert: text },
    selection: { anchor: place.from + text.length },
    effects: EditorView.scrollIntoView(place.from, { y: "nearest" }),
    userEvent: "input.paste",
  });
};
