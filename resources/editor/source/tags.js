// The two tags of an element belong together: both are shown when the cursor is in one, a tag alone is shown as that, and
// one key leads from one to the other. Elements without an end tag (<br>, <img>) have no partner to look for.

import { ensureSyntaxTree, matchBrackets, syntaxTree } from "@codemirror/language";
import { EditorSelection } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

import { tell } from "./sentence.js";

const PATIENCE = 50; // ms to read a long text to its end, for a partner far away

const TAGS = new Set(["OpenTag", "CloseTag", "MismatchedCloseTag"]);

const tagAround = (tree, pos) => {
  for (const side of [-1, 1]) {
    let node = tree.resolveInner(pos, side);
    while (node && !TAGS.has(node.name)) node = node.parent;
    if (node) return node;
  }
  return null;
};

const partnerOf = (tag) => {
  if (tag.name === "MismatchedCloseTag") return null;
  return tag.parent?.getChild(tag.name === "OpenTag" ? "CloseTag" : "OpenTag") ?? null;
};

const whole = (tag) => tag?.lastChild?.name === "EndTag";

const nameIn = (tag) => {
  const name = tag.getChild("TagName");
  return name && { from: name.from, to: name.to };
};

/**
 * The tag that `pos` is in or beside, and its partner: {name, tag, partner: {name, tag} | null}, each a {from, to}; null
 * where there is none. Both are read to their `>`; of a half-typed one nothing is said.
 */
export const tagsAt = (state, pos, tree = syntaxTree(state)) => {
  const tag = tagAround(tree, pos);
  const name = whole(tag) && nameIn(tag);
  if (!name) return null;
  const found = { name, tag: { from: tag.from, to: tag.to }, partner: null };
  const other = partnerOf(tag);
  if (other && whole(other)) found.partner = { name: nameIn(other), tag: { from: other.from, to: other.to } };
  else if (other || tree.length < state.doc.length) return null;
  return found;
};

/** The same, with the text read to its end, as far as that takes no longer than a blink. */
export const tagsAtWholly = (state, pos) =>
  tagsAt(state, pos, ensureSyntaxTree(state, state.doc.length, PATIENCE) ?? syntaxTree(state));

const together = Decoration.mark({ class: "cm-matchingTag" });
const alone = Decoration.mark({ class: "cm-lonelyTag" });

const paint = ({ state }) => {
  const { main } = state.selection;
  const found = main.empty ? tagsAt(state, main.head) : null;
  if (!found) return Decoration.none;
  if (!found.partner) return Decoration.set(alone.range(found.name.from, found.name.to));
  return Decoration.set([found.name, found.partner.name].map(({ from, to }) => together.range(from, to)), true);
};

const painter = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = paint(view);
    }

    update({ view, docChanged, selectionSet, startState, state }) {
      if (view.composing) this.decorations = Decoration.none; // a letter that is still open must stay in one piece
      else if (docChanged || selectionSet || syntaxTree(startState) !== syntaxTree(state)) this.decorations = paint(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const matchingBracket = (state, pos) => {
  for (const [at, dir] of [[pos, -1], [pos, 1]]) {
    const match = matchBrackets(state, at, dir);
    if (match?.matched && match.end) return dir < 0 ? match.end.from : match.end.to;
  }
  return null;
};

/** To the other tag of the element, or the other bracket of a pair; where there is none, that is said. */
export const goToPartner = (view) => {
  const { state } = view;
  const pos = state.selection.main.head;
  const found = tagsAtWholly(state, pos);
  const target = found?.partner ? found.partner.name.from : matchingBracket(state, pos);
  if (target === null) {
    view.dispatch({ effects: tell(pos, found ? "This tag has no partner." : "The cursor is not in a tag or at a bracket.") });
  } else {
    view.dispatch({ selection: EditorSelection.cursor(target), effects: EditorView.scrollIntoView(target, { y: "nearest", yMargin: 60 }) });
  }
  return true;
};

export const tagMatching = painter;
