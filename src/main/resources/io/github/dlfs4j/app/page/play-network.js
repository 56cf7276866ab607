// The network of the view "Play": its neurons as small pictures of their answers, and its weights as lines.

import { byId, element, say, shape } from "./elements.js";
import { inWords } from "./language.js";
import { fromBase64 } from "./pictures.js";
import { paintCells } from "./play-plane.js";

/** The names of what a network may see of a point. */
export const INPUTS = ["x", "y", "x²", "y²", "xy", "sin x", "sin y"];
export const MOST_NEURONS = 8;
export const MOST_LAYERS = 3;
const WIDTH = 24;
/** How near a click must be to the line of a weight, in percent of the drawing. */
const NEAR = 2;
/** The least number of places for neurons above one another. */
const LEAST_PLACES = 4;
const HINT = inWords(matchMedia("(hover: none)").matches ? "play.hint.finger" : "play.hint.mouse");

/** The names of the inputs. */
let inputs = [];
/** The neurons of each column, from the inputs to the scores, as buttons with a canvas. */
let columns = [];
/** The lines to each column but the first: [target][source]. */
let lines = [];
/** The neuron under the pointer or with the focus, and the one that was clicked: a column and a row, or null. */
let pointed = null;
let kept = null;

const isSame = (a, b) => a?.column === b?.column && a?.row === b?.row;

/**
 * Builds a network.
 *
 * @param names the names of the inputs
 * @param hidden the numbers of neurons of the hidden layers
 * @param onNeurons is called with a layer and a number of neurons that the user wants
 * @param onLayers is called with a number of layers
 * @param onShow is called when another neuron is to be shown
 * @param onWeight is called with the place and the value of a weight that the user sets
 */
export function buildNetwork(names, hidden, { onNeurons, onLayers, onShow, onWeight }) {
  const sizes = [names.length, ...hidden, 2];
  if (names.join() === inputs.join() && columns.length === sizes.length && columns.every((column, i) => column.length === sizes[i])) {
    return;
  }
  const focused = document.activeElement?.dataset?.change;
  inputs = names;
  pointed = null;
  keep(null);
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
  const choose = (neuron) => {
    keep(neuron, onShow, onWeight);
    onShow();
  };
  svg.addEventListener("click", (event) => chooseLine(event, svg, choose));
  columns = sizes.map((size, column) => Array.from({ length: size }, (_, row) => {
    const button = neuronOf({ column, row }, onShow, choose);
    button.style.left = `${x(column)}%`;
    button.style.top = `${y(column, row)}%`;
    return button;
  }));
  columns.forEach((column, i) =>
    column.forEach((button, row) => button.setAttribute("aria-label", nameOf({ column: i, row }))));
  const heads = element("div", { class: "heads" }, ...sizes.map((size, column) => headOf(size, column, hidden, onNeurons)));
  heads.style.gridTemplateColumns = `repeat(${sizes.length}, 1fr)`;
  const net = element("div", { class: "net" }, svg, ...columns.flat());
  byId("play-network").replaceChildren(layersOf(hidden.length, onLayers), heads, net);
  byId("play-network").querySelector(`[data-change="${focused}"]`)?.focus();
  say("play-neuron", HINT);
}

