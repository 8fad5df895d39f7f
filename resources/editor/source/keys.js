// The keys that are the program's business, wherever in the page the focus is, and Esc then Tab, so that nobody is trapped.

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);
const SIZES = { "=": "larger_code", "+": "larger_code", "-": "smaller_code", "_": "smaller_code", "0": "usual_code" };

/** Listens before CodeMirror, which would let a Tab through for two seconds after Esc; here there is no hurry. */
export const listen = (target, say) => {
  let leaving = false;

  const command = (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (leaving && event.key === "Tab" && !control && !event.altKey) say("leave", { back: event.shiftKey });
    else if (control && event.key === "Enter") say("asked", { command: "check" });
    else if (control && event.key in SIZES) say("asked", { command: SIZES[event.key] });
    else return false;
    return true;
  };

  const hear = (event) => {
    if (event.isComposing || MODIFIERS.has(event.key)) return;
    if (command(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    leaving = event.key === "Escape" && Boolean(event.target.closest?.(".cm-content")); // elsewhere it closes something
  };

  const stay = () => {
    leaving = false;
  };

  target.addEventListener("keydown", hear, { capture: true });
  target.addEventListener("mousedown", stay, { capture: true });
  target.addEventListener("blur", stay);
};
