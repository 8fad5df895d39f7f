// Sentences in a small box beside the text, also spoken. Code stands between backticks; nothing is ever read as HTML.

import { StateEffect, StateField } from "@codemirror/state";
import { closeHoverTooltips, EditorView, showTooltip } from "@codemirror/view";

/** A box for a tooltip with one paragraph a text. */
export const sentences = (texts) => {
  const box = document.createElement("div");
  box.className = "cm-sentence";
  for (const text of texts) {
    const paragraph = box.appendChild(document.createElement("p"));
    for (const [index, part] of text.split("`").entries()) {
      if (!part) continue;
      const piece = index % 2 ? document.createElement("code") : document.createElement("span");
      piece.textContent = part;
      paragraph.append(piece);
    }
  }
  return box;
};

const setBox = StateEffect.define();

/** The effects that say a sentence at a position until the cursor moves or something is typed. */
export const tell = (pos, text) => [
  setBox.of({ pos, above: true, create: () => ({ dom: sentences([text]) }) }),
  EditorView.announce.of(text.replaceAll("`", "")),
];

/** Before another text is shown: a box that is still to be placed would look for its place in that text. */
export const hush = [setBox.of(null), closeHoverTooltips];

export const telling = StateField.define({
  create: () => null,
  update: (box, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setBox)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : box;
  },
  provide: (self) => showTooltip.from(self),
});