function changeOf(sign, label, change, onclick, isPossible) {
  const button = element("button", { type: "button", "aria-label": label, "data-change": change, onclick }, sign);
  button.disabled = !isPossible;
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

function neuronOf(neuron, onShow, choose) {
  const canvas = element("canvas", { width: WIDTH, height: WIDTH });
  const point = (at) => () => {
    pointed = at;
    onShow();
  };
  const onclick = () => {
    pointed = null;
    choose(isSame(kept, neuron) ? null : neuron);
  };
  const pointing = { onpointerenter: point(neuron), onpointerleave: point(null), onfocus: point(neuron), onblur: point(null) };
  return element("button", { type: "button", class: "neuron", "aria-pressed": "false", ...pointing, onclick }, canvas);
}

/** Keeps a neuron, or none, and offers its bias and weights to be set. */
function keep(neuron, onShow, onWeight) {
  kept = neuron;
  const isListed = neuron !== null && !isInput(neuron);
  byId("play-weights").hidden = !isListed;
  byId("play-weights-list").replaceChildren();
  if (isListed) {
    const { column, row } = neuron;
    say("play-weights-of", inWords("play.weights", nameOf(neuron)));
    for (let input = 0; input <= columns[column - 1].length; input++) {
      const source = { column: column - 1, row: input - 1 };
      const name = input === 0 ? inWords("play.bias") : inWords("play.weight", isInput(source) ? inputs[source.row] : nameOf(source));
      const field = element("input", { type: "number", min: -1000, max: 1000, step: "any", required: "", form: "", onblur: onShow });
      field.addEventListener("change", () => {
        if (field.reportValidity()) {
          onWeight({ layer: column, neuron: row + 1, input, value: Number(field.value) });
        }
      });
      byId("play-weights-list").append(element("label", {}, name, field));
    }
  }
}

/** Shows the bias and the weights in their fields, but for the one that is in use. */
function fillWeights(layers) {
  byId("play-weights-list").querySelectorAll("input").forEach((field, i) => {
    if (field !== document.activeElement) {
      field.value = weightsOf(kept, layers)[i] ?? "";
    }
  });
}

/** Chooses the weight whose line is nearest to a click. */
function chooseLine({ clientX, clientY }, svg, choose) {
  const place = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  const points = Array.from({ length: 33 }, (_, i) => i / 32);
  const distance = (line) => Math.min(...points
    .map((share) => line.getPointAtLength(share * line.getTotalLength()))
    .map(({ x, y }) => Math.hypot(x - place.x, y - place.y)));
  const all = lines.flatMap((targets, i) => targets.flatMap((sources, row) =>
    sources.map((line, source) => ({ column: i + 1, row, input: source + 1, distance: distance(line) }))));
  const { column, row, input, ...nearest } = all.reduce((a, b) => (b.distance < a.distance ? b : a));
  if (nearest.distance <= NEAR) {
    choose({ column, row });
    byId("play-weights-list").querySelectorAll("input")[input].select();
  }
}

/** Shows what the network answers after a step. Returns the chosen neuron as the large picture shows it, or null. */
export function showNetwork({ inputs: ofInputs, layers }) {
  const largest = Math.max(1e-9, ...layers.flatMap(({ weights }) => weights.map(Math.abs)));
  const pictures = [ofInputs, ...layers.map((layer) => layer.pictures)];
  columns.forEach((column, i) => column.forEach((button, row) => paintCells(button.firstChild, fromBase64(pictures[i][row]))));
  layers.forEach(({ weights }, i) => lines[i].flat().forEach((line, place) => {
    const share = Math.abs(weights[place]) / largest;
    line.setAttribute("class", weights[place] < 0 ? "negative" : "positive");
    line.style.strokeWidth = `${(0.6 + 5 * share).toFixed(2)}px`;
    line.style.strokeOpacity = `${(0.25 + 0.65 * share).toFixed(2)}`;
  }));
  fillWeights(layers);
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
  const levels = fromBase64(pictures[chosen.column][chosen.row]);
  paintCells(byId("play-chosen"), levels);
  return { name: nameOf(chosen), levels };
}

/** The bias and the weights of a neuron. */
function weightsOf({ column, row }, layers) {
  const { biases, weights } = layers[column - 1];
  const sources = columns[column - 1].length;
  return [biases[row], ...weights.slice(row * sources, (row + 1) * sources)];
}

const number = (value) => (value === null ? inWords("not.a.number") : value.toFixed(2).replace("-", "−"));

function describe(neuron, layers) {
  if (isInput(neuron)) {
    return inWords("play.neuron.input", nameOf(neuron));
  }
  const { column, row } = neuron;
  const { least, most } = layers[column - 1];
  const [bias, ...weights] = weightsOf(neuron, layers).map(number);
  const terms = weights.map((weight, i) => `${column === 1 ? inputs[i] : i + 1}: ${weight}`).join(", ");
  return inWords("play.neuron.answers", nameOf(neuron), number(least[row]), number(most[row]), bias, terms);
}
