// Answers the checks' questions about a page that has just been loaded (see app/browser/probe.py).
//
// Runs in ApplicationWorld after answer.js. Tasks:
//   count()              number the elements as parsed, before anything is injected; -> how many there are
//   settle(width)        -> true once the page is `width` CSS pixels wide and laid out, false if it does not get there
//   effects(questions, media, dark)   one answer for each {selector, property, value}; media "screen" or "print"
//       -> {elements: [{order, holds, found}]} or {error: "selector" | "property" | "value"}
//   audit(rules)         -> {violations: [{rule, order, summary}]} or {error: "rule"}; axe-core must have been injected
//
// An effect holds for an element when applying the declaration there, as important, changes no computed value.
"use strict";

// axe-core waits for a timer between its rules, and those never fire here.
globalThis.setTimeout = (call) => {
  queueMicrotask(call);
  return 0;
};

(() => {
  const FRAMES_TO_SETTLE = 60;
  const ALWAYS = "(min-width: 0px)";
  const NEVER = "(max-width: -1px)";
  let orders = new Map();

  const computed = (element, property) => getComputedStyle(element).getPropertyValue(property);

  /** The longhands that a declaration sets. */
  const longhands = (property, value) => {
    const { style } = document.implementation.createHTMLDocument("").createElement("p");
    style.setProperty(property, value);
    return [...style];
  };

  const effectOn = (element, property, value, names) => {
    const written = element.getAttribute("style");
    const read = () => names.map((name) => computed(element, name));
    for (const motion of ["transition", "animation"]) {
      // A value on its way to another is neither.
      if (!property.startsWith(motion)) element.style.setProperty(motion, "none", "important");
    }
    const before = read();
    const answer = { order: orders.get(element), found: computed(element, property) };
    element.style.setProperty(property, value, "important");
    answer.holds = read().every((after, i) => after === before[i]);
    if (written === null) element.removeAttribute("style");
    else element.setAttribute("style", written);
    return answer;
  };

  const effect = ({ selector, property, value }) => {
    let elements;
    try {
      elements = [...document.querySelectorAll(selector)].filter((element) => orders.has(element));
    } catch {
      return { error: "selector" };
    }
    if (!CSS.supports(property, "initial")) return { error: "property" };
    const names = longhands(property, value);
    if (names.length === 0) return { error: "value" };
    return { elements: elements.map((element) => effectOn(element, property, value, names)) };
  };

  /** One media query, as it would read on the medium asked for: its type and its colour scheme are answered here. */
  const answerQuery = (query, media, dark) => {
    const [, not, type, rest] = /^\s*(not\s+|only\s+)?(?:(screen|print)\b)?(.*)$/is.exec(query);
    const scheme = (_, wanted) => ((wanted.toLowerCase() === "dark") === dark ? ALWAYS : NEVER);
    const text = rest.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi, scheme);
    if (!type) return (not ?? "") + text;
    const matches = type.toLowerCase() === media;
    if (/^not/i.test(not ?? "")) return matches ? `not all${text}` : "all";
    return matches ? `all${text}` : "not all";
  };

  /** Every media list of a sheet and what it imports: `link media`, `@media`, `@import`. */
  const mediaLists = (sheet, seen = new Set()) => {
    if (!sheet || seen.has(sheet)) return [];
    seen.add(sheet);
    const within = (rules) =>
      [...rules].flatMap((rule) => [
        ...(rule.media ? [rule.media] : []),
        ...(rule.styleSheet ? mediaLists(rule.styleSheet, seen) : []),
        ...(rule.cssRules ? within(rule.cssRules) : []),
      ]);
    return [sheet.media, ...within(sheet.cssRules)];
  };

  const onMedium = (media, dark, look) => {
    const lists = media === "screen" && !dark ? [] : [...document.styleSheets].flatMap((sheet) => mediaLists(sheet));
    const texts = lists.map((list) => list.mediaText);
    lists.forEach((list, i) => {
      if (texts[i]) list.mediaText = texts[i].split(",").map((query) => answerQuery(query, media, dark)).join(",");
    });
    try {
      return look();
    } finally {
      lists.forEach((list, i) => {
        list.mediaText = texts[i];
      });
    }
  };

  Object.assign(midweek.tasks, {
    count() {
      orders = new Map([...document.querySelectorAll("*")].map((element, order) => [element, order]));
      return orders.size;
    },

    async settle(width) {
      for (let frame = 0; frame < FRAMES_TO_SETTLE; frame += 1) {
        if (innerWidth === width) return true;
        await new Promise(requestAnimationFrame);
      }
      return false;
    },

    effects: (questions, media, dark) => onMedium(media, dark, () => questions.map(effect)),

    async audit(rules) {
      const known = new Set(axe.getRules().map(({ ruleId }) => ruleId));
      if (!rules.every((rule) => known.has(rule))) return { error: "rule" };
      const { violations, incomplete } = await axe.run(document, {
        runOnly: { type: "rule", values: rules },
        elementRef: true,
        iframes: false,
        preload: false,
      });
      const broken = incomplete.find((result) => result.error); // such a rule was skipped: nothing is known
      if (broken) throw new Error(broken.error.message);
      return {
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ element, failureSummary }) => ({
            rule: id,
            order: orders.get(element) ?? 0,
            summary: failureSummary,
          })),
        ),
      };
    },
  });
})();
