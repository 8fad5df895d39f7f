// Puts elements of a loaded page into states that nobody is there to bring about: a mouse over them, the focus, a tick.
//
// Runs in ApplicationWorld after answer.js and sheets.js.
//   midweek.states.simulated(look)          the page's own rules follow marks of ours instead of `:hover` and its kin
//       while look() runs; they are as they were afterwards
//   midweek.states.held(bearers, look)      inside of that: look() while each [element, names] of `bearers` is in these
//       states; -> what look() gives, or undefined where one of them can never be (a paragraph has no focus)
//   midweek.states.able(element, name)      whether this element can be in this state
// Names: hover, active (a pressed element is hovered too), focus, focus-visible (both are focus by keyboard, so they are
// the same), focus-within, checked, disabled.
//
// In a hidden page `element.focus()` moves the focus, but `:focus` matches nothing and no ring is drawn. So the rings of
// the browser's own style sheet are set up here, in a layer before all others: any rule of the page still beats them.
"use strict";

(() => {
  const MARKED = /"(?:\\.|[^"\\])*"|\\.|::[\w-]+|:(hover|active|focus-visible|focus-within|focus)(?![\w-])/g;
  const OWN = midweek.sheets.made(`
    :where([midweek-focus-visible]) { outline: auto 1px -webkit-focus-ring-color }
    :where(:any-link[midweek-active]) { color: -webkit-activelink }
  `);

  const mark = (name) => `midweek-${name}`;

  const simulated = (look) => {
    const changed = [];
    focusability = new Map();
    for (const rule of midweek.sheets.rules()) {
      const text = rule.selectorText;
      const marked = text.replace(MARKED, (whole, state) => (state ? `[${mark(state)}]` : whole));
      if (marked !== text) {
        changed.push([rule, text]);
        rule.selectorText = marked;
      }
    }
    try {
      return midweek.sheets.first(() => midweek.sheets.worn(OWN, look));
    } finally {
      changed.forEach(([rule, text]) => {
        rule.selectorText = text;
      });
    }
  };

  /** An element and all it stands in. */
  const up = (element) => {
    const around = [];
    for (let one = element; one; one = one.parentElement) around.push(one);
    return around;
  };

  let focusability = new Map(); // while one look lasts

  const canFocus = (element) => {
    if (!focusability.has(element)) {
      element.focus?.({ preventScroll: true });
      focusability.set(element, document.activeElement === element && element !== document.body);
      if (focusability.get(element)) element.blur();
    }
    return focusability.get(element);
  };

  const focusable = (element) => [element, ...element.querySelectorAll("*")].find(canFocus);

  const ABLE = {
    hover: (element) => element.getClientRects().length > 0,
    active: (element) => element.getClientRects().length > 0,
    focus: canFocus,
    "focus-visible": canFocus,
    "focus-within": (element) => focusable(element) !== undefined,
    checked: (element) => element.matches("option, input[type=checkbox i], input[type=radio i]"),
    disabled: (element) => element.matches("button, input, select, textarea, option, optgroup, fieldset"),
  };

  /** An element with those around it, and the field that a label among them stands for: as the mouse sees it. */
  const pointed = (element) => up(element).flatMap((around) => [around, ...(around.control ? [around.control] : [])]);

  /** The marks, as [element, name], that go with one state. */
  const marks = (element, name) => {
    if (name === "hover") return pointed(element).map((around) => [around, "hover"]);
    if (name === "active") return pointed(element).flatMap((around) => [[around, "hover"], [around, "active"]]);
    if (!name.startsWith("focus")) return [];
    const target = name === "focus-within" ? focusable(element) : element;
    return [[target, "focus"], [target, "focus-visible"], ...up(target).map((around) => [around, "focus-within"])];
  };

  const property = (element, name) => (name === "checked" && element.localName === "option" ? "selected" : name);

  /** Ticks or switches off a field; -> how to set it back, and what its tick took from others of its group. */
  const changed = (element, name) => {
    const kin = name === "checked" ? [...document.querySelectorAll("input, option")] : [element];
    const before = kin.map((one) => [one, property(one, name), one[property(one, name)]]);
    element[property(element, name)] = true;
    return () =>
      before.forEach(([one, own, value]) => {
        if (one[own] !== value) one[own] = value;
      });
  };

  const held = (bearers, look) => {
    if (!bearers.every(([element, names]) => names.every((name) => ABLE[name]?.(element)))) return undefined;
    const pairs = bearers.flatMap(([element, names]) => names.map((name) => [element, name]));
    const set = pairs.flatMap(([element, name]) => marks(element, name));
    const undo = pairs
      .filter(([, name]) => name === "checked" || name === "disabled")
      .map(([element, name]) => changed(element, name));
    set.forEach(([element, name]) => element.setAttribute(mark(name), ""));
    try {
      return look();
    } finally {
      set.forEach(([element, name]) => element.removeAttribute(mark(name)));
      undo.reverse().forEach((back) => back());
    }
  };

  midweek.states = { simulated, held, able: (element, name) => Boolean(ABLE[name]?.(element)) };
})();
