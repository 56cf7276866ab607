// The network of the view "Play": its neurons as small pictures of their answers, and its weights as lines.

import { byId, element, say, shape } from "./elements.js";
import { inWords } from "./language.js";
import { cells, paintCells } from "./play-plane.js";

const MOST_NEURONS = 8;
const MOST_LAYERS = 3;
const WIDTH = 24;
/** How near a click must be to the line of a weight, in pixels. */
const NEAR = 12;
/** The least number of places for neurons above one another. */
const LEAST_PLACES = 4;
const HINT = inWords(matchMedia("(hover: none)").matches ? "play.hint.finger" : "play.hint.mouse");

/** The names of the inputs, and their pictures. */
let inputs = [];
let inputPictures = [];
/** The neurons of each column, from the inputs to the scores, as buttons with a canvas. */
let columns = [];
/** The lines to each column but the first: [target][source]. */
let lines = [];
/** The marks of the biases, [column][row]. */
let biases = [];
/** What sets a weight, and which neuron has its weights in the list. */
let setWeight = () => {};
let listed = "";
/** The neuron under the pointer or with the focus, and the one that was clicked: a column and a row, or null. */
let pointed = null;
let kept = null;

const isSame = (a, b) => a?.column === b?.column && a?.row === b?.row;

/**
 * Builds a network.
 *
 * @param plan the names of the inputs, their pictures, and the numbers of neurons of the hidden layers
 * @param onNeurons is called with a layer and a number of neurons that the user wants
 * @param onLayers is called with a number of layers
 * @param onShow is called when another neuron is to be shown
 * @param onWeight is called with the place and the value of a weight that the user sets
 */
export function buildNetwork(plan, { onNeurons, onLayers, onShow, onWeight }) {
  const { hidden } = plan;
  const sizes = [plan.inputs.length, ...hidden, 2];
  const isSeenAlike = plan.inputs.join() === inputs.join();
  ({ inputs, inputPictures } = plan);
  if (isSeenAlike && columns.length === sizes.length && columns.every((column, i) => column.length === sizes[i])) {
    return;
  }
  const focused = document.activeElement?.dataset?.change;
  pointed = kept = null;
  listed = "";
  setWeight = onWeight;
  const x = (column) => ((column + 0.5) / sizes.length) * 100;
  const places = Math.max(LEAST_PLACES, ...sizes);
  const y = (column, row) => 50 + (row - (sizes[column] - 1) / 2) * (100 / places);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  lines = sizes.slice(1).map((size, i) => Array.from({ length: size }, (_, target) =>
    Array.from({ length: sizes[i] }, (_, source) => {
      const [x0, x1, y0, y1] = [x(i), x(i + 1), y(i, source), y(i + 1, target)];
      const middle = (x0 + x1) / 2;
      return shape(svg, "path", { d: `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}` });
    })));
  svg.append(...lines.flat(2));
  svg.addEventListener("click", (event) => clickLine(event, svg, onShow));
  columns = sizes.map((size, column) => Array.from({ length: size }, (_, row) => {
    const button = neuronOf({ column, row }, onShow);
    button.style.left = `${x(column)}%`;
    button.style.top = `${y(column, row)}%`;
    return button;
  }));
  columns.forEach((column, i) =>
    column.forEach((button, row) => button.setAttribute("aria-label", nameOf({ column: i, row }))));
  const heads = element("div", { class: "heads" }, ...sizes.map((size, column) => headOf(size, column, hidden, onNeurons)));
  heads.style.gridTemplateColumns = `repeat(${sizes.length}, 1fr)`;
  biases = columns.map((column, i) => (i === 0 ? [] : column.map(({ style }, row) => biasOf({ column: i, row }, style, onShow))));
  const net = element("div", { class: "net" }, svg, ...columns.flat(), ...biases.flat());
  byId("play-network").replaceChildren(layersOf(hidden.length, onLayers), heads, net);
  byId("play-network").querySelector(`[data-change="${focused}"]`)?.focus();
  say("play-neuron", HINT);
}

function changeOf(sign, label, change, action, isPossible) {
  const button = element("button", { type: "button", "aria-label": label, "data-change": change }, sign);
  button.disabled = !isPossible;
  button.addEventListener("click", action);
  return button;
}

