// The open files as the services want them, and what their authors have named in them: classes, ids, tags.

import { getCSSLanguageService } from "vscode-css-languageservice";
import { getLanguageService } from "vscode-html-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

// Said of nothing: then the services' sentences come as plain text.
const clientCapabilities = { textDocument: {} };

export const htmlService = getLanguageService({ clientCapabilities });
export const cssService = getCSSLanguageService({ clientCapabilities });

export const isHtml = (name) => /\.html?$/i.test(name);
export const isCss = (name) => /\.css$/i.test(name);

const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|avif)$/i;

/** A document for a service. */
export const documentOf = (language, text) => TextDocument.create(`file:///a.${language}`, language, 0, text);

const COMMENT_OR_STRING = /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/g;
const NAME = /([.#])(-?[\p{L}_][\p{L}\p{N}_-]*)/gu;

/** The classes and ids in the selectors of a style sheet: {classes, ids}. */
const namesInCss = (css) => {
  const found = { classes: new Set(), ids: new Set() };
  for (const [, prelude] of css.replace(COMMENT_OR_STRING, " ").matchAll(/([^{};]*)\{/g)) {
    for (const [, sign, name] of prelude.matchAll(NAME)) (sign === "." ? found.classes : found.ids).add(name);
  }
  return found;
};

const bare = (value) => (value ?? "").replace(/^(["'])(.*)\1$/s, "$2");

const words = (value) => bare(value).split(/\s+/).filter(Boolean);

/** What a page has and points at: {classes, ids, tags, wanted}, and the CSS in it: `sheet`. */
const namesInHtml = (text, page) => {
  const found = { classes: new Set(), ids: new Set(), tags: new Set(), wanted: new Set() };
  let sheet = "";
  const walk = ({ tag, attributes, children, startTagEnd, endTagStart, end }) => {
    if (tag) found.tags.add(tag.toLowerCase());
    if (tag?.toLowerCase() === "style") sheet += `${text.slice(startTagEnd ?? end, endTagStart ?? end)}\n`;
    for (const name of words(attributes?.class)) found.classes.add(name);
    if (attributes?.id) found.ids.add(bare(attributes.id));
    const points = [attributes?.for, ...words(attributes?.["aria-labelledby"]), ...words(attributes?.["aria-describedby"])];
    if (bare(attributes?.href).startsWith("#")) points.push(bare(attributes.href).slice(1));
    for (const name of points) if (bare(name)) found.wanted.add(bare(name));
    children.forEach(walk);
  };
  page.roots.forEach(walk);
  return { ...found, sheet };
};

/** The texts by name, each read once. */
export class Library {
  #files = new Map(); // name -> {text, names, page}

  take({ files = [], forget = false, assets = [] }) {
    this.assets = assets;
    this.pictures = assets.filter((name) => PICTURE.test(name));
    if (forget) this.#files.clear();
    for (const [name, text] of files) this.#files.set(name, { text });
  }

  get names() {
    return [...this.#files.keys()];
  }

  text(name) {
    return this.#files.get(name)?.text ?? "";
  }

  /** {document, page} of an HTML file. */
  html(name) {
    const file = this.#files.get(name) ?? { text: "" };
    file.document ??= documentOf("html", file.text);
    file.page ??= htmlService.parseHTMLDocument(file.document);
    return file;
  }

  /** {classes, ids, tags, wanted} of a page. */
  ofPage(name) {
    const file = this.html(name);
    return (file.names ??= namesInHtml(file.text, file.page));
  }

  /** The same of all pages together. */
  ofPages() {
    const pages = this.names.filter(isHtml).map((name) => this.ofPage(name));
    const all = (key) => new Set(pages.flatMap((page) => [...page[key]]));
    return { classes: all("classes"), ids: all("ids"), tags: all("tags"), wanted: all("wanted") };
  }

  /** {classes, ids} that the style sheets have rules for, those within pages too. */
  ofSheets() {
    const sheets = this.names.map((name) => {
      if (isHtml(name)) return namesInCss(this.ofPage(name).sheet);
      return isCss(name) ? namesInCss(this.text(name)) : { classes: new Set(), ids: new Set() };
    });
    const all = (key) => new Set(sheets.flatMap((sheet) => [...sheet[key]]));
    return { classes: all("classes"), ids: all("ids") };
  }
}
