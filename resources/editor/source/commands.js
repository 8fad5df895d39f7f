// What can be done by name: from the program's menu (`run`), and with a key where there is one. The names and keys are
// those of app/ui/commands.py, which tells them to people; tests/browser/test_editor_commands.py holds the two together.

import { redo, selectAll as selectWhole, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { Facet } from "@codemirror/state";
import { keymap } from "@codemirror/view";

import { complete } from "./completing.js";
import { explain } from "./explaining.js";
import { regionAround } from "./regions.js";

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

/** name -> {key, run(view)}, the key in CodeMirror's words. One without `run` is the program's, which is asked for it. */
export const commands = new Map([
  ["undo", { key: "Mod-z", run: undo }],
  ["redo", { key: "Mod-y", run: redo }],
  ["select_all", { key: "Mod-a", run: selectAll }],
  ["complete", { key: "Ctrl-Space", run: complete }],
  ["explain", { key: "Shift-F1", run: explain }],
  ["find", { key: "Mod-f", run: openSearchPanel }],
]);

const asked = (name) => (view) => {
  view.state.facet(asking)(name);
  return true;
};

export const commandKeymap = keymap.of(
  [...commands].filter(([, { key }]) => key).map(([name, command]) => ({ run: asked(name), ...command })),
);

/** Do a command and put the keyboard where it belongs; one that is not the editor's changes nothing. */
export const run = (view, name) => {
  const command = commands.get(name);
  if (!command?.run) return;
  view.focus();
  command.run(view);
};
