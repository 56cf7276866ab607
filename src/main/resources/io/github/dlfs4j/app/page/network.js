// The network from left to right (on a narrow screen from top to bottom), and the neuron that is looked at.

import { showDeciding } from "./deciding.js";
import { byId, offer, onKeys, onSubmit, reporting, say } from "./elements.js";
import { inWords } from "./language.js";
import { showLarge, toggleLayer } from "./large.js";
import { hideNeuron, showNeuron } from "./neuron.js";
import { ask, oneAtATime } from "./server.js";
import { Stage } from "./stage.js";
import { onMove } from "./window.js";

/** A board that is narrower has its layers one below the other. */
const NARROW = 600;
const WIDEST_LAYER = 130;
/** The least scale of a form, its gaps and the width of the outputs, and the heights of neurons, of maps and of outputs. */
const FORMS = {
  wide: { least: 1.5, gap: 8, bars: 190, neurons: 400, maps: 404, outputs: 400 },
  crowded: { least: 0.5, gap: 4, bars: 140, neurons: 400, maps: 404, outputs: 400 },
  tall: { least: 0.5, neurons: 480, maps: 240, outputs: 380 },
};
const SCALES = [3, 2.5, 2, 1.75, 1.5, 1.25, 1, 0.75, 0.5];

const board = byId("board");
let stages = [];
let structure = "";
/** The network and the image, and whether the paper is blank. */
let current = {};
/** The neuron that is pointed at or has the focus, and the one that is kept: a layer and an index, or null. */
let pointed = null;
let kept = null;

/** Shows the layers of a network for an image; on blank paper, nothing fires. */
export function showNetwork(now, layers) {
  current = now;
  const { network, isBlank } = now;
  const form = JSON.stringify([network, layers.map(({ names, shape }) => [names, shape])]);
  const isOther = form !== structure;
  if (isOther) {
    structure = form;
    pointed = kept = null;
    stages = layers.map((layer, i) => new Stage(layer, i, i === layers.length - 1, isBlank));
    stages.forEach(listen);
    board.append(byId("bars")); // so that it stays while the old layers go
    byId("stages").replaceChildren(...stages.map(({ figure }) => figure));
    stages.at(-1).figure.classList.add("outputs");
    stages.at(-1).figure.append(byId("bars"));
    offerLayers();
    arrange();
  } else {
    stages.forEach((stage, i) => {
      stage.update(layers[i], isBlank);
      stage.paint();
    });
  }
  showLarge({ ...current, stages, choose: keepAlways }, isOther);
  showDeciding(current);
  look();
}

/** Arranges the layers in the first form of the board that they fit in, and paints them. */
function arrange() {
  if (stages.length === 0 || byId("stages").clientWidth === 0) {
    return;
  }
  (board.clientWidth < NARROW ? ["tall"] : Object.keys(FORMS)).some(arrangeIn);
  stages.forEach((stage) => stage.paint());
  const last = stages.at(-1);
  [...byId("bars").children].forEach((bar) => (bar.style.height = `${last.stepY}px`));
  look();
}

/**
 * Finds the largest scale at which the layers fit, and then for the small maps of each pooling the largest one that there is
 * still room for. Returns whether all fit.
 */
function arrangeIn(name) {
  Object.keys(FORMS).forEach((one) => board.classList.toggle(one, one === name));
  const form = FORMS[name];
  const isTall = name === "tall";
  const width = byId("stages").clientWidth;
  const captions = stages.map(({ button }) => button.offsetWidth);
  const needed = () => stages.reduce((sum, { isLast, boxWidth }, i) =>
    sum + form.gap + (isLast ? form.bars : Math.max(captions[i], boxWidth)), -form.gap);
  const ofMaps = stages.filter(({ isFlat, maps }) => !isFlat && maps > 1);
  const fits = (some, scale) => {
    some.forEach((stage) =>
      stage.arrange(scale, { width: isTall ? width : WIDEST_LAYER, height: stage.isLast ? form.outputs : form.neurons, isTall }));
    return ofMaps.every(({ boxHeight }) => boxHeight <= form.maps) && (isTall || needed() <= width);
  };
  const isFound = SCALES.some((scale) => scale >= form.least && fits(stages, scale));
  for (const stage of ofMaps.filter(({ filters }) => !filters)) {
    const { scale } = stage;
    [4, ...SCALES].some((larger) => fits([stage], larger) || larger <= scale);
  }
  return isFound;
}

