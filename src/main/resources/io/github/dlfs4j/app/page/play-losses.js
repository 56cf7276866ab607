// The curves of the losses while a network plays.

import { byId, shape } from "./elements.js";

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
  const last = Math.max(losses.at(-1)?.step ?? 0, 1);
  const largest = losses.reduce((most, { train, test }) => Math.max(most, train, test), UNDECIDED);
  const top = Math.min(largest, HIGHEST);
  const x = (step) => CHART.left + ((CHART.right - CHART.left) * step) / last;
  const y = (value) => CHART.bottom + ((CHART.top - CHART.bottom) * Math.min(value, top)) / top;
  const text = (words, left, baseline, anchor) =>
    shape(svg, "text", { x: left, y: baseline, "text-anchor": anchor }, words);
  const line = (kind) =>
    shape(svg, "polyline", {
      class: kind,
      points: losses.map((point) => `${x(point.step).toFixed(1)},${y(point[kind]).toFixed(1)}`).join(" "),
    });
  const marks = (top > 1 ? [0, 1, 2] : [0, 0.5]).filter((mark) => mark <= top);
  svg.replaceChildren(
    ...marks.flatMap((mark) => [
      shape(svg, "path", { class: "grid", d: `M${CHART.left} ${y(mark)}H${CHART.right}` }),
      text(`${mark}`, CHART.left - 6, y(mark) + 4, "end"),
    ]),
    text(`step ${last}`, CHART.right, CHART.bottom + 16, "end"),
    line("test"),
    line("train"),
  );
  showNow(svg, losses.at(-1));
}

function showNow(svg, now) {
  if (!now) {
    return;
  }
  const sample = (kind) =>
    shape(svg, "svg", { "aria-hidden": "true" }, shape(svg, "line", { class: kind, x1: 0, x2: 24, y1: 4, y2: 4 }));
  const words = { train: `train ${now.train.toFixed(3)}`, test: `test ${now.test.toFixed(3)}` };
  byId("play-loss-now").replaceChildren(sample("train"), words.train, sample("test"), words.test);
  svg.setAttribute("aria-label", `Loss up to step ${now.step}: ${words.train}, ${words.test}`);
}
