// What the word under the mouse means, or with Shift+F1 the word at the cursor: a sentence or two, also spoken.

import { completionStatus } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { hoverTooltip } from "@codemirror/view";

import { languageOf } from "./language.js";
import { sentences, tell } from "./sentence.js";

const HOVER_AFTER = 500; // ms: whoever only passes by sees nothing
const NOTHING = "There is nothing to explain here.";

const named = (state, node) => (node ? state.sliceDoc(node.from, node.to).toLowerCase() : "");

/** The name in the tag, attribute or declaration that holds `node`. */
const nameIn = (state, node, holder, name) => {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (holder.test(outer.name)) return named(state, outer.getChild(name));
  }
  return "";
};

const TAG = /^(?:OpenTag|SelfClosingTag)$/;

// A node's name -> what to ask of a node with that name, and what to show before the answer.
const words = {
  TagName: (_, __, name) => ({ kind: "tag", name, shown: `<${name}>` }),
  AttributeName: (state, node, name) => ({ kind: "attribute", name, of: nameIn(state, node, TAG, "TagName") }),
  AttributeValue: (state, node) => {
    const name = state.sliceDoc(node.from, node.to).replace(/^["']|["']$/g, "").trim();
    const of = nameIn(state, node, /^Attribute$/, "AttributeName");
    return { kind: "attributeValue", name, of, tag: nameIn(state, node, TAG, "TagName") };
  },
  EntityReference: (state, node) => ({ kind: "entity", name: state.sliceDoc(node.from, node.to) }),
  DoctypeDecl: () => ({ kind: "selector", name: "doctype", shown: "<!doctype html>" }),
  PropertyName: (_, __, name) => ({ kind: "property", name }),
  ValueName: (state, node, name) => {
    return { kind: "propertyValue", name, of: nameIn(state, node, /^Declaration$/, "PropertyName") };
  },
  Unit: (_, __, name) => ({ kind: "unit", name }),
  PseudoClassName: (state, node, name) => {
    const colons = state.sliceDoc(node.from - 2, node.from) === "::" ? "::" : ":";
    return { kind: "pseudo", name: colons + name };
  },
  ClassName: (state, node) => ({ kind: "selector", name: "class", shown: `.${state.sliceDoc(node.from, node.to)}` }),
  IdName: (state, node) => ({ kind: "selector", name: "id", shown: `#${state.sliceDoc(node.from, node.to)}` }),
  UniversalSelector: () => ({ kind: "selector", name: "*" }),
  Important: () => ({ kind: "selector", name: "important", shown: "!important" }),
};
words.UnquotedAttributeValue = words.AttributeValue;
words.ValueTag = words.ValueName;

const AT_WORD = /^(?:AtKeyword|media|supports|import|keyframes|charset|namespace|scope)$/;
const atRule = (_, __, name) => ({ kind: "atRule", name });

/** {from, to, question} for a node that is a word with a meaning; null for any other. */
const askedOf = (state, node) => {
  const inside = node.name === "NumberLiteral" ? (node.getChild("Unit") ?? node) : node;
  const word = words[inside.name] ?? (AT_WORD.test(inside.name) ? atRule : null);
  return word && { from: node.from, to: node.to, question: word(state, inside, named(state, inside)) };
};

const askedAt = (state, pos, side) => askedOf(state, syntaxTree(state).resolveInner(pos, side));

/** Where no word is: the tag of the element around, or the property of the declaration. */
const askedAround = (state, pos) => {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node; node = node.parent) {
    const tag = node.getChild("OpenTag") ?? node.getChild("SelfClosingTag");
    const name = node.name === "Element" ? tag?.getChild("TagName") : node.name === "Declaration" && node.getChild("PropertyName");
    if (name) return askedOf(state, name);
  }
  return null;
};

const answer = async (state, asked) => {
  if (!asked) return "";
  const { shown, ...question } = asked.question;
  const text = await state.facet(languageOf).ask({ ask: "explain", ...question });
  return text ? `\`${shown ?? question.name}\` ${text}` : "";
};

export const explaining = hoverTooltip(
  async ({ state }, pos, side) => {
    if (completionStatus(state)) return null;
    const asked = askedAt(state, pos, side);
    const text = await answer(state, asked);
    return text ? { pos: asked.from, end: asked.to, above: true, create: () => ({ dom: sentences([text]) }) } : null;
  },
  { hoverTime: HOVER_AFTER, hideOnChange: true },
);

/** Say what stands at the cursor, or around it. */
export const explain = (view) => {
  const { state } = view;
  const { head } = state.selection.main;
  const say = async () => {
    for (const asked of [askedAt(state, head, 1), askedAt(state, head, -1), askedAround(state, head)]) {
      const text = await answer(state, asked);
      if (view.state !== state) return;
      if (text) return view.dispatch({ effects: tell(asked.from, text) });
    }
    view.dispatch({ effects: tell(head, NOTHING) });
  };
  say();
  return true;
};

