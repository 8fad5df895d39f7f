// Sentences in a small box beside the text, also spoken. Code stands between backticks; nothing is ever read as HTML.

import { completionStatus } from "@codemirror/autocomplete";
import { searchPanelOpen } from "@codemirror/search";
import { Prec, StateEffect, StateField } from "@codemirror/state";
import { closeHoverTooltips, EditorView, keymap, showTooltip } from "@codemirror/view";

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

const field = StateField.define({
  create: () => null,
  update: (box, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setBox)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : box;
  },
  provide: (self) => showTooltip.from(self),
});

const isTelling = (state) => Boolean(state.field(field, false));

const stop = (view) => {
  if (!isTelling(view.state)) return false;
  view.dispatch({ effects: setBox.of(null) });
  return true;
};

/** Whatever else is opened over the text takes the place of the sentence. */
const giveWay = EditorView.updateListener.of(({ state, startState, view }) => {
  const opens = (isOpen) => isOpen(state) && !isOpen(startState);
  if (opens(completionStatus) || opens(searchPanelOpen)) stop(view);
});

export const telling = [field, giveWay, Prec.highest(keymap.of([{ key: "Escape", run: stop }]))];
