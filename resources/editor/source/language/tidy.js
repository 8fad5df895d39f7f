// Tidy: the services' formatters (js-beautify inside) say where white space should be, and nothing but white space is taken
// from them, and only where it cannot be seen. So a text is never joined or parted by it, whatever the formatter thinks.
//
// Between two letters that are no white space lies a gap, often an empty one. A gap in running text may get other white
// space but not lose it or get its first; beside a block it may; within `<pre>`, comments, scripts and values it stays.

import { TokenType } from "vscode-html-languageservice";

import { cssService, documentOf, htmlService, isCss, isHtml } from "./library.js";

const HTML_OPTIONS = {
  tabSize: 2,
  insertSpaces: true,
  wrapLineLength: 0,
  wrapAttributes: "preserve-aligned",
  indentInnerHtml: false,
  maxPreserveNewLines: 2,
  extraLiners: "",
  endWithNewline: true,
};
const CSS_OPTIONS = {
  tabSize: 2,
  insertSpaces: true,
  insertFinalNewline: true,
  newlineBetweenRules: true,
  spaceAroundSelectorSeparator: true,
  maxPreserveNewLines: 2,
};
const ROUNDS = 6; // a formatter that sees its own work may think again

const words = (text) => text.split(/\s+/);

const BLOCKS = words(`address article aside base blockquote body br caption center col colgroup dd details dialog dir div dl dt
  fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu
  meta nav ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul`);
const ONLY_INSIDE = ["button", "select", "datalist"]; // in the line themselves, and blocks to what is in them
const IN_HEAD = ["link", "meta", "base", "style", "script", "template", "noscript"]; // blocks in the head alone
const KEPT = ["pre", "textarea", "title", "listing", "xmp", "plaintext"];

const SPACE = /[ \t\n\r\f]/;

/** White space of HTML is five letters; a formatter takes more for it, as a no-break space, which is seen. */
const hideOthers = (text) => text.replace(/[^\S \t\n\r\f]/g, "\ue000");

/** The gaps of `text` that are other ones in `wanted`: [[from, to, insert], …]; null where more than that differs. */
const differences = (text, wanted) => {
  const found = [];
  let [at, other] = [0, 0];
  const end = (source, from) => {
    let to = from;
    while (to < source.length && SPACE.test(source[to])) to++;
    return to;
  };
  for (;;) {
    const [to, otherTo] = [end(text, at), end(wanted, other)];
    const insert = wanted.slice(other, otherTo);
    if (text.slice(at, to) !== insert) found.push([at, to, insert]);
    if (to >= text.length || otherTo >= wanted.length) return to >= text.length && otherTo >= wanted.length ? found : null;
    if (text[to] !== wanted[otherTo]) return null;
    [at, other] = [to + 1, otherTo + 1];
  }
};

const applied = (text, changes) => {
  let at = 0;
  const parts = changes.map(([from, to, insert]) => {
    const part = text.slice(at, from) + insert;
    at = to;
    return part;
  });
  return parts.join("") + text.slice(at);
};

const formatted = (service, language, text, options) => {
  const [edit] = service.format(documentOf(language, text), undefined, options);
  return edit.newText;
};

const CSS_KEPT = /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|\burl\([^)]*\)?/gi;

/** Whether a gap of CSS may change: not within comments and strings. */
const cssGaps = (css) => {
  const kept = [...css.matchAll(CSS_KEPT)].map((match) => [match.index, match.index + match[0].length]);
  return ([from, to]) => !kept.some(([start, end]) => start < to && from < end && !(from === to && from === start));
};

/** The tokens of an HTML text: [{type, from, to, name, opens, kept, head}], with the tag that each belongs to. */
const tokensOf = (text, kept) => {
  const scanner = htmlService.createScanner(text);
  const tokens = [];
  let [open, name, opens, depth, head] = [[], "", false, 0, true];
  for (let type = scanner.scan(); type !== TokenType.EOS; type = scanner.scan()) {
    const token = { type, from: scanner.getTokenOffset(), to: scanner.getTokenEnd(), name, opens, kept: depth > 0, head };
    tokens.push(token);
    if (type === TokenType.StartTagOpen || type === TokenType.EndTagOpen) open = [];
    open.push(token);
    if (type === TokenType.StartTag || type === TokenType.EndTag) {
      name = scanner.getTokenText().toLowerCase();
      opens = type === TokenType.StartTag;
      if (name === "body" && opens) head = false;
      for (const part of open) Object.assign(part, { name, opens, head });
    }
    if (type === TokenType.StartTagClose && kept.has(name)) depth++;
    if (type === TokenType.EndTagClose && kept.has(name) && depth) depth--;
  }
  return tokens;
};

