// The curves of trainings, and a cursor that reads their values.

import { axes, sample, wide } from "./axes.js";
import { byId, onKeys, shape } from "./elements.js";
import { inWords } from "./language.js";
import { fraction } from "./pictures.js";

const CHART = { left: 40, right: 392, top: 10, bottom: 194 };
/** Curves with at most this many points get dots, since a single point would be invisible. */
const MOST_DOTS = 40;
/** A character and a line of the values at the cursor, and their distance to it. */
const TEXT = { width: 6.3, height: 15, gap: 8 };

const values = ({ points }, key) => points.filter((point) => point[key] !== null).map((point) => [point.step, point[key]]);
const known = (pairs) => pairs.filter(([, value]) => value !== null);
const isOfText = (run) => run?.unseen === "bits";

/** What each chart shows: the lines of a training of its kind, and the range of its vertical axis for all values. */
const CHARTS = {
  loss: {
    ofText: false,
    linesOf: (run) => [
      { kind: "raw", name: inWords("train.curve.loss"), line: values(run, "loss") },
      { kind: "smooth", name: inWords("train.curve.smoothed"), line: known(run.smoothed) },
    ],
    range: (all) => [0, roundUp(usual(all))],
  },
  accuracy: {
    ofText: false,
    linesOf: (run) => [
      { kind: "train", name: inWords("train.curve.train"), line: values(run, "trainAccuracy") },
      { kind: "test", name: inWords(`train.curve.${run.unseen}`), line: values(run, "testAccuracy") },
    ],
    // As --curves: from 0.9, or from the tenth below the least.
    range: (all) => [Math.min(0.9, Math.floor(10 * Math.min(1, ...all)) / 10), 1],
  },
  bits: {
    ofText: true,
    linesOf: (run) => [
      { kind: "test", name: inWords("train.curve.bits"), line: values(run, "testAccuracy") },
      { kind: "smooth", name: inWords("train.curve.counted"), line: [0, Math.max(run.steps, run.points.at(-1)?.step ?? 0)].map((step) => [step, run.counted]) },
    ],
    range: (all) => [Math.floor(Math.min(2, ...all)), Math.ceil(Math.max(3, ...all))],
  },
};

CHARTS["text-loss"] = { ...CHARTS.loss, ofText: true };

let runs = [];
/** The step at the cursor; null if there is no cursor. Each chart takes the nearest step that it has. */
let cursor = null;
let isDrawingDue = false;

/** Draws the curves once before the next frame, even if several points have come. */
export function drawCurves(shown) {
  runs = shown;
  if (!isDrawingDue) {
    isDrawingDue = true;
    requestAnimationFrame(() => {
      isDrawingDue = false;
      Object.keys(CHARTS).forEach(drawChart);
    });
  }
}

/** The largest value, without the few that are more than twice the next: below a first loss of 10, the rest would be flat. */
function usual(all) {
  const sorted = [0, ...all].sort((a, b) => b - a);
  return sorted[sorted.findLastIndex((one, i) => i <= all.length / 20 && one > 2 * sorted[i + 1] && sorted[i + 1] > 0) + 1];
}

/** Rounds up to a number whose quarters have few digits. */
function roundUp(value) {
  const power = Number((value || 1).toExponential().replace(/.*e/, "1e"));
  return (value ? [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((times) => times * power >= value) : 1) * power;
}

const lastStep = () => Math.max(1, ...runs.map(({ steps, points }) => Math.max(steps, points.at(-1)?.step ?? 0)));

/** Returns the lines of a chart that have points, each with its training. */
const linesOf = (id) =>
  runs.filter((run) => isOfText(run) === CHARTS[id].ofText)
    .flatMap((run) => CHARTS[id].linesOf(run).map((line) => ({ run, ...line })))
    .filter(({ line }) => line.length > 0);

/** Returns the point of a line at a step, or the nearest one; none behind the end of the line. */
function at(line, step) {
  const [end] = line.at(-1);
  const near = line.reduce((best, point) => (Math.abs(point[0] - step) < Math.abs(best[0] - step) ? point : best));
  return step > end && step - end > lastStep() / 100 ? undefined : near;
}

function drawChart(id) {
  const svg = byId(id);
  const last = lastStep();
  const lines = linesOf(id);
  svg.closest("figure").hidden = isOfText(runs.at(-1)) !== CHARTS[id].ofText && lines.length === 0;
  if (lines.length === 0) {
    svg.replaceChildren(shape(svg, "text", { x: 216, y: 102, "text-anchor": "middle" }, inWords("train.no.values")));
    showNow(id, svg, lines, last);
    return;
  }
  const [bottom, top] = CHARTS[id].range(lines.flatMap(({ line }) => line.map(([, value]) => value)));
  const chart = axes(svg, CHART, last, bottom, top);
  const nodes = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => chart.mark(bottom + share * (top - bottom)));
  const tick = Math.max(1, roundUp(last / 4));
  for (let step = 0; chart.hasRoom(step); step += tick) {
    nodes.push(chart.step(step));
  }
  nodes.push(chart.lastStep());
  for (const { run, kind, line } of lines) {
    const look = `${kind} run-${run.colour}${run.isLast ? " last" : ""}`;
    nodes.push(chart.line(look, line));
    for (const [step, value] of line.length <= MOST_DOTS && kind !== "smooth" ? line : []) {
      nodes.push(shape(svg, "circle", { class: look, cx: chart.x(step), cy: chart.y(value), r: 2.5 }));
    }
  }
  if (cursor !== null) {
    nodes.push(...cursorOf(svg, lines, nearest(stepsOf(id), cursor), chart));
  }
  svg.replaceChildren(...nodes);
  showNow(id, svg, lines, last);
}

