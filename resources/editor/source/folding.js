// Parts that can be folded away, with a mark in the gutter. What is marked or gone to is never hidden: a part with a mark
// in it stays open, and a mark that comes opens it.

import { codeFolding, foldCode, foldedRanges, foldEffect, foldGutter, unfoldAll, unfoldCode, unfoldEffect } from "@codemirror/language";
import { EditorState } from "@codemirror/state";

import { marksIn, setMarks } from "./marks.js";
import { tell } from "./sentence.js";

const NOTHING = "There is nothing to fold here. Go to a line where a part begins.";
const MARKED = "This part stays open: a place in it is marked.";

const overlaps = (one, other) => one.from <= other.to && other.from <= one.to;

const withoutMarksInFolds = EditorState.transactionFilter.of((transaction) => {
  const { startState, effects } = transaction;
  const folds = effects.filter((effect) => effect.is(foldEffect)).map((effect) => effect.value);
  const hiding = folds.find((fold) => marksIn(startState).some((mark) => overlaps(mark, fold)));
  if (hiding) return { effects: tell(hiding.from, MARKED) };
  const marks = effects.findLast((effect) => effect.is(setMarks))?.value;
  if (!marks?.length) return transaction;
  const opened = [];
  foldedRanges(startState).between(0, startState.doc.length, (from, to) => {
    if (marks.some((mark) => overlaps(mark, { from, to }))) opened.push(unfoldEffect.of({ from, to }));
  });
  return opened.length ? [transaction, { effects: opened }] : transaction;
});

export const fold = (view) => {
  if (!foldCode(view)) view.dispatch({ effects: tell(view.state.selection.main.head, NOTHING) });
  return true;
};

export const unfold = unfoldCode;
export const unfoldEverything = unfoldAll;

const marker = (open) => {
  const mark = document.createElement("span");
  mark.className = open ? "cm-foldMark" : "cm-foldMark cm-foldMark-closed";
  mark.title = open ? "Fold this part away" : "Show this part again";
  return mark;
};

const placeholder = (view, onclick) => {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1; // one goes there by the cursor, and opens it by its key
  button.className = "cm-foldPlaceholder";
  button.textContent = "…";
  button.title = "Show this part again";
  button.ariaLabel = "A part is folded away here";
  button.addEventListener("click", onclick);
  return button;
};

export const folding = [withoutMarksInFolds, codeFolding({ placeholderDOM: placeholder }), foldGutter({ markerDOM: marker })];
