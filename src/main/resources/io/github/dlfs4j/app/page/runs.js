// The trainings whose curves are shown: the last one, and earlier ones of this server. The legend hides and removes them.

import { drawCurves } from "./curves.js";
import { byId, element, sayIn, shape, telling } from "./elements.js";
import { inWords } from "./language.js";
import { fraction } from "./pictures.js";
import { ask } from "./server.js";

const COLOURS = 4;

/** The last training. "unseen" names the images of the second accuracy: test or validation; "of", whose points these are. */
const last = { run: 0, name: "", title: "", unseen: "test", steps: 0, points: [], smoothed: [], of: 0, isLast: true };
let earlier = [];
/** What is to be loaded, so that it is loaded once. */
let wanted = "";

/** The colour of each training by its number, and the numbers of those that are hidden. */
const colours = new Map();
const hidden = new Set();
/** The items of the legend by the number of the training. They are kept, since one may have the focus. */
const items = new Map();

const shown = () => (last.run === 0 ? [] : [...earlier, last]);

/** Draws the curves that are not hidden, the last training on top. */
function drawRuns() {
  drawCurves(shown().filter(({ run }) => !hidden.has(run)));
  showLegend();
}

/** Gives a training a colour that no other one has, and lets those that are gone have theirs back. */
function giveColours(numbers) {
  for (const run of colours.keys()) {
    if (!numbers.includes(run)) {
      [colours, hidden, items].forEach((known) => known.delete(run));
    }
  }
  for (const run of numbers) {
    if (!colours.has(run)) {
      const taken = [...colours.values()];
      colours.set(run, [...Array(COLOURS).keys()].find((colour) => !taken.includes(colour)) ?? 0);
    }
  }
}

/** Follows a training. The points of a new one may come before its state. */
export async function follow({ run, name, title, unseen, counted, steps, earlier: numbers }) {
  // There is no number before the first training of a server.
  Object.assign(last, { run: run ?? 0, name, title, unseen, counted, steps });
  if (last.of !== last.run) {
    Object.assign(last, { points: [], smoothed: [] });
  }
  giveColours(run === undefined ? numbers : [...numbers, run]);
  last.colour = colours.get(run);
  if (wanted !== numbers.join()) {
    wanted = numbers.join();
    earlier = (await ask("/api/runs")).map((one) => ({ ...one, steps: 0, colour: colours.get(one.run) }));
  }
  drawRuns();
}

/** Takes over the points or the smoothed losses of the last training. */
export function setLast(curve) {
  Object.assign(last, curve);
  drawRuns();
}

/** The largest number of points. If there are more, every second one without an accuracy is removed. */
const MOST_POINTS = 1000;

export function addPoint(point) {
  last.points.push(point);
  if (last.points.length > MOST_POINTS) {
    last.points = last.points.filter(({ testAccuracy }, i) => i % 2 === 1 || testAccuracy !== null);
  }
  drawRuns();
}

function showLegend() {
  const runs = shown();
  const list = byId("runs");
  for (const one of runs) {
    if (!items.has(one.run)) {
      items.set(one.run, itemOf(one));
    }
    update(items.get(one.run), one);
  }
  const nodes = runs.map(({ run }) => items.get(run));
  if (nodes.length !== list.children.length || nodes.some((node, i) => node !== list.children[i])) {
    list.replaceChildren(...nodes);
  }
  list.hidden = runs.length === 0;
}

function itemOf({ run }) {
  const onchange = ({ target }) => {
    hidden[target.checked ? "delete" : "add"](run);
    drawRuns();
  };
  const onclick = telling(async () => {
    await ask("/api/training", { action: "remove", run });
    byId("runs").querySelector("input")?.focus();
  });
  const box = element("input", { type: "checkbox", checked: "", onchange });
  const line = shape(byId("loss"), "line", { x1: 0, x2: 22, y1: 5, y2: 5 });
  const svg = shape(line, "svg", { "aria-hidden": "true" }, line);
  const remove = element("button", { type: "button", class: "remove", onclick }, inWords("train.remove"));
  const name = element("span", {}, element("span", { class: "name" }), element("small", { class: "hint" }));
  const result = element("span", { class: "result" });
  return element("li", {}, element("label", {}, box, svg, name), result, remove);
}

function update(item, { run, name, title, unseen, points, colour, isLast }) {
  const set = (selector, text) => sayIn(item.querySelector(selector), text);
  const evaluated = points.findLast(({ testAccuracy }) => testAccuracy !== null);
  set(".name", `${run}: ${name}`);
  set("small", title);
  set(".result", evaluated ? `${inWords(`train.curve.${unseen}`)} ${fraction(evaluated.testAccuracy)}` : "");
  item.querySelector("line").setAttribute("class", `run-${colour}`);
  item.querySelector(".remove").hidden = isLast === true;
  item.querySelector(".remove").setAttribute("aria-label", inWords("train.remove.run", run, name));
  item.classList.toggle("off", hidden.has(run));
}
