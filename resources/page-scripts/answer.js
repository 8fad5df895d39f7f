// How the program and its scripts inside a page talk (see app/browser/asking.py).
//
// Runs in ApplicationWorld once a page is loaded, before the other page scripts: the page itself cannot see it.
//   the program calls   midweek.answer(id, "task", [arguments])         arguments are JSON
//   the script says     TOKEN{"id": 1, "value": …} or {"id": 1, "error": "…"}   on the console, once for each id
//   and tells unasked   TOKEN{"told": "what", "value": …}                        by midweek.tell("what", value)
// `midweekToken` is set by the program just before this script.
// With the page's JavaScript off, timers never fire here; promises, requestAnimationFrame and observers do.
"use strict";

globalThis.midweek = {
  tasks: {
    ping: () => true,
    drawn: () => midweek.painted(),
  },

  answer(id, task, args) {
    const say = (reply) => console.debug(midweekToken + JSON.stringify({ id, ...reply }));
    Promise.resolve()
      .then(() => this.tasks[task](...args))
      .then(
        (value) => say({ value: value ?? null }),
        (error) => say({ error: String(error?.message ?? error) }),
      );
  },

  tell: (told, value) => console.debug(midweekToken + JSON.stringify({ told, value })),
  /** Resolves when what is in the document now has been painted: the second frame begins after the first is drawn. */
  painted: () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
};
