// A small square before each colour in CSS, that shows it and opens the picker: by mouse, or by key with the cursor in the
// colour. Where the text may not be changed it only shows.

import { syntaxTree } from "@codemirror/language";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";

import { readColour, toHex } from "./colours.js";
import { closePicker, openPicker } from "./picker.js";
import { canChange } from "./regions.js";
import { tell } from "./sentence.js";

const COLOURED = /color|background|border|outline|shadow|fill|stroke|decoration|column-rule|^--|image/i;
const CALL = /^(?:rgb|hsl)a?\(/i;

const declarationOf = (node) => {
  while (node && node.name !== "Declaration") node = node.parent;
  return node;
};

const propertyOf = (state, declaration) => {
  const name = declaration?.firstChild;
  return name ? state.sliceDoc(name.from, name.to) : "";
};

/** {from, to, text, colour} of a node that is a colour, or null. */
const colourOf = (state, node) => {
  const named = node.name === "ValueName";
  if (!named && node.name !== "ColorLiteral" && node.name !== "CallExpression") return null;
  const text = state.sliceDoc(node.from, node.to);
  if (node.name === "CallExpression" && !CALL.test(text)) return null;
  if (named && !COLOURED.test(propertyOf(state, declarationOf(node.node)))) return null;
  const colour = readColour(text);
  return colour && { from: node.from, to: node.to, text, colour };
};

/** The CSS in the value of a `style=""`, a tree of its own laid over the value; null for another value. */
const cssIn = (tree, value) => {
  let node = tree.resolveInner(value.from + 1, 1);
  if (node.name === "AttributeValue") return null;
  while (node.parent && node.parent.name !== "Attribute") node = node.parent;
  return node.parent ? node : null;
};

const coloursIn = (state, from, to) => {
  const tree = syntaxTree(state);
  const found = [];
  const enter = (node) => {
    if (node.name === "AttributeValue") cssIn(tree, node)?.cursor().iterate(enter);
    const colour = node.to >= from && node.from <= to ? colourOf(state, node) : null;
    if (colour) found.push(colour);
    return !colour;
  };
  tree.iterate({ from, to, enter });
  return found;
};

/** What the colour is read against: the text colour of the same rule for a ground, the ground for a text colour. */
const counterpart = (state, at) => {
  let node = syntaxTree(state).resolveInner(at, 1);
  const own = declarationOf(node);
  const sought = { "color": /^background(-color)?$/i, "background": /^color$/i, "background-color": /^color$/i }[
    propertyOf(state, own).toLowerCase()
  ];
  if (!sought || !own.parent) return null;
  node = own.parent.getChildren("Declaration").findLast((other) => sought.test(propertyOf(state, other)));
  return node ? (coloursIn(state, node.from, node.to)[0] ?? null) : null;
};

const pick = (view, found) => {
  const { state } = view;
  if (!canChange(state, found.from, found.to)) {
    view.dispatch({ effects: tell(found.from, "This colour stays as it is.") });
    return;
  }
  openPicker(view, { ...found, other: counterpart(state, found.from) });
};

/** Open the picker for the colour the cursor is in or beside. */
export const pickColour = (view) => {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const found = coloursIn(view.state, line.from, line.to).find(({ from, to }) => from <= head && head <= to);
  if (found) pick(view, found);
  else view.dispatch({ effects: tell(head, "The cursor is not in a colour.") });
  return true;
};

class Swatch extends WidgetType {
  constructor({ text, colour }, free) {
    super();
    this.text = text;
    this.colour = toHex(colour);
    this.free = free;
  }

  eq(other) {
    return this.text === other.text && this.free === other.free;
  }

  toDOM(view) {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1; // by key one goes there with the cursor
    button.className = "cm-swatch";
    button.style.setProperty("--colour", this.colour);
    button.ariaLabel = this.free ? `The colour ${this.text}. Choose another` : `The colour ${this.text}, which stays as it is`;
    button.title = this.free ? "Choose a colour (Alt+Enter)" : "This colour stays as it is";
    button.ariaDisabled = String(!this.free);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const at = view.posAtDOM(button);
      const found = coloursIn(view.state, at, at + 1).find(({ from }) => from === at);
      if (found) pick(view, found);
    });
    return button;
  }

  ignoreEvent() {
    return true;
  }
}

const paint = (view) => {
  const found = new Map();
  for (const { from, to } of view.visibleRanges) {
    for (const colour of coloursIn(view.state, from, to)) found.set(colour.from, colour);
  }
  const widgets = [...found.values()].map((colour) => {
    const widget = new Swatch(colour, canChange(view.state, colour.from, colour.to));
    return Decoration.widget({ widget, side: -1 }).range(colour.from);
  });
  return Decoration.set(widgets, true);
};

const painter = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = paint(view);
    }

    update({ view, docChanged, viewportChanged, startState, state, changes }) {
      if (docChanged) closePicker();
      if (view.composing) this.decorations = this.decorations.map(changes); // a letter that is still open stays in one piece
      else if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.decorations = paint(view);
    }

    destroy() {
      closePicker();
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const swatches = [painter, EditorView.domEventHandlers({ scroll: () => closePicker() })];
