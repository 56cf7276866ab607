// Grey pictures and numbers as text.

import { element } from "./elements.js";
import { inWords } from "./language.js";

export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
export const number = (value) => (value === null ? inWords("not.a.number") : value.toFixed(3).replace(/^-0\.000$/, "0.000").replace("-", "−"));
export const signed = (value) => `${value < 0 ? "" : "+"}${number(value)}`;
export const signOf = (value) => (value < 0 ? "negative" : "positive");
export const percent = (share) => `${(100 * share).toFixed(1)} %`;
export const fraction = (share) => (share === null ? "–" : share.toFixed(4));

/** Paints grey bytes onto a canvas, a byte for each pixel. */
export function paint(canvas, base64) {
  const grey = fromBase64(base64);
  const image = new ImageData(canvas.width, canvas.height);
  for (let i = 0; i < grey.length; i++) {
    image.data.fill(grey[i], 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

/** Makes a list item with a picture, enlarged to about the given width in pixels, and a text below it. */
export function picture(base64, rows, columns, description, { text = "", width = 84 } = {}) {
  const canvas = element("canvas", { width: columns, height: rows, role: "img", "aria-label": description });
  canvas.style.width = `${columns * Math.max(2, Math.floor(width / Math.max(rows, columns)))}px`;
  paint(canvas, base64);
  return element("li", {}, canvas, ...(text ? [element("span", {}, text)] : []));
}

export function duration(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? inWords("seconds", whole) : inWords("minutes", Math.floor(whole / 60), whole % 60);
}
