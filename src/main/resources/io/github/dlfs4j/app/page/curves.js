// The curves of a training.

import { byId, shape } from "./elements.js";
import { fraction } from "./pictures.js";

const CHART = { left: 36, right: 392, top: 10, bottom: 194 };
/** Curves with at most this many points get dots, since a single point would be invisible. */
const MOST_DOTS = 40;

let isDrawingDue = false;

/** Draws the curves once before the next frame, even if several points have come. */
export function drawCurves(curves) {
  if (!isDrawingDue) {
    isDrawingDue = true;
    requestAnimationFrame(() => {
      isDrawingDue = false;
      const { points, steps, unseen } = curves;
      const last = Math.max(steps, points.at(-1)?.step ?? 0, 1);
      const curve = (kind, name, key) => {
        const known = points.filter((point) => point[key] !== null);
        return { kind, name, line: known.map((point) => [point.step, point[key]]) };
      };
      const loss = curve("loss", "", "loss");
      drawChart("loss", last, [loss], roundUp(loss.line.reduce((most, [, value]) => Math.max(most, value), 0)));
      const accuracies = [curve("train", "train", "trainAccuracy"), curve("test", unseen, "testAccuracy")];
      drawChart("accuracy", last, accuracies, 1);
    });
  }
}

/** Rounds up to a number whose quarters have few digits. */
function roundUp(value) {
  const power = Number((value || 1).toExponential().replace(/.*e/, "1e"));
  return (value ? [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((times) => times * power >= value) : 1) * power;
}

/**
 * Draws lines, which have a kind, a name, and points of step and value. The horizontal axis goes from 0 to the last
 * step, the vertical one from 0 to the top.
 */
function drawChart(id, last, lines, top) {
  const svg = byId(id);
  const x = (step) => CHART.left + ((CHART.right - CHART.left) * step) / last;
  const y = (value) => CHART.bottom + ((CHART.top - CHART.bottom) * Math.min(value, top)) / top;
  const place = ([step, value]) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`;
  const text = (words, left, baseline, anchor) =>
    shape(svg, "text", { x: left, y: baseline, "text-anchor": anchor }, words);
  const nodes = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    shape(svg, "path", { class: "grid", d: `M${CHART.left} ${y(share * top)}H${CHART.right}` }),
    text(`${+(share * top).toPrecision(3)}`, CHART.left - 6, y(share * top) + 4, "end"),
  ]);
  nodes.push(text("0", CHART.left, CHART.bottom + 18, "middle"));
  nodes.push(text(`step ${last}`, CHART.right, CHART.bottom + 18, "end"));
  for (const { kind, line } of lines) {
    nodes.push(shape(svg, "polyline", { class: kind, points: line.map(place).join(" ") }));
    for (const [step, value] of line.length <= MOST_DOTS ? line : []) {
      nodes.push(shape(svg, "circle", { class: kind, cx: x(step), cy: y(value), r: 3 }));
    }
  }
  svg.replaceChildren(...nodes);
  showLegend(id, svg, lines.filter(({ line }) => line.length > 0));
}

/** Shows the last value of each line, with a piece of the line if it has a name. */
function showLegend(id, svg, lines) {
  const words = lines.map(({ name, line }) => `${name} ${fraction(line.at(-1)[1])}`.trim());
  const piece = ({ kind }) =>
    shape(svg, "svg", { "aria-hidden": "true" }, shape(svg, "line", { class: kind, x1: 0, x2: 30, y1: 4, y2: 4 }));
  byId(`${id}-now`).replaceChildren(...words.flatMap((text, i) => (lines[i].name ? [piece(lines[i]), text] : [text])));
  const step = Math.max(0, ...lines.map(({ line }) => line.at(-1)[0]));
  svg.setAttribute("aria-label", `${id === "loss" ? "Loss" : "Accuracy"} up to step ${step}: ${words.join(", ")}`);
}
