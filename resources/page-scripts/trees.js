// Carries over to the page what differs between two texts of it, so that whatever a visitor did to the page stays.
//
// Runs in ApplicationWorld after answer.js.
//   midweek.trees.read(html)        a page as it is parsed: {html, tree, once, hasTemplates, hasControls}
//   midweek.trees.bring(from, to)   make the page, which was read as `from` and may have been changed by a visitor since (an open
//       <details>, a typed value), what was read as `to`: only what differs between the two is done to it
//   midweek.trees.Reload            what is thrown where that could not be right; the page may be half done then
//   midweek.trees.importsStyles(element)
//
// "Could not be right" is whatever a browser does only once, while it parses, and a page that is not what `from` says.
"use strict";

(() => {
  // What a browser reads once, while it parses; style sheet links, which would load late and flash; sheets with a title, the
  // first of which is the one in force; and <details> that close one another.
  const READ_ONCE = "base, link, meta[http-equiv], frameset, frame, style[title], details[name]";
  const CONTROLS = "input, textarea";
  const PAIRS_LIMIT = 40_000; // above that many comparisons, children are paired in order

  class Reload extends Error {}

  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  let place = null; // the innermost element of the page in which everything was that was patched last
  let hasTemplates = false; // whether the one before or the one to be has any

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const sameKind = (a, b) => a.nodeName === b.nodeName && a.namespaceURI === b.namespaceURI;

  /** isEqualNode does not look into templates. */
  const equal = (a, b) => a.isEqualNode(b) && !(hasTemplates && holdsTemplate(a) && a.outerHTML !== b.outerHTML);
  const holdsTemplate = (node) => isElement(node) && (node.localName === "template" || node.querySelector("template"));

  /** All of that as one text. NaN, which is equal to nothing, where a DOMParser does not make what a browser does. */
  const readOnce = (html, tree) => {
    if (/shadowrootmode/i.test(html)) return NaN;
    const type = tree.doctype;
    const found = [...tree.querySelectorAll(READ_ONCE)].map((element) => element.cloneNode().outerHTML);
    return JSON.stringify([tree.compatMode, type && [type.name, type.publicId, type.systemId], ...found]);
  };

  /** A page as it was parsed, with all that has to be asked of the whole of it, so that it is asked once. */
  const read = (html) => {
    const tree = parse(html);
    const has = (selector) => tree.querySelector(selector) !== null;
    return { html, tree, once: readOnce(html, tree), hasTemplates: has("template"), hasControls: has(CONTROLS) };
  };

  const importsStyles = (element) => element.localName === "style" && element.textContent.includes("@import");

  /** A node may come or go only if the browser need not read it while parsing. */
  const checkMovable = (node) => {
    if (node.nodeType === Node.DOCUMENT_TYPE_NODE) throw new Reload("read once");
    if (!isElement(node)) return;
    if (node.matches(READ_ONCE) || node.querySelector(READ_ONCE)) throw new Reload("read once");
    if ([node, ...node.querySelectorAll("style")].some(importsStyles)) throw new Reload("@import");
  };

  /** Whether any was not as it is to be. */
  const patchAttributes = (live, old, wanted) => {
    const gone = [...old.attributes].filter(({ name }) => !wanted.hasAttribute(name));
    const other = [...wanted.attributes].filter(({ name, value }) => old.getAttribute(name) !== value);
    for (const { name } of gone) live.removeAttribute(name);
    // setAttribute would refuse odd names (`a"b`)
    for (const attribute of other) live.setAttributeNode(document.importNode(attribute.cloneNode()));
    return gone.length + other.length > 0;
  };

  /** Which old child becomes which wanted one, as wanted index -> {index, same}; equal ones first, then by name. */
  const pairUp = (olds, wanteds) => {
    const pairs = new Map();
    let [fromOld, fromWanted] = [0, 0];
    for (const [i, j] of [...commonRun(olds, wanteds), [olds.length, wanteds.length]]) {
      for (; fromWanted < j; fromWanted += 1) {
        const index = olds.findIndex((old, at) => at >= fromOld && at < i && patchable(old, wanteds[fromWanted]));
        if (index < 0) continue;
        pairs.set(fromWanted, { index, same: false });
        fromOld = index + 1;
      }
      if (j < wanteds.length) pairs.set(j, { index: i, same: true });
      [fromOld, fromWanted] = [i + 1, j + 1];
    }
    return pairs;
  };

  /** The longest common subsequence of equal children, as [old index, wanted index]. */
  const commonRun = (olds, wanteds) => {
    const [rows, columns] = [olds.length, wanteds.length];
    if (rows * columns > PAIRS_LIMIT) return [];
    const same = olds.map((old) => wanteds.map((wanted) => equal(old, wanted)));
    const best = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        best[i][j] = same[i][j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    const run = [];
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (same[i][j]) run.push([i++, j++]);
      else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
      else j += 1;
    }
    return run;
  };

  // They choose their source once, or (templates) keep their children elsewhere.
  const WHOLE = ["AUDIO", "VIDEO", "PICTURE", "TEMPLATE"];
  const patchable = (old, wanted) => sameKind(old, wanted) && !WHOLE.includes(old.nodeName);

  /** Chromium sees neither every change of an option's words nor which one is chosen then; a visitor's choice stays. */
  const anotherSelect = (live, old, wanted) => {
    const chosen = ({ options }) => [...options].filter(({ selected }) => selected).map(({ value }) => value);
    const select = document.importNode(wanted, true);
    const choice = chosen(live);
    if (String(choice) !== String(chosen(old))) {
      for (const option of select.options) option.selected = choice.includes(option.value);
    }
    return select;
  };

  /** Chromium lays the words out once that stand for a picture which is not there: another `alt` is not seen. And where it
      has the larger of two pictures it keeps that. */
  const isReadOnce = (live) => live.matches("img, input[type=image i]") && (!live.naturalWidth || live.srcset);

  /** Whether blanks take room depends on whether the words before them end with one, and where only a remark or the like
      is between, Chromium does not look again when the words change: as it does at what is put in. */
  const layOutBlanksAfter = (words) => {
    for (let node = words.nextSibling; node && !takesRoom(node); node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) node.parentNode.insertBefore(node, node.nextSibling);
    }
  };
  const takesRoom = (node) => {
    if (!isElement(node)) return node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
    const { display, position, float } = getComputedStyle(node);
    return display !== "none" && /static|relative|sticky/.test(position) && float === "none";
  };

  /** The children between those that are equal at both ends, and the live one that comes after them. */
  const betweenEnds = (live, old, wanted) => {
    const most = Math.min(old.childNodes.length, wanted.childNodes.length);
    let [before, after] = [0, 0];
    let [a, b, here] = [old.firstChild, wanted.firstChild, live.firstChild];
    for (; before < most && equal(a, b); before += 1) {
      [a, b, here] = [a.nextSibling, b.nextSibling, here.nextSibling];
    }
    let [y, z, next] = [old.lastChild, wanted.lastChild, null];
    for (; before + after < most && equal(y, z); after += 1) {
      [y, z, next] = [y.previousSibling, z.previousSibling, next ? next.previousSibling : live.lastChild];
    }
    const from = (node, count) => Array.from({ length: count - before - after }, () => {
      const each = node;
      node = node.nextSibling;
      return each;
    });
    const [olds, wanteds] = [from(a, old.childNodes.length), from(b, wanted.childNodes.length)];
    return { lives: from(here, old.childNodes.length), olds, wanteds, end: next };
  };

  const patchChildren = (live, old, wanted) => {
    if (live.childNodes.length !== old.childNodes.length) throw new Reload("the page is not what was parsed");
    const { lives, olds, wanteds, end } = betweenEnds(live, old, wanted);
    if (!olds.every((node, i) => sameKind(lives[i], node))) throw new Reload("the page is not what was parsed");
    const pairs = pairUp(olds, wanteds);
    const kept = new Set([...pairs.values()].map(({ index }) => index));
    olds.forEach((node, i) => {
      if (kept.has(i)) return;
      checkMovable(node);
      lives[i].remove();
    });
    let next = end; // backwards, so that what comes after is in its place already
    for (let j = wanteds.length - 1; j >= 0; j -= 1) {
      const pair = pairs.get(j);
      if (pair === undefined) {
        checkMovable(wanteds[j]);
        next = live.insertBefore(document.importNode(wanteds[j], true), next);
      } else {
        next = lives[pair.index];
        if (!pair.same) next = patchNode(next, olds[pair.index], wanteds[j]);
      }
    }
    const within = olds.length === 1 && wanteds.length === 1 && isElement(olds[0]) && pairs.size === 1;
    if (!within) place = live;
  };

  /** The node that stands there afterwards: `live`, or another in its place. */
  const patchNode = (live, old, wanted) => {
    if (!isElement(old)) {
      live.data = wanted.data;
      layOutBlanksAfter(live);
      return live;
    }
    if (importsStyles(old) || importsStyles(wanted)) throw new Reload("@import");
    if (live.localName === "select" || isReadOnce(live)) {
      const another = live.localName === "select" ? anotherSelect(live, old, wanted) : document.importNode(wanted, true);
      live.replaceWith(another);
      return another;
    }
    const changed = patchAttributes(live, old, wanted);
    patchChildren(live, old, wanted);
    if (changed) place = live;
    return live;
  };

  const childIndex = (node) => {
    const range = document.createRange();
    range.selectNode(node);
    return range.startOffset; // counted by the browser, which need not show us every node before it
  };

  /** What stands in the trees `from` and `to` where `place` stands in the page; null where the page is another. */
  const counterparts = (from, to) => {
    let [old, wanted] = [from, to];
    const above = [];
    for (let node = place; node !== document; node = node.parentNode) above.unshift(node);
    for (const node of above) {
      const index = childIndex(node);
      if (node.parentNode.childNodes.length !== old.childNodes.length) return null;
      [old, wanted] = [old.childNodes[index], wanted.childNodes[index]];
      if (!wanted || !sameKind(node, old) || !sameKind(old, wanted)) return null;
    }
    return [old, wanted];
  };

  /** Most often somebody goes on typing in one place. Whether all else is as it was, the browser can tell in one go, and a
      long page need not be walked through: put what stood in that place into the new tree, and compare the two. */
  const patchInPlace = (from, to) => {
    if (!place?.isConnected || hasTemplates || to.hasControls || from.hasControls) return false;
    const [old, wanted] = counterparts(from.tree, to.tree) ?? [];
    if (!old || !isElement(old)) return false;
    const standIn = to.tree.importNode(old, true);
    wanted.replaceWith(standIn);
    const elsewhere = !from.tree.isEqualNode(to.tree);
    standIn.replaceWith(wanted);
    if (!elsewhere) patchNode(place, old, wanted);
    return !elsewhere;
  };

  const controlsOf = (tree) => [...tree.querySelectorAll(CONTROLS)];
  const asFilledIn = (a, b) => a.checked === b.checked && a.value === b.value;

  /** The controls that a visitor has filled in; only what nobody has touched follows the text. */
  const filledIn = (old) => {
    const olds = controlsOf(old);
    return new Set(controlsOf(document).filter((live, i) => olds[i] && !asFilledIn(live, olds[i])));
  };

  /** What is checked depends, when it is patched, on the order of the patches: the last of two radio buttons wins. */
  const fillIn = (wanted, kept) => {
    const lives = controlsOf(document);
    controlsOf(wanted).forEach((control, i) => {
      const live = lives[i];
      if (!live || kept.has(live) || asFilledIn(live, control)) return;
      if (live.checked !== control.checked) live.checked = control.checked;
      if (live.value !== control.value && live.type !== "file") live.value = control.value;
    });
  };

  const bring = (from, to) => {
    hasTemplates = from.hasTemplates || to.hasTemplates;
    const kept = from.hasControls ? filledIn(from.tree) : new Set();
    if (patchInPlace(from, to)) return;
    place = null;
    patchChildren(document, from.tree, to.tree);
    if (to.hasControls) fillIn(to.tree, kept);
  };

  midweek.trees = { Reload, read, bring, importsStyles };
})();
