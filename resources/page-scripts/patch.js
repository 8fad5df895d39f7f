// Patches the page in place while somebody types, so that scroll, focus, hover, open details and typed values stay.
//
// Runs in ApplicationWorld after answer.js. Tasks:
//   where()                        -> [x, y], how far the page is scrolled
//   arrive(html, [x, y])           after a full load of `html`: scroll there; answers null once it is painted
//   patch(html, version, styles)   bring the page to `html`; styles: whether a style sheet changed (swap the links)
//       -> {patched: true}         it is painted
//       -> {held: true}            half typed, it would be blank: the page is left as it is until there is more
//       -> {reload: "why"}         a patch could not be right: load the page afresh
//
// Three trees: what the page was parsed from (`source`), what it is to be (`wanted`, by DOMParser), and the page itself,
// which a visitor may have changed (an open <details>, a typed value). Only differences between the first two are
// carried over to the third. Where the page is not what `source` says, there is no patch.
"use strict";

(() => {
  // What a browser reads once, while it parses; style sheet links, which would load late and flash; and <details> that
  // close one another.
  const READ_ONCE = "base, link, meta[http-equiv], template[shadowrootmode], frameset, frame, details[name]";
  const PAIRS_LIMIT = 40_000; // above that many comparisons, children are paired in order

  class Reload extends Error {}

  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  let source = null;
  let hasTemplates = false;

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const sameKind = (a, b) => a.nodeName === b.nodeName && a.namespaceURI === b.namespaceURI;

  /** isEqualNode does not look into templates. */
  const equal = (a, b) => a.isEqualNode(b) && !(hasTemplates && isElement(a) && a.outerHTML !== b.outerHTML);

  const readOnce = (tree) => {
    const type = tree.doctype;
    const found = [...tree.querySelectorAll(READ_ONCE)].map((element) => element.cloneNode().outerHTML);
    return JSON.stringify([tree.compatMode, type && [type.name, type.publicId, type.systemId], ...found]);
  };

  const importsStyles = (element) => element.localName === "style" && element.textContent.includes("@import");

  /** A node may come or go only if the browser need not read it while parsing. */
  const checkMovable = (node) => {
    if (node.nodeType === Node.DOCUMENT_TYPE_NODE) throw new Reload("read once");
    if (!isElement(node)) return;
    if (node.matches(READ_ONCE) || node.querySelector(READ_ONCE)) throw new Reload("read once");
    if ([node, ...node.querySelectorAll("style")].some(importsStyles)) throw new Reload("@import");
  };

  const patchAttributes = (live, old, wanted) => {
    for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name)) live.removeAttribute(name);
    for (const attribute of wanted.attributes) {
      if (old.getAttribute(attribute.name) === attribute.value) continue;
      live.setAttributeNode(document.importNode(attribute.cloneNode())); // setAttribute refuses odd names (`a"b`)
    }
  };

  /** Which old child becomes which wanted one, as wanted index -> {index, same}; equal ones first, then by name. */
  const pairUp = (olds, wanteds) => {
    const pairs = new Map();
    let start = 0;
    let [oldEnd, wantedEnd] = [olds.length, wanteds.length];
    while (start < oldEnd && start < wantedEnd && equal(olds[start], wanteds[start])) {
      pairs.set(start, { index: start, same: true });
      start += 1;
    }
    while (oldEnd > start && wantedEnd > start && equal(olds[oldEnd - 1], wanteds[wantedEnd - 1])) {
      pairs.set(--wantedEnd, { index: --oldEnd, same: true });
    }
    let [fromOld, fromWanted] = [start, start];
    for (const [i, j] of [...commonRun(olds, wanteds, start, oldEnd, wantedEnd), [oldEnd, wantedEnd]]) {
      for (; fromWanted < j; fromWanted += 1) {
        const index = olds.findIndex((old, at) => at >= fromOld && at < i && patchable(old, wanteds[fromWanted]));
        if (index < 0) continue;
        pairs.set(fromWanted, { index, same: false });
        fromOld = index + 1;
      }
      if (j < wantedEnd) pairs.set(j, { index: i, same: true });
      [fromOld, fromWanted] = [i + 1, j + 1];
    }
    return pairs;
  };

  /** The longest common subsequence of equal children between the ends, as [old index, wanted index]. */
  const commonRun = (olds, wanteds, start, oldEnd, wantedEnd) => {
    const [rows, columns] = [oldEnd - start, wantedEnd - start];
    if (rows * columns > PAIRS_LIMIT) return [];
    const same = Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => equal(olds[start + i], wanteds[start + j])),
    );
    const best = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        best[i][j] = same[i][j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    const run = [];
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (same[i][j]) run.push([start + i++, start + j++]);
      else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
      else j += 1;
    }
    return run;
  };

  /** Media elements choose their source once, templates keep their children elsewhere: those are replaced whole. */
  const patchable = (old, wanted) => sameKind(old, wanted) && !["AUDIO", "VIDEO", "TEMPLATE"].includes(old.nodeName);

  const patchChildren = (live, old, wanted) => {
    const [lives, olds, wanteds] = [live, old, wanted].map((node) => [...node.childNodes]);
    if (lives.length !== olds.length || !olds.every((node, i) => sameKind(lives[i], node))) {
      throw new Reload("the page is not what was parsed");
    }
    const pairs = pairUp(olds, wanteds);
    const kept = new Set([...pairs.values()].map(({ index }) => index));
    olds.forEach((node, i) => {
      if (kept.has(i)) return;
      checkMovable(node);
      lives[i].remove();
    });
    let next = null; // backwards, so that what comes after is in its place already
    for (let j = wanteds.length - 1; j >= 0; j -= 1) {
      const pair = pairs.get(j);
      if (pair === undefined) {
        checkMovable(wanteds[j]);
        next = live.insertBefore(document.importNode(wanteds[j], true), next);
      } else {
        next = lives[pair.index];
        if (!pair.same) patchNode(next, olds[pair.index], wanteds[j]);
      }
    }
  };

  const patchNode = (live, old, wanted) => {
    if (!isElement(old)) {
      live.data = wanted.data;
      return;
    }
    if (importsStyles(old) || importsStyles(wanted)) throw new Reload("@import");
    patchAttributes(live, old, wanted);
    patchChildren(live, old, wanted);
  };

  const UNSEEN = "style, script, template, title, noscript";
  const SEEN = "img, svg, video, audio, input, select, textarea, button, hr, table, iframe, object, meter, progress";

  const isBlank = (tree) => {
    if (tree.body.localName === "frameset" || tree.body.querySelector(SEEN)) return false;
    const texts = document.createTreeWalker(tree.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.data.trim() && !texts.currentNode.parentNode.closest?.(UNSEEN)) return false;
    }
    return true;
  };

  /** Whether the text breaks off inside a comment, a style, a quotation mark…: what comes next would be swallowed. */
  const breaksOff = (html) => !parse(`${html}<hr id=midweek-end>`).getElementById("midweek-end");

  /** Load every style sheet again under a new version; the old one stays until the new one is there. */
  const swapStyles = (version) => {
    if ([...document.querySelectorAll("style")].some(importsStyles)) throw new Reload("@import");
    const links = [...document.querySelectorAll("link[rel~=stylesheet i]")].filter((link) => link.sheet);
    return Promise.all(
      links.map((link) => {
        const url = new URL(link.href);
        url.pathname = url.pathname.replace(/^\/v\d+\//, `/v${version}/`);
        const fresh = link.cloneNode();
        fresh.setAttribute("href", url.href);
        return new Promise((resolve) => {
          fresh.onload = fresh.onerror = () => resolve(link.remove());
          link.after(fresh);
        });
      }),
    );
  };

  Object.assign(midweek.tasks, {
    where: () => [scrollX, scrollY],

    async arrive(html, [left, top]) {
      source = parse(html);
      scrollTo({ left, top, behavior: "instant" });
      await midweek.painted();
    },

    async patch(html, version, styles) {
      const wanted = parse(html);
      if (source && isBlank(wanted) && !isBlank(source) && breaksOff(html)) return { held: true };
      try {
        if (source === null) throw new Reload("nothing is loaded");
        if (readOnce(source) !== readOnce(wanted)) throw new Reload("read once");
        hasTemplates = [source, wanted].some((tree) => tree.querySelector("template"));
        patchChildren(document, source, wanted);
        source = wanted;
        if (styles) await swapStyles(version);
      } catch (error) {
        source = null; // whatever was begun is not finished
        return { reload: String(error.message ?? error) };
      }
      await midweek.painted();
      return { patched: true };
    },
  });
})();
