// Reads how a page wants to be printed, as far as the browser does not heed it by itself (it does heed the size of paper).
//
// Runs in ApplicationWorld after answer.js and settings.js.
//   midweek.paper.margins()   what the page's @page rules say, as {top, right, bottom, left} in mm; a side they do not
//       name, or name in a length that hangs on the paper (`10%`), is null
"use strict";

(() => {
  const SIDES = ["top", "right", "bottom", "left"];

  const millimetres = (text) => {
    try {
      return CSSNumericValue.parse(text).to("mm").value;
    } catch {
      return null;
    }
  };

  /** The rules of a sheet, a media query, a layer… that hold on paper; `@page` of no special page among them. */
  const pageRules = (holder) => {
    if (holder.media?.mediaText && !matchMedia(holder.media.mediaText).matches) return [];
    if (holder instanceof CSSSupportsRule && !CSS.supports(holder.conditionText)) return [];
    const sheet = holder.styleSheet;
    return midweek.settings
      .rulesOf(sheet ?? holder)
      .flatMap((rule) => (rule instanceof CSSPageRule ? (rule.selectorText ? [] : [rule]) : pageRules(rule)));
  };

  const margins = () => {
    const found = Object.fromEntries(SIDES.map((side) => [side, null]));
    const rules = [...document.styleSheets].filter((sheet) => !sheet.disabled).flatMap(pageRules);
    for (const rule of rules) {
      for (const side of SIDES) {
        const said = rule.style.getPropertyValue(`margin-${side}`);
        if (said) found[side] = said === "0" ? 0 : millimetres(said);
      }
    }
    return found;
  };

  midweek.paper = {
    margins: () => midweek.settings.during({ media: "print", dark: false, calm: false }, margins),
  };
})();
