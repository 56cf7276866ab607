// The result of a formula over one of its names, with the tangent at the name's number.

import { byId, say, shape } from "./elements.js";
import { inWords } from "./language.js";
import { minus, significant as text } from "./pictures.js";

const FRAME = { left: 56, right: 408, top: 12, bottom: 208 };

/**
 * Draws the curve.
 *
 * @param curve the results at equal distances between from and to; null where there is none
 * @param text the result as text, since one that is not finite is null
 */
export function drawCurve({ name, value, derivative, from, to, curve, result, text: found }) {
  const svg = byId("graph-curve");
  const known = curve.filter((y) => y !== null);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const room = most > least ? (most - least) / 12 : 1;
  const [low, high] = [least - room, most + room];
  const x = (at) => FRAME.left + ((FRAME.right - FRAME.left) * (at - from)) / (to - from);
  const y = (at) => FRAME.bottom + ((FRAME.top - FRAME.bottom) * (at - low)) / (high - low);
  const label = (words, left, baseline, anchor) => shape(svg, "text", { x: left, y: baseline, "text-anchor": anchor }, words);
  const line = (look, d) => shape(svg, "path", { class: look, d });
  const parts = [
    line("grid", `M${x(value)} ${FRAME.top}V${FRAME.bottom}`),
    ...(known.length > 0 ? [least, most] : []).flatMap((mark) => [
      line("grid", `M${FRAME.left} ${y(mark)}H${FRAME.right}`),
      label(text(mark), FRAME.left - 6, y(mark) + 4, "end"),
    ]),
    label(text(from), FRAME.left, FRAME.bottom + 20, "start"),
    label(text(to), FRAME.right, FRAME.bottom + 20, "end"),
    label(`${name} = ${text(value)}`, Math.max(FRAME.left + 80, Math.min(FRAME.right - 80, x(value))), FRAME.bottom + 20, "middle"),
    line("curve", curveOf(curve, x, y, from, to)),
  ];
  if (result !== null && derivative !== null) {
    parts.push(line("tangent", tangentOf({ value, result, derivative, from, to, low, high }, x, y)));
    parts.push(shape(svg, "circle", { cx: x(value), cy: y(result), r: 5 }));
  }
  svg.replaceChildren(...parts);
  say("graph-curve-title", result === null ? inWords("graphs.curve.undefined", name, text(value), minus(found))
    : derivative === null ? inWords("graphs.curve.flat", name)
    : inWords("graphs.curve.slope", name, text(derivative), text(value)));
}

function curveOf(curve, x, y, from, to) {
  let isBroken = true;
  return curve.map((result, i) => {
    if (result === null) {
      isBroken = true;
      return "";
    }
    const point = `${isBroken ? "M" : "L"}${x(from + ((to - from) * i) / (curve.length - 1)).toFixed(1)} ${y(result).toFixed(1)}`;
    isBroken = false;
    return point;
  }).join("");
}

/** The tangent within the frame. */
function tangentOf({ value, result, derivative, from, to, low, high }, x, y) {
  const at = (place) => result + derivative * (place - value);
  const inside = (place) => {
    const reached = Math.max(low, Math.min(high, at(place)));
    return derivative === 0 ? place : value + (reached - result) / derivative;
  };
  const [left, right] = [inside(from), inside(to)];
  return `M${x(left).toFixed(1)} ${y(at(left)).toFixed(1)}L${x(right).toFixed(1)} ${y(at(right)).toFixed(1)}`;
}
