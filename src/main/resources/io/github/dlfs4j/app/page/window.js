// The window of a pixel in large: what it sees, the map that it makes, and all its products with their sum.

import { byId, element, offer, say } from "./elements.js";
import { inWords } from "./language.js";
import { number, terms } from "./pictures.js";
import { fillTable, laterSteps, productCell } from "./products.js";

const PAUSE = 350;
const SIDE = 280;

let timer = null;
let moveBy = () => {};
/** The pixel that is shown, with its layer and the one before. */
let shown = null;

/** Sets what moves the window by some pixels of its map. */
export function onMove(action) {
  moveBy = action;
}

function stop() {
  clearInterval(timer);
  timer = null;
  say("window-play", inWords("draw.window.move"));
}

byId("window-play").addEventListener("click", () => {
  if (timer === null) {
    say("window-play", inWords("draw.window.stop"));
    timer = setInterval(() => (byId("window").offsetParent === null ? stop() : moveBy(1)), PAUSE);
  } else {
    stop();
  }
});
for (const [id, step] of [["window-back", -1], ["window-next", 1]]) {
  byId(id).addEventListener("click", () => {
    stop();
    moveBy(step);
  });
}
byId("window-channel").addEventListener("change", paint);
byId("window-map").addEventListener("click", ({ offsetX, offsetY }) => {
  const { stage: { width, height }, neuron: { index } } = shown;
  const [x, y] = [offsetX * width, offsetY * height].map((place) => Math.floor(place / byId("window-map").clientWidth));
  moveBy(y * width + x - (index % (height * width)));
});

export function hideWindow() {
  stop();
  shown = null;
  byId("window").hidden = true;
}

/** Shows the window of a pixel of a map; nothing for other neurons, which see all numbers of the layer before. */
export function showWindow(stages, neuron) {
  if (stages[neuron.layer].isFlat || !neuron.window) {
    hideWindow();
    return;
  }
  const [stage, source] = [stages[neuron.layer], stages[neuron.layer - 1]];
  const isOther = shown?.stage !== stage || shown.stage.mapOf(shown.neuron.index) !== stage.mapOf(neuron.index);
  const { pools, from, window: { shape: [channels, rows, columns], numbers: { inputs, weights } } } = neuron;
  const products = inputs.map((input, i) => input * weights[i]);
  const sums = Array.from({ length: channels }, (_, i) =>
    products.slice(i * rows * columns, (i + 1) * rows * columns).reduce((sum, product) => sum + product, 0));
  shown = { stage, source, neuron, products };
  byId("window").hidden = false;
  byId("window-maps").hidden = channels === 1;
  const strongest = channels > 1 ? source.mapOf(from[0]?.index ?? 0) : 0;
  const channel = isOther ? `${strongest}` : byId("window-channel").value;
  const added = pools ? [] : terms([neuron.sum, neuron.bias], neuron.steps[0].value);
  const ofMaps = terms(sums, pools ? neuron.sum : Number(added[0].replace("−", "-")));
  offer(byId("window-channel"), ofMaps.map((sum, i) => [`${i}`, inWords("draw.window.map", i + 1, sum)]));
  byId("window-channel").value = channel;
  say("window-equation", pools ? inWords("draw.window.largest", number(neuron.sum)) : sentence(ofMaps, added, neuron.steps));
  paint();
}

function sentence(ofMaps, [sum, bias], steps) {
  const all = `${number(steps[0].value)}${laterSteps(steps)}`;
  const listed = ofMaps.map((one) => (one.startsWith("−") ? `(${one})` : one)).join(" + ");
  return ofMaps.length === 1
    ? inWords("draw.window.sum", listed, bias, all)
    : inWords("draw.window.sums", listed, sum, bias, all);
}

function paint() {
  const { stage, source, neuron: { pools, index, window } } = shown;
  const channel = Number(byId("window-channel").value);
  const [, rows, columns] = window.shape;
  const [top, left] = window.corner;
  const [seen, own] = [pools ? stage.mapOf(index) : channel, stage.mapOf(index)];
  const place = index % (stage.height * stage.width);
  frame(byId("window-source"), source, seen, { top, left, rows, columns });
  frame(byId("window-map"), stage, own, { top: Math.floor(place / stage.width), left: place % stage.width, rows: 1, columns: 1 });
  const name = source.number === 0 ? inWords("draw.window.image") : inWords("draw.window.source", seen + 1, source.number);
  say("window-source-name", inWords("draw.window.sees", name));
  say("window-map-name", inWords("draw.window.makes", own + 1, stage.number, `${stage.height}×${stage.width}`));
  byId("window-source").setAttribute("aria-label", inWords("draw.window.large", name));
  byId("window-map").setAttribute("aria-label", inWords("draw.window.large", inWords("draw.window.source", own + 1, stage.number)));
  fill(channel * rows * columns, rows, columns);
}

function frame(canvas, stage, map, { top, left, rows, columns }) {
  const scale = stage.paintLarge(canvas, map, SIDE);
  const pen = canvas.getContext("2d");
  pen.strokeStyle = "#fff";
  pen.lineWidth = 3;
  pen.setLineDash([6, 3]);
  pen.strokeRect(left * scale, top * scale, columns * scale, rows * scale);
}

/** Writes out the products of a map, each in the place of its pixel. */
function fill(first, rows, columns) {
  const { products, neuron: { pools, window: { numbers: { inputs, weights } } } } = shown;
  const cell = (i) =>
    pools
      ? element("td", {}, element(weights[i] === 0 ? "span" : "b", {}, number(inputs[i])))
      : productCell(inputs[i], weights[i], products[i]);
  say("window-terms", inWords(pools ? "draw.window.terms.pooling" : "draw.window.terms"));
  fillTable(byId("window-products"), Array.from({ length: rows * columns }, (_, i) => cell(first + i)), columns);
}
