// Judges what elements of a loaded page look like: declarations, bounds of values, and changes in a state.
//
// Runs in ApplicationWorld after answer.js, sheets.js and states.js.
//   midweek.effects.still(look)        look() with every transition at its end and every animation at its beginning
//   midweek.effects.rows(elements, question)   one {element, holds, found, why, part} for each of these that can be looked at;
//       question {selector, property, value, pseudo, states}; throws "value" where the browser cannot read a value
//   midweek.effects.pixels(element, length)    a length in CSS pixels; NaN where it is none
// `value` is a text, or one of {"at-least": text}, {"at-most": text}, {between: [text, text]}, {not: value},
// {"any-of": [value]}, {changes: true}.
//
// A text holds where wearing it, as important, changes no computed value. For sizes the computed value of an element that
// is laid out is a used one, in pixels, and hides what was asked for: `width: 50%` may have been there by chance. So of
// those the value without layout (`display: none`) counts too: it must be the same, or one that the page asked for.
"use strict";

(() => {
  const USED = /^(width|height|(block|inline)-size|margin-.+|top|right|bottom|left|inset-.+|grid-template-(rows|columns))$/;
  const NEAR = 0.5; // CSS pixels between two used sizes that nobody sees, `33.33%` and `calc(100% / 3)`
  const NORMAL_LINE = 1.2; // what `line-height: normal` comes to
  const STRONG = ":not(#midweek#midweek#midweek#midweek)";
  const REPLACED = "img, svg, video, audio, canvas, iframe, object, embed, input, select, textarea, button, meter, progress";
  const OWN_ADDRESS = new RegExp(`${location.protocol}//[^/]*/v\\d+/`, "g"); // a learner knows \`files/x.png\`
  const SUBJECT = "midweek-subject";
  const HERE = "midweek-here";
  const MOST_BEARERS = 500;

  const stillness = midweek.sheets.made(
    `*, *::before, *::after { transition: none !important; animation: none !important }`,
  );
  const still = (look) => midweek.sheets.first(() => midweek.sheets.worn(stillness, look));

  /** look() while the element, or its pseudo-element, has these declarations above all others. */
  const wearing = ({ element, pseudo }, declarations, look) => {
    const pairs = Object.entries(declarations);
    if (pairs.length === 0) return look();
    if (pseudo) {
      const body = pairs.map(([name, value]) => `${name}: ${value} !important`).join(";");
      const trial = midweek.sheets.made(`[${SUBJECT}]${STRONG}${pseudo} { ${body} }`);
      element.setAttribute(SUBJECT, "");
      try {
        return midweek.sheets.first(() => midweek.sheets.worn(trial, look));
      } finally {
        element.removeAttribute(SUBJECT);
      }
    }
    const written = element.getAttribute("style");
    pairs.forEach(([name, value]) => element.style.setProperty(name, value, "important"));
    try {
      return look();
    } finally {
      if (written === null) element.removeAttribute("style");
      else element.setAttribute("style", written);
    }
  };

  const computed = ({ element, pseudo }, name) => getComputedStyle(element, pseudo).getPropertyValue(name);
  const readAll = ({ element, pseudo }, names, declarations) => {
    if (names.length === 0) return [];
    return wearing({ element, pseudo }, declarations, () => {
      const style = getComputedStyle(element, pseudo);
      return names.map((name) => style.getPropertyValue(name));
    });
  };
  const read = (target, name, declarations) => readAll(target, [name], declarations)[0];

  let blamed; // the longhand that was found to be otherwise, where it is one

  const known = new Map();
  const { style: scratch } = document.implementation.createHTMLDocument("").createElement("p");

  /** The longhands that a declaration sets; throws where the browser does not know it. */
  const longhands = (property, value) => {
    const key = `${property}: ${value}`;
    if (!known.has(key)) {
      scratch.cssText = "";
      scratch.setProperty(property, value);
      known.set(key, [...scratch]);
    }
    if (known.get(key).length === 0) throw new Error("value");
    return known.get(key);
  };

  /** What must be there for a property to have a value at all, where the declaration itself does not say it. */
  const footing = (names) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const style = name.replace(/-width$/, "-style");
        const drawn = /^(border-.+|outline|column-rule)-width$/.test(name) && !names.includes(style);
        const laid = /^grid-template-(rows|columns)$/.test(name) && !names.includes("display");
        return [...(drawn ? [[style, "solid"]] : []), ...(laid ? [["display", "grid"]] : [])];
      }),
    );

  const inPixels = (text) => (/^-?[\d.]+(e-?\d+)?px$/.test(text) ? Number.parseFloat(text) : NaN);
  const near = (one, other) => one === other || Math.abs(inPixels(one) - inPixels(other)) <= NEAR;
  const plain = (text) => text.toLowerCase().replace(/["']/g, "").replace(/\s*,\s*/g, ",").replace(/\s+/g, " ").trim();

  /** Whether two values of a property of the author's own are the same: as text, as colours or as lengths. */
  const alike = (target, one, other) =>
    plain(one) === plain(other) ||
    ["color", "text-indent"].some(
      (carrier) =>
        [one, other].every((value) => value.trim() && CSS.supports(carrier, value.trim())) &&
        read(target, carrier, { [carrier]: one }) === read(target, carrier, { [carrier]: other }),
    );

  const sameValue = (target, name, before, after) => {
    if (before === after) return true;
    if (name.startsWith("--")) return alike(target, before, after);
    return name === "font-family" && plain(before) === plain(after);
  };

  /** Sizes as they were asked for: their computed values before layout made pixels of them. */
  const askedSizes = (target, names, declarations) => {
    if (target.pseudo || names.length === 0) return readAll(target, names, { ...declarations, display: "none" });
    return wearing(target, declarations, () => {
      const values = target.element.computedStyleMap();
      return names.map((name) => String(values.get(name) ?? ""));
    });
  };

  /** Whether a size that was asked for otherwise comes to the same, and not only because nobody asked. */
  const isAsGood = (target, name, asked, under, worn) => {
    const [used, wanted] = [read(target, name, under), read(target, name, worn)];
    return near(used, wanted) && used !== "auto" && asked !== askedSizes(target, [name], { ...under, [name]: "initial" })[0];
  };

  const isWorn = (target, property, value, names) => {
    const under = footing(names);
    const worn = { ...under, [property]: value };
    const sizes = names.filter((name) => USED.test(name));
    const others = names.filter((name) => !USED.test(name));
    const [before, after] = [under, worn].map((declarations) => readAll(target, others, declarations));
    const [asked, wanted] = [under, worn].map((declarations) => askedSizes(target, sizes, declarations));
    const other =
      others.find((name, i) => !sameValue(target, name, before[i], after[i])) ??
      sizes.find((name, i) => asked[i] !== wanted[i] && !isAsGood(target, name, asked[i], under, worn));
    blamed = other ?? blamed;
    return other === undefined;
  };

  /** A variable that is nowhere set makes a declaration mean nothing, which would change nothing. */
  const isSet = (target, value) =>
    [...value.matchAll(/var\(\s*(--[^\s,)]+)\s*\)/g)].every(([, name]) => computed(target, name) !== "");

  const wears = (target, property, value) => {
    const names = longhands(property, value);
    return isSet(target, value) && isWorn(target, property, value, names);
  };

  /** The size on the screen of an element in a line of text, whose `width` and `height` mean nothing. */
  const inLine = ({ element, pseudo }, name) => {
    const flows = !pseudo && /^inline$/.test(computed({ element }, "display")) && !element.matches(REPLACED);
    return flows && /^(width|height|(block|inline)-size)$/.test(name)
      ? element.getBoundingClientRect()[/^(width|inline-size)$/.test(name) ? "width" : "height"]
      : undefined;
  };

  /** One part of a computed value as {amount, unit}; undefined where it is no amount. */
  const amount = (target, name, text) => {
    const [, number, unit] = /^(-?[\d.]+(?:e[+-]?\d+)?)([a-z]*|%)$/.exec(text) ?? [];
    if (number !== undefined) return { amount: Number(number), unit };
    if (text === "auto" && /^min-/.test(name)) return { amount: 0, unit: "px" };
    if (text === "auto" && name === "z-index") return { amount: 0, unit: "" };
    if (text === "none" && /^max-/.test(name)) return { amount: Infinity, unit: "px" };
    if (text === "normal" && name === "line-height") {
      return { amount: NORMAL_LINE * inPixels(computed(target, "font-size")), unit: "px" };
    }
    if (text === "normal" && /(gap|spacing)$/.test(name)) return { amount: 0, unit: "px" };
    return undefined;
  };

  /** A share of what an element stands in, as pixels, so that it can be compared with pixels. */
  const spread = (target, name, text) => {
    const side = /(width|inline-size)$/.test(name) ? "width" : "height";
    const worn = { [side]: text, [`min-${side}`]: "0", [`max-${side}`]: "none", display: "block" };
    return read(target, side, worn);
  };

  const amounts = (target, name, text) => text.split(/[\s,]+/).map((part) => amount(target, name, part));

  /** Whether a computed value is on the right side of a bound: `holds(have, limit, slack)` for every number of it. */
  const isBounded = (target, name, mine, theirs, holds) => {
    const [have, want] = [amounts(target, name, mine), amounts(target, name, theirs)];
    return have.every((one, i) => {
      const limit = want[Math.min(i, want.length - 1)];
      if (one === undefined || (one.unit !== limit.unit && one.amount !== 0 && limit.amount !== 0)) return false;
      return holds(one.amount, limit.amount, limit.unit === "px" && USED.test(name) ? NEAR : 1e-6);
    });
  };

  const bounded = (target, property, bound, holds) => {
    const names = longhands(property, bound);
    const line = names.length === 1 ? inLine(target, names[0]) : undefined;
    const under = line === undefined ? footing(names) : { display: "block" }; // a bound that means something
    const mine = line === undefined ? readAll(target, names, {}) : [`${line}px`];
    const theirs = readAll(target, names, { ...under, [property]: bound });
    const numbers = names
      .map((name, i) => [name, mine[i], theirs[i]])
      .filter(([name, , limit]) => !amounts(target, name, limit).includes(undefined)); // a shorthand has other parts
    if (numbers.length === 0) throw new Error("value");
    const other = numbers.find(([name, ...pair]) => {
      const shares = /^(min|max)-/.test(name) && pair[0].includes("%") !== pair[1].includes("%");
      const [have, limit] = shares ? pair.map((text) => (/\d/.test(text) ? spread(target, name, text) : text)) : pair;
      return !isBounded(target, name, have, limit, holds);
    });
    blamed = other?.[0] ?? blamed;
    return other === undefined;
  };

  const atLeast = (have, limit, slack) => have >= limit - slack;
  const atMost = (have, limit, slack) => have <= limit + slack;

  /** What is seen of a property: the colour of a line that is not drawn is nothing. */
  const seen = (target, name) => {
    const [, line] = /^(border-.+|outline|column-rule)-(?:color|width|style|offset)$/.exec(name) ?? [];
    const [style, width] = line ? [computed(target, `${line}-style`), computed(target, `${line}-width`)] : [];
    if (/^(none|hidden)$/.test(style) || width === "0px") return "none";
    const drawn = /^text-decoration-(color|style|thickness)$/.test(name) ? computed(target, "text-decoration-line") : "";
    return drawn === "none" ? drawn : computed(target, name);
  };

  const look = (target, names) => names.map((name) => seen(target, name));

  const holds = (target, property, value, resting) => {
    if (typeof value === "string") return wears(target, property, value);
    if (value["at-least"]) return bounded(target, property, value["at-least"], atLeast);
    if (value["at-most"]) return bounded(target, property, value["at-most"], atMost);
    if (value.between) {
      const [low, high] = value.between;
      return bounded(target, property, low, atLeast) && bounded(target, property, high, atMost);
    }
    if (value.not) return !holds(target, property, value.not, resting);
    if (value["any-of"]) return value["any-of"].some((one) => holds(target, property, one, resting));
    return look(target, longhands(property, "initial")).some((now, i) => now !== resting[i]);
  };

  const find = (selector) => [...document.querySelectorAll(selector)];

  /** Who must be in a state for each subject: Map of element to [[bearer, names]]; the nearest one before or around it. */
  const bearersOf = (elements, selector, states) => {
    const bearers = new Map(elements.map((element) => [element, []]));
    for (const { of, through, names } of states) {
      const nearest = new Map(of === selector ? elements.map((element) => [element, element]) : []);
      for (const bearer of of === selector ? [] : find(of).slice(0, MOST_BEARERS)) {
        if (!names.every((name) => midweek.states.able(bearer, name))) continue;
        bearer.setAttribute(HERE, "");
        find(through).forEach((element) => nearest.set(element, bearer));
        bearer.removeAttribute(HERE);
      }
      for (const [element, own] of bearers) {
        if (nearest.has(element)) own.push([nearest.get(element), names]);
        else bearers.delete(element);
      }
    }
    return bearers;
  };

  const asFound = (target, property, names) => {
    const whole = computed(target, property) || [...new Set(names.map((name) => computed(target, name)))].join(" ");
    return whole.replace(OWN_ADDRESS, "");
  };

  const row = (target, { property, value }, resting) => {
    const empty = /^::(before|after)$/.test(target.pseudo ?? "") && property !== "content";
    const why = empty && /^(none|normal)$/.test(computed(target, "content")) ? "empty" : undefined;
    blamed = undefined;
    if (holds(target, property, value, resting) && !why) return { element: target.element, holds: true };
    const found = asFound(target, property, longhands(property, "initial"));
    return { element: target.element, holds: false, found, why, part: blamed };
  };

  const rows = (elements, question) => {
    const { selector, property, pseudo = null, states = [] } = question;
    const names = longhands(property, "initial");
    const bearers = bearersOf(elements, selector, states);
    return elements.flatMap((element) => {
      const target = { element, pseudo };
      if (states.length === 0) return [row(target, question, [])];
      if (!bearers.has(element)) return [];
      const resting = look(target, names);
      return midweek.states.held(bearers.get(element), () => row(target, question, resting)) ?? [];
    });
  };

  const pixels = (element, length) => {
    if (!CSS.supports("outline-offset", length)) return NaN;
    return inPixels(read({ element, pseudo: null }, "outline-offset", { "outline-offset": length }));
  };

  midweek.effects = { still, rows, pixels };
})();
