// Two texts of a file, line by line and read only: below each other, or side by side where there is room for both. What
// stands in one of them only is told by a sign and a word, not by its colour alone.

import { Chunk, MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, Text } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

import { reading } from "./setup.js";

const SIDE_BY_SIDE = 88; // letters of the code that must fit beside each other
const DIFF = { scanLimit: 500, timeout: 500 };

const lines = (text) => Text.of(text.split("\n"));
const compared = ([name, left, right]) => [name, { left, right, chunks: Chunk.build(lines(left), lines(right), DIFF) }];

const element = (name, className, text = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** For `content` in editor.css: a string that is read aloud before a line. */
const spoken = (words) => JSON.stringify(words).replaceAll("<", "\\3c ");

export class Comparison {
  /** `editor` is hidden while two texts are shown; `say` tells the program. */
  constructor(editor, say) {
    this.editor = editor;
    this.say = say;
    this.shown = null; // {names, files: Map name -> {left, right, chunks}, current, at: which chunk, from 0; -1: none}
    this.box = null;
    this.wide = new ResizeObserver(() => this.#arrange());
  }

  /** Show these files in place of the editor, until `hide`. */
  show({ names, files, current, focus }) {
    this.hide();
    this.shown = { names, files: new Map(files.map(compared)), current, at: -1 };
    this.box = document.body.appendChild(element("div", "compare"));
    this.box.style.setProperty("--only-left", spoken(`Only in ${names[0]}: `));
    this.box.style.setProperty("--only-right", spoken(`Only in ${names[1]}: `));
    document.body.classList.add("comparing");
    this.#build();
    this.wide.observe(this.box);
    if (focus) this.#view.focus();
    this.say("compared", { places: [...this.shown.files].map(([name, { chunks }]) => [name, chunks.length]) });
  }

  showFile(name) {
    if (!this.shown?.files.has(name) || name === this.shown.current) return;
    Object.assign(this.shown, { current: name, at: -1 });
    this.#build();
  }

  /** Go to the next place where the two differ (1) or the one before (-1). */
  step({ by }) {
    if (!this.shown) return;
    const { chunks } = this.shown.files.get(this.shown.current);
    if (!chunks.length) return;
    const last = this.shown.at;
    this.shown.at = last < 0 && by < 0 ? chunks.length - 1 : (last + by + chunks.length) % chunks.length;
    const chunk = chunks[this.shown.at];
    const at = Math.min(chunk.fromB, this.#view.state.doc.length);
    const line = this.#view.state.doc.lineAt(at).number;
    this.#view.dispatch({
      selection: { anchor: at },
      effects: [
        EditorView.scrollIntoView(at, { y: "center" }),
        EditorView.announce.of(`Difference ${this.shown.at + 1} of ${chunks.length}, line ${line}`),
      ],
    });
    this.#view.focus();
    this.say("difference", { number: this.shown.at + 1, of: chunks.length });
  }

  hide() {
    if (!this.shown) return;
    this.shown = null;
    this.wide.disconnect();
    this.#clear();
    this.box.remove();
    document.body.classList.remove("comparing");
    this.editor.requestMeasure();
    if (document.hasFocus()) this.editor.focus();
  }

  focus() {
    this.#view.focus();
  }

  /** Somebody wants to be elsewhere. */
  leave() {
    if (!this.shown) return;
    this.hide();
    this.say("uncompared");
  }

  get #view() {
    return this.merge ? this.merge.b : this.unified;
  }

  #clear() {
    this.merge?.destroy();
    this.unified?.destroy();
    this.merge = this.unified = null;
    this.box.replaceChildren();
  }

  #build() {
    const { names, files, current } = this.shown;
    const { left, right, chunks } = files.get(current);
    this.#clear();
    this.sided = this.#fitsTwo();
    this.box.classList.toggle("compare-sided", this.sided);
    const legend = this.box.appendChild(element("div", "compare-names"));
    legend.append(element("span", "compare-left", names[0]), element("span", "compare-right", names[1]));
    const parent = this.box.appendChild(element("div", "compare-texts"));
    const config = (text, name) => ({ doc: text, extensions: this.#extensions(name) });
    if (this.sided) {
      const sides = { a: config(left, names[0]), b: config(right, names[1]) };
      this.merge = new MergeView({ ...sides, parent, gutter: false, diffConfig: DIFF });
    } else {
      const merged = unifiedMergeView({ original: left, mergeControls: false, gutter: false, diffConfig: DIFF });
      const state = EditorState.create({ doc: right, extensions: [this.#extensions(names.join(" and ")), merged] });
      this.unified = new EditorView({ state, parent });
    }
    const [first] = chunks;
    if (first) this.#view.dispatch({ effects: EditorView.scrollIntoView(Math.min(first.fromB, right.length), { y: "center" }) });
  }

  #extensions(name) {
    const go = (by) => () => (this.step({ by }), true);
    return [
      reading(this.shown.current),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({
        "role": "document",
        "tabindex": "0",
        "aria-label": `${this.shown.current}, ${name} compared. F7 goes to the next difference.`,
      }),
      keymap.of([
        { key: "F7", run: go(1), shift: go(-1) },
        { key: "Escape", run: () => (this.leave(), true) },
      ]),
    ];
  }

  #fitsTwo() {
    const size = parseFloat(getComputedStyle(this.editor.dom).fontSize);
    return this.box.clientWidth >= SIDE_BY_SIDE * 0.6 * size;
  }

  #arrange() {
    if (this.shown && this.sided !== this.#fitsTwo()) this.#build();
  }
}
