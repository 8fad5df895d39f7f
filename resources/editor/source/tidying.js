// Tidy: white space where a tidy file has it, as one step that can be undone, or a sentence that says why not.
//
// The worker proposes (language/tidy.js). Here it is told which tags the style sheets put into the line or keep as typed,
// and here the result is parsed beside what was, and let be where a reader could see a difference.

import { isolateHistory } from "@codemirror/commands";
import { ensureSyntaxTree } from "@codemirror/language";

import { languageOf } from "./language.js";
import { canChange } from "./regions.js";
import { tell } from "./sentence.js";

const PARSE_WITHIN = 1000; // ms
const DONE = "Tidied. `Ctrl+Z` puts it back.";
const TIDY = "This is tidy already.";
const UNSAFE = "Tidy would change what the page shows, so everything stays as it was.";
const SILENT = "Tidy did not answer. Everything stays as it was; try it again.";
const OTHER = "Tidy is for HTML and CSS.";

const isHtml = (name) => /\.html?$/i.test(name);
const isCss = (name) => /\.css$/i.test(name);

const SLIP = /^(?:⚠|MismatchedCloseTag|MissingCloseTag|IncompleteTag|IncompleteCloseTag)$/;

const MAY_STAY_OPEN = /^(?:li|p|d[td]|t[rdh]|t(?:body|head|foot)|option|optgroup|colgroup|caption|html|head|body|r[tp])$/i;

/** Whether an element waits for its end tag. */
const isOpen = (state, element) => {
  const name = element.getChild("OpenTag")?.getChild("TagName");
  return name && !element.getChild("CloseTag") && !MAY_STAY_OPEN.test(state.sliceDoc(name.from, name.to));
};

/** The line of the first thing that is not finished; 0 where there is none, null where the text was not read in time. */
const lineOfSlip = (state) => {
  const tree = ensureSyntaxTree(state, state.doc.length, PARSE_WITHIN);
  if (!tree) return null;
  let line = 0;
  tree.iterate({
    enter: ({ name, type, from, node }) => {
      const slip = type.isError || SLIP.test(name) || (name === "Element" && isOpen(state, node));
      if (!line && slip) line = state.doc.lineAt(from).number;
      return !line;
    },
  });
  return line;
};

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

/** The rules of a style sheet, those within others too. */
const rulesOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const inner = (rule) => [rule, ...[...(rule.cssRules ?? [])].flatMap(inner)];
  return [...sheet.cssRules].flatMap(inner);
};

const all = (page, selector) => {
  try {
    return [...page.querySelectorAll(selector.replace(/::?[a-z-]+(?:\([^()]*\))?/gi, "") || "*")];
  } catch {
    return [...page.querySelectorAll("*")];
  }
};

/** The tags of a page that its style sheets put into the line, {inline}, and those whose white space they keep, {kept}. */
const lookOf = (page, sheets) => {
  const inline = new Set();
  const kept = new Set();
  const note = (style, elements) => {
    const names = elements.map(({ localName }) => localName);
    if (/inline|contents|ruby|run-in/.test(style.display)) for (const name of names) inline.add(name);
    if (/pre|break-spaces/.test(`${style.whiteSpace} ${style.whiteSpaceCollapse}`)) for (const name of names) kept.add(name);
  };
  const texts = [...sheets, ...[...page.querySelectorAll("style")].map((style) => style.textContent)];
  for (const rule of texts.flatMap(rulesOf)) if (rule.style && rule.selectorText) note(rule.style, all(page, rule.selectorText));
  for (const element of page.querySelectorAll("[style]")) note(element.style, [element]);
  return { inline: [...inline], kept: [...kept] };
};

const cssText = (css) => rulesOf(css).map((rule) => rule.cssText).join("\n");

const BLOCK = new Set(
  `address article aside base blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
  figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option
  p pre search section summary table tbody td tfoot th thead title tr ul`.split(/\s+/),
);
const ONLY_INSIDE = new Set(["button", "select", "datalist"]);
const UNSEEN_IN_HEAD = new Set(["link", "meta", "base", "style", "script", "template", "noscript"]);
const EXACTLY = new Set(["pre", "textarea", "title", "script", "listing", "xmp", "plaintext"]);

