// Which of many things come first: what the page's author has named, then what pages of an office have (likely.json).

import { explain } from "./explain.js";

/**
 * Items with `label`, each once: the author's own, then those of `likely` in that order, then the others by `weight`
 * (less is earlier) and letter. `likely` says of each whether it is one of those, `first` whether it is offered before
 * anything is typed: as many as `first` of them.
 */
export const ranked = (items, likely, first = likely.length) => {
  const places = new Map([...likely.entries()].reverse().map(([place, label]) => [label, place]));
  const place = ({ label, own }) => (own ? -1 : (places.get(label) ?? likely.length));
  const others = (a, b) =>
    !(a.own && b.own) &&
    ((a.weight ?? 0) - (b.weight ?? 0) || (a.label < b.label ? -1 : Number(a.label > b.label)));
  const once = new Map();
  for (const item of items) if (!once.has(item.label)) once.set(item.label, item);
  return [...once.values()]
    .sort((a, b) => place(a) - place(b) || others(a, b))
    .map((item) => ({ ...item, likely: place(item) < likely.length, first: place(item) < first }));
};

/** Items for names, each explained as {kind, name, of}; `more` is put into each. */
export const itemsOf = (names, kind, of = "", more = {}) =>
  [...names].map((name) => ({ label: name, insert: name, kind, about: explain({ kind, name, of }), ...more }));
