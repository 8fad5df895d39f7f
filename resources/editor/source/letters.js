// Backspace takes one letter as people see it. CodeMirror's own takes the colour from a hand and the accent from an e, and
// leaves what they stood on; the browser's table of what belongs together is the one that the letters are drawn by.

import { EditorSelection } from "@codemirror/state";
import { keymap } from "@codemirror/view";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const LONGEST = 64; // UTF-16 units looked back; a family of seven has 25

/** Where the letter before `pos` begins. */
const letterStart = (state, pos) => {
  const line = state.doc.lineAt(pos);
  const from = Math.max(line.from, pos - LONGEST);
  const last = [...segmenter.segment(state.sliceDoc(from, pos))].at(-1);
  return last ? from + last.index : pos;
};

/** Whether the letter before `pos` is written with more than one character. */
const isCompound = (state, pos) => [...state.sliceDoc(letterStart(state, pos), pos)].length > 1;

/** Takes the letter before each cursor; false where CodeMirror's own does as well, or something is selected. */
const takeLetter = (view) => {
  const { state } = view;
  const { ranges } = state.selection;
  if (!ranges.every(({ empty }) => empty) || !ranges.some(({ head }) => isCompound(state, head))) return false;
  view.dispatch({
    ...state.changeByRange(({ head }) => {
      const from = head > state.doc.lineAt(head).from ? letterStart(state, head) : Math.max(head - 1, 0);
      return { changes: { from, to: head }, range: EditorSelection.cursor(from) };
    }),
    scrollIntoView: true,
    userEvent: "delete.backward",
  });
  return true;
};

export const wholeLetters = keymap.of([{ key: "Backspace", run: takeLetter }]);
