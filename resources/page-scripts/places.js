// Which element a place in the HTML belongs to, and where an element, or a letter of a text, stands in the HTML.
//
// Runs in ApplicationWorld after patch.js, which keeps in `midweek.shown` the {html, tree} that the page was made from.
//   midweek.places.at(offset)          {elements, tag, raw} or null where no element is meant: the elements of the page (often
//       one; several where the browser made more of one tag), raw: [from, to] where the place is inside <style> and its like
//   midweek.places.of(element)         where its start tag begins; for an element nobody typed, that of the one around it
//   midweek.places.ofStyle(element)    where the words inside of a <style> begin
//   midweek.places.ofText(node, k)     where the letter k of a text node stands; null where nobody knows
// Offsets are UTF-16 units of `midweek.shown.html`.
//
// Nothing here knows how HTML nests: tags are found as the tokenizer does, and the browser's own parser builds the tree,
// of a copy in which every start tag has its number as an attribute, and every text its number before its first letter.
// Neither changes what is made of a page. Where it would (`<b>` typed four times, never closed), the copy has another
// shape than the page, and every answer is null.
"use strict";
(() => {
  const MARK = "midweek-place";
  const [OPEN, CLOSE] = ["\ufdd0", "\ufdd1"]; // letters that no text has
  const HERE = OPEN + CLOSE + OPEN;
  const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
  const RAW = /^(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;
  const NAME = /<\/?([A-Za-z][^\t\n\f\r />]*)/y;
  const ATTRIBUTE =
    /[\t\n\f\r /]*[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|(?!["'])[^\t\n\f\r >]*))?/y;
  const NEXT_EQUALS = /[\t\n\f\r ]*=/y;
  const TAG_END = /[\t\n\f\r /]*>/y;
  const REMARK = /<!--(?:-?>|[^]*?(?:--!?>|$))|<[!?/][^>]*>?/y;
  const TEXT = /[^<]*(?:<(?![A-Za-z/!?])[^<]*)*/y;
  const LETTER = /[^\t\n\f\r ]/;
  const ENTITY = /&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);?/y;

  const match = (pattern, text, at) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  /** The end of a tag whose name ends at `at`; -1 where the text ends first, and the browser drops the tag. */
  const tagEnd = (html, at) => {
    for (let place = at; ; ) {
      const end = match(TAG_END, html, place);
      if (end) return place + end[0].length;
      const attribute = match(ATTRIBUTE, html, place);
      if (!attribute) return -1;
      place += attribute[0].length;
      if (!attribute[0].includes("=") && match(NEXT_EQUALS, html, place)) return -1;
    }
  };

  /** The text cut into pieces {kind: start | end | text | raw | remark, from, to, name, start}, which leave nothing out.
   * `start` of an end tag or a raw text: the piece of the start tag before it. */
  const cut = (html) => {
    const pieces = [];
    const add = (kind, from, to, name = "", start = null) => pieces.push({ kind, from, to, name, start });
    let foreign = 0; // inside of SVG and MathML nothing is raw
    for (let at = 0; at < html.length; at = pieces.at(-1).to) {
      const name = match(NAME, html, at);
      if (!name) {
        const text = match(TEXT, html, at)[0].length;
        if (text > 0) add("text", at, at + text);
        else add("remark", at, at + match(REMARK, html, at)[0].length);
        continue;
      }
      const local = name[1].toLowerCase();
      const closing = html[at + 1] === "/";
      const to = tagEnd(html, at + name[0].length);
      if (to < 0) add("remark", at, html.length);
      else add(closing ? "end" : "start", at, to, local);
      if (/^(svg|math)$/.test(local) && html[to - 2] !== "/") foreign = Math.max(0, foreign + (closing ? -1 : 1));
      else if (to > 0 && !closing && !foreign && RAW.test(local)) addRaw(html, add, pieces.at(-1));
    }
    return pieces;
  };

  /** What stands in a <style> and its like, where no tag is one but its own end. */
  const addRaw = (html, add, start) => {
    const ends = new RegExp(start.name === "plaintext" ? "$(?!.)" : `</${start.name}(?=[\\t\\n\\f\\r />])`, "gi");
    ends.lastIndex = start.to;
    const to = ends.exec(html)?.index ?? html.length;
    if (to > start.to) add("raw", start.to, to, "", start);
    if (to === html.length) return;
    const end = tagEnd(html, to + 2 + start.name.length);
    add(end < 0 ? "remark" : "end", to, end < 0 ? html.length : end, start.name, start);
  };

  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const names = (tree) => Array.from(tree.querySelectorAll("*"), ({ localName }) => localName).join();

  let known = { html: null };

  /** The page as it was typed, and its pieces; null while no page stands. */
  const typed = () => {
    const html = midweek.shown?.html ?? null;
    if (html !== null && known.html !== html) known = { html, pieces: cut(html) };
    return html === null ? null : known;
  };

  const tagged = (html, { from, name }, mark) => {
    const end = from + 1 + name.length;
    return `${html.slice(0, end)} ${MARK}="${mark}"${html.slice(end)}`;
  };

  /** The tree of a copy in which every tag and text has its number, made once for each text; null where it has another shape. */
  const numbered = () => {
    const page = typed();
    if (page && page.tree === undefined) {
      const { html, pieces } = page;
      const texts = !html.includes(OPEN);
      const copy = pieces.map((piece, number) => {
        const written = html.slice(piece.from, piece.to);
        if (piece.kind === "start") return tagged(written, { ...piece, from: 0 }, number);
        return piece.kind === "text" && texts ? written.replace(LETTER, `${OPEN}${number}${CLOSE}$&`) : written;
      });
      const tree = parse(copy.join(""));
      page.tree = names(tree) === names(midweek.shown.tree) ? tree : null;
    }
    return page?.tree ?? null;
  };

  /** Where a node stands among its parent's, its parent among its own, up to the root; `of`: children or childNodes. */
  const pathOf = (node, of = "children") => {
    const path = [];
    for (let one = node; one.parentNode; one = one.parentNode) path.unshift([...one.parentNode[of]].indexOf(one));
    return path;
  };

  const follow = (root, path, of = "children") => path.reduce((node, index) => node?.[of][index] ?? null, root);

  /** The same element in another of the trees; null where the way to it is another one there. */
  const twin = (element, root) => {
    let found = root;
    for (const index of pathOf(element)) if (found) found = found.children[index];
    return found?.localName === element.localName ? found : null;
  };

  /** The elements of the page that the browser makes of a start tag. */
  const made = ({ html }, start) => {
    const marked = parse(tagged(html, start, "")).querySelectorAll(`[${MARK}]`);
    return Array.from(marked, (element) => twin(element, document)).filter(Boolean);
  };

  /** What is open at a place: the browser says, of a copy with a mark there. */
  const openAt = ({ html }, place, mark) => {
    const tree = parse(html.slice(0, place) + mark + html.slice(place));
    const kinds = mark === HERE ? NodeFilter.SHOW_TEXT : NodeFilter.SHOW_COMMENT;
    const walk = tree.createTreeWalker(tree, kinds);
    while (walk.nextNode()) if (walk.currentNode.data.includes(HERE)) return walk.currentNode.parentElement;
    return null;
  };

  const TO_LINE_END = /[\t\f\r ]*(?:\n|$)/y;

  /** A place beside a tag, with nothing else on its line, is the tag's; else the piece that holds it. */
  const pieceAt = ({ html, pieces }, offset) => {
    const index = pieces.findIndex(({ from, to }) => from <= offset && offset < to);
    const [before, here, next] = index < 0 ? [pieces.at(-1)] : [pieces[index - 1], pieces[index], pieces[index + 1]];
    if (!here) return before;
    const isTag = (piece) => piece?.kind === "start" || piece?.kind === "end";
    const isBlank = ({ kind, from, to }) => kind === "text" && !LETTER.test(html.slice(from, to));
    const spaces = (from, to) => /^[\t\f\r ]*$/.test(html.slice(from, to));
    const first = offset === here.from && before ? before : null;
    const isWhole = first?.kind === "end" || (first?.kind === "start" && VOID.test(first.name));
    if (isWhole && (here.kind !== "text" || isBlank(here) || match(TO_LINE_END, html, offset))) return first;
    if (first?.kind === "text" && here.kind === "end" && !isBlank(first)) return first; // the words are nearer than an end
    if (!isBlank(here)) return here;
    if (isTag(next) && spaces(offset, here.to)) return next;
    return isTag(before) && spaces(here.from, offset) ? before : here;
  };

  /** Where to ask what is open around a piece, and with which mark: letters go where letters are, for tables move them. */
  const asked = (html, { kind, from, to }, offset) => {
    const words = kind === "text" && LETTER.exec(html.slice(from, to));
    if (words) return [Math.max(offset, from + words.index), HERE];
    return [kind === "text" ? offset : from, `<!--${HERE}-->`];
  };

  const at = (offset) => {
    const page = typed();
    if (!page?.html) return null;
    const piece = pieceAt(page, Math.min(offset, page.html.length));
    const start = piece.kind === "start" ? piece : piece.start;
    const elements = start ? made(page, start) : [];
    const raw = piece.kind === "raw" && start.name === "style" ? [piece.from, piece.to] : null;
    if (elements.length > 0) return { elements, tag: elements[0].localName, raw };
    if (piece.kind === "remark" && /^<!doctype/i.test(page.html.slice(piece.from, piece.to))) return null;
    const open = openAt(page, ...asked(page.html, piece, Math.min(offset, piece.to)));
    const meant = (piece.kind === "end" && open?.closest(CSS.escape(piece.name))) || open;
    const element = meant && twin(meant, document);
    return element ? { elements: [element], tag: element.localName, raw: null } : null;
  };

  const of = (element) => {
    const tree = numbered();
    for (let one = tree && twin(element, tree); one; one = one.parentElement) {
      const number = one.getAttribute(MARK);
      if (number !== null) return typed().pieces[number].from;
    }
    return null;
  };

  const ofStyle = (element) => {
    const tree = numbered();
    const number = tree && twin(element, tree)?.getAttribute(MARK);
    return number ? typed().pieces[number].to : null;
  };

  const scratch = document.implementation.createHTMLDocument("").createElement("p");
  const decoded = (entity) => {
    scratch.innerHTML = entity;
    return scratch.textContent.length;
  };

  /** The offset behind `count` letters of a text as it is typed. */
  const advance = (html, from, to, count) => {
    let place = from;
    for (let left = count; left > 0 && place < to; ) {
      const entity = html[place] === "&" && match(ENTITY, html, place)?.[0];
      const letters = entity ? decoded(entity) : 1;
      place += entity ? entity.length : 1;
      left -= letters;
    }
    return Math.min(place, to);
  };

  const ofText = (node, count) => {
    const tree = numbered();
    const data = tree && follow(tree, pathOf(node, "childNodes"), "childNodes")?.data;
    let found = null;
    let marks = 0; // letters of marks so far
    for (const mark of String(data ?? "").matchAll(new RegExp(`${OPEN}(\\d+)${CLOSE}`, "g"))) {
      const before = mark.index - marks;
      marks += mark[0].length;
      if (!found || before <= count) found = { ...typed().pieces[mark[1]], before };
    }
    if (!found) return null;
    const { html } = typed();
    const first = found.from + LETTER.exec(html.slice(found.from, found.to)).index;
    return advance(html, first, found.to, Math.max(0, count - found.before));
  };

  midweek.places = { at, of, ofStyle, ofText };
})();