function layersOf(count, onLayers) {
  return element("div", { class: "layers" },
    changeOf("−", inWords("play.layers.less"), "layers-", () => onLayers(count - 1), count > 0),
    element("span", {}, inWords(count === 1 ? "play.layers.one" : "play.layers", count)),
    changeOf("+", inWords("play.layers.more"), "layers+", () => onLayers(count + 1), count < MOST_LAYERS));
}

function headOf(size, column, hidden, onNeurons) {
  if (column === 0) {
    return element("div", {}, element("span", {}, inWords("play.inputs")));
  }
  if (column > hidden.length) {
    return element("div", {}, element("span", {}, inWords("play.scores")));
  }
  const change = (by) => () => onNeurons(column - 1, size + by);
  return element("div", {},
    element("span", {}, inWords("play.neurons", size)),
    element("span", { class: "change" },
      changeOf("−", inWords("play.neurons.less", column), `${column}-`, change(-1), size > 2),
      changeOf("+", inWords("play.neurons.more", column), `${column}+`, change(1), size < MOST_NEURONS)));
}

const isInput = ({ column }) => column === 0;
const isScore = ({ column }) => column === columns.length - 1;

function nameOf(neuron) {
  const { column, row } = neuron;
  if (isInput(neuron)) {
    return inWords("play.input", inputs[row]);
  }
  return isScore(neuron) ? inWords(`play.score.${["orange", "blue"][row]}`) : inWords("play.neuron", row + 1, column);
}

function neuronOf(neuron, onShow) {
  const canvas = element("canvas", { width: WIDTH, height: WIDTH });
  const button = element("button", { type: "button", class: "neuron", "aria-pressed": "false" }, canvas);
  const point = (at) => () => {
    pointed = at;
    onShow();
  };
  button.addEventListener("pointerenter", point(neuron));
  button.addEventListener("pointerleave", point(null));
  button.addEventListener("focus", point(neuron));
  button.addEventListener("blur", point(null));
  button.addEventListener("click", () => {
    kept = isSame(kept, neuron) ? null : neuron;
    pointed = null;
    onShow();
  });
  return button;
}

/** Marks the bias of a neuron beside it. Who cannot point at it finds it in the list of the neuron's weights. */
function biasOf(neuron, { left, top }, onShow) {
  const mark = element("i", { class: "bias", "aria-hidden": "true" });
  mark.style.left = left;
  mark.style.top = top;
  mark.addEventListener("click", () => choose(neuron, 0, onShow));
  return mark;
}

/** Keeps a neuron, and goes to one of its weights: 0 is the bias. */
function choose(neuron, input, onShow) {
  kept = neuron;
  onShow();
  byId("play-weights").querySelectorAll("input")[input].select();
}

/** Chooses the weight whose line is nearest to a click. */
function clickLine({ clientX, clientY }, svg, onShow) {
  const box = svg.getBoundingClientRect();
  const distanceTo = (line) => {
    const length = line.getTotalLength();
    return Math.min(...Array.from({ length: 33 }, (_, i) => line.getPointAtLength((i / 32) * length))
      .map(({ x, y }) => Math.hypot(box.left + (x / 100) * box.width - clientX, box.top + (y / 100) * box.height - clientY)));
  };
  const all = lines.flatMap((targets, i) => targets.flatMap((sources, row) =>
    sources.map((line, source) => ({ neuron: { column: i + 1, row }, input: source + 1, distance: distanceTo(line) }))));
  const nearest = all.reduce((a, b) => (b.distance < a.distance ? b : a));
  if (nearest.distance <= NEAR) {
    choose(nearest.neuron, nearest.input, onShow);
  }
}

/** Lists the bias and the weights of the neuron that is kept, each in a field. */
function listWeights(layers) {
  const list = byId("play-weights");
  const neuron = kept && !isInput(kept) ? kept : null;
  list.hidden = neuron === null;
  if (neuron === null) {
    return;
  }
  const { biases: ofBias, weights } = layers[neuron.column - 1];
  const sources = columns[neuron.column - 1].length;
  const values = [ofBias[neuron.row], ...weights.slice(neuron.row * sources, (neuron.row + 1) * sources)];
  if (listed !== `${neuron.column} ${neuron.row}`) {
    listed = `${neuron.column} ${neuron.row}`;
    say("play-weights-of", inWords("play.weights", nameOf(neuron)));
    byId("play-weights-list").replaceChildren(...values.map((_, input) => fieldOf(neuron, input)));
  }
  list.querySelectorAll("input").forEach((field, i) => {
    if (!field.dataset.typed) {
      field.value = `${values[i] ?? ""}`;
    }
  });
}

