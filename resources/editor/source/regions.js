// The only parts that can be changed, where the text says so: from `<!-- edit from here -->` to `<!-- to here -->`
// (in a style sheet `/* edit from here */` to `/* to here */`). Also a limit on how long a file can grow.

import { EditorState, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

import { tell } from "./sentence.js";

const LIMIT = 1_000_000; // UTF-16 units; a page of 2,000 lines has some 80,000
const MARKER = /(?:<!--|\/\*)\s*(edit from here|to here)\s*(?:-->|\*\/)/g;

/** The parts between markers, or null where there are none: then all can be changed. */
const find = (doc) => {
  const found = [];
  for (const match of doc.toString().matchAll(MARKER)) {
    const last = found.at(-1);
    const opens = match[1] === "edit from here";
    if (opens && last?.to !== null) found.push({ from: match.index + match[0].length, to: null });
    else if (!opens && last?.to === null) last.to = match.index;
  }
  return found.length ? found.map(({ from, to }) => wholeLines(doc, from, to)) : null;
};

/** Markers keep a line of their own: the line breaks beside them are theirs. `to` is null where the end is left out. */
const wholeLines = (doc, from, to) => {
  const blank = (start, end) => !doc.sliceString(start, end).trim();
  const after = doc.lineAt(from).to;
  const before = doc.lineAt(to ?? doc.length).from;
  const start = after < doc.length && blank(from, after) ? after + 1 : from;
  const end = to !== null && before > from && blank(before, to) ? before - 1 : (to ?? doc.length);
  return start <= end ? { from: start, to: end } : { from: after, to: after };
};

const field = StateField.define({
  create: (state) => find(state.doc),
  update: (parts, { changes, docChanged }) =>
    parts && docChanged
      ? parts.map(({ from, to }) => ({ from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }))
      : parts,
});

const inside = (parts, from, to) => parts.some((part) => part.from <= from && to <= part.to);

/** Whether a range can be changed. */
export const canChange = (state, from, to) => {
  const parts = state.field(field);
  return !parts || inside(parts, from, to);
};

/** The part that holds a range; null where there is none, or where all can be changed. */
export const regionAround = (state, { from, to }) =>
  state.field(field)?.find((part) => part.from <= from && to <= part.to) ?? null;

/** Where to begin: in the first part that can be changed. */
export const firstEditable = (state) => state.field(field)?.[0].from ?? 0;

const lines = (state) =>
  state
    .field(field)
    .map(({ from, to }) => [state.doc.lineAt(from).number, state.doc.lineAt(to).number])
    .map(([first, last]) => (first === last ? `line ${first}` : `lines ${first} to ${last}`))
    .join(" and ");

/** Whether a change keeps to the parts that can be changed; also for undo, which no filter sees. */
export const keeps = ({ startState, changes, newDoc, docChanged }) => {
  if (!docChanged) return true;
  const parts = startState.field(field);
  let fits = newDoc.length <= LIMIT || newDoc.length <= startState.doc.length;
  if (parts) changes.iterChangedRanges((from, to) => (fits &&= inside(parts, from, to)), true);
  return fits;
};

const refuse = EditorState.transactionFilter.of((transaction) => {
  if (keeps(transaction)) return transaction;
  const { startState, newDoc } = transaction;
  const full = newDoc.length > LIMIT && newDoc.length > startState.doc.length;
  const stays = () => `This part stays as it is. You can change ${lines(startState)}.`;
  return { effects: tell(startState.selection.main.head, full ? "This file cannot grow any longer." : stays()) };
});

const locked = Decoration.line({ class: "cm-locked" });
const open = Decoration.line({ class: "cm-editable" });

const paint = (view) => {
  const parts = view.state.field(field);
  if (!parts) return Decoration.none;
  const found = [];
  for (const { from, to } of view.visibleRanges) {
    for (let pos = from; pos <= to; ) {
      const line = view.state.doc.lineAt(pos);
      const free = parts.some((part) => part.from <= line.to && line.from <= part.to);
      found.push((free ? open : locked).range(line.from));
      pos = line.to + 1;
    }
  }
  return Decoration.set(found);
};

const painter = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = paint(view);
    }

    update({ view, docChanged, viewportChanged }) {
      if (docChanged || viewportChanged) this.decorations = paint(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const spoken = EditorView.contentAttributes.compute([field], (state) =>
  state.field(field) ? { "aria-description": `You can change ${lines(state)}. The rest stays as it is.` } : {},
);

export const regions = [field, refuse, painter, spoken];
