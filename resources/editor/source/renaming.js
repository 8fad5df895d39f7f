// Typing in the name of a tag renames its partner, in the same step. Only where the two had one name before and stand
// whole; not where the partner may not be changed. Between letters the name can also be empty: `<>` is no tag, so the two
// places are remembered for as long as the cursor stays in one of them.

import { Annotation, EditorState, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { canChange } from "./regions.js";
import { tagsAtWholly } from "./tags.js";

const NAME = /^[\w-]*$/;
const COMPOSED = "input.type.compose";

const renaming = Annotation.define(); // the places of both names, before the change

const within = (place, from, to) => place.from <= from && to <= place.to;

/** Both places after changes: what is typed at their edges is theirs. */
const moved = (places, changes) => ({
  own: { from: changes.mapPos(places.own.from, -1), to: changes.mapPos(places.own.to, 1) },
  other: { from: changes.mapPos(places.other.from, -1), to: changes.mapPos(places.other.to, 1) },
});

const field = StateField.define({
  create: () => null,
  update: (places, transaction) => {
    const known = transaction.annotation(renaming);
    const { head } = transaction.newSelection.main;
    const now = known ? moved(known, transaction.changes) : places && !transaction.docChanged ? places : null;
    return now && within(now.own, head, head) ? now : null;
  },
});

/** The one change of a transaction as {from, to, text}, or null where there are none or several. */
const onlyChange = (transaction) => {
  const found = [];
  transaction.changes.iterChanges((from, to, _from, _to, text) => found.push({ from, to, text: text.toString() }));
  return found.length === 1 ? found[0] : null;
};

/** The names of a pair of tags where `from` to `to` lies in one of them, and they are one name. */
const pairAt = (state, { from, to }) => {
  const found = tagsAtWholly(state, from);
  if (!found?.partner || !within(found.name, from, to)) return null;
  const [own, other] = [found.name, found.partner.name];
  return state.sliceDoc(own.from, own.to) === state.sliceDoc(other.from, other.to) ? { own, other } : null;
};

const placesFor = (state, change) => {
  const known = state.field(field);
  const places = known && within(known.own, change.from, change.to) ? known : pairAt(state, change);
  return places && canChange(state, places.other.from, places.other.to) ? places : null;
};

const rename = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !(transaction.isUserEvent("input") || transaction.isUserEvent("delete"))) return transaction;
  const { startState } = transaction;
  const change = startState.selection.ranges.length === 1 ? onlyChange(transaction) : null;
  if (!change || !NAME.test(change.text)) return transaction;
  const places = placesFor(startState, change);
  if (!places) return transaction;
  const remember = { annotations: renaming.of(places) };
  if (transaction.isUserEvent(COMPOSED)) return [transaction, remember];
  const { own, other } = places;
  const at = { from: other.from + change.from - own.from, to: other.from + change.to - own.from };
  return [transaction, { ...remember, changes: { ...at, insert: change.text }, sequential: false }];
});

/** A name that an input method wrote is carried over when it is done: the letters in between would be torn from it. */
const afterComposing = EditorView.domEventHandlers({
  compositionend: (_event, view) => {
    setTimeout(() => {
      const places = view.state.field(field, false);
      if (!places || view.composing) return;
      const { own, other } = places;
      const insert = view.state.sliceDoc(own.from, own.to);
      if (insert === view.state.sliceDoc(other.from, other.to) || !NAME.test(insert)) return;
      view.dispatch({ changes: { ...other, insert }, userEvent: COMPOSED });
    });
  },
});

export const pairedNames = [field, rename, afterComposing];
