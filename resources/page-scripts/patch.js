// Patches the page in place while somebody types, so that scroll, focus, hover, open details and typed values stay.
//
// Runs in ApplicationWorld after answer.js and trees.js. Tasks:
//   where()                        -> [x, y], how far the page is scrolled
//   arrive(html, [x, y])           after a full load of `html`: scroll there; answers null once it is painted
//   patch([from, to, insert, length], version, styles)
//       bring the page to what the text becomes, which it was brought to before, when `insert` takes the place of what
//       stands there; in UTF-16 units, and how long it is then; styles: whether a style sheet changed (swap the links)
//       -> {patched: true}         it is painted
//       -> {held: true}            half typed, it would be blank: the page is left as it is until there is more
//       -> {reload: "why"}         a patch could not be right: load the page afresh
// For other scripts, midweek.shown is the {html, tree} that the page stands for; null or undefined while none does.
"use strict";

(() => {
  const { Reload, read, bring, importsStyles } = midweek.trees;
  let source = null; // what the page was read as; null while it stands for nothing we know

  /** What shows something else than its text says, depending on when it was asked for; nobody can look into it. */
  const KEEPS_TO_ITSELF = "object, embed";

  const LEAST_BAR = 8; // CSS pixels; no scroll bar is narrower

  /** The element whose client and scroll sizes are those of the window and of the page. */
  const viewport = () => (document.compatMode === "BackCompat" && document.body) || document.documentElement;

  const withScrollbar = new CSSStyleSheet();
  withScrollbar.replaceSync("html { overflow-y: scroll !important }");
  withScrollbar.disabled = true;

  /** Chromium lays a page out with a scroll bar first, and takes it away where the page fits beside it. A page that fits
      only without one stands either way: as it would after a load, if it is laid out with one here too. */
  const layOutAsAtFirst = () => {
    const { documentElement: root, body } = document;
    if (!body || innerWidth > viewport().clientWidth) return;
    if ([root, body].some((each) => !/visible|auto/.test(getComputedStyle(each).overflowY))) return;
    if (!document.adoptedStyleSheets.includes(withScrollbar)) document.adoptedStyleSheets.push(withScrollbar);
    for (const disabled of [false, true]) {
      withScrollbar.disabled = disabled;
      root.getBoundingClientRect(); // lays it out
    }
  };

  const isOurs = (href) => {
    const { protocol, host } = new URL(href ?? "about:blank");
    return protocol === location.protocol && host === location.host;
  };

  /** A sheet that did not come is there all the same, and keeps its rules to itself. */
  const rulesOf = (sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  };

  const IMPORT = /@import/i; // of what nobody here has read
  const texts = new WeakMap(); // the text of a style sheet that was linked
  const textOf = (sheet) => {
    if (!texts.has(sheet)) {
      const rules = isOurs(sheet.href) ? rulesOf(sheet) : []; // others are in the HTML, or never there
      texts.set(sheet, rules.map(({ cssText }) => cssText).join(""));
    }
    return texts.get(sheet);
  };

  /** Whether a word stands anywhere in the page or its style sheets. */
  const says = (word) =>
    word.test(source.html) || [...document.styleSheets].some((sheet) => [word, IMPORT].some((each) => each.test(textOf(sheet))));

  /** Within the page it is the other way round: what scrolls begins without a scroll bar. */
  const layOutScrollers = () => {
    if (!says(/overflow/i)) return;
    const { documentElement: root, body } = document;
    for (const each of document.querySelectorAll("body *")) {
      const isWider = each.offsetWidth - each.clientWidth > LEAST_BAR || each.offsetHeight - each.clientHeight > LEAST_BAR;
      if (!isWider || !each.clientWidth || each.scrollTop || each.scrollLeft || each === body || each === root) continue;
      if (!getComputedStyle(each).overflow.includes("auto")) continue;
      const style = each.getAttribute("style");
      each.setAttribute("style", `overflow: hidden !important; ${style ?? ""}`);
      each.getBoundingClientRect(); // lays it out
      if (style === null) each.removeAttribute("style");
      else each.setAttribute("style", style);
    }
  };

  const narrower = new CSSStyleSheet();
  narrower.replaceSync("html { overflow-y: scroll !important; scrollbar-gutter: stable both-edges !important }");
  narrower.disabled = true;

  const isOutOfFlow = (element) => {
    const { float, position } = getComputedStyle(element);
    return float !== "none" || position === "absolute" || position === "fixed";
  };

  const outOfFlow = () =>
    new Set(says(/float|absolute|fixed/i) ? [...document.querySelectorAll("body *")].filter(isOutOfFlow) : []);

  /** A block that becomes a float, or one no more, stays beside the line it should stand in: Chromium makes its box anew,
      and not those around it. */
  const checkFlow = (before) => {
    const now = outOfFlow();
    const stays = [...before].every((each) => now.has(each) || !each.isConnected) && [...now].every((each) => before.has(each));
    if (!stays) throw new Reload("something left the flow");
  };

  /** A float that moves leaves empty boxes beside it where they stood: in another width everything is placed anew. */
  const layOutFloats = () => {
    if (!says(/float/i)) return;
    if (!document.adoptedStyleSheets.includes(narrower)) document.adoptedStyleSheets.push(narrower);
    for (const disabled of [false, true]) {
      narrower.disabled = disabled;
      document.documentElement.getBoundingClientRect(); // lays it out
    }
  };

  const UNSEEN = "style, script, template, title, noscript";
  const SEEN = "img, svg, video, audio, input, select, textarea, button, hr, table, iframe, object, meter, progress";

  const isBlank = ({ body }) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.data.trim() && !texts.currentNode.parentNode.closest?.(UNSEEN)) return false;
    }
    return body.localName !== "frameset" && !body.querySelector(SEEN);
  };

  /** Whether the text breaks off inside a comment, a style, a quotation mark…: what comes next would be swallowed. */
  const breaksOff = (html) => !read(`${html}<hr id=midweek-end>`).tree.getElementById("midweek-end");

  /** Load every style sheet again under a new version; the old one stays until the new one is there. */
  const swapStyles = (version) => {
    if ([...document.querySelectorAll("style")].some(importsStyles)) throw new Reload("@import");
    const links = [...document.querySelectorAll("link[rel~=stylesheet i]")];
    return Promise.all(
      links.filter(({ sheet, href }) => sheet && isOurs(href)).map((link) => {
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

  /** Where somebody had scrolled to before the page became too short for that, as half a tag makes it, and where that
      left them; while they do not scroll themselves, they are still there in their minds. */
  let lost = null;
  const scrolledTo = () =>
    lost && Math.abs(scrollX - lost.left) < 1 && Math.abs(scrollY - lost.top) < 1 ? lost.from : [scrollX, scrollY];

  const stayAt = ([x, y]) => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = viewport();
    const [left, top] = [Math.min(x, scrollWidth - clientWidth), Math.min(y, scrollHeight - clientHeight)];
    const fits = x - left < 1 && y - top < 1;
    if (lost && fits) scrollTo({ left: x, top: y, behavior: "instant" });
    lost = fits ? null : { from: [x, y], left, top };
  };

  Object.assign(midweek.tasks, {
    where: scrolledTo,

    async arrive(html, [left, top]) {
      source = read(html);
      midweek.shown = { html, tree: source.tree };
      scrollTo({ left, top, behavior: "instant" });
      stayAt([left, top]);
      await midweek.painted();
    },

    async patch([from, to, insert, length], version, styles) {
      try {
        if (source === null) throw new Reload("nothing is loaded");
        const html = source.html.slice(0, from) + insert + source.html.slice(to);
        if (html.length !== length) throw new Reload("out of step");
        const wanted = read(html);
        if (isBlank(wanted.tree) && !isBlank(source.tree) && breaksOff(html)) return { held: true };
        if (source.once !== wanted.once) throw new Reload("read once");
        if ([source.tree, wanted.tree].some((tree) => tree.querySelector(KEEPS_TO_ITSELF))) throw new Reload("an object");
        const [before, flow] = [scrolledTo(), outOfFlow()];
        bring(source, wanted);
        source = wanted;
        midweek.shown = { html, tree: source.tree };
        if (styles) await swapStyles(version);
        checkFlow(flow);
        layOutScrollers();
        layOutFloats();
        layOutAsAtFirst();
        stayAt(before);
      } catch (error) {
        source = midweek.shown = null; // whatever was begun is not finished
        return { reload: String(error.message ?? error) };
      }
      await midweek.painted();
      return { patched: true };
    },
  });
})();
