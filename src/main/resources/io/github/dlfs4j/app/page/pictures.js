// Pictures of bytes, bars, and numbers as text.

import { element } from "./elements.js";
import { inWords } from "./language.js";

export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
export const number = (value) => (value === null ? inWords("not.a.number") : value.toFixed(3).replace(/^-0\.000$/, "0.000").replace("-", "−"));
/** Writes the terms of a sum so that they add up as shown: if rounding is in the way, the first ones are a thousandth off. */
export function terms(values, sum) {
  const thousandths = (value) => Math.round(1000 * (value ?? NaN).toFixed(3));
  const shown = values.map(thousandths);
  const left = shown.reduce((rest, one) => rest - one, thousandths(sum));
  return shown.map((one, i) => number(Number.isFinite(left) ? (one + (i < Math.abs(left) ? Math.sign(left) : 0)) / 1000 : values[i]));
}
export const signed = (value) => `${value < 0 ? "" : "+"}${number(value)}`;
export const signOf = (value) => (value < 0 ? "negative" : "positive");
export const percent = (share) => `${(100 * share).toFixed(1)} %`;
export const significant = (value, digits = 4) => minus(`${+value.toPrecision(digits)}`);
/** Writes the signs of numbers and formulas as the minus that they are; the hyphens of words stay. */
export const minus = (text) => text.replace(/(?<![a-z\d])-|(?<=\de)-/gi, "−");
export const fraction = (share) => (share === null ? "–" : share.toFixed(4));

/** The numbers of a colour that the style sheet has by its name: red, green and blue. */
export function colourOf(name) {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim().slice(1);
  return hex.match(/../g).map((part) => parseInt(part, 16));
}

/** Makes a picture of some columns, in which each byte is a pixel in its colour of the palette. */
export function coloured(bytes, columns, palette) {
  const image = new ImageData(columns, Math.max(1, Math.ceil(bytes.length / columns)));
  bytes.forEach((byte, i) => {
    image.data.set(palette[byte], 4 * i);
    image.data[4 * i + 3] = 255;
  });
  return image;
}

const GREY = Array.from({ length: 256 }, (_, level) => [level, level, level]);

/** Paints grey bytes onto a canvas, a byte for each pixel. */
export function paint(canvas, base64) {
  canvas.getContext("2d").putImageData(coloured(fromBase64(base64), canvas.width, GREY), 0, 0);
}

/** Paints a small picture onto a canvas in large, at most so many pixels wide and high, and returns how large its pixels are. */
export function enlarge(small, side, canvas) {
  const scale = Math.max(1, Math.floor(side / Math.max(small.width, small.height)));
  canvas.width = scale * small.width;
  canvas.height = scale * small.height;
  const pen = canvas.getContext("2d");
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, canvas.width, canvas.height);
  return scale;
}

/** Makes an item of a list of probabilities, with a bar for each share by its kind. */
export function barOf(name, shares, words) {
  const bars = Object.entries(shares).map(([kind, share]) => {
    const fill = element("span", { class: "fill", "data-kind": kind });
    fill.style.width = `${100 * share}%`;
    return fill;
  });
  return element("li", {}, element("span", {}, name), element("span", { class: "track" }, ...bars), element("span", {}, words));
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
