// Colours as CSS writes them: read, written in the notation that stood there, and compared. Pure; knows no editor.

/** Names that are no colour of their own. */
const NO_COLOUR = /^(?:currentcolor|transparent|canvas|field|highlight|mark|selecteditem|buttonface|buttonborder|accentcolor|.*text)$/i;

const brush = new OffscreenCanvas(1, 1).getContext("2d");

/** {r, g, b} from 0 to 255 and {a} from 0 to 1, or null for what is no colour that sRGB holds. */
export const readColour = (text) => {
  if (NO_COLOUR.test(text) || !CSS.supports("color", text)) return null;
  brush.fillStyle = text;
  const hex = /^#(..)(..)(..)$/.exec(brush.fillStyle);
  if (hex) return { r: parseInt(hex[1], 16), g: parseInt(hex[2], 16), b: parseInt(hex[3], 16), a: 1 };
  const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(brush.fillStyle);
  return parts && { r: +parts[1], g: +parts[2], b: +parts[3], a: +parts[4] };
};

/** Hue from 0 to 360, saturation and lightness from 0 to 100. */
export const toHsl = ({ r, g, b, a }) => {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const l = most - range / 2;
  const sector = { [blue]: 4 + (red - green) / range, [green]: 2 + (blue - red) / range, [red]: (green - blue) / range };
  const h = range ? (60 * sector[most] + 360) % 360 : 0;
  const s = range ? range / (1 - Math.abs(2 * l - 1)) : 0;
  return { h, s: 100 * s, l: 100 * l, a };
};

export const fromHsl = ({ h, s, l, a }) => {
  const reach = (s / 100) * Math.min(l / 100, 1 - l / 100);
  const part = (n) => {
    const k = (n + h / 30) % 12;
    return Math.round(255 * (l / 100 - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return { r: part(0), g: part(8), b: part(4), a };
};

const two = (number) => Math.round(number).toString(16).padStart(2, "0");

export const toHex = ({ r, g, b, a }) => `#${two(r)}${two(g)}${two(b)}${a < 1 ? two(255 * a) : ""}`;

const round = (number, digits = 0) => String(+number.toFixed(digits));

/** A colour in the notation of `old`: hex, rgb() or hsl(), with its commas or its spaces; a name becomes hex. */
export const writeColour = (colour, old) => {
  const [, call] = /^(rgb|hsl)a?\(/i.exec(old) ?? [];
  if (!call) return /[A-F]/.test(old) && old.startsWith("#") ? toHex(colour).toUpperCase() : toHex(colour);
  const { h, s, l } = toHsl(colour);
  const parts = call.toLowerCase() === "hsl" ? [round(h), `${round(s)}%`, `${round(l)}%`] : [colour.r, colour.g, colour.b].map(String);
  const commas = old.includes(",");
  const alpha = colour.a < 1 ? `${commas ? ", " : " / "}${round(colour.a, 2)}` : "";
  const name = commas && alpha ? `${call}a` : call;
  return `${name}(${parts.join(commas ? ", " : " ")}${alpha})`;
};

const luminance = ({ r, g, b }) => {
  const [red, green, blue] = [r, g, b].map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours as WCAG 2.2 defines it, from 1 to 21; what shines through counts as white. */
export const contrast = (one, other) => {
  const flat = ({ r, g, b, a }) => ({ r: 255 + a * (r - 255), g: 255 + a * (g - 255), b: 255 + a * (b - 255) });
  const [dark, light] = [luminance(flat(one)), luminance(flat(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The contrast in words: how well text of one colour is read on the other. */
export const contrastInWords = (ratio) => {
  const how = ratio >= 7 ? "very good to read" : ratio >= 4.5 ? "good to read" : ratio >= 3 ? "only for large letters" : "hard to read";
  return `${ratio.toFixed(1)} to 1, ${how}`;
};
