// A network of two layers on one image of a 7: its loss, a weight that one picks, and steps of learning.

import { byId, element, onKeys, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { paint, significant as number } from "./pictures.js";
import { Player } from "./player.js";
import { ask, oneAtATime } from "./server.js";

const SIDE = 28;
const LABEL = 7;
const MOST_STEPS = 20;

let player = null;
let steps = 0;
/** The chosen pixel and neuron, from 0; -1 for the weight that matters most. */
let pixel = -1;
let neuron = -1;

const factor = (value) => (value < 0 ? `(${number(value)})` : number(value));

export function loadSeven() {
  player = new Player(byId("seven-player"), inWords("graphs.seven.name"));
  player.root.hidden = true;
}

const show = oneAtATime(async () => {
  const answer = await ask("/api/seven", { steps, pixel, neuron });
  const isNew = player.root.hidden;
  player.root.hidden = false;
  player.show(answer, isNew || player.isAtEnd ? undefined : player.step);
  ({ pixel, neuron } = answer.weight);
  byId("seven-weight").hidden = byId("seven-step").hidden = byId("seven-reset").hidden = false;
  byId("seven-show").hidden = true;
  byId("seven-step").disabled = steps === MOST_STEPS;
  byId("seven-neuron").value = neuron + 1;
  say("seven-pixel", inWords("place", Math.floor(pixel / SIDE) + 1, (pixel % SIDE) + 1));
  say("seven-loss", lossText(answer.losses));
  paintImage(answer.image);
  showWay(answer.weight, answer.learningRate);
});

function lossText(losses) {
  const [before, now] = losses.slice(-2).map((loss) => loss.toFixed(4));
  return losses.length === 1
    ? inWords("graphs.seven.loss", before)
    : inWords(losses.length === 2 ? "graphs.seven.loss.one" : "graphs.seven.loss.more", before, now, losses.length - 1);
}

function paintImage(image) {
  paint(byId("seven-image"), image);
  const pen = byId("seven-image").getContext("2d");
  pen.fillStyle = "#ff9a4d";
  pen.fillRect(pixel % SIDE, Math.floor(pixel / SIDE), 1, 1);
}

/** Writes how the loss goes back to the weight, with all numbers. */
function showWay(weight, rate) {
  const { input, value, derivative, sum, ofSum, ofOutput, ofScores, weights } = weight;
  const digits = ofScores.map((ofScore, digit) => element("tr", {},
    element("th", { scope: "row" }, `${digit}`),
    ...[number(digit === LABEL ? 1 + ofScore : ofScore), number(ofScore), number(weights[digit]), number(ofScore * weights[digit])].map((cell) => element("td", {}, cell))));
  const head = [inWords("graphs.seven.digit"), "y", "y − t", inWords("graphs.seven.weight"), inWords("graphs.seven.product")].map((title) => element("th", { scope: "col" }, title));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...digits));
  const gate = inWords(sum > 0 ? "graphs.seven.passes" : "graphs.seven.stops", neuron + 1, number(sum), number(ofSum));
  byId("seven-way").replaceChildren(
    element("li", {}, inWords("graphs.seven.scores"),
      element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": inWords("graphs.seven.table") }, table)),
    element("li", {}, inWords("graphs.seven.sum", number(ofOutput))),
    element("li", {}, gate),
    element("li", {}, inWords("graphs.seven.of.weight", number(input), factor(ofSum), number(derivative))),
    element("li", {}, inWords("graphs.seven.change", number(value), rate, factor(derivative), number(value - rate * derivative))));
}

function pick(at) {
  pixel = Math.max(0, Math.min(SIDE * SIDE - 1, at));
  telling(show)();
}

byId("seven-show").addEventListener("click", telling(show));
byId("seven-step").addEventListener("click", telling(async () => {
  steps = Math.min(steps + 1, MOST_STEPS); // The button may be pressed again before the answer disables it.
  await show();
}));
byId("seven-reset").addEventListener("click", telling(async () => {
  steps = 0;
  await show();
}));
byId("seven-neuron").addEventListener("change", telling(async () => {
  if (byId("seven-neuron").reportValidity() && byId("seven-neuron").value !== "") {
    neuron = Number(byId("seven-neuron").value) - 1;
    await show();
  }
}));
byId("seven-image").addEventListener("click", (event) => {
  const box = event.target.getBoundingClientRect();
  const place = (part, size) => Math.min(SIDE - 1, Math.floor((SIDE * part) / size));
  pick(place(event.clientY - box.top, box.height) * SIDE + place(event.clientX - box.left, box.width));
});
onKeys(byId("seven-image"), ({ key }) => {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIDE, ArrowDown: SIDE }[key];
  return by !== undefined && pick(pixel + by);
});
