// The view "Graphs": formulas that readers type, layers of the book, and two walks back side by side.

import { byId, choice, element, press, say, telling } from "./elements.js";
import { drawCurve } from "./graphs-curve.js";
import { loadSeven } from "./graphs-seven.js";
import { inWords } from "./language.js";
import { significant } from "./pictures.js";
import { Player } from "./player.js";
import { ask, turns } from "./server.js";

const FORMULAS = [
  ["apples", "apple * number * tax", { apple: 100, number: 2, tax: 1.1 }],
  ["fruits", "(apples * apple + oranges * orange) * tax", { apples: 2, apple: 100, oranges: 3, orange: 150, tax: 1.1 }],
  ["square", "(x + y)^2", { x: 2, y: 3 }],
  ["sigmoid", "1 / (1 + exp(-x))", { x: 0.5 }],
  ["twice", "x * y + sin(x)", { x: 2, y: 3 }],
];

const form = byId("formula-form");
const typed = byId("formula");
/** The numbers of the names as texts, and the range of each name's slider; "constructor" is a name, too. */
let values = new Map();
const ranges = new Map();
/** The name that the curve is drawn over. */
let over = "";
let player = null;
/** What is shown, in turn: of two buttons that are pressed within the time of one answer, the second one wins. */
const inTurn = turns();

/** Loads what there is to play when the view is shown for the first time. */
export function visitGraphs() {
  if (location.hash === "#graphs" && player === null) {
    player = new Player(byId("graph-player"), inWords("player.graph"));
    telling(load)();
  }
}

async function load() {
  const { functions, layers, inOrder, byRecursion } = await ask("/api/graphs");
  byId("graph-choices").replaceChildren(
    ...FORMULAS.map(([key, ...example]) => choice(inWords(`graphs.example.${key}`), inTurn, () => showExample(...example))),
    ...layers.map((layer) => choice(inWords(`graphs.layer.${layer}`), inTurn, () => showLayer(layer))));
  const right = new Player(byId("walk-in-order"), inWords("graphs.order.name"));
  const wrong = new Player(byId("walk-by-recursion"), inWords("graphs.by.recursion.name"));
  right.show(inOrder);
  wrong.show(byRecursion);
  say("walk-right", inWords("graphs.right", inOrder.sentences.at(-1)));
  say("walk-wrong", inWords("graphs.wrong", byRecursion.sentences.at(-1)));
  say("formula-hint", inWords("graphs.formula.hint", functions));
  loadSeven();
  byId("graph-choices").firstElementChild.click();
}

async function showExample(formula, numbers) {
  typed.value = formula;
  values = new Map(Object.entries(numbers).map(([name, value]) => [name, `${value}`]));
  ranges.clear();
  [over] = values.keys();
  await compute(0);
}

async function showLayer(layer) {
  player.show(await ask("/api/layers", { layer }), 0);
  typed.value = "";
  sayMistake("");
  byId("graph-numbers").hidden = true;
}

/** The range of a slider around a number. */
function rangeOf(name) {
  if (!ranges.has(name)) {
    const value = Number(values.get(name) ?? 2);
    const reach = Math.max(1, Math.abs(value));
    ranges.set(name, { from: Math.max(value - reach, -Number.MAX_VALUE), to: Math.min(value + reach, Number.MAX_VALUE) });
  }
  return ranges.get(name);
}

const show = () => inTurn(compute);

/** Computes the formula, and shows a step of it; by default the one that is shown, or the last. */
async function compute(step) {
  const { from, to } = over ? rangeOf(over) : { from: 0, to: 1 };
  const answer = await ask("/api/graphs", { formula: typed.value, values: Object.fromEntries(values), over, from, to });
  if (answer.mistake) {
    sayMistake(answer.mistake, answer.at);
    return;
  }
  sayMistake("");
  const { names, curve, result, text } = answer;
  for (const { name, value } of names) {
    if (!values.has(name)) { // a slider may have moved meanwhile
      values.set(name, `${value}`);
    }
  }
  if (names.every(({ name }) => name !== over)) {
    over = names[0].name;
    await compute(step);
    return;
  }
  player.show(answer, step ?? (player.isAtEnd ? undefined : player.step));
  byId("graph-numbers").hidden = false;
  showNames(names);
  const chosen = names.find(({ name }) => name === over);
  drawCurve({ ...chosen, ...ranges.get(over), curve, result, text });
}

function sayMistake(text, at = 0) {
  const note = byId("formula-mistake");
  note.hidden = text === "";
  typed.toggleAttribute("aria-invalid", text !== "");
  if (text !== "") {
    const place = element("span", { class: "place" }, typed.value[at] ?? "\u00a0");
    note.replaceChildren(
      element("code", { "aria-hidden": "true" }, typed.value.slice(0, at), place, typed.value.slice(at + 1)),
      ` ${text} `,
      element("span", {}, inWords("graphs.mistake.at", at + 1)));
    typed.setSelectionRange(at, at + 1);
  }
}

/** Shows the names with their numbers, sliders and derivatives. Those that are there stay, since one may be moved. */
function showNames(names) {
  const group = byId("graph-names");
  if (group.children.length !== names.length || names.some(({ name }, i) => group.children[i].dataset.name !== name)) {
    group.replaceChildren(...names.map(({ name }) => rowOf(name)));
  }
  for (const { name, value, derivative } of names) {
    const row = [...group.children].find((one) => one.dataset.name === name);
    const { from, to } = rangeOf(name);
    const [number, slider] = row.querySelectorAll("input");
    Object.assign(slider, { min: from, max: to, step: (to - from) / 200 });
    if (document.activeElement !== number) {
      number.value = `${value}`;
    }
    if (document.activeElement !== slider) {
      slider.value = `${value}`;
    }
    row.lastElementChild.textContent = derivative === null ? inWords("graphs.no.derivative") : inWords("graphs.derivative", significant(derivative, 5));
    row.classList.toggle("chosen", name === over);
  }
}

function rowOf(name) {
  const number = element("input", { type: "number", step: "any", "aria-label": inWords("graphs.number", name) });
  const slider = element("input", { type: "range", "aria-label": inWords("graphs.slider", name) });
  const change = (from) => telling(async () => {
    if (from.value !== "") {
      values.set(name, `${Number(Number(from.value).toPrecision(9))}`);
      over = name;
      if (from === number) {
        ranges.delete(name);
      }
      await show();
    }
  });
  number.addEventListener("change", change(number));
  slider.addEventListener("input", change(slider));
  slider.addEventListener("focus", telling(async () => {
    if (over !== name) {
      over = name;
      await show();
    }
  }));
  return element("div", { class: "name-row", "data-name": name }, element("b", {}, name), number, slider, element("output", {}));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  telling(() => inTurn(() => compute(0).then(() => press(byId("graph-choices"), null))))();
});