function fieldOf(neuron, input) {
  const source = { column: neuron.column - 1, row: input - 1 };
  const name = input === 0 ? inWords("play.bias") : inWords("play.weight", isInput(source) ? inputs[source.row] : nameOf(source));
  const field = element("input", { type: "number", min: -1000, max: 1000, step: "any", required: "" });
  field.addEventListener("input", () => (field.dataset.typed = "yes"));
  field.addEventListener("blur", () => delete field.dataset.typed);
  field.addEventListener("change", () => {
    if (field.reportValidity()) {
      delete field.dataset.typed;
      setWeight({ layer: neuron.column, neuron: neuron.row + 1, input, value: Number(field.value) });
    }
  });
  return element("label", {}, name, field);
}

/** Shows what the network answers after a step. Returns the chosen neuron as the large picture shows it, or null. */
export function showNetwork({ layers }) {
  const largest = Math.max(1e-9, ...layers.flatMap(({ weights }) => weights.map(Math.abs)));
  layers.forEach(({ pictures, weights }, i) => {
    const sources = columns[i].length;
    pictures.forEach((cellsOfNeuron, row) => {
      paintCells(columns[i + 1][row].querySelector("canvas"), cells(cellsOfNeuron));
      lines[i][row].forEach((line, source) => {
        const weight = weights[row * sources + source];
        const share = Math.abs(weight) / largest;
        line.setAttribute("class", weight < 0 ? "negative" : "positive");
        line.style.strokeWidth = `${(0.6 + 5 * share).toFixed(2)}px`;
        line.style.strokeOpacity = `${(0.25 + 0.65 * share).toFixed(2)}`;
      });
    });
  });
  layers.forEach((layer, i) => layer.biases.forEach((bias, row) => biases[i + 1][row].classList.toggle("negative", bias < 0)));
  inputPictures.forEach((levels, i) => paintCells(columns[0][i].querySelector("canvas"), cells(levels)));
  listWeights(layers);
  const chosen = pointed ?? kept;
  columns.forEach((column, i) => column.forEach((button, row) => {
    const neuron = { column: i, row };
    button.setAttribute("aria-pressed", `${isSame(kept, neuron)}`);
    button.classList.toggle("chosen", isSame(chosen, neuron));
  }));
  byId("play-network").classList.toggle("has-chosen", chosen !== null);
  lines.forEach((targets, i) => targets.forEach((sources, target) => sources.forEach((line, source) => {
    const isOfChosen = isSame(chosen, { column: i + 1, row: target }) || isSame(chosen, { column: i, row: source });
    line.classList.toggle("of-chosen", isOfChosen);
  })));
  say("play-neuron", chosen ? describe(chosen, layers) : HINT);
  byId("play-chosen").hidden = chosen === null;
  if (chosen === null) {
    return null;
  }
  const levels = levelsOf(chosen, layers);
  paintCells(byId("play-chosen"), levels);
  return { name: nameOf(chosen), levels };
}

const levelsOf = (neuron, layers) =>
  isInput(neuron) ? cells(inputPictures[neuron.row]) : cells(layers[neuron.column - 1].pictures[neuron.row]);

const number = (value) => (value === null ? inWords("not.a.number") : value.toFixed(2).replace("-", "−"));

function describe(neuron, layers) {
  if (isInput(neuron)) {
    return inWords("play.neuron.input", nameOf(neuron));
  }
  const { least, most, biases, weights } = layers[neuron.column - 1];
  const { row } = neuron;
  const sources = columns[neuron.column - 1].length;
  const names = Array.from({ length: sources }, (_, i) => (neuron.column === 1 ? inputs[i] : `${i + 1}`));
  const terms = names.map((name, i) => `${name}: ${number(weights[row * sources + i])}`).join(", ");
  return inWords("play.neuron.answers", nameOf(neuron), number(least[row]), number(most[row]), number(biases[row]), terms);
}
