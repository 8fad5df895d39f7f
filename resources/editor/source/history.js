// Undo that outlives the page. A file's steps go to the program as JSON and come back with the texts that followed them,
// each of which becomes one step more. What comes back is distrusted: it is walked through first, and what does not fit,
// or would change what must not change, is left out.

import { history, historyField, isolateHistory, redo, undo, undoDepth } from "@codemirror/commands";
import { diff } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";

import { keeps, regions } from "./regions.js";

const STEPS = 200;
const SIZE = 500_000; // characters of JSON
const THOROUGH = { scanLimit: 500, timeout: 200 }; // of a comparison: ms, before it is content with less

const fields = { steps: historyField };

export const steps = history({ minDepth: STEPS });

/** Whether an edit began a step of its own: those before it are final. */
export const beganStep = ({ startState, state }) => undoDepth(startState) !== undoDepth(state);

/** Whether steps were gone back or forth. */
export const walkedSteps = ({ transactions }) =>
  transactions.some((transaction) => transaction.isUserEvent("undo") || transaction.isUserEvent("redo"));

/** The steps of a state as text, the newest of them where they are too many. Where the cursor went between is left out. */
export const stepsAsText = (state) => {
  let room = SIZE;
  const newest = (events) => {
    const kept = [];
    for (const event of events.toReversed()) {
      const text = JSON.stringify({ ...event, selectionsAfter: [] });
      room -= text.length;
      if (!event.changes || kept.length === STEPS || room < 0) break;
      kept.unshift(text);
    }
    return `[${kept}]`;
  };
  const { done, undone } = state.toJSON(fields).steps;
  return `{"done":${newest(done)},"undone":${newest(undone)}}`;
};

const attempt = (deed) => {
  try {
    return deed();
  } catch {
    return null; // whatever was wrong with it, it is not used
  }
};

const read = (doc, json, extensions) =>
  EditorState.fromJSON({ doc, selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 }, steps: json }, { extensions }, fields);

/** How many steps can be gone that way. */
const walk = (state, way) => {
  let steps = 0;
  let good = true;
  const dispatch = (transaction) => {
    good = keeps(transaction);
    if (good) state = transaction.state;
  };
  while (good && attempt(() => way({ state, dispatch }))) steps += good ? 1 : 0;
  return steps;
};

/** The steps of a text, as far as they can be gone, to begin a state with; null where there are none. */
const readSteps = (doc, text) => {
  const json = JSON.parse(text);
  const last = (events, count) => events.slice(events.length - count);
  const extensions = [steps, regions];
  const whole = read(doc, json, extensions);
  const kept = { done: last(json.done, walk(whole, undo)), undone: last(json.undone, walk(whole, redo)) };
  return read(doc, kept, extensions).field(historyField);
};

/** One step more: the text that came after. Null where it changes what must not change. */
const goOn = (state, text) => {
  const changes = diff(state.doc.toString(), text, THOROUGH).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: text.slice(fromB, toB),
  }));
  const step = state.update({
    changes,
    annotations: isolateHistory.of("full"),
    filter: false, // nothing is to be added to it
    userEvent: "restore",
  });
  return keeps(step) && step.newDoc.toString() === text ? step.state : null;
};

/** The state of a text with the way back that the program kept: [steps, [the text they lead back from, …]] or null. */
export const revive = (text, trail, extensions) => {
  const fresh = () => EditorState.create({ doc: text, extensions });
  if (!trail) return fresh();
  const revived = attempt(() => {
    const [kept, [first, ...later]] = trail;
    const field = kept ? attempt(() => readSteps(first, kept)) : null;
    let state = EditorState.create({ doc: first, extensions: [extensions, field ? historyField.init(() => field) : []] });
    for (const next of [...later, text]) if (state && next !== state.doc.toString()) state = goOn(state, next);
    return state;
  });
  return revived ?? fresh();
};
