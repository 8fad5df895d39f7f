// Shows the live page as people meet it whose system is dark, or as all others do, and keeps it so while it is patched.
//
// Runs in ApplicationWorld after answer.js and settings.js. Task:
//   dark(wanted)   -> whether the page says anything about dark colours
// The browser has no switch for one page: where the system's own answer is another one, the page's media queries are
// answered in the page's style sheets (CSSOM) and <source>s, and are as they were once the answers agree again.
"use strict";

(() => {
  const ASKS = /prefers-color-scheme/i;
  const darkRoot = new CSSStyleSheet();
  darkRoot.replaceSync(":root:root { color-scheme: dark !important }");
  let lists = []; // [media list, what the page says there]
  let sources = []; // [source, what the page says there, what we say]
  let wanted = false;
  let observer = null;

  const answer = (text) => midweek.settings.answerScheme(text, wanted);

  const answerLists = () => {
    for (const list of [...document.styleSheets].flatMap((sheet) => midweek.settings.mediaLists(sheet))) {
      const said = list.mediaText;
      if (!ASKS.test(said)) continue;
      lists.push([list, said]);
      list.mediaText = answer(said);
    }
  };

  const answerSources = () => {
    for (const source of document.querySelectorAll("source[media]")) {
      const said = source.media;
      if (!ASKS.test(said)) continue;
      sources.push([source, said, answer(said)]);
      source.media = answer(said);
    }
  };

  const answerRoot = () => {
    const worn = document.adoptedStyleSheets.filter((sheet) => sheet !== darkRoot);
    document.adoptedStyleSheets = worn;
    const dark = wanted && midweek.settings.saysDark();
    if (dark) document.adoptedStyleSheets = [...worn, darkRoot];
    return dark;
  };

  const refresh = () => {
    answerLists();
    answerSources();
    return answerRoot();
  };

  const undo = () => {
    for (const [list, said] of lists) list.mediaText = said;
    for (const [source, said, ours] of sources) if (source.media === ours) source.media = said;
    [lists, sources] = [[], []];
    observer?.disconnect();
    observer = null;
    document.removeEventListener("load", refresh, true);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== darkRoot);
  };

  Object.assign(midweek.tasks, {
    dark(now) {
      const said = (list) => ASKS.test(list.mediaText);
      if (wanted !== now) undo();
      wanted = now;
      if (matchMedia("(prefers-color-scheme: dark)").matches === now) {
        const asked = [...document.styleSheets].flatMap((sheet) => midweek.settings.mediaLists(sheet)).some(said);
        return asked || midweek.settings.saysDark();
      }
      if (observer === null) {
        observer = new MutationObserver(refresh); // before the next frame is painted
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        document.addEventListener("load", refresh, true); // of a style sheet that has just come
      }
      return refresh() || lists.length + sources.length > 0;
    },
  });
})();
