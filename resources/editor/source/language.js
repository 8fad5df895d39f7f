// The page's side of the worker that knows HTML and CSS (language/worker.js): starts it, asks it, does without it.
//
// It is started by the first question, so that a lesson opens no later for it and whoever only reads holds none of its
// memory. It is a plain Worker from the editor's own address: that is the page's own origin, so the scheme needs no more
// rights than it has (Secure; no fetch, no access of others), and `worker-src 'self'` says so. A worker does not get its
// page's policy but that of its own reply, so the program sends one with it: no request, no eval, no worker of its own.
//
// A worker cannot say that it has died. So each question has a time limit; where one passes, the worker is ended, and the
// next question starts another. Three that do not answer within a minute are taken for a rule: then there is a rest.

import { Facet } from "@codemirror/state";

const LIMIT = 4000; // ms for an answer; the first one takes a tenth of a second, on a slow computer one
const FAILURES = 3;
const REST = 60_000; // ms

/** What a file's editor asks: {file, ask(question), texts()}. */
export const languageOf = Facet.define({ combine: ([language]) => language });

export class Language {
  #docs; // () => [[name, Text], …], all that are open
  #assets; // () => [name, …], what else there is to link to
  #worker = null;
  #told = new Map(); // name -> the Text that the worker has
  #waiting = new Map(); // id -> {resolve, timer}
  #asked = 0;
  #failures = []; // when

  constructor(docs, assets) {
    this.#docs = docs;
    this.#assets = assets;
  }

  /** For the editor of one file. */
  of(file) {
    const texts = () => this.#docs().map(([name, doc]) => [name, doc.toString()]);
    return { file, ask: (question) => this.ask({ file, ...question }), texts };
  }

  /** The worker's answer, or undefined where there is none. */
  ask(question) {
    if (!this.#worker && !this.#start()) return Promise.resolve(undefined);
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, { resolve, timer: setTimeout(() => this.#giveUp(), LIMIT) });
      this.#worker.postMessage({ id, ...this.#news(), ...question });
    });
  }

  #start() {
    const since = Date.now() - REST;
    this.#failures = this.#failures.filter((at) => at > since);
    if (this.#failures.length >= FAILURES) return false;
    this.#told.clear();
    this.#worker = new Worker("language.bundle.js");
    this.#worker.onmessage = ({ data: { id, answer } }) => this.#end(id, answer);
    return true;
  }

  /** The texts that changed since the last question. A Text never changes, so that it is another one says enough. */
  #news() {
    const docs = this.#docs();
    const forget = docs.length !== this.#told.size || docs.some(([name]) => !this.#told.has(name));
    if (forget) this.#told.clear();
    const files = docs.filter(([name, doc]) => this.#told.get(name) !== doc);
    for (const [name, doc] of files) this.#told.set(name, doc);
    return { forget, assets: this.#assets(), files: files.map(([name, doc]) => [name, doc.toString()]) };
  }

  #end(id, answer) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    waiting?.resolve(answer);
  }

  #giveUp() {
    this.#failures.push(Date.now());
    this.#worker.terminate();
    this.#worker = null;
    for (const id of [...this.#waiting.keys()]) this.#end(id, undefined);
  }
}
