// Tells the program where the element that it points at lies, as long as it points there, and where somebody clicks.
//
// Runs in ApplicationWorld after answer.js, patch.js, places.js and rules.js. Nothing is put into the page: the program
// paints the outlines over it. Tasks:
//   element(html, offset, reveal)      point at the element that a place in the page's HTML belongs to; reveal: bring it into view
//       if it is another one than before -> Pointed
//   rule(name, css, offset)            point at all that a rule of this style sheet matches -> Pointed
//   nothing()                          point at nothing
//   clicked(html)                      point at what was clicked last -> {tag, offset, control, boxes}, or null; control: it is
//       something to be used
//   styling(html, {name: css})         -> {tag, offset, rules: [{file, offset, selector, whole}]} the element pointed at and the rules
//       that style it, in the order of the cascade's sheets; null where no element is pointed at
// Pointed: {is: "element", tag, boxes, head} | {is: "rule", count, states, media, boxes} | {is: "nothing"} |
//   {is: "unused"}: the page does not use this style sheet. Boxes are [left, top, width, height] in the window of the page,
//   in CSS pixels; cut to what can be seen of them.
// What is told unasked: `boxes` (the boxes are other ones), `clicked` {menu, x, y}.
//
// `html` is the text in the editor, which can be ahead of the page: offsets are carried over at what both begin and end
// with. Offsets are UTF-16 units. With the page's JavaScript off no timer fires here; frames, observers and events do.
"use strict";
(() => {
  const MOST = 200; // elements outlined
  const MOST_BOXES = 500;
  const MOST_MOVING = 50; // animations looked at
  const A_FRAME = 25; // boxes that are told of in every frame; with more of them, in every second one, and so on
  const CONTROL = "input, select, textarea, button, label, option, audio, video, [contenteditable]";

  let target = { elements: [], clips: new Map(), one: false };
  let told = "[]";
  let waiting = 0; // frames until the next look, which has been asked for

  const finite = (box) => box.every(Number.isFinite);

  /** What can cut an element off: those around it that scroll or hide what is too much, as far as they hold it. */
  const clipsOf = (element) => {
    const clips = [];
    let { position } = getComputedStyle(element);
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (position === "fixed") break;
      const style = getComputedStyle(one);
      if (position === "absolute" && style.position === "static") continue;
      if (style.overflow !== "visible" && style.display !== "contents") clips.push(one);
      position = style.position;
    }
    return clips.filter((one) => one !== document.documentElement);
  };

  const inner = (element) => {
    const { left, top } = element.getBoundingClientRect();
    const [x, y] = [left + element.clientLeft, top + element.clientTop];
    return [x, y, x + element.clientWidth, y + element.clientHeight];
  };

  const boxesOf = (element) => {
    let rects = [...element.getClientRects()];
    if (rects.length === 0 && getComputedStyle(element).display === "contents") {
      const inside = document.createRange();
      inside.selectNodeContents(element);
      rects = [...inside.getClientRects()];
    }
    const some = rects.filter(({ width, height }) => width > 0 || height > 0);
    const clips = (target.clips.get(element) ?? []).map(inner);
    return (some.length > 0 ? some : rects).flatMap((rect) => {
      let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
      for (const clip of clips) {
        if (right < clip[0] || left > clip[2] || bottom < clip[1] || top > clip[3]) return [];
        [left, top] = [Math.max(left, clip[0]), Math.max(top, clip[1])];
        [right, bottom] = [Math.min(right, clip[2]), Math.min(bottom, clip[3])];
      }
      const box = [left, top, right - left, bottom - top].map((side) => Math.round(side * 100) / 100);
      return finite(box) ? [box] : [];
    });
  };

  const measure = () => {
    const boxes = [];
    for (const element of target.elements) {
      if (boxes.length >= MOST_BOXES) break;
      if (element.isConnected) boxes.push(...boxesOf(element));
    }
    return boxes.slice(0, MOST_BOXES);
  };

  const isMoving = () =>
    document.getAnimations().slice(0, MOST_MOVING).some(({ playState }) => playState === "running");

  const look = () => {
    waiting -= 1;
    if (waiting > 0) requestAnimationFrame(look);
    if (waiting > 0 || target.elements.length === 0) return;
    const boxes = measure();
    const text = JSON.stringify(boxes);
    if (text !== told) midweek.tell("boxes", boxes);
    told = text;
    if (isMoving()) lookSoon();
  };

  /** Once in the next frame, where whatever moved is painted; a page that moves many all the time has to wait for it. */
  const lookSoon = () => {
    if (waiting > 0 || target.elements.length === 0) return;
    waiting = Math.ceil(Math.min(target.elements.length, MOST) / A_FRAME);
    requestAnimationFrame(look);
  };

  const recut = () => {
    target.clips = new Map(target.elements.map((element) => [element, clipsOf(element)]));
    lookSoon();
  };

  const changes = new MutationObserver(recut);
  const sizes = new ResizeObserver(lookSoon);
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };

  /** Point at these, and measure them; `one`: they are one element of the HTML. */
  const turnTo = (elements, one = false) => {
    target = { elements: elements.slice(0, MOST), clips: new Map(), one };
    changes.disconnect();
    sizes.disconnect();
    if (elements.length > 0) {
      changes.observe(document, everything);
      for (const element of [document.documentElement, ...target.elements]) sizes.observe(element);
      target.clips = new Map(target.elements.map((element) => [element, clipsOf(element)]));
    }
    const boxes = measure();
    told = JSON.stringify(boxes);
    if (isMoving()) lookSoon();
    return boxes;
  };

  for (const name of ["scroll", "load", "toggle", "input", "transitionrun", "transitionend", "animationstart"]) {
    document.addEventListener(name, name === "load" ? recut : lookSoon, { capture: true, passive: true });
  }
  addEventListener("resize", recut);
  document.fonts.addEventListener("loadingdone", lookSoon);

  /** An offset of one text in another one: they begin and end alike, and what is between is where it begins. */
  const carried = (offset, from, to) => {
    if (from === to) return offset;
    const least = Math.min(from.length, to.length);
    let before = 0;
    while (before < least && from[before] === to[before]) before += 1;
    let after = 0;
    while (after < least - before && from[from.length - 1 - after] === to[to.length - 1 - after]) after += 1;
    if (offset <= before) return offset;
    return offset >= from.length - after ? offset - from.length + to.length : before;
  };

  const isInView = (boxes) =>
    boxes.some(([left, top, width, height]) => left < innerWidth && top < innerHeight && left + width > 0 && top + height > 0);

  const reveal = (element) => {
    const tall = element.getBoundingClientRect().height > innerHeight;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    element.scrollIntoView({ block: tall ? "start" : "center", inline: "nearest", behavior });
  };

  const none = () => {
    turnTo([]);
    return { is: "nothing" };
  };

  /** A rule of a style sheet, or of a <style>, that is in force here. */
  const pointAtRule = (css, offset) => {
    const rule = midweek.rules.at(css, offset);
    if (!rule) return none();
    const { elements, states } = midweek.rules.found(rule.selectors);
    const media = rule.conditions.find((condition) => !matchMedia(condition).matches) ?? "";
    return { is: "rule", count: elements.length, states, media, boxes: turnTo(elements) };
  };

  let clicked = null;
  let pressed = false;

  const letterAt = ({ element, x, y }) => {
    const place = document.caretPositionFromPoint(x, y);
    const { offsetNode: node, offset } = place ?? {};
    if (node?.nodeType !== Node.TEXT_NODE || node.parentElement !== element) return null;
    return midweek.places.ofText(node, offset);
  };

  /** Links to other pages are refused anyway, after some work in vain; those to a part of this page do their work. */
  const stay = (element, event) => {
    const href = element?.closest("a, area")?.getAttribute("href") ?? "#";
    if (!href.trim().startsWith("#")) event.preventDefault();
  };

  const hear = (event) => {
    const menu = event.type === "contextmenu";
    const [element] = event.composedPath().filter((one) => one instanceof Element && one.getRootNode() === document);
    stay(element, event);
    const real = event.isTrusted && (menu || (pressed && event.button === 0));
    pressed = false; // a click on a label makes another one, on what it is for
    if (!element || !real || (!menu && !getSelection().isCollapsed)) return;
    const { clientX: x, clientY: y } = event;
    clicked = { element: element === document.documentElement ? document.body : element, x, y };
    midweek.tell("clicked", { menu, x, y });
  };

  document.addEventListener("pointerdown", () => (pressed = true), { capture: true, passive: true });
  document.addEventListener("click", hear, { capture: true });
  document.addEventListener("contextmenu", hear, { capture: true, passive: true });

  Object.assign(midweek.tasks, {
    element(html, offset, mayReveal) {
      const page = midweek.shown && midweek.places.at(carried(offset, html, midweek.shown.html));
      if (!page) return none();
      if (page.raw) {
        const [from, to] = page.raw;
        return pointAtRule(midweek.shown.html.slice(from, to), carried(offset, html, midweek.shown.html) - from);
      }
      const [element] = page.elements;
      const isOther = element !== target.elements[0];
      const boxes = turnTo(page.elements, true);
      if (mayReveal && isOther && boxes.length > 0 && !isInView(boxes)) reveal(element);
      return { is: "element", tag: page.tag, boxes, head: document.head.contains(element) };
    },

    rule(name, css, offset) {
      if (!midweek.rules.sheets().some(([, file]) => file === name)) return { ...none(), is: "unused" };
      return pointAtRule(css, offset);
    },

    nothing: none,

    clicked(html) {
      if (!midweek.shown || !clicked?.element.isConnected) return null;
      const { element } = clicked;
      const offset = letterAt(clicked) ?? midweek.places.of(element);
      if (offset === null) return null;
      const place = carried(offset, midweek.shown.html, html);
      const control = element.closest(CONTROL) !== null;
      return { tag: element.localName, offset: place, control, boxes: turnTo([element], true) };
    },

    styling(html, files) {
      const { elements, one } = target;
      const [element] = elements;
      const offset = one && element.isConnected ? midweek.places.of(element) : null;
      if (offset === null) return null;
      const here = (place) => carried(place, midweek.shown.html, html);
      const rules = midweek.rules.sheets().flatMap(([, file, owner]) => {
        const from = owner ? midweek.places.ofStyle(owner) : 0;
        const css = owner ? owner.textContent : files[file];
        if (from === null || typeof css !== "string") return [];
        return midweek.rules.of(element, css).map((rule) => ({
          ...rule,
          file: owner ? "" : file,
          offset: owner ? here(from + rule.offset) : rule.offset,
        }));
      });
      const own = { file: "", offset: here(offset), selector: "style", whole: "" };
      if (element.getAttribute("style")?.trim()) rules.push(own);
      return { tag: element.localName, offset: here(offset), rules };
    },
  });
})();
