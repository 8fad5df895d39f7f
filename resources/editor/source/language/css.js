// What may stand at a place in CSS: properties, values, selectors of what the pages have, at-rules.

import { getDefaultCSSDataProvider } from "vscode-css-languageservice";

import { explain } from "./explain.js";
import { cssService, documentOf } from "./library.js";
import likely from "./likely.json";
import { itemsOf, ranked } from "./ranking.js";

const data = getDefaultCSSDataProvider();

const SETTINGS = { triggerPropertyValueCompletion: false, completePropertyWithSemicolon: false };

/** The service's own answer, and whether it took the place for a property or for a value of one. */
const asked = (css, at) => {
  const document = documentOf("css", css);
  let property = null;
  let value = null;
  cssService.setCompletionParticipants([
    {
      onCssProperty: () => (property = true),
      onCssPropertyValue: ({ propertyName }) => (value = propertyName.toLowerCase()),
    },
  ]);
  const { items } = cssService.doComplete(document, document.positionAt(at), cssService.parseStylesheet(document), SETTINGS);
  const offset = (place) => document.offsetAt(place);
  return { property, value, items: items.map((item) => itemOf(item, offset)) };
};

/** An item of the service: `$1` in what it writes is where the cursor goes. */
const itemOf = ({ label, textEdit, sortText = "" }, offset) => {
  const [before, after] = textEdit.newText.split(/\$\{?\d(?::[^}]*)?\}?/);
  return {
    label,
    insert: before + (after ?? ""),
    caret: after === undefined ? undefined : before.length,
    from: offset(textEdit.range.start),
    to: offset(textEdit.range.end),
    weight: parseInt(sortText.split("_")[1] ?? "0", 16),
  };
};

const SELDOM = 205; // the weight that the service gives whatever nobody uses

const properties = (items) => {
  const used = items.filter(({ label, weight }) => weight < SELDOM || likely.properties.includes(label));
  const own = used.map((item) => ({ ...item, kind: "property", about: explain({ kind: "property", name: item.label }) }));
  return ranked(own, likely.properties);
};

const NUMBER = /^[\d.]+(?=[a-z%]+$)/i;

/** Of the many units of lengths, those that a page needs. */
const usable = ({ label }) => !NUMBER.test(label) || likely.units.includes(label.replace(NUMBER, ""));

const WIDE = new Set(["initial", "inherit", "unset", "revert", "revert-layer", "var()", "env()"]);

const values = (items, property) => {
  const usual = likely.propertyValues[property] ?? [];
  const first = items[0] ?? {};
  const added = usual.map((label) => ({ label, insert: label, from: first.from, to: first.to }));
  const all = [...items.filter((item) => !item.label.startsWith("-") && usable(item)), ...added].map((item) => ({
    ...item,
    kind: "propertyValue",
    weight: WIDE.has(item.label) ? 9 : Math.max(0, likely.units.indexOf(item.label.replace(NUMBER, ""))),
    about: explain({ kind: "propertyValue", name: item.label, of: property }),
  }));
  return ranked(all, usual.length ? usual : all.filter(({ label }) => !WIDE.has(label)).map(({ label }) => label));
};

const WORD = /[.#@]?[\p{L}\p{N}_-]*$|::?[a-z-]*$/u;

/** What a selector may go on with: what the pages have, pseudo-classes after a colon, at-rules after an @. */
const selectors = (library, word, top) => {
  const pages = library.ofPages();
  const sheets = library.ofSheets();
  if (word.startsWith(":")) {
    return ranked(itemsOf(likely.pseudos, "pseudo"), likely.pseudos);
  }
  if (word.startsWith("@")) {
    return top ? ranked(itemsOf(data.provideAtDirectives().map(({ name }) => name), "atRule"), likely.atRules) : [];
  }
  const signed = (sign, names, kind) => [...names].map((name) => ({ label: sign + name, insert: sign + name, kind, own: true, about: "" }));
  const classes = () => signed(".", new Set([...pages.classes, ...sheets.classes]), "class");
  const ids = () => signed("#", new Set([...pages.ids, ...sheets.ids]), "id");
  if (word.startsWith(".")) return ranked(classes(), []);
  if (word.startsWith("#")) return ranked(ids(), []);
  const unseen = new Set(["head", "title", "meta", "link", "style", "script", "base"]);
  const here = itemsOf([...pages.tags].filter((tag) => !unseen.has(tag)), "tag", "", { own: true });
  return ranked([...here, ...itemsOf(likely.tags.filter((tag) => !unseen.has(tag)), "tag")], likely.tags);
};

const COMMENT_OR_STRING = /\/\*[^]*?(\*\/|$)|"(?:\\[^]|[^"\\\n])*("|$)|'(?:\\[^]|[^'\\\n])*('|$)/g;

/** {from, to, items} for a place in CSS; null where nothing is offered, as within comments. */
export const completeCss = (library, css, at) => {
  const before = css.slice(0, at).replace(COMMENT_OR_STRING, (all, ...ends) => (ends.slice(0, 3).some(Boolean) ? " ".repeat(all.length) : "\0"));
  if (before.includes("\0")) return null;
  const address = /\burl\(\s*["']?([^"')]*)$/.exec(css.slice(0, at));
  if (address) {
    const pictures = itemsOf(library.pictures, "attributeValue", "src");
    return { from: at - address[1].length, to: at, items: ranked(pictures, library.pictures) };
  }
  const { property, value, items } = asked(css, at);
  const range = ({ from = at, to = at } = {}) => ({ from, to });
  if (value !== null) return { ...range(items[0]), items: values(items, value) };
  if (property) return { ...range(items[0]), items: properties(items) };
  const prelude = /[^{};]*$/.exec(before)[0];
  const word = WORD.exec(prelude)[0];
  const to = at + /^[\p{L}\p{N}_-]*/u.exec(css.slice(at))[0].length;
  if (/^\s*@media\b/.test(prelude)) {
    const from = at - /[\w(-]*$/.exec(prelude)[0].length;
    return { from, to, items: ranked(itemsOf(likely.media, "media"), likely.media) };
  }
  if (/^\s*@/.test(prelude) && !word.startsWith("@")) return null;
  return { from: at - word.length, to, items: selectors(library, word, prelude.trim() === word) };
};
