// Find and replace: a panel over the text. What may not be changed is found, and stays as it is when all is replaced.

import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceNext,
  search,
  SearchQuery,
  setSearchQuery,
} from "@codemirror/search";
import { EditorView, runScopeHandlers } from "@codemirror/view";

import { canChange } from "./regions.js";

const MOST = 1000; // matches that are counted

const element = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};

const field = (name, words) =>
  element("label", { className: "cm-findField" }, words, element("input", { name, className: "cm-textfield", spellcheck: false }));

const box = (name, words) => element("label", { className: "cm-findBox" }, element("input", { type: "checkbox", name }), words);

const button = (words, onclick, more = {}) => element("button", { type: "button", className: "cm-button", textContent: words, onclick, ...more });

const row = (...parts) => element("div", { className: "cm-findRow" }, ...parts);

const matches = (state, query, most = MOST) => {
  const found = [];
  if (!query.valid) return found;
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); !next.done && found.length < most; next = cursor.next()) found.push(next.value);
  return found;
};

/** Where one is among what is found, in words. */
const standing = (state) => {
  const query = getSearchQuery(state);
  if (!query.search) return "";
  const found = matches(state, query);
  if (!found.length) return "Not found";
  const { from, to } = state.selection.main;
  const at = found.findIndex((match) => match.from === from && match.to === to);
  const count = found.length < MOST ? `${found.length}` : `${MOST} or more`;
  return at < 0 ? `${count} found` : `${at + 1} of ${count}`;
};

/** Replace all that may be changed; tells how many stay as they are. */
const replaceEach = (view) => {
  const query = getSearchQuery(view.state);
  const found = matches(view.state, query, Infinity);
  const free = found.filter((match) => canChange(view.state, match.from, match.to));
  if (free.length) {
    const changes = free.map(({ from, to }) => ({ from, to, insert: query.replace }));
    view.dispatch({ changes, userEvent: "input.replace.all" });
  }
  const left = found.length - free.length;
  const stays = left === 1 ? "1 stays as it is" : `${left} stay as they are`;
  return `${free.length} replaced${left ? `, ${stays}: that part cannot be changed` : ""}`;
};

/** Replace what is found and chosen, and go to the next; tells where one is then, or that this place stays as it is. */
const replaceOne = (view) => {
  const { main } = view.state.selection;
  const query = getSearchQuery(view.state);
  const chosen = query.valid && matches(view.state, query).some(({ from, to }) => from === main.from && to === main.to);
  if (!chosen || canChange(view.state, main.from, main.to)) {
    replaceNext(view);
    return standing(view.state);
  }
  findNext(view);
  return "This place stays as it is: that part cannot be changed";
};

class Panel {
  constructor(view) {
    this.view = view;
    this.top = true;
    const again = () => this.#say(standing(view.state));
    this.said = element("output", { className: "cm-findSaid", role: "status" });
    this.dom = element(
      "div",
      { className: "cm-search", role: "search" },
      row(
        field("search", "Find"),
        button("Previous", () => (findPrevious(view), again()), { title: "Shift+F3" }),
        button("Next", () => (findNext(view), again()), { title: "F3" }),
      ),
      row(
        field("replace", "Replace with"),
        button("Replace", () => this.#say(replaceOne(view))),
        button("Replace all", () => this.#say(replaceEach(view))),
      ),
      row(
        box("case", "Same capitals"),
        box("word", "Whole words"),
        this.said,
        button("Close", () => closeSearchPanel(view), { className: "cm-button cm-findClose", title: "Esc" }),
      ),
    );
    const inside = (name) => this.dom.querySelector(`[name="${name}"]`);
    this.fields = { search: inside("search"), replace: inside("replace"), case: inside("case"), word: inside("word") };
    this.fields.search.setAttribute("main-field", "true"); // where CodeMirror puts the keyboard
    this.dom.addEventListener("input", () => this.#ask());
    this.dom.addEventListener("keydown", (event) => this.#hear(event));
    this.#show(getSearchQuery(view.state));
  }

  mount() {
    this.fields.search.select();
  }

  update(update) {
    const asked = update.transactions.flatMap(({ effects }) => effects).findLast((effect) => effect.is(setSearchQuery));
    if (asked && !asked.value.eq(this.query)) this.#show(asked.value);
    else if (asked || update.selectionSet) this.#say(standing(update.state));
  }

  #ask() {
    const { search: what, replace, case: caseSensitive, word } = this.fields;
    this.query = new SearchQuery({
      search: what.value,
      replace: replace.value,
      caseSensitive: caseSensitive.checked,
      wholeWord: word.checked,
      literal: true, // a backslash is a backslash
    });
    this.view.dispatch({ effects: setSearchQuery.of(this.query) });
  }

  #show(query) {
    this.query = query;
    this.fields.search.value = query.search;
    this.fields.replace.value = query.replace;
    this.fields.case.checked = query.caseSensitive;
    this.fields.word.checked = query.wholeWord;
    this.#say(standing(this.view.state));
  }

  #say(words) {
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  #hear(event) {
    const enter = event.key === "Enter" && event.target.matches(".cm-textfield") && !event.isComposing;
    if (enter && event.target === this.fields.replace) this.#say(replaceOne(this.view));
    else if (enter) (event.shiftKey ? findPrevious : findNext)(this.view);
    else if (!runScopeHandlers(this.view, event, "search-panel")) return;
    event.preventDefault();
  }
}

/** Open the panel with the keyboard in the field for what is to be put in its place. */
export const openReplace = (view) => {
  openSearchPanel(view);
  const { search: what, replace } = Object.fromEntries(
    [...view.dom.querySelectorAll(".cm-search .cm-textfield")].map((input) => [input.name, input]),
  );
  (what.value ? replace : what).select();
  return true;
};

export const finding = [
  search({ top: true, createPanel: (view) => new Panel(view), literal: true, scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: "nearest", yMargin: 60 }) }),
];
