// How a neuron comes to its value: the sum with its numbers, and lines to the neurons that matter most.

import { byId, element, say, shape } from "./elements.js";
import { inWords } from "./language.js";
import { fromBase64, number, signOf, terms } from "./pictures.js";
import { curve, laterSteps, paintMaps, productItem } from "./products.js";
import { hideWindow, showWindow } from "./window.js";
import { wordsOf } from "./words.js";

const LARGEST_PICTURE = 132;
const BETWEEN_PICTURES = 78;

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
  const items = ends.map((end) => productItem(stage.nameOf(end.index), end));
  byId(id).replaceChildren(...(items.length > 0 ? items : [element("li", {}, otherwise)]));
}

function showSum(before, { pools, bias, sum, steps, window }) {
  const flat = before.isFlat ? [1, before.rows, before.columns] : [before.maps, before.height, before.width];
  const [maps, rows, columns] = window.shape.length === 3 ? window.shape : flat;
  const width = Math.min(LARGEST_PICTURE, (byId("worked").clientWidth - BETWEEN_PICTURES) / 3);
  for (const name of ["inputs", "weights", "products"]) {
    const bytes = fromBase64(window[name]);
    paintMaps(byId(`sum-${name}`), bytes, { maps, rows, columns }, name !== "inputs" || bytes.some((byte) => byte < 128), { width, height: LARGEST_PICTURE });
  }
  say("weights-name", inWords(pools ? "draw.passing" : isPart(window, before) ? "draw.filter" : "draw.weights"));
  say("equation", pools
    ? inWords("draw.largest.passes", number(sum), laterSteps(steps))
    : inWords("draw.sum", ...terms([sum, bias], steps[0].value), number(steps[0].value), laterSteps(steps)));
}

/** Whether a window sees a part of each map, and not all of it. */
const isPart = ({ shape: [, rows, columns] }, { height, width }) => rows < height || columns < width;

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
  const isUpright = board.classList.contains("tall");
  const drawn = [];
  const connect = (ends, number) => {
    const most = Math.max(...ends.map(({ product }) => Math.abs(product)));
    for (const { index: other, product } of ends) {
      const cell = place(number, other);
      const [start, end] = number < layer ? [cell, own] : [own, cell];
      drawn.push(curve(lines, middle(start), middle(end), isUpright, Math.abs(product) / most, signOf(product)), frame(cell, signOf(product)));
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

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

function frame({ x, y, width, height }, kind) {
  const margin = width < 6 ? 2 : 1;
  return shape(lines, "rect", { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin, rx: 2, class: kind });
}
