// Emmet: what an abbreviation before the cursor stands for. Only what is one beyond doubt: a word in a sentence is a word.

import { getDefaultHTMLDataProvider } from "vscode-html-languageservice";
import expandAbbreviation, { extract } from "emmet";

const TAGS = new Set(getDefaultHTMLDataProvider().provideTags().map(({ name }) => name));
const CARET = "\ue000"; // where the first thing to fill in is; no text has this letter
const OPERATORS = /[>+^*.#[{(]/;

const options = (indent) => ({
  "output.field": (index, placeholder) => (index ? CARET : "") + (placeholder ?? ""),
  "output.indent": "  ",
  "output.baseIndent": indent,
  "output.selfClosingStyle": "html",
});

/** Whether `text`, which ends the line `before`, can only be an abbreviation of HTML. */
const isHtml = (text, before) => {
  const rest = before.slice(0, before.length - text.length);
  const alone = /^\s*$|>$/.test(rest);
  const [name] = /^[a-z][a-z\d-]*/i.exec(text) ?? [""];
  if (text === "!") return alone;
  if (name && !TAGS.has(name.toLowerCase())) return false;
  return alone || (/\s$/.test(rest) && OPERATORS.test(text) && !/[.,]$/.test(text));
};

const PROPERTY = /^-?[a-z]+(?:-?[\d.]+(?:[a-z%]+)?)?(?:-[\d.]+(?:[a-z%]+)?)*!?$/i;

/** {length, text, caret} for the abbreviation that ends `before`, the line up to the cursor; null where there is none. */
export const expand = ({ before, css }) => {
  const type = css ? "stylesheet" : "markup";
  const found = extract(before, before.length, { type, lookAhead: false });
  if (!found || !(css ? PROPERTY.test(found.abbreviation) : isHtml(found.abbreviation, before))) return null;
  const indent = /^\s*/.exec(before)[0];
  const variables = { lang: "en-GB", charset: "utf-8" };
  const written = expandAbbreviation(found.abbreviation, { type, variables, options: options(indent) });
  const caret = written.indexOf(CARET);
  const text = written.replaceAll(CARET, "");
  return { length: found.end - found.start, text, caret: caret < 0 ? text.length : caret };
};
