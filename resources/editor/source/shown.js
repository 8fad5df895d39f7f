// The line that the program points at, tinted until the next edit.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass, GutterMarker } from "@codemirror/view";

/** An offset in the line to point at. */
export const showLine = StateEffect.define();

const field = StateField.define({
  create: () => null,
  update: (from, transaction) => {
    for (const effect of transaction.effects) if (effect.is(showLine)) return transaction.state.doc.lineAt(effect.value).from;
    return transaction.docChanged ? null : from;
  },
});

const tint = Decoration.line({ class: "cm-shownLine" });

class ShownGutter extends GutterMarker {
  elementClass = "cm-shownLine";
}

const ranges = (value) => (state) => {
  const from = state.field(field);
  return from === null ? RangeSet.empty : RangeSet.of([value.range(from)]);
};

export const shownLine = [
  field,
  EditorView.decorations.compute([field], ranges(tint)),
  gutterLineClass.compute([field], ranges(new ShownGutter())),
];
