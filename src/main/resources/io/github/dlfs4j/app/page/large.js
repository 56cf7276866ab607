// A layer in large: its maps and filters, or its neurons with their numbers and weights, at a size that one can read.

import { byId, element, reporting, say } from "./elements.js";
import { inWords, joined } from "./language.js";
import { enlarge, fromBase64, number } from "./pictures.js";
import { ask, oneAtATime } from "./server.js";
import { canvasOf, imageOf } from "./stage.js";

const SIDE = 112;
const FILTER = 40;

/** The number of the layer that is open, or null. */
let opened = null;
/** The network and the image, its layers, whether the paper is blank, and what shows a neuron of a layer that is chosen. */
let current = { stages: [] };

/** Shows the layer that is open for another image. In another network, none is open. */
export function showLarge(now, isOther) {
  current = now;
  open(isOther ? null : opened);
}

/** Opens a layer and shows its brightest neuron, or closes it if it is open. */
export async function toggleLayer(layer) {
  const stage = current.stages[layer];
  if (layer === opened) {
    open(null);
    return;
  }
  current.choose(stage, stage.brightest());
  await open(layer);
  byId("large").scrollIntoView({ block: "nearest" });
}

byId("large-close").addEventListener("click", () => {
  const { button } = current.stages[opened];
  open(null);
  button.focus();
});

function open(layer) {
  opened = layer;
  current.stages.forEach(({ number: one, button }) => button.setAttribute("aria-expanded", `${one === opened}`));
  return update();
}

const update = oneAtATime(reporting(async () => {
  const stage = current.stages[opened];
  byId("large").hidden = !stage;
  if (stage) {
    const { network, image } = current;
    const neurons = stage.isFlat ? await ask("/api/layer", { network, image, layer: opened }) : null;
    if (stage === current.stages[opened]) {
      fill(stage, neurons);
    }
  }
}));

function fill(stage, neurons) {
  say("large-title", inWords("draw.large.title", stage.name, stage.title));
  const what = stage.isFlat ? (neurons.weights ? ["weights"] : ["neurons"]) : stage.filters ? ["filters"] : [];
  const hint = stage.number === 0 ? ["image"] : [...what, "choose"];
  say("large-hint", joined(hint.map((part) => inWords(`draw.large.${part}`))));
  const items = Array.from({ length: stage.isFlat ? stage.count : stage.maps }, (_, i) => (stage.isFlat ? neuron(stage, i, neurons) : map(stage, i)));
  const focused = [...byId("large-items").children].indexOf(document.activeElement.closest("#large-items li"));
  byId("large-items").replaceChildren(...items);
  items[focused]?.firstChild.focus();
}

function enlarged(small, side) {
  const canvas = element("canvas", { "aria-hidden": "true" });
  enlarge(small, side, canvas);
  return canvas;
}

function item(stage, index, ...children) {
  return element("li", {}, element("button", { type: "button", class: "plain", onclick: () => current.choose(stage, index()) }, ...children));
}

function map(stage, i) {
  const canvas = element("canvas", { "aria-hidden": "true" });
  stage.paintLarge(canvas, i, stage.number === 0 ? 2 * SIDE : SIDE);
  const filter = stage.filters ? [enlarged(stage.filters[i], FILTER)] : [];
  return item(stage, () => stage.strongest(i), ...filter, canvas, element("span", {}, stage.number === 0 ? stage.name : inWords("draw.large.map", i + 1)));
}

function neuron(stage, i, { values, weights }) {
  const picture = weights ? imageOf(fromBase64(weights[i]), 28, true) : imageOf(stage.bytes.subarray(i, i + 1), 1, stage.isSigned);
  const name = stage.nameOf(i);
  const value = current.isBlank ? "" : `: ${number(values[i])}`;
  const text = `${name[0].toUpperCase()}${name.slice(1)}${value}`;
  return item(stage, () => i, enlarged(canvasOf(picture), weights ? SIDE : FILTER), element("span", {}, text));
}
