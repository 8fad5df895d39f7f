// The open files: one CodeMirror state each, so that undo, cursor and marks are a file's own.

import { closeCompletion } from "@codemirror/autocomplete";
import { Annotation } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { asking } from "./commands.js";
import { beganStep, revive, stepsAsText, walkedSteps } from "./history.js";
import { Language, languageOf } from "./language.js";
import { setMarks } from "./marks.js";
import { optionsNow } from "./options.js";
import { firstEditable } from "./regions.js";
import { offsetAt, placeAt, rangeAt } from "./positions.js";
import { hush } from "./sentence.js";
import { setup } from "./setup.js";
import { showLine } from "./shown.js";

const opening = Annotation.define();

export class Files {
  constructor(view, say) {
    this.view = view;
    this.say = say;
    this.epoch = 0;
    this.current = "";
    this.files = new Map(); // name -> {state, version, scroll}
    this.assets = []; // names of the lesson's other files, to be linked to
    const docs = () => [...this.files.keys()].map((name) => [name, this.#state(name).doc]);
    this.language = new Language(docs, () => this.assets);
  }

  open({ epoch, files, current, focus, assets }) {
    this.epoch = epoch;
    this.assets = assets;
    this.files = new Map(files.map(([name, ...file]) => [name, this.#fresh(name, ...file)]));
    this.current = "";
    this.show(current);
    if (focus) this.view.focus();
    this.say("opened", { epoch });
  }

  show(name) {
    const file = this.files.get(name);
    if (!file || name === this.current) return;
    const isAnother = this.current !== "";
    this.#leave();
    this.current = name;
    this.view.setState(file.state);
    this.view.dispatch({
      effects: file.scroll ?? EditorView.scrollIntoView(file.state.selection.main, { y: "center" }),
      annotations: opening.of(true),
    });
    if (isAnother) this.say("cursor", this.#cursor(name, this.view.state));
  }

  showLine({ file, line, column, length, focus }) {
    if (!this.files.has(file)) return;
    const same = file === this.current;
    this.show(file);
    const { from, to } = rangeAt(this.view.state.doc, { line, column, length });
    const y = same && this.#isSeen(from) ? "nearest" : "center"; // what is seen already stays where it is
    this.view.dispatch({
      selection: { anchor: from, head: to },
      effects: [showLine.of(from), EditorView.scrollIntoView(from, { y })],
    });
    if (focus) this.view.focus();
  }

  setMarks(name, marks) {
    if (!this.files.has(name)) return;
    const doc = this.#state(name).doc;
    this.#apply(name, setMarks.of(marks.map((mark) => ({ ...mark, ...rangeAt(doc, mark) }))));
  }

  /** Bring an effect, where there is one, to every open file. */
  configure(effect) {
    if (effect) for (const name of this.files.keys()) this.#apply(name, effect);
  }

  sendText(name) {
    const file = this.files.get(name);
    if (!file) return;
    const state = this.#state(name);
    this.say("text", { ...this.#cursor(name, state), version: file.version, text: state.doc.toString() });
  }

  #fresh(name, text, cursor, trail) {
    const extensions = [
      setup(name),
      optionsNow(),
      languageOf.of(this.language.of(name)),
      asking.of((command) => this.say("asked", { command })),
      EditorView.updateListener.of((update) => this.#tell(name, update)),
    ];
    const state = revive(text, trail, extensions);
    const anchor = cursor ? offsetAt(state.doc, ...cursor) : firstEditable(state);
    return { state: state.update({ selection: { anchor } }).state, version: 0, scroll: null };
  }

  #cursor(name, state) {
    return { epoch: this.epoch, file: name, ...placeAt(state.doc, state.selection.main.head) };
  }

  #isSeen(offset) {
    const place = this.view.coordsAtPos(offset);
    const { top, bottom } = this.view.scrollDOM.getBoundingClientRect();
    return place !== null && place.top >= top && place.bottom <= bottom;
  }

  #state(name) {
    return name === this.current ? this.view.state : this.files.get(name).state;
  }

  #apply(name, effects) {
    if (name === this.current) this.view.dispatch({ effects });
    else this.files.get(name).state = this.files.get(name).state.update({ effects }).state;
  }

  #leave() {
    closeCompletion(this.view);
    this.view.dispatch({ effects: hush });
    const file = this.files.get(this.current);
    if (!file) return;
    file.state = this.view.state;
    file.scroll = this.view.scrollSnapshot();
  }

  #tell(name, update) {
    const file = this.files.get(name);
    if (update.transactions.some((transaction) => transaction.annotation(opening)) || !file) return;
    const place = this.#cursor(name, update.state);
    if (!update.docChanged) {
      if (update.selectionSet) this.say("cursor", place);
      return;
    }
    const walked = walkedSteps(update);
    if (beganStep(update) && !walked) this.#tellSteps(name, update.startState);
    const changes = [];
    update.changes.iterChanges((from, to, _from, _to, text) => changes.push([from, to, text.toString()]));
    this.say("edited", { ...place, version: ++file.version, changes, length: update.state.doc.length });
    if (walked) this.#tellSteps(name, update.state);
  }

  #tellSteps(name, state) {
    const { version } = this.files.get(name);
    this.say("steps", { epoch: this.epoch, file: name, version, steps: stepsAsText(state) });
  }
}
