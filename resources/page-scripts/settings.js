// Shows a loaded page as it is on another medium, in other colours, or to whom motion is too much.
//
// Runs in ApplicationWorld after answer.js. Widths and heights are set up by resizing the view, not here.
//   midweek.settings.during({media, dark, calm}, look)   media "screen" or "print"; -> what look() gives
//   midweek.settings.rulesOf(holder)          the rules of a sheet or of a rule, none where they may not be read
//   midweek.settings.mediaLists(sheet)        every media list of a sheet and of what it imports
//   midweek.settings.answerScheme(text, dark)   media queries, with the question for the colour scheme answered
//   midweek.settings.saysDark()               whether the page says that it has dark colours of the browser's own
// What the browser has no switch for is answered in the page's own media queries, which are as they were afterwards.
"use strict";

(() => {
  const ALWAYS = "(min-width: 0px)";
  const NEVER = "(max-width: -1px)";
  const SCHEME = /\(\s*prefers-color-scheme\s*(?::\s*(dark|light)\s*)?\)/gi;
  const MOTION = /\(\s*prefers-reduced-motion\s*(?::\s*(reduce|no-preference)\s*)?\)/gi;

  /** Without a value the question is whether there is a preference, which there always is. */
  const answerScheme = (text, dark) =>
    text.replace(SCHEME, (_, asked) => (!asked || (asked.toLowerCase() === "dark") === dark ? ALWAYS : NEVER));

  /** One media query, as it would read in this setting: its type, its colour scheme and its motion are answered here. */
  const answerQuery = (query, { media, dark, calm }) => {
    const [, not, type, rest] = /^\s*(not\s+|only\s+)?(?:(screen|print)\b)?(.*)$/is.exec(query);
    const motion = (_, wanted) => (((wanted ?? "reduce").toLowerCase() === "reduce") === calm ? ALWAYS : NEVER);
    const text = answerScheme(rest, dark).replace(MOTION, motion);
    if (!type) return (not ?? "") + text;
    const matches = type.toLowerCase() === media;
    if (/^not/i.test(not ?? "")) return matches ? `not all${text}` : "all";
    return matches ? `all${text}` : "not all";
  };

  const rulesOf = (holder) => {
    try {
      return [...(holder.cssRules ?? [])];
    } catch {
      return []; // a sheet of somewhere else, which was not loaded
    }
  };

  /** Every media list of a sheet and what it imports: `link media`, `@media`, `@import`. */
  const mediaLists = (sheet, seen = new Set()) => {
    if (!sheet || seen.has(sheet)) return [];
    seen.add(sheet);
    const within = (rules) =>
      rules.flatMap((rule) => [
        ...(rule.media ? [rule.media] : []),
        ...(rule.styleSheet ? mediaLists(rule.styleSheet, seen) : []),
        ...(rule.cssRules ? within(rulesOf(rule)) : []),
      ]);
    return [sheet.media, ...within(rulesOf(sheet))];
  };

  const saysDark = () => {
    const named = document.querySelector("meta[name=color-scheme]")?.content;
    return /\bdark\b/.test(`${named} ${getComputedStyle(document.documentElement).colorScheme}`);
  };

  /** A page that says it has dark colours of the browser's own (`color-scheme`) gets them on its root. */
  const inTheDark = (dark, look) => {
    const root = document.documentElement;
    if (!dark || !saysDark()) return look();
    const written = root.getAttribute("style");
    root.style.setProperty("color-scheme", "dark", "important");
    try {
      return look();
    } finally {
      if (written === null) root.removeAttribute("style");
      else root.setAttribute("style", written);
    }
  };

  const during = (setting, look) => {
    const plain = setting.media === "screen" && !setting.dark && !setting.calm;
    const lists = plain ? [] : [...document.styleSheets].flatMap((sheet) => mediaLists(sheet));
    const texts = lists.map((list) => list.mediaText);
    lists.forEach((list, i) => {
      if (texts[i]) list.mediaText = texts[i].split(",").map((query) => answerQuery(query, setting)).join(",");
    });
    try {
      return inTheDark(setting.dark, look);
    } finally {
      lists.forEach((list, i) => {
        list.mediaText = texts[i];
      });
    }
  };

  midweek.settings = { during, rulesOf, mediaLists, answerScheme, saysDark };
})();
