// What a page is and how it looks, so that a patched page can be held against the same page loaded afresh.
//
// Runs in ApplicationWorld after answer.js. Task:
//   snapshot(whole) -> {dom, look, words}   a hash of each, or (whole) every line of it; words: whether there is text to see
//
// `dom`: every node, its attributes sorted, templates and shadow roots too, without our versions in addresses.
// `look`: of every element (and ::before, ::after, ::marker where there is one) the computed properties, its box, the boxes of its text, the state of its controls and pictures; and the document's style sheets, title, scroll and focus.
// It is taken once pictures and fonts have come. Transitions are taken at their end and animations at one moment: a
// patched page began them at another time than a fresh one, and nothing else may differ. What a <marquee> moves has no
// place of its own.
"use strict";

(() => {
  const FRAMES = 120; // for pictures that are still to come
  const MOMENT = 500; // ms into each animation
  // Left out, for 20,000 times 400 properties take hours: what is another name of a property, and what is met so seldom
  // that it would only be read as its initial value. Those of SVG are read in SVG.
  const ANOTHER_NAME = /^-webkit-(?!line-clamp|text-fill)|block|inline|inset|-(start|end)-|-origin|^column-rule|^text-decoration$/;
  const SELDOM = new RegExp(
    "^(anchor|animation-(?!name|duration)|app|border-image|break|contain|corner|dynamic|font-(palette|synthesis|variant-|" +
      "optical|kerning|size-)|hyphenate|image-o|initial-l|interactivity|interpolate|math|mask|object-view|offset|orphans|" +
      "overflow-(anchor|clip)|overlay|position-|print|reading|ruby|scroll|shape|speak|text-(autospace|box|emphasis|rendering|" +
      "size|spacing|underline|decoration-skip)|timeline|touch|transition|user|view|widows|will|baseline-source|caret|buffered)",
  );
  const OF_SVG = /^(alignment|baseline-shift|clip-rule|color-interpolation|color-rendering|cx|cy|d|dominant|fill|flood|lighting|marker-(end|mid|start)|paint|r|rx|ry|stop|stroke|text-anchor|vector|x|y)($|-)/;
  const OWN = /midweek-page:\/\/page\/v\d+\//g;

  const hash = async (lines) => {
    const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(lines.join("\n")));
    return [...new Uint8Array(digest)].join(".");
  };

  const plain = (text) => text.replace(OWN, "midweek-page://page/");
  /** A style sheet that changed is loaded again under another version, so a link is held as the address it stands for. */
  const written = (node, name, value) => (name === "href" && node.localName === "link" ? plain(node.href) : value);
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

  const domLines = () => {
    const lines = [document.compatMode];
    const walk = (node, depth) => {
      const pad = " ".repeat(depth);
      if (!isElement(node)) lines.push(`${pad}${node.nodeName} ${JSON.stringify(node.data ?? node.publicId ?? "")}`);
      else {
        const attributes = [...node.attributes].map(
          ({ name, value, namespaceURI }) => `${namespaceURI ?? ""} ${name}=${JSON.stringify(written(node, name, value))}`,
        );
        lines.push(`${pad}${node.namespaceURI} ${node.nodeName} ${attributes.sort().join(" ")}`);
      }
      for (const child of node.childNodes) walk(child, depth + 1);
      if (node.content instanceof DocumentFragment) walk(node.content, depth + 1);
      if (node.shadowRoot) walk(node.shadowRoot, depth + 1);
    };
    walk(document, 0);
    return lines;
  };

  const box = ({ left, top, width, height }) => [left, top, width, height].join(" ");

  const styleOf = (names, element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return names.map((name) => style.getPropertyValue(name)).join("|");
  };

  const STATE = ["value", "checked", "selected", "selectedIndex", "indeterminate", "open", "currentSrc", "naturalWidth", "complete"];
  const stateOf = (element) => {
    const state = STATE.filter((name) => name in element).map((name) => `${name}=${element[name]}`);
    if (element.scrollTop || element.scrollLeft) state.push(`scroll=${element.scrollLeft},${element.scrollTop}`);
    if (element.matches(":invalid")) state.push("invalid");
    return plain(state.join(" "));
  };

  const textBoxes = (node) => {
    if (node.parentElement?.closest("marquee")) return "moving";
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...new Set([...range.getClientRects()].map(box))].join("; "); // where a ::first-letter was, there are two
  };

  const lookLines = () => {
    const every = [...getComputedStyle(document.documentElement)];
    const ofSvg = every.filter((name) => !ANOTHER_NAME.test(name) && !SELDOM.test(name));
    const ofHtml = ofSvg.filter((name) => !OF_SVG.test(name));
    const sheets = [...document.styleSheets].map((sheet) => `${sheet.disabled} ${sheet.media.mediaText} ${sheet.title}`);
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const focused = document.activeElement;
    const lines = [
      ofHtml.join("|"),
      ofSvg.join("|"),
      `page ${JSON.stringify([document.title, sheets, scrollX, scrollY, scrollWidth, scrollHeight, clientWidth, clientHeight])}`,
      `focus ${focused?.nodeName}`,
    ];
    const walk = (node, depth) => {
      if (node.nodeType === Node.TEXT_NODE) lines.push(`${" ".repeat(depth)}text ${textBoxes(node)}`);
      if (isElement(node)) {
        const names = node.namespaceURI.endsWith("svg") ? ofSvg : ofHtml;
        const pad = " ".repeat(depth);
        const place = node.closest("marquee") ? "moving" : box(node.getBoundingClientRect());
        const head = `${pad}${node.nodeName} ${place} ${stateOf(node)}`;
        lines.push(`${head}|${plain(styleOf(names, node))}`);
        for (const pseudo of ["::before", "::after", "::marker"]) {
          if (getComputedStyle(node, pseudo).content === "none" && pseudo !== "::marker") continue;
          if (pseudo === "::marker" && getComputedStyle(node).display !== "list-item") continue;
          lines.push(`${pad}${node.nodeName}${pseudo}|${plain(styleOf(names, node, pseudo))}`);
        }
      }
      for (const child of node.childNodes) walk(child, depth + 1);
      if (node.shadowRoot) walk(node.shadowRoot, depth + 1);
    };
    walk(document, 0);
    return lines;
  };

  const settled = async () => {
    await document.fonts.ready;
    const coming = () => [...document.images].some((image) => !image.complete && image.loading !== "lazy");
    for (let frame = 0; frame < FRAMES && coming(); frame += 1) await new Promise(requestAnimationFrame);
    const late = document.documentElement.outerHTML.includes("content-visibility"); // decided in a frame
    for (let frame = 0; late && frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    document.documentElement.getBoundingClientRect();
  };

  /** Every animation at one moment while `look` looks; then they go on from where they were. */
  const atOneMoment = (look) => {
    const animations = document.getAnimations().filter(({ timeline }) => timeline === document.timeline);
    const times = [];
    for (const animation of animations) {
      if (animation instanceof CSSTransition) animation.finish();
      else {
        times.push([animation, animation.currentTime]);
        animation.currentTime = MOMENT;
      }
    }
    const drawings = [...document.querySelectorAll("svg")].filter((svg) => !svg.ownerSVGElement);
    for (const drawing of drawings) drawing.setCurrentTime(MOMENT / 1000);
    const seen = look();
    for (const [animation, time] of times) animation.currentTime = time;
    return seen;
  };

  midweek.tasks.snapshot = async (whole) => {
    await settled();
    const words = Boolean(document.body?.innerText?.trim());
    const look = atOneMoment(lookLines);
    const dom = domLines();
    return whole ? { dom, look, words } : { dom: await hash(dom), look: await hash(look), words };
  };
})();