/** One line of a page as it is seen: white space together is one space, and none at the beginning and the end. */
const line = (pieces) => {
  let spaced = true;
  let last = -1; // the piece that ends in a space which may turn out to be the line's last
  const seen = pieces.map((piece, index) => {
    if (piece.mark !== undefined) return piece.mark;
    if (piece.exact !== undefined) {
      spaced = false;
      last = -1;
      return piece.exact;
    }
    let text = piece.text.replace(/[ \t\n\r\f]+/g, " ");
    if (spaced && text.startsWith(" ")) text = text.slice(1);
    if (!text) return "";
    spaced = text.endsWith(" ");
    last = spaced ? index : -1;
    return text;
  });
  if (last >= 0) seen[last] = seen[last].slice(0, -1);
  return seen.join("");
};

/** A page as a text in which only white space that nobody can see is left out. */
const shown = (page, { inline, kept }) => {
  const lines = [];
  let pieces = [];
  const end = () => {
    lines.push(line(pieces));
    pieces = [];
  };
  const mark = (text) => pieces.push({ mark: text });
  const walk = (node, exactly) => {
    const { localName: name } = node;
    if (node.nodeType === Node.TEXT_NODE) return pieces.push(exactly ? { exact: node.data } : { text: node.data });
    if (node.nodeType !== Node.ELEMENT_NODE) return mark(`<!${node.data ?? node.name}>`);
    const { childNodes: children } = node instanceof HTMLTemplateElement ? node.content : node;
    const free = inline.includes(name);
    const block = !free && (BLOCK.has(name) || (UNSEEN_IN_HEAD.has(name) && node.parentElement?.localName === "head"));
    const inside = block || (!free && ONLY_INSIDE.has(name));
    if (block) end();
    const attributes = [...node.attributes].map((attribute) => `${attribute.name}=${JSON.stringify(attribute.value)}`);
    mark(`<${name} ${attributes.join(" ")}>`);
    if (inside) end();
    if (name === "style") mark(cssText(node.textContent));
    else for (const child of children) walk(child, exactly || EXACTLY.has(name) || kept.includes(name));
    if (inside) end();
    mark(`</${name}>`);
    if (block) end();
    return null;
  };
  for (const child of page.childNodes) walk(child, false);
  end();
  return `${page.compatMode}\n${lines.filter(Boolean).join("\n")}`;
};

/** Whether two texts of a file are the same to whoever looks at the page. */
const looksSame = (file, before, after, look) => {
  if (isCss(file)) return cssText(before) === cssText(after);
  return shown(parse(before), look) === shown(parse(after), look);
};

/** A change without what stays the same at its two ends. */
const least = (text, from, to, insert) => {
  let same = 0;
  while (from + same < to && text[from + same] === insert[same]) same++;
  let end = 0;
  while (to - end > from + same && insert.length - end > same && text[to - end - 1] === insert.at(-end - 1)) end++;
  return { from: from + same, to: to - end, insert: insert.slice(same, insert.length - end) };
};

const proposed = async (state) => {
  const { file, ask, texts } = state.facet(languageOf);
  if (!isHtml(file) && !isCss(file)) return { why: OTHER };
  const slip = lineOfSlip(state);
  if (slip) return { why: `Line ${slip} is not finished. When that is right, this can be tidied.` };
  const before = state.doc.toString();
  const sheets = texts().filter(([name]) => isCss(name)).map(([, text]) => text);
  const look = isHtml(file) ? lookOf(parse(before), sheets) : {};
  const gaps = slip === null ? null : await ask({ ask: "tidy", ...look });
  if (!gaps) return { why: gaps === undefined || slip === null ? SILENT : UNSAFE };
  const changes = gaps
    .map((gap) => least(before, ...gap))
    .filter(({ from, to }) => canChange(state, from, to));
  if (!changes.length) return { why: TIDY };
  const after = state.changes(changes).apply(state.doc).toString();
  return looksSame(file, before, after, look) ? { changes } : { why: UNSAFE };
};

/** Tidy the file that is shown, as far as it can be changed. */
export const tidy = (view) => {
  const { state } = view;
  const say = async () => {
    const { changes, why } = await proposed(state);
    if (view.state.doc !== state.doc) return; // somebody typed on meanwhile, which matters more
    const { head } = view.state.selection.main;
    if (why) return view.dispatch({ effects: tell(head, why) });
    const set = state.changes(changes);
    view.dispatch({
      changes: set,
      effects: tell(set.mapPos(head), DONE),
      annotations: isolateHistory.of("full"),
      userEvent: "tidy",
    });
  };
  say();
  return true;
};
