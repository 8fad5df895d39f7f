// Reads the style sheets of a loaded page, and puts ours above and below all of them.
//
// Runs in ApplicationWorld after answer.js.
//   midweek.sheets.rules()              every style rule of the page, imported and nested ones too
//   midweek.sheets.first(look)          look() while the layer "midweek" comes before every layer of the page: what is said
//       there is weaker than any rule of the page, and what is said as important is stronger (CSS Cascade 5, 6.4)
//   midweek.sheets.made(text)           a sheet of ours in that layer
//   midweek.sheets.worn(sheet, look)    look() while the page wears it as well
"use strict";

(() => {
  const LAYER = "midweek";

  const rulesOf = (holder) => {
    try {
      return [...(holder.cssRules ?? [])];
    } catch {
      return []; // a sheet of somewhere else, which was not loaded
    }
  };

  const rules = () => {
    const found = [];
    const seen = new Set();
    const waiting = [...document.styleSheets];
    while (waiting.length > 0) {
      const holder = waiting.pop();
      if (seen.has(holder)) continue;
      seen.add(holder);
      for (const rule of rulesOf(holder)) {
        if (rule.selectorText !== undefined) found.push(rule);
        if (rule.styleSheet) waiting.push(rule.styleSheet);
        if (rule.cssRules?.length > 0) waiting.push(rule);
      }
    }
    return found;
  };

  const first = (look) => {
    const [sheet] = document.styleSheets;
    sheet?.insertRule(`@layer ${LAYER};`, 0);
    try {
      return look();
    } finally {
      sheet?.deleteRule(0);
    }
  };

  const worn = (sheet, look) => {
    document.adoptedStyleSheets.push(sheet);
    try {
      return look();
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  };

  const made = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer ${LAYER} { ${text} }`);
    return sheet;
  };

  midweek.sheets = { rules, first, worn, made };
})();
