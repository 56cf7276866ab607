// Products and their sums: pictures of what is multiplied, lists and tables of products, and lines that are thick by weight.

import { element, shape } from "./elements.js";
import { number, signed, signOf } from "./pictures.js";
import { imageOf } from "./stage.js";

const LARGEST_PIXEL = 22;
const WIDEST_LINE = 5;

/** Makes an item of a list of products, or of a list that says why there are none. */
export function productItem(name, { value, weight, product }) {
  const parts = [name, number(value), `× ${number(weight)}`].map((text) => element("span", {}, text));
  return element("li", {}, ...parts, element("span", {}, "= ", element("b", { class: signOf(product) }, signed(product))));
}

/** Fills a table with products of two numbers each, in rows of some columns. */
export function fillTable(table, cells, columns) {
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, y) => cells.slice(y * columns, (y + 1) * columns));
  table.replaceChildren(...rows.map((row) => element("tr", {}, ...row)));
}

export function productCell(one, other, product) {
  const sign = product === 0 ? {} : { class: signOf(product) };
  return element("td", {}, `${number(one)} × ${number(other)} = `, element("b", sign, number(product)));
}

/** Says what the steps after the first one made of its value. */
export const laterSteps = ([, ...steps]) => steps.map(({ name, value }) => ` → ${name} ${number(value)}`).join("");

/** Makes bytes of numbers of both signs, for a picture: 128 is 0, and the largest number is brightest. */
export function signedBytes(numbers) {
  const most = Math.max(...numbers.map(Math.abs)) || 1;
  return Uint8Array.from(numbers, (one) => Math.round(128 + (127 * one) / most));
}

/** Paints one picture, or one for each channel side by side. If no number is negative, it has the colours of neurons. */
export function paintMaps(canvas, bytes, { maps, rows, columns }, isSigned, { width, height }) {
  const all = isSigned ? bytes : bytes.map((byte) => 2 * (byte - 128) + 1);
  const across = Math.ceil(Math.sqrt(maps));
  const gap = maps > 1 ? 1 : 0;
  const down = Math.ceil(maps / across);
  canvas.width = across * (columns + gap) - gap;
  canvas.height = down * (rows + gap) - gap;
  const scale = Math.min(LARGEST_PIXEL, width / canvas.width, height / canvas.height);
  canvas.style.width = `${canvas.width * scale}px`;
  canvas.style.height = `${canvas.height * scale}px`;
  const context = canvas.getContext("2d");
  for (let i = 0; i < maps; i++) {
    const map = all.subarray(i * rows * columns, (i + 1) * rows * columns);
    context.putImageData(imageOf(map, columns, isSigned), (i % across) * (columns + gap), Math.floor(i / across) * (rows + gap));
  }
}

/** Makes a line from one point to another, upright at its ends or level; a share of 1 is the thickest. */
export function curve(svg, [x1, y1], [x2, y2], isUpright, share, sign) {
  const bend = isUpright ? `${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2}` : `${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2}`;
  return shape(svg, "path", { d: `M${x1} ${y1}C${bend} ${x2} ${y2}`, class: sign, "stroke-width": (1 + WIDEST_LINE * share).toFixed(1) });
}