const T = TokenType;
const INSIDE_TAG = new Set([T.StartTagOpen, T.StartTag, T.AttributeName, T.AttributeValue, T.DelimiterAssign, T.Whitespace]);
const INSIDE_END = new Set([T.EndTagOpen, T.EndTag, T.Whitespace]);
const BEFORE = new Set([T.StartTagOpen, T.EndTagOpen]);
const AFTER = new Set([T.StartTagClose, T.StartTagSelfClose, T.EndTagClose]);

/** Whether a gap of an HTML text may change, where `inline` are tags that a style sheet puts into the line, `kept` like pre. */
const htmlGaps = (text, { inline, kept }) => {
  const tokens = tokensOf(text, new Set([...KEPT, ...kept]));
  const blocks = new Set(BLOCKS.filter((name) => !inline.includes(name)));
  const insides = new Set(ONLY_INSIDE.filter((name) => !inline.includes(name)));
  const heads = new Set(IN_HEAD);
  const tokenAt = (pos) => {
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle].to <= pos) low = middle + 1;
      else high = middle;
    }
    return tokens[low];
  };
  const block = ({ name, opens, head }, inside) =>
    blocks.has(name) || (head && heads.has(name)) || (inside === opens && insides.has(name));
  const edge = (left, right) => {
    if (!left || !right || left.type === T.EndDoctypeTag || right.type === T.StartDoctypeTag) return true;
    if (AFTER.has(left.type) && BEFORE.has(right.type) && left.opens && !right.opens && left.name === right.name) return false;
    return (AFTER.has(left.type) && block(left, true)) || (BEFORE.has(right.type) && block(right, false));
  };
  return ([from, to, insert]) => {
    const [left, right] = [from ? tokenAt(from - 1) : undefined, tokenAt(to)];
    if (left === right && left.type === T.Styles) {
      left.may ??= cssGaps(text.slice(left.from, left.to));
      return left.may([from - left.from, to - left.from]);
    }
    if (left === right) return left.type === T.Content && !left.kept && from < to && insert !== "";
    if (left && INSIDE_TAG.has(left.type) && left.type !== T.Content) return true;
    if (left && INSIDE_END.has(left.type)) return true;
    if (left?.type === T.Styles || right?.type === T.Styles) return true;
    if (left?.type === T.Script || right?.type === T.Script) return false;
    if ((right ?? left)?.kept && !(right && BEFORE.has(right.type) && right.opens && !left?.kept)) return false;
    return (from < to && insert !== "") || edge(left, right);
  };
};

/** The CSS within a page, formatted and moved in under its tag. */
const withStyles = (html) => {
  const tokens = tokensOf(html, new Set());
  let at = 0;
  let whole = "";
  for (const { type, from, to } of tokens) {
    if (type !== TokenType.Styles) continue;
    const line = html.slice(html.lastIndexOf("\n", from - 1) + 1, from);
    const indent = /^[ \t]*/.exec(line)[0];
    const css = html.slice(from, to);
    const lines = formatted(cssService, "css", css, CSS_OPTIONS).trim().split("\n");
    const inside = lines.map((text) => (text ? `\n${indent}  ${text}` : "\n")).join("");
    whole += html.slice(at, from) + (css.trim() ? `${inside}\n${indent}` : css);
    at = to;
  }
  return whole + html.slice(at);
};

/** One round: the text with what its formatter would change and may. null where the formatter would change more. */
const round = (file, text, look) => {
  const html = isHtml(file);
  const wanted = html
    ? withStyles(formatted(htmlService, "html", text, HTML_OPTIONS))
    : formatted(cssService, "css", text, CSS_OPTIONS);
  const changes = differences(text, wanted);
  if (!changes) return null;
  const may = html ? htmlGaps(text, look) : cssGaps(text);
  return applied(text, changes.filter(may));
};

/** What to change: [[from, to, insert], …], each white space alone; null where it cannot be done. */
export const tidy = (file, text, look) => {
  if (!isHtml(file) && !isCss(file)) return null;
  const start = hideOthers(text);
  let [before, now] = [null, start];
  for (let left = ROUNDS; left && now !== null && now !== before; left--) [before, now] = [now, round(file, now, look)];
  return now === null ? null : differences(start, now);
};
