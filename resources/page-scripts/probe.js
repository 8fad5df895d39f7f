// Answers the checks' questions about a page that has just been loaded (see app/browser/probe.py).
//
// Runs in ApplicationWorld after answer.js and the other scripts of app/browser/probe.py. Tasks:
//   count()              number the elements as parsed, before anything is injected; -> the path of the page
//   settle(width, height)   -> true once the window has these CSS pixels, false if it does not get there
//   effects(questions, {media, dark, calm})   one answer for each {selector, property, value, pseudo, states}
//       -> {matched, elements: [{order, tag, holds, found, why, part}]} or {error: "selector" | "property" | "value"}; of the
//       elements that were matched, those that can be in the states
//   reflow()             -> {elements: [{order, found}]}: what makes the page scroll sideways, and how far it reaches
//   focus()              -> {elements: [{order, holds}]}: what the Tab key reaches, and whether it shows that
//   reading()            -> {rows: [{order, role, name, …}]}: what a screen reader meets (see reading.js); needs axe-core
//   paper()              -> what the page says of its margins on paper (see paper.js)
//   audit(rules)         -> {violations: [{rule, order, data}]} or {error: "rule"}; axe-core must have been injected; data is
//       what its checks measured, one each
"use strict";

// axe-core waits for a timer between its rules, and those never fire here.
globalThis.setTimeout = (call) => {
  queueMicrotask(call);
  return 0;
};

(() => {
  const FRAMES_TO_SETTLE = 60;
  let orders = new Map();

  const rowsOf = (elements, question) =>
    midweek.layout.knows(question.property)
      ? midweek.layout.rows(elements, question.property, question.value)
      : midweek.effects.rows(elements, question);

  const ordered = (rows) => rows.map(({ element, ...row }) => ({ order: orders.get(element) ?? 0, ...row }));

  const effect = (question) => {
    let elements;
    try {
      elements = [...document.querySelectorAll(question.selector)].filter((element) => orders.has(element));
    } catch {
      return { error: "selector" };
    }
    if (!CSS.supports(question.property, "initial")) return { error: "property" };
    try {
      const rows = rowsOf(elements, question);
      return {
        matched: elements.length,
        elements: rows.map(({ element, ...row }) => ({ order: orders.get(element), tag: element.localName, ...row })),
      };
    } catch (error) {
      if (error.message !== "value") throw error;
      return { error: "value" };
    }
  };

  /** What is judged while nothing moves, and what is about motion itself. */
  const answerAll = (questions) => {
    const moving = questions.map(({ property }) => /^(transition|animation)/.test(property));
    const answers = (about) => questions.map((question, i) => (moving[i] === about ? effect(question) : undefined));
    const [still, moved] = [midweek.effects.still(() => answers(false)), answers(true)];
    return questions.map((_, i) => still[i] ?? moved[i]);
  };

  Object.assign(midweek.tasks, {
    count() {
      document.activeElement?.blur?.(); // `autofocus` is no state that was asked for
      orders = new Map([...document.querySelectorAll("*")].map((element, order) => [element, order]));
      return location.pathname;
    },

    async settle(width, height) {
      for (let frame = 0; frame < FRAMES_TO_SETTLE; frame += 1) {
        if (innerWidth === width && innerHeight === height) return true;
        await new Promise(requestAnimationFrame);
      }
      return false;
    },

    effects(questions, setting) {
      const simulating = questions.some(({ states }) => states);
      const answers = () => answerAll(questions);
      return midweek.settings.during(setting, simulating ? () => midweek.states.simulated(answers) : answers);
    },

    reflow: () => ({ elements: ordered(midweek.views.overflowing()) }),

    focus: () => ({ elements: ordered(midweek.views.focused()) }),

    reading: () => ({ rows: ordered(midweek.reading.rows()) }),

    paper: () => midweek.paper.margins(),

    async audit(rules) {
      const known = new Set(axe.getRules().map(({ ruleId }) => ruleId));
      if (!rules.every((rule) => known.has(rule))) return { error: "rule" };
      const { violations, incomplete } = await axe.run(document, {
        runOnly: { type: "rule", values: rules },
        elementRef: true,
        iframes: false,
        preload: false,
      });
      const broken = incomplete.find((result) => result.error); // such a rule was skipped: nothing is known
      if (broken) throw new Error(broken.error.message);
      return {
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ element, any, all, none }) => ({
            rule: id,
            order: orders.get(element) ?? 0,
            data: [...any, ...all, ...none].map(({ data }) => data ?? null),
          })),
        ),
      };
    },
  });
})();
