// What can be done by name: from the program's menu (`run`), and with a key where there is one. The names and keys are
// those of app/ui/commands.py, which tells them to people; tests/browser/test_editor_commands.py holds the two together.

import {
  copyLineDown,
  copyLineUp,
  deleteLine,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  redo,
  selectAll as selectWhole,
  toggleComment,
  undo,
} from "@codemirror/commands";
import { closeSearchPanel, findNext, findPrevious, gotoLine, openSearchPanel } from "@codemirror/search";
import { Facet } from "@codemirror/state";
import { keymap } from "@codemirror/view";

import { complete } from "./completing.js";
import { explain } from "./explaining.js";
import { openReplace } from "./finding.js";
import { fold, unfold, unfoldEverything } from "./folding.js";
import { markBefore, nextMark } from "./marks.js";
import { regionAround } from "./regions.js";
import { pickColour } from "./swatches.js";
import { goToPartner } from "./tags.js";
import { tidy } from "./tidying.js";

/** Where only a part can be changed, that part first; asked again, the whole file. */
const selectAll = (view) => {
  const { main } = view.state.selection;
  const region = regionAround(view.state, main);
  if (!region || (main.from === region.from && main.to === region.to)) return selectWhole(view);
  view.dispatch({ selection: { anchor: region.from, head: region.to }, userEvent: "select" });
  return true;
};

/** How a file's editor asks the program for one of its own commands: a function of the name. */
export const asking = Facet.define({ combine: ([ask]) => ask ?? (() => {}) });

const inPanel = { scope: "editor search-panel" };

/** name -> {key, run(view)}, the key in CodeMirror's words. One without `run` is the program's, which is asked for it. */
export const commands = new Map([
  ["undo", { key: "Mod-z", run: undo }],
  ["redo", { key: "Mod-y", run: redo }],
  ["select_all", { key: "Mod-a", run: selectAll }],
  ["complete", { key: "Ctrl-Space", run: complete }],
  ["tidy", { key: "Shift-Alt-f", run: tidy }],
  ["explain", { key: "Shift-F1", run: explain }],
  ["colour", { key: "Alt-Enter", run: pickColour }],
  ["find", { key: "Mod-f", run: openSearchPanel, ...inPanel }],
  ["find_next", { key: "F3", run: findNext, ...inPanel }],
  ["find_before", { key: "Shift-F3", run: findPrevious, ...inPanel }],
  ["replace", { key: "Mod-h", mac: "Mod-Alt-f", run: openReplace, ...inPanel }],
  ["go_to_line", { key: "Ctrl-g", run: gotoLine }],
  ["matching_tag", { key: "Mod-Shift-m", run: goToPartner }],
  ["next_mark", { key: "F8", run: nextMark }],
  ["mark_before", { key: "Shift-F8", run: markBefore }],
  ["comment", { key: "Mod-/", run: toggleComment }],
  ["indent", { run: indentMore }], // Tab, which comes after what else Tab may do
  ["outdent", { run: indentLess }],
  ["move_up", { key: "Alt-ArrowUp", run: moveLineUp }],
  ["move_down", { key: "Alt-ArrowDown", run: moveLineDown }],
  ["copy_up", { key: "Shift-Alt-ArrowUp", run: copyLineUp }],
  ["copy_down", { key: "Shift-Alt-ArrowDown", run: copyLineDown }],
  ["delete_line", { key: "Mod-Shift-k", run: deleteLine }],
  ["fold", { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: fold }],
  ["unfold", { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfold }],
  ["unfold_all", { key: "Mod-Shift-.", run: unfoldEverything }],
]);

const asked = (name) => (view) => {
  view.state.facet(asking)(name);
  return true;
};

const bound = [...commands].filter(([, { key }]) => key);

export const commandKeymap = keymap.of([
  ...bound.map(([name, command]) => ({ run: asked(name), preventDefault: true, ...command })),
  { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
]);

/** Do a command and put the keyboard where it belongs; one that is not the editor's changes nothing. */
export const run = (view, name) => {
  const command = commands.get(name);
  if (!command?.run) return;
  view.focus();
  command.run(view);
};
