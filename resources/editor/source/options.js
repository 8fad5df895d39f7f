// Manners that can be switched on and off while files are open. One that is on is so in every file, also in those to come.

import { Compartment } from "@codemirror/state";

/** name -> {slot, extension, on}: what the manner adds to the editor while it is on. */
const options = new Map();

/** Name a manner, once, when the page is loaded; it is off until the program says otherwise. */
export const addOption = (name, extension) => options.set(name, { slot: new Compartment(), extension, on: false });

/** Remember how an option is set; the effect that brings it to an open file, or null for a name that is nobody's. */
export const setOption = (name, on) => {
  const option = options.get(name);
  if (!option) return null;
  option.on = on === true;
  return option.slot.reconfigure(option.on ? option.extension : []);
};

/** The options as they are set now, for a new file. */
export const optionsNow = () => [...options.values()].map(({ slot, extension, on }) => slot.of(on ? extension : []));
