// What may stand at a place in an HTML file: tags, attributes, values; within `<style>` and `style=""`, CSS.

import { getDefaultHTMLDataProvider, TokenType } from "vscode-html-languageservice";

import { completeCss } from "./css.js";
import { explain } from "./explain.js";
import { htmlService, isCss, isHtml } from "./library.js";
import likely from "./likely.json";
import { itemsOf, ranked } from "./ranking.js";

const data = getDefaultHTMLDataProvider();

const GOES_ON = new Set([TokenType.StartTag, TokenType.AttributeName, TokenType.AttributeValue]);

/**
 * Where `at` is within a tag: {kind: "tag" | "attribute" | "value", from, to, tag, attribute, quoted}, read from `start`,
 * where the tag begins; null elsewhere.
 */
const placeIn = (text, start, at) => {
  const scanner = htmlService.createScanner(text, start);
  let tag = "";
  let attribute = "";
  let blank = null; // white space that ends here: a name follows, or could
  for (let token = scanner.scan(); token !== TokenType.EOS; token = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = scanner.getTokenEnd();
    const here = from <= at && at <= to;
    if (from > at || (blank && from === at && !GOES_ON.has(token))) break;
    if (token === TokenType.StartTagOpen && to === at) blank = { kind: "tag", from: at, to: at, tag };
    else if (token === TokenType.StartTag) {
      tag = scanner.getTokenText().toLowerCase();
      if (here) return { kind: "tag", from, to, tag };
    } else if (token === TokenType.AttributeName) {
      attribute = scanner.getTokenText().toLowerCase();
      const name = attribute.split("<")[0]; // a tag that is begun before another
      if (from <= at && at <= from + name.length) return { kind: "attribute", from, to: from + name.length, tag, attribute };
    } else if (token === TokenType.DelimiterAssign && to === at) {
      blank = { kind: "value", from: at, to: at, tag, attribute, quoted: false };
    } else if (token === TokenType.AttributeValue && here) {
      const quote = /^["']/.exec(text.slice(from, to))?.[0];
      if (!quote) return { kind: "value", from, to, tag, attribute, quoted: false };
      const end = to > from + 1 && text[to - 1] === quote ? to - 1 : to;
      return from < at && at <= end ? { kind: "value", from: from + 1, to: end, tag, attribute, quoted: true } : null;
    } else if (token === TokenType.Whitespace && tag && from < at && to >= at) {
      blank = { kind: "attribute", from: at, to: at, tag, attribute: "" };
    } else if (token === TokenType.StartTagClose || token === TokenType.StartTagSelfClose) {
      if (to <= at) return null;
    }
  }
  return blank;
};

/** The innermost element that holds the tag beginning at `start`. */
const parentOf = (page, start) => {
  let node = page.findNodeBefore(start);
  while (node && (node.start >= start || (node.closed && node.end <= start))) node = node.parent;
  return node?.tag?.toLowerCase() ?? "";
};

const DOCTYPE = "!doctype html";

/** The very first thing in a page. */
const doctype = () => ({
  label: DOCTYPE,
  insert: `${DOCTYPE}>`,
  kind: "tag",
  about: explain({ kind: "selector", name: "doctype" }),
});

const tags = ({ page, text }, { from, to }) => {
  const parent = parentOf(page, from - 1);
  const inside = likely.inside[parent] ?? likely.inside.section;
  const all = itemsOf(data.provideTags().map(({ name }) => name), "tag");
  const first = /^\s*<$/.test(text.slice(0, from)) ? [doctype()] : [];
  const order = [...first.map(({ label }) => label), ...inside, ...likely.tags];
  return { from, to, items: ranked([...first, ...all], order, first.length + inside.length) };
};

const bare = (value) => (value ?? "").replace(/^["']|["']$/g, "");

const attributes = ({ page, text }, { from, to, tag, attribute }) => {
  const has = new Set(Object.keys(page.findNodeBefore(from).attributes ?? {}));
  const valued = /^\s*=/.test(text.slice(to));
  const items = data
    .provideAttributes(tag)
    .filter(({ name }) => name === attribute || !has.has(name))
    .flatMap(({ name, valueSet }) => {
      const alone = valueSet === "v" || valued;
      return itemsOf([name], "attribute", tag, alone ? {} : { insert: `${name}=""`, caret: name.length + 2 });
    });
  return { from, to, items: ranked(items, [...(likely.attributes[tag] ?? []), ...likely.attributes["*"]]) };
};

const LISTS = new Set(["class", "rel", "headers", "aria-labelledby", "aria-describedby", "autocomplete"]);
const POINTERS = new Set(["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "form", "list"]);

/** The files that a `src` or `href` may name. */
const files = (library, { file }, tag) => {
  const { assets } = library;
  const others = library.names.filter((name) => name !== file);
  if (tag === "link") return [...others.filter(isCss), ...assets.filter(isCss)];
  if (tag === "img" || tag === "source") return library.pictures;
  return tag === "a" ? [...others.filter(isHtml), ...assets.filter((name) => !library.pictures.includes(name))] : assets;
};

/** What the author of the exercise's files may mean by a value of this attribute. */
const ownValues = (library, question, { tag, attribute }) => {
  const page = library.ofPage(question.file);
  const sheets = library.ofSheets();
  if (attribute === "class") return [...sheets.classes, ...library.ofPages().classes];
  if (attribute === "id") return [...page.wanted, ...sheets.ids].filter((name) => !page.ids.has(name));
  if (POINTERS.has(attribute)) return [...page.ids];
  if (attribute === "src" || attribute === "srcset" || attribute === "poster") return files(library, question, tag);
  if (attribute !== "href") return [];
  const parts = tag === "a" ? [...page.ids].map((id) => `#${id}`) : [];
  return [...files(library, question, tag), ...parts];
};

const values = (library, question, { page, text }, place) => {
  const { tag, attribute, quoted } = place;
  let { from, to } = place;
  const node = page.findNodeBefore(from);
  const others = LISTS.has(attribute) ? `${text.slice(from, question.at)}|${text.slice(question.at, to)}`.split(/\s+/) : [];
  if (LISTS.has(attribute) && quoted) {
    from = question.at - /\S*$/.exec(text.slice(from, question.at))[0].length;
    to = question.at + /^\S*/.exec(text.slice(question.at, to))[0].length;
  }
  const names = ownValues(library, question, place).filter((name) => !others.includes(name));
  const viewport = tag === "meta" && attribute === "content" && bare(node?.attributes?.name) !== "viewport";
  const usual = viewport ? [] : (likely.attributeValues[`${tag} ${attribute}`] ?? likely.attributeValues[attribute] ?? []);
  const known = data.provideValues(tag, attribute).map(({ name }) => name);
  const insert = (name) => (quoted ? name : `"${name}"`);
  const items = [
    ...itemsOf(names, "attributeValue", attribute, { own: true }),
    ...itemsOf([...usual, ...known], "attributeValue", attribute),
  ].map((item) => ({ ...item, insert: insert(item.label) }));
  return { from, to, items: ranked(items, usual) };
};

const ENTITY = /&[a-z]*$/i;

const entities = (text, at) => {
  const begun = ENTITY.exec(text.slice(Math.max(0, at - 10), at));
  return begun && { from: at - begun[0].length, to: at, items: ranked(itemsOf(likely.entities, "entity"), likely.entities) };
};

/** The CSS around a place as a text of its own, in which every place is where it was; null outside of CSS. */
const cssAround = (text, node, place, at) => {
  const spaces = (count) => " ".repeat(Math.max(0, count));
  if (node?.tag === "style" && !place && node.startTagEnd <= at && at <= (node.endTagStart ?? node.end)) {
    return spaces(node.startTagEnd) + text.slice(node.startTagEnd, node.endTagStart ?? node.end);
  }
  if (place?.kind !== "value" || place.attribute !== "style" || !place.quoted) return null;
  return `${spaces(place.from - 2)}a{${text.slice(place.from, place.to)}}`;
};

/** {from, to, items} for a place in an HTML file; null where nothing is offered. */
export const completeHtml = (library, question) => {
  const { at } = question;
  const read = library.html(question.file);
  const first = /^\s*<(?=![a-z ]*$)/i.exec(read.text.slice(0, at));
  if (first) return { from: first[0].length, to: at, items: ranked([doctype()], [DOCTYPE]) };
  const node = read.page.findNodeBefore(at);
  const place = node ? placeIn(read.text, node.start, at) : null;
  const css = cssAround(read.text, node, place, at);
  if (css !== null) return completeCss(library, css, at);
  if (place?.kind === "tag") return tags(read, place);
  if (place?.kind === "attribute") return attributes(read, place);
  if (place?.kind === "value") return values(library, question, read, place);
  return entities(read.text, at);
};
