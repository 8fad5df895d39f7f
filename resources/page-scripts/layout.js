// Judges how elements of a loaded page lie: beside each other, below each other, apart, inside the window.
//
// Runs in ApplicationWorld after answer.js and effects.js.
//   midweek.layout.rows(elements, property, value)   one {element, holds, found, why} for each; throws "value"
// `property` is --row, --column, --gap, --inside-viewport or --overflows; `value` "yes" or "no", or for --gap a length or
// a bound of one, as in effects.js. `found` is in CSS pixels, where it is anything.
//   --row               there is a line from left to right that crosses all of them, and none lies over another
//   --column            the same from top to bottom
//   --gap               the empty space to the next one on the right, and to the next one below, wherever there is one
//   --inside-viewport   it does not stick out on the left or on the right; further down is only a scroll away
//   --overflows         what is inside is wider than it; of html and body: the page is wider than the window
// What is not shown (`display: none`) lies nowhere: rows, columns and gaps pass it by, and it is not inside of anything.
"use strict";

(() => {
  const NEAR = 0.5; // CSS pixels that nobody sees
  const MOST = 300; // elements whose neighbours are looked for

  const ACROSS = { start: "left", end: "right" };
  const DOWN = { start: "top", end: "bottom" };
  const ROW = { along: ACROSS, across: DOWN, apart: "apart" };
  const COLUMN = { along: DOWN, across: ACROSS, apart: "beside" };

  const pixels = (number) => `${Math.round(number * 10) / 10}px`;
  const shown = (element) => element.getClientRects().length > 0;
  const apart = (one, other, { start, end }) => Math.max(one[start], other[start]) - Math.min(one[end], other[end]);

  /** The first box, in document order, that does not lie along a line with those before it; [place, why]. */
  const straying = (boxes, { along, across, apart: why }) => {
    let [low, high] = [-Infinity, Infinity];
    for (const [place, box] of boxes.entries()) {
      low = Math.max(low, box[across.start]);
      high = Math.min(high, box[across.end]);
      if (high - low < NEAR) return [place, why];
    }
    const sorted = [...boxes.entries()].sort(([, one], [, other]) => one[along.start] - other[along.start]);
    const over = sorted.findIndex(([, box], i) => i > 0 && apart(sorted[i - 1][1], box, along) < -NEAR);
    return over > 0 ? [sorted[over][0], "overlaps"] : undefined;
  };

  const lines = (elements, value, direction) => {
    const visible = elements.filter(shown);
    const boxes = visible.map((element) => element.getBoundingClientRect());
    if (visible.length < 2) return elements.map((element) => ({ element, holds: value === "no", why: "alone" }));
    const [place, why] = straying(boxes, direction) ?? [];
    if (value === "no") return visible.map((element, i) => ({ element, holds: why !== undefined || i !== 1 }));
    return visible.map((element, i) => ({ element, holds: i !== place, why: i === place ? why : undefined }));
  };

  /** The gaps before a box: to the nearest one on its left, and to the nearest one above; less than 0 over another. */
  const gapsBefore = (mine, boxes) => {
    const found = { across: [], down: [], over: [] };
    boxes.forEach((box, i) => {
      const [x, y] = [apart(box, boxes[mine], ACROSS), apart(box, boxes[mine], DOWN)];
      if (x < -NEAR && y < -NEAR) found.over.push(...(i < mine ? [Math.max(x, y)] : []));
      else if (y < -NEAR && box.left < boxes[mine].left) found.across.push(x);
      else if (x < -NEAR && box.top < boxes[mine].top) found.down.push(y);
    });
    return Object.values(found).filter((gaps) => gaps.length > 0).map((gaps) => Math.min(...gaps));
  };

  const length = (element, text) => {
    const found = midweek.effects.pixels(element, text);
    if (Number.isNaN(found)) throw new Error("value");
    return found;
  };

  const fits = (gap, value, element) => {
    if (typeof value === "string") return Math.abs(gap - length(element, value)) <= NEAR;
    if (value["at-least"]) return gap >= length(element, value["at-least"]) - NEAR;
    if (value["at-most"]) return gap <= length(element, value["at-most"]) + NEAR;
    if (value.between) return fits(gap, { "at-least": value.between[0] }, element) && fits(gap, { "at-most": value.between[1] }, element);
    if (value.not) return !fits(gap, value.not, element);
    return value["any-of"].some((one) => fits(gap, one, element));
  };

  const spaced = (elements, value) => {
    const visible = elements.filter(shown).slice(0, MOST);
    if (visible.length < 2) return elements.map((element) => ({ element, holds: false, why: "alone" }));
    const boxes = visible.map((element) => element.getBoundingClientRect());
    return visible.map((element, i) => {
      const wrong = gapsBefore(i, boxes).find((gap) => !fits(gap, value, element));
      return { element, holds: wrong === undefined, found: wrong === undefined ? "" : pixels(wrong) };
    });
  };

  const inside = (element, value) => {
    if (!shown(element)) return { element, holds: false, why: "hidden" };
    const { left, right } = element.getBoundingClientRect();
    const out = Math.max(-left, right - document.documentElement.clientWidth);
    return { element, holds: out <= NEAR === (value === "yes"), found: pixels(Math.max(0, out)), why: out > NEAR ? "out" : "" };
  };

  const overflowing = (element, value) => {
    const page = element === document.documentElement || element === document.body;
    const { scrollWidth, clientWidth } = page ? document.documentElement : element;
    const over = Math.max(0, scrollWidth - clientWidth);
    return { element, holds: over > 0 === (value === "yes"), found: pixels(over), why: over > 0 ? "over" : "" };
  };

  const JUDGES = {
    "--row": (elements, value) => lines(elements, value, ROW),
    "--column": (elements, value) => lines(elements, value, COLUMN),
    "--gap": spaced,
    "--inside-viewport": (elements, value) => elements.map((element) => inside(element, value)),
    "--overflows": (elements, value) => elements.map((element) => overflowing(element, value)),
  };

  midweek.layout = {
    knows: (property) => Object.hasOwn(JUDGES, property),
    rows: (elements, property, value) => (elements.length > 0 ? JUDGES[property](elements, value) : []),
  };
})();
