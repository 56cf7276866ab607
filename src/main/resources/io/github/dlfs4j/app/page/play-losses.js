// The curves of the losses while a network plays.

import { axes, sample } from "./axes.js";
import { byId } from "./elements.js";
import { inWords } from "./language.js";

const CHART = { left: 30, right: 396, top: 8, bottom: 100 };
/** If there are more, every second one is removed. */
const MOST_POINTS = 400;
/** A curve that jumps higher is cut off, or the rest would be flat. */
const HIGHEST = 2;
/** The loss of a network that gives both classes the same probability, about. It is in sight from the beginning. */
const UNDECIDED = 0.75;

let losses = [];

export function clearLosses() {
  losses = [];
}

/** Adds the losses of a picture, and draws the curves. */
export function addLosses({ step, trainLoss, testLoss }) {
  if (trainLoss !== null && testLoss !== null) {
    losses.push({ step, train: Math.max(trainLoss, 0), test: Math.max(testLoss, 0) });
  }
  if (losses.length > MOST_POINTS) {
    losses = losses.filter((_, i) => i % 2 === 0);
  }
  draw();
}

function draw() {
  const svg = byId("play-loss");
  const last = losses.at(-1)?.step ?? 0;
  const largest = losses.reduce((most, { train, test }) => Math.max(most, train, test), UNDECIDED);
  const top = Math.min(largest, HIGHEST);
  const chart = axes(svg, CHART, last, 0, top);
  const line = (kind) => chart.line(kind, losses.map((point) => [point.step, point[kind]]));
  const marks = (top > 1 ? [0, 1, 2] : [0, 0.5]).filter((mark) => mark <= top);
  showNow(svg, losses.at(-1));
  svg.replaceChildren(...(last === 0 ? [] : [
    ...marks.flatMap(chart.mark),
    chart.lastStep(),
    line("test"),
    line("train"),
  ]));
}

function showNow(svg, now) {
  if (!now) {
    return;
  }
  const words = { train: inWords("play.loss.train", now.train.toFixed(3)), test: inWords("play.loss.test", now.test.toFixed(3)) };
  byId("play-loss-now").replaceChildren(sample(svg, "train", 24), words.train, sample(svg, "test", 24), words.test);
  svg.setAttribute("aria-label", inWords("play.loss.name", now.step, words.train, words.test));
}