new ResizeObserver(arrange).observe(byId("stages"));
matchMedia("(resolution: 1dppx)").addEventListener("change", arrange);

function listen(stage) {
  const { canvas } = stage;
  stage.button.addEventListener("click", () => toggleLayer(stage.number));
  const neuronAt = (event) => {
    const box = canvas.getBoundingClientRect();
    return stage.at(event.clientX - box.left, event.clientY - box.top);
  };
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") {
      point(stage, neuronAt(event));
    }
  });
  canvas.addEventListener("pointerleave", () => point(stage, -1));
  canvas.addEventListener("click", (event) => keep(stage, neuronAt(event)));
  canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && point(stage, stage.cursor));
  canvas.addEventListener("blur", () => point(stage, -1));
  onKeys(canvas, ({ key }) => {
    const to = stage.moved(key);
    if (to >= 0) {
      kept = null;
      point(stage, to);
    } else if (key === "Enter") {
      keep(stage, stage.cursor);
    } else {
      return false;
    }
  });
}

/** Offers the layers behind the image to find a neuron in. A layer of maps has numbers of maps. */
function offerLayers() {
  offer(byId("find-layer"), stages.slice(1).map(({ name, number }) => [`${number}`, name]));
  limitFind();
}

const firstOf = (stage) => (stage.isLast ? 0 : 1);

function limitFind() {
  const stage = stages[Number(byId("find-layer").value)];
  const first = firstOf(stage);
  say("find-what", inWords(stage.isLast ? "draw.find.output" : stage.isFlat ? "draw.find.neuron" : "draw.find.map"));
  Object.assign(byId("find-neuron"), { min: first, max: first + (stage.isFlat ? stage.count : stage.maps) - 1, value: first });
}

byId("find-layer").addEventListener("change", limitFind);
onSubmit("find", () => {
  const stage = stages[Number(byId("find-layer").value)];
  const number = Number(byId("find-neuron").value) - firstOf(stage);
  keepAlways(stage, stage.isFlat ? number : stage.strongest(number));
});

/** Moves the window of the pixel that is kept by some pixels, around the ends of its map. */
onMove((step) => {
  if (kept) {
    const stage = stages[kept.layer];
    const size = stage.height * stage.width;
    const first = size * stage.mapOf(kept.index);
    keepAlways(stage, first + ((kept.index - first + step + size) % size));
  }
});

function letGo() {
  pointed = kept = null;
  look();
}

document.addEventListener("keydown", (event) => event.key === "Escape" && letGo());
byId("let-go").addEventListener("click", letGo);
board.addEventListener("click", (event) => {
  if (!event.target.closest("canvas, button, #bars li")) {
    kept = null;
    look();
  }
});
byId("bars").addEventListener("pointermove", ({ target }) => point(stages.at(-1), outputOf(target)));
byId("bars").addEventListener("pointerleave", () => point(stages.at(-1), -1));
byId("bars").addEventListener("click", ({ target }) => keep(stages.at(-1), outputOf(target)));

const outputOf = (target) => [...byId("bars").children].indexOf(target.closest("li"));

function point(stage, index) {
  const isNew = index < 0 ? pointed !== null : pointed?.layer !== stage.number || pointed.index !== index;
  if (isNew) {
    if (index >= 0) {
      stage.cursor = index;
    }
    pointed = index < 0 ? null : { layer: stage.number, index };
    look();
  }
}

/** Keeps a neuron, or lets it go if it is the one that is kept. */
function keep(stage, index) {
  const isSame = kept?.layer === stage.number && kept.index === index;
  kept = null;
  if (index < 0 || isSame) {
    look();
  } else {
    keepAlways(stage, index);
  }
}

function keepAlways(stage, index) {
  kept = { layer: stage.number, index };
  stage.cursor = index;
  look();
}

/** Shows the neuron that is kept or pointed at. */
const look = oneAtATime(reporting(async () => {
  const neuron = kept ?? pointed;
  if (!neuron) {
    hideNeuron();
    return;
  }
  const answer = await ask("/api/neuron", { network: current.network, image: current.image, ...neuron });
  // Meanwhile, the network or the neuron may be another.
  const still = kept ?? pointed;
  if (still?.layer === answer.layer && still.index === answer.index) {
    showNeuron(stages, answer, kept !== null, current.isBlank);
  }
}));
