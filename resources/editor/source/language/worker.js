// The worker that knows HTML and CSS, so that nothing of that holds up a key. It has the texts of the open files.
//
// The page posts {id, files, forget, assets, ask: …}: `files` are the texts that changed, [[name, text], …]; with `forget`
// whatever it had before is gone; `assets` are names of other files there are. Each question gets one {id, answer}, in order:
//   complete   file, at                                  {from, to, items: [{label, insert, caret, about, kind}]} or null
//   explain    kind, name, of                            a sentence or two, or ""
//   expand     before, css: bool                         {length, text, caret} or null
//   tidy       file, inline: [tag, …], kept: [tag, …]    [[from, to, insert], …], or null where it cannot be done
// Offsets are in UTF-16 units. What is asked of a text that puzzles a service has null for an answer.

import { expand } from "./abbreviation.js";
import { completeCss } from "./css.js";
import { explain } from "./explain.js";
import { completeHtml } from "./html.js";
import { isCss, isHtml, Library } from "./library.js";
import { tidy } from "./tidy.js";

const library = new Library();

const answers = {
  complete: (question) => {
    if (isHtml(question.file)) return completeHtml(library, question);
    return isCss(question.file) ? completeCss(library, library.text(question.file), question.at) : null;
  },
  explain: (question) => explain(question),
  expand: (question) => expand(question),
  tidy: (question) => tidy(question.file, library.text(question.file), question),
};

globalThis.addEventListener("message", ({ data: question }) => {
  library.take(question);
  let answer = null;
  try {
    answer = answers[question.ask](question);
  } finally {
    globalThis.postMessage({ id: question.id, answer });
  }
});
