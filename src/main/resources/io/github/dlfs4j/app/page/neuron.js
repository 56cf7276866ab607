// How a neuron comes to its value: the sum with its numbers, and lines to the neurons that matter most.

import { byId, element, say, shape } from "./elements.js";
import { inWords } from "./language.js";
import { fromBase64, number, signed, signOf } from "./pictures.js";
import { imageOf } from "./stage.js";
import { hideWindow, showWindow } from "./window.js";
import { wordsOf } from "./words.js";

const LARGEST_PICTURE = 132;
const LARGEST_PIXEL = 22;
const BETWEEN_PICTURES = 78;
const WIDEST_LINE = 5;

const board = byId("board");
const lines = byId("lines");

export function hideNeuron() {
  say("neuron-title", inWords(matchMedia("(pointer: coarse)").matches ? "draw.hint.finger" : "draw.hint.mouse"));
  byId("neuron-body").hidden = byId("worked").hidden = byId("let-go").hidden = byId("neuron-words").hidden = true;
  hideWindow();
  byId("neuron").classList.remove("kept");
  lines.replaceChildren();
}

export function showNeuron(stages, neuron, isKept, isBlank) {
  const stage = stages[neuron.layer];
  say("neuron-title", inWords("draw.neuron.title", stage.name, stage.nameOf(neuron.index), number(neuron.value)));
  byId("let-go").hidden = !isKept;
  byId("neuron").classList.toggle("kept", isKept);
  byId("neuron-body").hidden = byId("neuron-words").hidden = false;
  byId("neuron-words").textContent = wordsOf(stages, neuron, isBlank);
  if (isKept) {
    showWindow(stages, neuron);
  } else {
    hideWindow();
  }
  byId("worked").hidden = byId("from-part").hidden = neuron.layer === 0;
  byId("to-part").hidden = neuron.layer === stages.length - 1;
  if (neuron.layer > 0) {
    showSum(stages[neuron.layer - 1], neuron);
  }
  fill("from", neuron.from ?? [], stages[neuron.layer - 1], inWords("draw.from.none"));
  fill("to", neuron.to, stages[neuron.layer + 1], inWords(neuron.value === 0 ? "draw.to.none" : "draw.to.smaller"));
  showLines(stages, neuron);
}

function fill(id, ends, stage, otherwise) {
  const items = ends.map((end) => connection(stage.nameOf(end.index), end));
  byId(id).replaceChildren(...(items.length > 0 ? items : [element("li", {}, otherwise)]));
}

function connection(name, { value, weight, product }) {
  const parts = [name, number(value), `× ${number(weight)}`].map((text) => element("span", {}, text));
  return element("li", {}, ...parts, element("span", {}, "= ", element("b", { class: signOf(product) }, signed(product))));
}

function showSum(before, { pools, bias, sum, steps, window }) {
  const flat = before.isFlat ? [1, before.rows, before.columns] : [before.maps, before.height, before.width];
  const [maps, rows, columns] = window.shape.length === 3 ? window.shape : flat;
  for (const name of ["inputs", "weights", "products"]) {
    const bytes = fromBase64(window[name]);
    paintMaps(byId(`sum-${name}`), bytes, maps, rows, columns, name !== "inputs" || bytes.some((byte) => byte < 128));
  }
  say("weights-name", inWords(pools ? "draw.passing" : isPart(window, before) ? "draw.filter" : "draw.weights"));
  const [, ...rest] = steps;
  const then = rest.map(({ name, value }) => ` → ${name} ${number(value)}`).join("");
  say("equation", pools
    ? inWords("draw.largest.passes", number(sum), then)
    : inWords("draw.sum", number(sum), number(bias), number(steps[0].value), then));
}

/** Whether a window sees a part of each map, and not all of it. */
const isPart = ({ shape: [, rows, columns] }, { height, width }) => rows < height || columns < width;

/** Paints one picture, or one for each channel side by side. If no number is negative, it has the colours of neurons. */
function paintMaps(canvas, bytes, maps, rows, columns, isSigned) {
  const all = isSigned ? bytes : bytes.map((byte) => 2 * (byte - 128) + 1);
  const across = Math.ceil(Math.sqrt(maps));
  const gap = maps > 1 ? 1 : 0;
  const down = Math.ceil(maps / across);
  canvas.width = across * (columns + gap) - gap;
  canvas.height = down * (rows + gap) - gap;
  const side = Math.min(LARGEST_PICTURE, (byId("worked").clientWidth - BETWEEN_PICTURES) / 3);
  const scale = Math.min(LARGEST_PIXEL, side / canvas.width, LARGEST_PICTURE / canvas.height);
  canvas.style.width = `${canvas.width * scale}px`;
  canvas.style.height = `${canvas.height * scale}px`;
  const context = canvas.getContext("2d");
  for (let i = 0; i < maps; i++) {
    const map = all.subarray(i * rows * columns, (i + 1) * rows * columns);
    context.putImageData(imageOf(map, columns, isSigned), (i % across) * (columns + gap), Math.floor(i / across) * (rows + gap));
  }
}

/** Draws a line for each strong connection, and a frame around each end and around what a window sees. */
function showLines(stages, { layer, index, from = [], to, window }) {
  const origin = board.getBoundingClientRect();
  lines.setAttribute("width", board.clientWidth);
  lines.setAttribute("height", board.clientHeight);
  const placed = (stage, cell) => {
    const box = stage.canvas.getBoundingClientRect();
    return { ...cell, x: box.left - origin.left + cell.x, y: box.top - origin.top + cell.y };
  };
  const place = (number, i) => placed(stages[number], stages[number].cell(i));
  const own = place(layer, index);
  const drawn = [];
  const connect = (ends, number) => {
    const most = Math.max(...ends.map(({ product }) => Math.abs(product)));
    for (const { index: other, product } of ends) {
      const cell = place(number, other);
      const [start, end] = number < layer ? [cell, own] : [own, cell];
      const width = 1 + WIDEST_LINE * Math.abs(product) / most;
      drawn.push(curve(start, end, width, signOf(product)), frame(cell, signOf(product)));
    }
  };
  connect(from, layer - 1);
  connect(to, layer + 1);
  if (window && isPart(window, stages[layer - 1])) {
    drawn.push(...windows(stages[layer - 1], window, from).map((cell) => frame(placed(stages[layer - 1], cell), "window")));
  }
  lines.replaceChildren(...drawn, frame(own, "own"));
}

/** Returns what a window sees, in each map with a strong input. */
function windows(before, { shape: [, rows, columns], corner: [top = 0, left = 0] }, from) {
  const maps = new Set(from.map((end) => Math.floor(end.index / (before.height * before.width))));
  return [...maps].map((number) => {
    const map = before.map(number);
    return {
      x: map.x + left * before.scale,
      y: map.y + top * before.scale,
      width: columns * before.scale,
      height: rows * before.scale,
    };
  });
}

function curve(start, end, width, sign) {
  const middle = ({ x, y, width: w, height: h }) => [x + w / 2, y + h / 2];
  const [x1, y1] = middle(start);
  const [x2, y2] = middle(end);
  const bend = board.classList.contains("tall")
    ? `${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2}`
    : `${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2}`;
  return shape(lines, "path", { d: `M${x1} ${y1}C${bend} ${x2} ${y2}`, class: sign, "stroke-width": width.toFixed(1) });
}

function frame({ x, y, width, height }, kind) {
  const margin = width < 6 ? 2 : 1;
  return shape(lines, "rect", { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin, rx: 2, class: kind });
}
