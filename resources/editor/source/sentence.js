// A small box of sentences for a tooltip; code stands between backticks. Nothing in it is ever read as HTML.

export const sentence = (texts) => {
  const box = document.createElement("div");
  box.className = "cm-sentence";
  for (const text of texts) {
    const paragraph = box.appendChild(document.createElement("p"));
    for (const [index, part] of text.split("`").entries()) {
      if (!part) continue;
      const piece = index % 2 ? document.createElement("code") : document.createElement("span");
      piece.textContent = part;
      paragraph.append(piece);
    }
  }
  return box;
};
