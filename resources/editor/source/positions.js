// The border between code points (outside) and UTF-16 units (CodeMirror). A lone surrogate is one of each.

/** How many UTF-16 units the first `points` code points of `text` take. */
export const units = (text, points) => {
  let at = 0;
  for (let left = points; left > 0 && at < text.length; left--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
};

/** How many code points `text` has. */
export const points = (text) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** The offset of a line and column from 1; outside the text, the nearest place inside. */
export const offsetAt = (doc, line, column) => {
  const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return row.from + units(row.text, column - 1);
};

/** The range of `length` code points from a line and column. */
export const rangeAt = (doc, { line, column, length }) => {
  const from = offsetAt(doc, line, column);
  return { from, to: from + units(doc.sliceString(from, from + 2 * length), length) };
};

/** The {line, column} of an offset. */
export const placeAt = (doc, offset) => {
  const row = doc.lineAt(offset);
  return { line: row.number, column: points(row.text.slice(0, offset - row.from)) + 1 };
};