/** Returns what the lines have at the cursor: a text for each training. */
const readings = (lines, step) =>
  [...new Set(lines.map(({ run }) => run))]
    .map((run) => {
      const words = lines.filter((line) => line.run === run).map(({ name, line }) => [name, at(line, step)]);
      const text = words.filter(([, point]) => point).map(([name, [, value]]) => `${name} ${fraction(value)}`);
      return { run, text: text.join("  ") };
    })
    .filter(({ text }) => text !== "");

/** Draws the line of the cursor, the points on it, and a box with their values. */
function cursorOf(svg, lines, step, { x, y }) {
  const left = x(step);
  const nodes = [shape(svg, "path", { class: "cursor", d: `M${left} ${CHART.top}V${CHART.bottom}` })];
  for (const { run, line } of lines) {
    const point = at(line, step);
    if (point) {
      nodes.push(shape(svg, "circle", { class: `at run-${run.colour}`, cx: x(point[0]), cy: y(point[1]), r: 4 }));
    }
  }
  const read = readings(lines, step).map(({ run, text }) => ({ colour: run.colour, text: runs.length > 1 ? `${run.run}: ${text}` : text }));
  const width = TEXT.width * Math.max(wide(inWords("step", step)), ...read.map(({ text }) => wide(text) + 3)) + 2 * TEXT.gap;
  const height = TEXT.height * (read.length + 1) + TEXT.gap;
  const start = left < (CHART.left + CHART.right) / 2 ? left + TEXT.gap : left - TEXT.gap - width;
  const baseline = (i) => CHART.top + TEXT.height * (i + 1);
  const box = Math.max(0, Math.min(start, 400 - width));
  nodes.push(shape(svg, "rect", { class: "box", x: box, y: CHART.top, width, height, rx: 4 }));
  nodes.push(shape(svg, "text", { class: "read", x: box + TEXT.gap, y: baseline(0) }, inWords("step", step)));
  read.forEach(({ colour, text }, i) => {
    const middle = baseline(i + 1) - 4;
    nodes.push(shape(svg, "path", { class: `key run-${colour}`, d: `M${box + TEXT.gap} ${middle}h12` }));
    nodes.push(shape(svg, "text", { class: "read", x: box + TEXT.gap + 18, y: baseline(i + 1) }, text));
  });
  return nodes;
}

/** Shows the last values of the last training, and tells a screen reader the values at the cursor or the last ones. */
function showNow(id, svg, lines, last) {
  const latest = lines.filter(({ run }) => run === lines.at(-1).run);
  byId(`${id}-now`).replaceChildren(
    ...latest.flatMap((one) => [sample(svg, `${one.kind} run-${one.run.colour}`, 30), `${one.name} ${fraction(one.line.at(-1)[1])}`]),
  );
  const step = lines.length === 0 ? 0 : nearest(stepsOf(id), cursor ?? last);
  const words = readings(lines, step).map(({ run, text }) => (runs.length > 1 ? `${run.name}: ${text}` : text));
  svg.setAttribute("aria-valuemax", last);
  svg.setAttribute("aria-valuenow", step);
  svg.setAttribute("aria-valuetext", words.length > 0 ? inWords("train.cursor", step, words.join("; ")) : inWords("train.no.values"));
}

const nearest = (steps, wanted) =>
  steps.reduce((best, step) => (Math.abs(step - wanted) < Math.abs(best - wanted) ? step : best));

function moveTo(step) {
  cursor = step;
  drawCurves(runs);
}

/** Returns the steps at which a chart has points, in order. */
const stepsOf = (id) => [...new Set(linesOf(id).flatMap(({ line }) => line.map(([step]) => step)))].sort((a, b) => a - b);

/** By how many steps the keys move the cursor. */
const MOVES = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

for (const id of Object.keys(CHARTS)) {
  const svg = byId(id);
  const point = ({ clientX }) => {
    const steps = stepsOf(id);
    const box = svg.getBoundingClientRect();
    const share = ((clientX - box.left) * (400 / box.width) - CHART.left) / (CHART.right - CHART.left);
    moveTo(steps.length > 0 ? nearest(steps, share * lastStep()) : null);
  };
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && document.activeElement !== svg && moveTo(null));
  svg.addEventListener("blur", () => moveTo(null));
  onKeys(svg, ({ key }) => {
    const steps = stepsOf(id);
    if (key === "Escape") {
      moveTo(null);
    } else if (key in MOVES && steps.length > 0) {
      const here = cursor === null ? steps.length : steps.findLastIndex((step) => step <= cursor);
      moveTo(steps[Math.min(steps.length - 1, Math.max(0, here + MOVES[key]))]);
    } else {
      return false;
    }
  });
}
drawCurves([]);
