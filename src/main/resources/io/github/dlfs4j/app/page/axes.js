// The axes of a chart of values by step, in an SVG drawing.

import { shape } from "./elements.js";
import { inWords } from "./language.js";

/** The widest character of a step. */
const CHARACTER = 7.7;

/**
 * Returns what draws into a frame. The horizontal axis goes from step 0 to the last one, the vertical one from the bottom
 * to the top; larger values are cut off.
 */
export function axes(svg, frame, last, bottom, top) {
  const x = (step) => frame.left + ((frame.right - frame.left) * step) / last;
  const y = (value) => frame.bottom + ((frame.top - frame.bottom) * (Math.min(value, top) - bottom)) / (top - bottom);
  const text = (words, left, baseline, anchor) =>
    shape(svg, "text", { x: left, y: baseline, "text-anchor": anchor }, words);
  const below = (words, left, anchor) => text(words, left, frame.bottom + 18, anchor);
  return {
    x,
    y,
    /** A line across the chart at a value, and the value beside it. */
    mark: (value) => [
      shape(svg, "path", { class: "grid", d: `M${frame.left} ${y(value)}H${frame.right}` }),
      text(`${+value.toPrecision(3)}`, frame.left - 6, y(value) + 4, "end"),
    ],
    /** Whether a step below the chart ends before the last one begins. */
    hasRoom: (step) => x(step) + CHARACTER * (`${step}`.length / 2 + 1 + wide(inWords("step", last))) < frame.right,
    /** A step below the chart. */
    step: (step) => below(`${step}`, x(step), "middle"),
    lastStep: () => below(inWords("step", last), frame.right, "end"),
    /** A line through points of step and value. */
    line: (look, points) =>
      shape(svg, "polyline", {
        class: look,
        points: points.map(([step, value]) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`).join(" "),
      }),
  };
}

/** The width of a text in letters; a Chinese or Japanese character is as wide as two. */
export const wide = (text) => [...text].reduce((sum, character) => sum + (character < "\u2e80" ? 1 : 2), 0);

/** A piece of a line for a legend. */
export const sample = (svg, look, length) =>
  shape(svg, "svg", { "aria-hidden": "true" }, shape(svg, "line", { class: look, x1: 0, x2: length, y1: 4, y2: 4 }));
