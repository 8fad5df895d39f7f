// What the editor's worker knows of HTML and CSS: the data of the language services, cut down when it is bundled.
//
// Theirs is a megabyte, with every browser's version and whole paragraphs of a reference work. Kept is what somebody may
// be offered (no obsolete tag or attribute, no event handler, no prefix of one browser), each with a sentence or two in British spelling. Own sentences (editor/source/language/words.json) go before these.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const read = (name) => JSON.parse(readFileSync(new URL(`editor/source/language/${name}`, import.meta.url), "utf8"));
const ours = new Set([...Object.keys(read("words.json").properties), ...read("likely.json").properties]);

const LONGEST = 300; // letters of a sentence; a longer one is left out, since half of one would puzzle
const TOGETHER = 170; // letters that two sentences may have together
// Obsolete, and not said to be in the data.
const OLD_TAGS = new Set("fencedframe param rb selectedcontent".split(" "));
const OLD_ATTRIBUTES = new Set(
  `accept-charset align aria-dropeffect aria-grabbed axis charset compact contextmenu csp dropzone importance intrinsicsize
  manifest mediagroup nowrap profile redo scheme scoped seamless sorted typemustmatch undo version xmlns`.split(/\s+/),
);
// Old, but not for these.
const STILL_GOOD = new Set(["meta charset", "select size", "optgroup disabled", "iframe allowfullscreen", "datalist"]);
const OLD_FOR = new Set(["pre cols", "pre wrap", "td abbr", "form accept", "a type", "script text", "link title"]);

const BRITISH = [
  ["color", "colour"],
  ["behavior", "behaviour"],
  ["center", "centre"],
  ["gray", "grey"],
  ["labeled", "labelled"],
  ["canceled", "cancelled"],
  ["favor", "favour"],
  ["dialog\\b(?! element)", "dialogue"],
  ["license\\b", "licence"],
].map(([from, to]) => [new RegExp(`(?<![\\w-])${from}`, "gi"), to]);

const british = (text) => {
  const prose = (part) =>
    BRITISH.reduce(
      (said, [from, to]) => said.replace(from, (word) => (/^[A-Z]/.test(word) ? to[0].toUpperCase() + to.slice(1) : to)),
      part,
    ).replace(/\b([a-z]{4,})(iz|yz)(e[sd]?|ing|ations?)\b/gi, (word, stem, _, end) =>
      /^(resiz|siz|horiz)/i.test(word) ? word : `${stem}${_[0]}s${end}`,
    );
  return text.split("`").map((part, index) => (index % 2 ? part : prose(part))).join("`");
};

/** A description, in whatever form, as a sentence or two with code between backticks; "" where there is none. */
export const plain = (description) => {
  const text = (description?.value ?? description ?? "")
    .replace(/!?\[([^\]]*)\]\((?:[^()"]|"[^"]*"|\([^)]*\))*\)/g, "$1")
    .replace(/(?<![\w`])'([^'\s][^']*)'(?!\w)/g, "`$1`")
    .replace(/[*_]{2}/g, "")
    .replace(/\\(?=[^\w\s])/g, "")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">")
    .replace(/^"(.*)"\.?$/, "$1")
    .replace(/\.\.$/, ".")
    .split(/\n\s*\n/)[0]
    .replace(/\s+/g, " ")
    .trim();
  const [first = "", second = ""] = text.split(/(?<=[.!?])(?<!\b(?:e\.g|i\.e|etc)\.) (?=[A-Z`])/);
  const kept = second && first.length + second.length <= TOGETHER && !/^(See|Note|For example)/.test(second) ? `${first} ${second}` : first;
  if (!kept || kept.length > LONGEST || (kept.split("`").length - 1) % 2) return "";
  const whole = british(kept[0].toUpperCase() + kept.slice(1));
  return /[.!?]$/.test(whole) ? whole : `${whole.replace(/[:;,]$/, "")}.`;
};

const named = ({ name, description, ...more }) => ({ name, description: plain(description), ...more });

const old = (key, { name, status }) =>
  !STILL_GOOD.has(key) &&
  (/^on/.test(name) || status?.baseline === false || OLD_FOR.has(key) || (OLD_ATTRIBUTES.has(name) && name !== "charset"));

const attributes = (tag, list) => {
  const seen = new Set();
  return list
    .filter((attribute) => !old(`${tag} ${attribute.name}`, attribute) && !seen.has(attribute.name) && seen.add(attribute.name))
    .map(({ name, description, valueSet }) => named({ name, description, valueSet }));
};

const html = ({ version, tags, globalAttributes, valueSets }) => ({
  version,
  tags: tags
    .filter(({ name }) => !OLD_TAGS.has(name))
    .map((tag) => named({ name: tag.name, description: tag.description, attributes: attributes(tag.name, tag.attributes), void: tag.void })),
  globalAttributes: attributes("*", globalAttributes),
  valueSets: valueSets.map(({ name, values }) => ({ name, values: values.map(({ name, description }) => named({ name, description })) })),
});

const offered = ({ name, status, description }) =>
  !status && !/^[:@]*-/.test(name) && !/^non-standard/i.test(description?.value ?? description ?? "");

const once = (entries) => [...new Map(entries.map((entry) => [entry.name, entry])).values()];

const css = ({ version, properties, ...rest }) => {
  const lists = Object.entries(rest).map(([kind, entries]) => [
    kind,
    once(entries.filter(offered).map(({ name, description }) => named({ name, description }))),
  ]);
  return {
    version,
    properties: properties
      .filter((property) => offered(property) && (!property.atRule || ours.has(property.name)))
      .map(({ name, description, relevance, restrictions, values = [] }) =>
        named({ name, description, relevance, restrictions, values: values.filter(offered).map(({ name, description }) => named({ name, description })) }),
      ),
    ...Object.fromEntries(lists),
  };
};

/** For esbuild: the services' data, cut down. */
export const languageData = {
  name: "language-data",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]webCustomData\.js$/ }, async ({ path }) => {
      const { htmlData, cssData } = await import(pathToFileURL(path));
      const contents = htmlData
        ? `export const htmlData = ${JSON.stringify(html(htmlData))};`
        : `export const cssData = ${JSON.stringify(css(cssData))};`;
      return { contents, loader: "js" };
    }),
};
