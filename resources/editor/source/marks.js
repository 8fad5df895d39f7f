// Marks from a check: underlined, their lines tinted, the sentence on hover or with F8. An edit inside one ends it.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass, GutterMarker, hoverTooltip } from "@codemirror/view";

import { sentences, tell } from "./sentence.js";

/** [{from, to, kind, text}] */
export const setMarks = StateEffect.define();

const untouched = (changes, { from, to }) => {
  let free = true;
  changes.iterChangedRanges((start, end) => (free &&= end < from || start > to));
  return free;
};

const field = StateField.define({
  create: () => [],
  update: (marks, { effects, changes, docChanged }) => {
    for (const effect of effects) if (effect.is(setMarks)) return [...effect.value].sort((a, b) => a.from - b.from);
    if (!docChanged || !marks.length) return marks;
    return marks
      .filter((mark) => untouched(changes, mark))
      .map((mark) => ({ ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1) }));
  },
});

/** A point is underlined as the letter after it, or before it at the end of a line. */
const underlined = (doc, { from, to }) => {
  if (from < to) return { from, to };
  const line = doc.lineAt(from);
  return from < line.to ? { from, to: from + 1 } : { from: Math.max(line.from, from - 1), to: from };
};

const faultLines = (state) => {
  const serious = state.field(field).filter((mark) => mark.kind !== "advice");
  return [...new Set(serious.map((mark) => state.doc.lineAt(mark.from).from))];
};

const tint = Decoration.line({ class: "cm-faultLine" });

const decorations = EditorView.decorations.compute([field], (state) => {
  const ranges = faultLines(state).map((from) => tint.range(from));
  for (const mark of state.field(field)) {
    const { from, to } = underlined(state.doc, mark);
    if (from < to) ranges.push(Decoration.mark({ class: `cm-mark cm-mark-${mark.kind}` }).range(from, to));
  }
  return Decoration.set(ranges, true);
});

class FaultGutter extends GutterMarker {
  elementClass = "cm-faultLine";
}

const gutter = gutterLineClass.compute([field], (state) =>
  RangeSet.of(faultLines(state).map((from) => new FaultGutter().range(from))),
);

const hover = hoverTooltip((view, pos) => {
  const { doc } = view.state;
  const marks = view.state.field(field).filter((mark) => {
    const { from, to } = underlined(doc, mark);
    return from <= pos && pos <= to;
  });
  if (!marks.length) return null;
  const { from, to } = underlined(doc, marks[0]);
  return { pos: from, end: to, above: true, create: () => ({ dom: sentences(marks.map((mark) => mark.text)) }) };
});

const goTo = (step) => (view) => {
  const marks = view.state.field(field);
  if (!marks.length) return false;
  const { from, to } = view.state.selection.main;
  const ahead = marks.findIndex((mark) => mark.from > from || (mark.from === from && mark.to > to));
  const behind = marks.findLastIndex((mark) => mark.from < from);
  const mark = step > 0 ? marks[Math.max(ahead, 0)] : marks.at(behind);
  view.dispatch({
    selection: { anchor: mark.from, head: mark.to },
    effects: [
      ...tell(mark.from, mark.text),
      EditorView.scrollIntoView(mark.from, { y: "center" }),
    ],
  });
  return true;
};

export const nextMark = goTo(1);
export const markBefore = goTo(-1);

/** The places that are marked now. */
export const marksIn = (state) => state.field(field);

export const marks = [field, decorations, gutter, hover];
