// Which rule of a style sheet a place belongs to, what it matches, and which rules style an element.
//
// Runs in ApplicationWorld after answer.js.
//   midweek.rules.at(css, offset)      {selectors, conditions} of the rule that holds the place: the one selector the place is
//       in, or all of its list, and the conditions of the @media rules around it; null: no rule, or none the browser can read
//   midweek.rules.found(selectors)     {elements, states, parts}: what they match now or in a state, without doubles
//   midweek.rules.of(element, css)     [{offset, selector}] for the rules of one sheet that style the element in these media
//   midweek.rules.sheets()             [[style sheet, name of its file or "", the <style> that holds it]], imported ones too
//
// Rules are found by braces; what a rule is, and whether it counts, the browser's own parser says, of a copy in which
// every rule has its number as a declaration. Nested selectors are put together with `:is()`.
"use strict";
(() => {
  const MARK = "--midweek-place";
  const PIECE =
    /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*["\n]?|'(?:[^'\\\n]|\\[^])*['\n]?|url\(\s*(?!["'\s])[^)]*\)?|\\[^]|[{}()[\];,&]|[^/"'\\{}()[\];,&u]+|[^]/gy;
  const DEEPEST = 30;
  const MOST_SELECTORS = 200; // of one rule; nobody reads, and the browser would be busy with more
  const PATIENCE = 300; // ms for one question, after which what was found so far is the answer
  const STATES = ["hover", "focus", "focus-visible", "focus-within", "active", "visited", "target"];
  const STATE = new RegExp(`(?<!:):(${STATES.join("|")})(?![\\w-])`, "y");
  const PART = /::[\w-]+(?:\([^)]*\))?|:(?:before|after|first-line|first-letter)(?![\w-])/y;

  const pieces = (text) => text.matchAll(new RegExp(PIECE));

  /** The rules of a text: {from, to, open, close, prelude, at, parent}, outer ones first. */
  const cut = (css) => {
    const rules = [];
    const stack = [];
    let begins = 0; // of what may become a prelude
    let brackets = 0;
    for (const { 0: piece, index } of pieces(css)) {
      if (piece === "(" || piece === "[") brackets += 1;
      else if (piece === ")" || piece === "]") brackets = Math.max(0, brackets - 1);
      else if (brackets > 0 || !/^[{};]$/.test(piece)) continue;
      else {
        if (piece === "{") {
          const blank = /^(?:\s|\/\*[^]*?\*\/)*/.exec(css.slice(begins, index))[0].length;
          const prelude = css.slice(begins + blank, index);
          const rule = { from: begins + blank, open: index, close: css.length, prelude, parent: stack.at(-1) ?? null };
          rules.push(rule);
          stack.push(rule);
        } else if (piece === "}" && stack.length > 0) stack.pop().close = index + 1;
        begins = index + 1;
      }
    }
    return rules;
  };

  const isStyle = ({ prelude }) => !prelude.startsWith("@");

  let known = { css: null };

  /** The rules of a text, and the browser's rule for each number that it could read; kept for the last text. */
  const read = (css) => {
    if (known.css === css) return known;
    const rules = cut(css);
    let [copy, done] = ["", 0];
    rules.forEach((rule, number) => {
      if (!isStyle(rule)) return;
      copy += `${css.slice(done, rule.open + 1)}${MARK}:${number};`;
      done = rule.open + 1;
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(copy + css.slice(done));
    const read = new Map();
    for (const rule of styleRules(sheet)) read.set(Number(rule.style.getPropertyValue(MARK) || -1), rule);
    known = { css, rules, read };
    return known;
  };

  /** None where there can be none, and of a sheet that did not come. */
  const rulesOf = (group) => {
    try {
      return group.cssRules ?? [];
    } catch {
      return [];
    }
  };

  function* styleRules(group, depth = 0) {
    for (const rule of rulesOf(group)) {
      if (rule instanceof CSSStyleRule) yield rule;
      if (!(rule instanceof CSSKeyframesRule) && !(rule instanceof CSSImportRule) && depth < DEEPEST) yield* styleRules(rule, depth + 1);
    }
  }

  /** The parts between commas as [from, text], their comments blanked. */
  const parted = (list) => {
    const parts = [];
    let [from, text, brackets] = [0, "", 0];
    for (const { 0: piece, index } of pieces(list)) {
      if (piece === "(" || piece === "[") brackets += 1;
      if (piece === ")" || piece === "]") brackets -= 1;
      if (piece === "," && brackets === 0) {
        parts.push([from, text]);
        [from, text] = [index + 1, ""];
      } else text += piece.startsWith("/*") ? " " : piece;
    }
    return [...parts, [from, text]].map(([start, part]) => [start, part.trim()]).filter(([, part]) => part);
  };

  /** The selectors of a rule as they would stand at the top of a sheet. */
  const whole = (rule, depth = 0) => {
    const parts = parted(rule.prelude).map(([, part]) => part);
    let outer = rule.parent;
    while (outer && !isStyle(outer)) outer = outer.parent;
    if (!outer || depth > DEEPEST) return parts;
    const around = `:is(${whole(outer, depth + 1).join(", ")})`;
    return parts.map((part) => {
      const written = Array.from(pieces(part), ([piece]) => piece);
      if (!written.includes("&")) return `${around} ${part}`;
      return written.map((piece) => (piece === "&" ? around : piece)).join("");
    });
  };

  const conditionsOf = (rule) => {
    const found = [];
    for (let one = rule.parent; one; one = one.parent) {
      const [, condition] = /^@media\b([^]*)/i.exec(one.prelude) ?? [];
      if (condition !== undefined) found.unshift(condition.replace(/\/\*[^]*?\*\//g, " ").trim());
    }
    return found;
  };

  const at = (css, offset) => {
    const { rules, read: readable } = read(css);
    const number = rules.findLastIndex(({ from, close }) => from <= offset && offset <= close);
    const holds = number >= 0 && (offset < rules[number].close || offset === css.length || /\s/.test(css[offset]));
    if (!holds || !isStyle(rules[number]) || !readable.has(number)) return null;
    const rule = rules[number];
    const selectors = whole(rule);
    if (offset > rule.open) return { selectors, conditions: conditionsOf(rule) };
    const place = parted(rule.prelude).findLastIndex(([from]) => rule.from + from <= offset);
    return { selectors: selectors.slice(Math.max(0, place)).slice(0, 1), conditions: conditionsOf(rule) };
  };

  /** A selector without what no element is all the time: {plain, states, parts}. Inside :not() and :has() it stays. */
  const plain = (selector) => {
    const [states, parts] = [new Set(), new Set()];
    const kept = []; // for each open bracket, whether it is one of those
    let text = "";
    for (let at = 0; at < selector.length; ) {
      const [state, part, piece] = [STATE, PART, PIECE].map((pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(selector);
      });
      const taken = !kept.includes(true) && (state ?? part);
      if (taken) {
        (state ? states : parts).add(taken[1] ?? taken[0]);
        if (/(^|[\s>+~(,])$/.test(text)) text += "*";
        at += taken[0].length;
        continue;
      }
      const [next] = /^[^]/.exec(selector.slice(at));
      const step = /^["'\\]/.test(next) ? piece[0] : next;
      if (step === "(" || step === "[") kept.push(step === "[" || /:(not|has)$/.test(text));
      if (step === ")" || step === "]") kept.pop();
      text += step;
      at += step.length;
    }
    return { plain: text, states, parts };
  };

  const found = (selectors) => {
    const [elements, states, parts] = [new Set(), new Set(), new Set()];
    const end = performance.now() + PATIENCE;
    for (const selector of selectors.slice(0, MOST_SELECTORS)) {
      if (performance.now() > end) break;
      const one = plain(selector);
      for (const element of document.querySelectorAll(one.plain)) elements.add(element);
      one.states.forEach((state) => states.add(state));
      one.parts.forEach((part) => parts.add(part));
    }
    return { elements: [...elements], states: [...states], parts: [...parts] };
  };

  const holds = (condition) => condition === "" || matchMedia(condition).matches;

  const of = (element, css) => {
    const { rules, read: readable } = read(css);
    const found = [];
    const end = performance.now() + PATIENCE;
    for (const [number, rule] of readable.entries()) {
      if (performance.now() > end) break;
      if (number < 0 || !conditionsOf(rules[number]).every(holds) || !isActive(rule)) continue;
      const { from, prelude } = rules[number];
      const written = parted(prelude);
      whole(rules[number]).forEach((selector, index) => {
        if (matches(element, selector)) found.push({ offset: from + written[index][0] + leading(prelude, written[index][0]), selector: written[index][1], whole: selector });
      });
    }
    return found;
  };

  const leading = (prelude, from) => /^(?:\s|\/\*[^]*?\*\/)*/.exec(prelude.slice(from))[0].length;
  const isActive = (rule) => {
    for (let one = rule.parentRule; one; one = one.parentRule) {
      if (one instanceof CSSSupportsRule && !CSS.supports(one.conditionText)) return false;
    }
    return true;
  };
  const matches = (element, selector) => {
    try {
      return element.matches(plain(selector).plain);
    } catch {
      return false;
    }
  };

  const nameOf = ({ href }) => (href ? decodeURIComponent(new URL(href).pathname.replace(/^\/v\d+\//, "")) : "");

  /** What is in force, in the order of the cascade: an imported sheet before the one that imports it. */
  const sheets = () => {
    const all = [];
    const add = (sheet, owner, depth) => {
      if (!sheet || sheet.disabled || !holds(sheet.media.mediaText) || depth > DEEPEST) return;
      for (const rule of rulesOf(sheet)) if (rule instanceof CSSImportRule) add(rule.styleSheet, null, depth + 1);
      all.push([sheet, nameOf(sheet), owner]);
    };
    for (const sheet of document.styleSheets) add(sheet, sheet.href ? null : sheet.ownerNode, 0);
    return all;
  };

  midweek.rules = { at, found, of, sheets };
})();
