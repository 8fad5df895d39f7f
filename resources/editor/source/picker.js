// The colour picker: sliders, a field for the hex number, some calm colours by name, and in words how well it is read.
// Nothing changes before it is chosen, which is one step to undo. No <input type=color>: that opens a window of the system.

import { contrast, contrastInWords, fromHsl, readColour, toHex, toHsl, writeColour } from "./colours.js";
import { hush } from "./sentence.js";

const CALM = ["black", "dimgray", "gainsboro", "white", "maroon", "firebrick", "chocolate", "seagreen", "teal", "steelblue", "navy", "rebeccapurple"]; // prettier-ignore
const WHITE = readColour("white");
const BLACK = readColour("black");
const EDGE = 8; // px between the picker and the edge of the page

let close = () => {};

export const closePicker = () => close();

const element = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};

const slider = (name, words, max, step = 1) => {
  const input = element("input", { type: "range", name, min: 0, max, step });
  return element("label", { className: "cm-pickerRow" }, element("span", { textContent: words }), input);
};

class Picker {
  constructor(view, { from, to, text, colour, other }) {
    Object.assign(this, { view, from, to, old: text, other, hsl: toHsl(colour), name: "" });
    this.dom = this.#build();
    const field = (name) => this.dom.querySelector(`[name="${name}"]`);
    this.fields = Object.fromEntries(["h", "s", "l", "a", "hex"].map((name) => [name, field(name)]));
    this.dom.addEventListener("input", (event) => this.#hear(event.target));
    this.dom.addEventListener("keydown", (event) => this.#key(event));
    this.#show();
  }

  #build() {
    const named = CALM.map((name) => {
      const button = element("button", { type: "button", className: "cm-pickerName", title: name, ariaLabel: name });
      button.style.setProperty("--colour", name);
      button.addEventListener("click", () => this.#name(name));
      return button;
    });
    const use = element("button", { type: "button", className: "cm-button cm-pickerUse", textContent: "Use this colour" });
    const leave = element("button", { type: "button", className: "cm-button", textContent: "Leave it" });
    use.addEventListener("click", () => this.#use());
    leave.addEventListener("click", () => close());
    this.now = element("div", { className: "cm-pickerNow" });
    this.words = element("div", { className: "cm-pickerWords" });
    this.words.setAttribute("role", "status");
    return element(
      "div",
      { className: "cm-picker", role: "dialog", ariaModal: "true", ariaLabel: `Another colour for ${this.old}` },
      this.now,
      slider("h", "Hue", 360),
      slider("s", "Strength", 100),
      slider("l", "Lightness", 100),
      slider("a", "Cover", 1, 0.05),
      element("label", { className: "cm-pickerRow" }, element("span", { textContent: "Hex" }), element("input", { name: "hex", className: "cm-textfield", spellcheck: false })),
      element("div", { className: "cm-pickerNames", role: "group", ariaLabel: "Colours by name" }, ...named),
      this.words,
      element("div", { className: "cm-pickerFoot" }, use, leave),
    );
  }

  #colour() {
    return (this.name && readColour(this.name)) || fromHsl(this.hsl);
  }

  #hear({ name, value }) {
    this.name = "";
    if (name !== "hex") this.hsl = { ...this.hsl, [name]: +value };
    else if (readColour(value.trim())) this.hsl = toHsl(readColour(value.trim()));
    else return;
    this.#show(name);
  }

  #name(name) {
    this.hsl = toHsl(readColour(name));
    this.name = name;
    this.#show();
  }

  /** Let every part say the colour, except the one it was said with. */
  #show(from) {
    const colour = this.#colour();
    for (const part of ["h", "s", "l", "a"]) if (part !== from) this.fields[part].value = this.hsl[part];
    if (from !== "hex") this.fields.hex.value = toHex(colour);
    this.now.style.setProperty("--colour", toHex(colour));
    this.dom.style.setProperty("--hue", this.hsl.h);
    const against = [["white", WHITE], ["black", BLACK]];
    if (this.other) against.unshift([this.other.text, this.other.colour]);
    const lines = against.map(([name, other]) => `With ${name}: ${contrastInWords(contrast(colour, other))}`);
    this.words.replaceChildren(...lines.map((line) => element("p", { textContent: line })));
  }

  #use() {
    const insert = this.name || writeColour(this.#colour(), this.old);
    const { view, from, to } = this;
    close();
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.colour" });
  }

  #key(event) {
    const stops = [...this.dom.querySelectorAll("input, button")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target.matches("input")) this.#use();
    else if (event.key === "Tab") stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length).focus();
    else return;
    event.preventDefault();
  }
}

const place = (view, dom, at) => {
  const { left, top, bottom } = view.coordsAtPos(at) ?? view.dom.getBoundingClientRect();
  const { width, height } = dom.getBoundingClientRect();
  const below = bottom + EDGE + height <= innerHeight;
  const y = below ? bottom + EDGE / 2 : Math.max(EDGE, top - height - EDGE / 2);
  dom.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  dom.style.top = `${Math.min(y, Math.max(EDGE, innerHeight - height - EDGE))}px`;
};

/** Open it for {from, to, text, colour, other}, the last being the colour it is read with, or null. */
export const openPicker = (view, about) => {
  close();
  view.dispatch({ effects: hush });
  const picker = new Picker(view, about);
  close = () => {
    close = () => {};
    picker.dom.remove();
    view.focus();
  };
  document.body.append(picker.dom);
  place(view, picker.dom, about.from);
  picker.fields.h.focus();
};
