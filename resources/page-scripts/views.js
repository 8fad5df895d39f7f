// Looks at a loaded page as a whole: on a narrow screen, and from the keyboard.
//
// Runs in ApplicationWorld after answer.js, states.js and effects.js.
//   midweek.views.overflowing()   what makes the page scroll sideways, as [{element, found}]: the outermost elements that
//       reach too far, or, where only words do, the innermost that hold them; found is how far, in CSS pixels
//   midweek.views.focused()       whatever the Tab key reaches, as [{element, holds}]: whether it looks different then
"use strict";

(() => {
  const NEAR = 1; // CSS pixels that nobody sees
  const MOST = 200; // elements whose focus is looked at
  const SEEN = `background-color background-image border-bottom-color border-bottom-width border-left-color
    border-left-width border-right-color border-right-width border-top-color border-top-width bottom box-shadow clip
    clip-path color content display filter font-size font-style font-weight height left letter-spacing margin-left
    margin-top opacity position right rotate scale text-decoration-color text-decoration-line text-decoration-style
    text-decoration-thickness text-shadow text-transform top transform translate visibility width`.split(/\s+/);

  const parentOf = (element) => element.parentElement ?? document.documentElement;

  const right = (element) => element.getBoundingClientRect().right + scrollX;

  /** Whether an element scrolls or hides by itself what is too wide in it, or stands in one that does. */
  const isKept = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== "visible") return true;
    }
    return false;
  };

  const overflowing = () => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= innerWidth + NEAR) return [];
    const far = (element) => right(element) > innerWidth + NEAR;
    const inside = [...(document.body?.querySelectorAll("*") ?? [])].filter((element) => !isKept(element));
    const boxes = inside.filter((element) => far(element) && (parentOf(element) === document.body || !far(parentOf(element))));
    if (boxes.length > 0) return boxes.map((element) => ({ element, found: Math.round(right(element)) }));
    const holds = (element) => element.scrollWidth > element.clientWidth + NEAR;
    const holders = inside.filter((element) => holds(element) && ![...element.children].some(holds));
    const [worst] = holders.length > 0 ? holders : [document.body ?? document.documentElement];
    return [{ element: worst, found: scrollWidth }];
  };

  const outline = (style) => {
    const none = style.outlineStyle === "none" || style.outlineWidth === "0px" || /^rgba\(.*, 0\)$/.test(style.outlineColor);
    return none ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
  };

  const look = (element) =>
    [null, "::before", "::after"]
      .map((pseudo) => getComputedStyle(element, pseudo))
      .filter((style, i) => i === 0 || !/^(none|normal)$/.test(style.content))
      .map((style) => outline(style) + SEEN.map((name) => style.getPropertyValue(name)).join("|"))
      .join("\n");

  /** An element and what may show its focus for it: what it stands in, what follows it, its labels. */
  const showing = (element) => {
    const around = [element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    return [element, ...around, ...(element.labels ?? [])].filter(Boolean);
  };

  /** Whether the Tab key reaches an element; of radio buttons of one name it reaches one, but arrows the others. */
  const isReached = (element) =>
    element.tabIndex >= 0 && element.getClientRects().length > 0 && midweek.states.able(element, "focus-visible");

  const focused = () => {
    const candidates = document.querySelectorAll("a[href], area[href], button, input, select, textarea, summary, [tabindex]");
    const reached = [...candidates].filter(isReached).slice(0, MOST);
    const looks = (element) => showing(element).map(look).join("\n");
    const holds = (element) => {
      const before = looks(element);
      return midweek.states.held([[element, ["focus-visible"]]], () => looks(element)) !== before;
    };
    const judged = () => reached.map((element) => ({ element, holds: holds(element) }));
    return midweek.effects.still(() => midweek.states.simulated(judged));
  };

  midweek.views = { overflowing, focused };
})();
