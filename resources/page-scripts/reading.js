// Goes through a loaded page as a screen reader does: what it meets, in order, by its role, name and state.
//
// Runs in ApplicationWorld after answer.js; axe-core, which knows roles, names and what is hidden, must be there.
//   midweek.reading.rows()   [{element, role, name, …}], 2,000 of them and "more" at most; role is ARIA's, or "title",
//       "language", "text", "row" (of a table). Beside it, where it means something: level, count (of a list), rows and columns (of a
//       table), checked, expanded, required, value, type
"use strict";

(() => {
  const MOST = 2_000;
  const LONGEST = 600; // characters of one text
  const LANDMARKS = "banner navigation main contentinfo complementary search region form".split(" ");
  const FIELDS = "textbox searchbox checkbox radio switch combobox listbox slider spinbutton".split(" ");
  const OTHERS = "heading link img button list table group radiogroup blockquote separator progressbar meter".split(" ");
  const TOLD = new Set([...LANDMARKS, ...FIELDS, ...OTHERS]);
  const LEAVES = new Set([...FIELDS, "button", "img", "separator", "progressbar", "meter"]); // what is in them is theirs
  const NAMED_ONLY = new Set(["group", "radiogroup", "region", "form"]); // nobody hears of one without a name
  const NAMES_ITSELF = new Set(["heading", "link"]); // its words are its name: told once
  const SILENT = new Set(["label", "legend", "caption"]); // the name of something that is told
  const UNTOLD = new Set("head script style noscript template datalist option optgroup source track".split(" "));

  const HEARD = /[^\s\p{P}]/u; // a full stop after a link is a pause, no more
  const LEADING = /^[,.;:!?)\]]+\s*/;

  const tidy = (text) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  };
  const tag = (node) => node.props.nodeName;
  const roleOf = (node) => axe.commons.aria.getRole(node);
  const nameOf = (node) => tidy(axe.commons.text.accessibleTextVirtual(node));
  const isHeard = (node) => axe.commons.dom.isVisibleToScreenReaders(node);
  const isText = (node) => node.props.nodeType === Node.TEXT_NODE;

  const media = { video: "video", audio: "audio", iframe: "iframe", object: "object" };

  const toldRole = (node) => {
    if (media[tag(node)]) return media[tag(node)];
    const role = roleOf(node);
    if (role === "image") return "img";
    if (role === "graphics-document" || tag(node) === "svg") return nameOf(node) ? "img" : null;
    if (NAMED_ONLY.has(role) && !nameOf(node)) return null;
    return TOLD.has(role) ? role : null;
  };

  const count = (node, role) =>
    node.children.reduce((sum, child) => {
      if (isText(child) || !isHeard(child)) return sum;
      const own = roleOf(child);
      return sum + (own === role ? 1 : own === null || own === "none" || own === "presentation" ? count(child, role) : 0);
    }, 0);

  const tableSize = (table) => {
    const rows = [...(table.rows ?? [])];
    const wide = (row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
    return { rows: rows.length, columns: Math.max(0, ...rows.map(wide)) };
  };

  const state = (node, role, element) => {
    const aria = (name) => node.attr(`aria-${name}`);
    if (role === "heading") return { level: Number(aria("level") ?? /^h([1-6])$/.exec(tag(node))?.[1] ?? 2) };
    if (role === "list") return { count: count(node, "listitem") };
    if (role === "table") return tableSize(element);
    if (tag(node) === "summary") return { expanded: element.parentElement?.open === true };
    if (role === "button") return aria("expanded") ? { expanded: aria("expanded") === "true" } : {};
    if (!FIELDS.includes(role)) return {};
    const field = { required: element.required === true || aria("required") === "true", type: element.type ?? "" };
    if (["checkbox", "radio", "switch"].includes(role)) {
      return { ...field, checked: element.checked ?? aria("checked") === "true" };
    }
    const chosen = element.selectedOptions ? [...element.selectedOptions].map(({ label }) => label).join(", ") : element.value;
    return { ...field, value: element.type === "password" ? "" : tidy(chosen ?? "") };
  };

  const rows = () => {
    const found = [];
    let words = "";
    let speaker = null; // the element whose words are being gathered

    const tell = (element, role, name, more = {}) => {
      if (found.length < MOST) found.push({ element, role, name, ...more });
    };
    const flush = () => {
      const heard = tidy(words).replace(LEADING, "");
      if (HEARD.test(heard)) tell(speaker, "text", heard);
      [words, speaker] = ["", null];
    };
    const say = (node, element) => {
      const text = node.props.nodeValue ?? "";
      if (text.trim()) speaker ??= element;
      words += text;
    };
    const inner = (node, element, silent) => {
      const isShut = tag(node) === "details" && !element.open; // axe-core sees into it
      for (const child of isShut ? node.children.filter((one) => tag(one) === "summary") : node.children) {
        if (!isText(child)) walk(child, silent);
        else if (!silent && element) say(child, element);
      }
    };
    const cells = (row) => row.children.filter((cell) => !isText(cell) && isHeard(cell)).map(nameOf).filter(Boolean).join(" · ");

    const walk = (node, silent) => {
      const element = node.actualNode;
      if (UNTOLD.has(tag(node)) || !isHeard(node)) return;
      const role = toldRole(node);
      const isRow = roleOf(node) === "row" && !silent;
      const breaks = role || isRow || tag(node) === "br" || !/^(inline|contents)/.test(getComputedStyle(element).display);
      if (breaks && !silent) flush();
      if (tag(node) === "br") return;
      if (role) tell(element, role, nameOf(node), state(node, role, element));
      if (isRow) tell(element, "row", tidy(cells(node)));
      if (LEAVES.has(role)) return;
      inner(node, element, silent || isRow || NAMES_ITSELF.has(role) || SILENT.has(tag(node)));
      if (breaks && !silent) flush();
    };

    const root = document.documentElement;
    const title = document.querySelector("title");
    tell(title ?? document.head ?? root, "title", tidy(document.title));
    tell(root, "language", language(root.lang));
    const tree = axe.setup(root);
    try {
      for (const child of tree.children) if (!isText(child)) walk(child, false);
      flush();
    } finally {
      axe.teardown();
    }
    if (found.length === MOST) found.push({ element: root, role: "more", name: "" });
    return found;
  };

  /** The name of a language in English, "" where none is said, the code itself where it is not known. */
  const language = (code) => {
    try {
      return code && new Intl.DisplayNames(["en-GB"], { type: "language" }).of(code);
    } catch {
      return code;
    }
  };

  midweek.reading = { rows };
})();
