// The editor's page: CodeMirror, one state a file, and a wire to the program (app/browser/editor_page.py).
//
// The program calls midweek.receive({do: …}):
//   open       epoch, files: [[name, text, [line, column] | null, trail], …], current, focus: whether to take it,
//              assets: [name, …], the lesson's other files, which a page can link to or show
//              forgets what was open; everything said from now on carries this epoch
//              trail: null, or [steps, [text, …]]: what `steps` said ("": nothing) of the first of these texts; each text
//              after it, and at last the file's, becomes one step more that can be undone
//   show       file
//   line       file, line, column, length, focus   select, into view, tint the line until the next edit; focus: take it
//   marks      file, marks: [{line, column, length, kind: "slip" | "fault" | "advice", text}]
//   send       file                           answer with `text`
//   settle                                    answer with `settled` once every key pressed before has been said
//   size       px                             of the letters
//   theme      name: "light" | "dark" | "contrast"
//   compare    names: [left, right], files: [[name, left text, right text], …], current, focus
//              shows the two texts of each file in the editor's place, read only, until `uncompare` or `open`; `show` is
//              heard too
//   difference by: 1 | -1                     to the next place where the two differ, or the one before
//   uncompare
//   run        command: a name of commands.js; others are let be
//   insert     text, isTag: bool              at the cursor; a tag only where one can stand
//   option     name, value: bool              a manner named in options.js, on or off; others are let be
//
// The page says one JSON object at a time, as a string of ASCII so that no letter can be lost on the way:
//   ready                                                    once, when it can receive
//   opened     epoch                                         the files stand
//   edited     epoch, file, version, changes, length, line, column
//              changes: [[from, to, text], …] in the text before, in order, offsets and length in UTF-16 units;
//              version counts the file's edits from 1; line and column are the cursor's afterwards
//   steps      epoch, file, version, steps                   the undo steps as of that version, as text for `open`; said
//              before an edit that begins a step, and after one that goes back or forth
//   cursor     epoch, file, line, column
//   text       epoch, file, version, text, line, column      the whole text, when asked
//   asked      command                                       a key was pressed whose command is the program's
//   compared   places: [[file, number], …]                   in how many places each file differs
//   difference number, of                                    which of them is shown now
//   settled                                                  when asked
//   uncompared                                               Escape, or `line`, while two texts are shown
//   leave      back: bool                                    Esc, then Tab (or Shift+Tab)
//
// Lines and columns count from 1, columns in code points; CodeMirror's own units (UTF-16) leave this page only as the
// offsets of `changes`.

/* global QWebChannel, qt */

import { EditorView } from "@codemirror/view";

import { run } from "./commands.js";
import { Comparison } from "./compare.js";
import "./emmet.js"; // names its option
import { Files } from "./files.js";
import { insert } from "./insert.js";
import { listen } from "./keys.js";
import { setOption } from "./options.js";

const ascii = (text) =>
  text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const SETTLED = 50; // ms after which a key that was pressed before has been heard: keys take a way of their own

const connect = (program) => {
  const say = (what, values = {}) => program.hear(ascii(JSON.stringify({ say: what, ...values })));
  const view = new EditorView({ parent: document.body });
  const files = new Files(view, say);
  const comparison = new Comparison(view, say);

  const deeds = {
    open: (message) => {
      comparison.hide();
      files.open(message);
    },
    show: ({ file }) => {
      files.show(file);
      comparison.showFile(file);
    },
    line: (message) => {
      comparison.leave();
      files.showLine(message);
    },
    marks: ({ file, marks }) => files.setMarks(file, marks),
    send: ({ file }) => files.sendText(file),
    settle: () => setTimeout(say, SETTLED, "settled"),
    size: ({ px }) => {
      document.documentElement.style.setProperty("--text-size", `${px}px`);
      view.requestMeasure();
    },
    theme: ({ name }) => {
      document.documentElement.dataset.theme = name;
    },
    insert: (message) => insert(view, message),
    run: ({ command }) => {
      if (!comparison.shown) run(view, command); // nobody would see what it did
    },
    compare: (message) => comparison.show(message),
    difference: (message) => comparison.step(message),
    uncompare: () => comparison.hide(),
    option: ({ name, value }) => files.configure(setOption(name, value)),
  };

  /** Where the page has the keyboard, something in it has: also when what had it goes while the page gets it. */
  const takeKeyboard = () => {
    if (document.hasFocus() && document.activeElement === document.body) (comparison.shown ? comparison : view).focus();
  };

  globalThis.midweek = {
    receive: (message) => {
      deeds[message.do](message);
      takeKeyboard();
    },
  };
  listen(window, say);
  window.addEventListener("focus", takeKeyboard);
  // Fetched before they are needed; letters that arrive late have another width.
  Promise.all([...document.fonts].map((font) => font.load())).finally(() => view.requestMeasure());
  say("ready");
};

new QWebChannel(qt.webChannelTransport, (channel) => connect(channel.objects.program));
