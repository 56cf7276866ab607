// Points of one's own: they are set, moved and removed on the plane, by a pointer or by keys, or taken from lines of text.

import { byId, onKeys, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { send } from "./server.js";

const LEAST = 2;
const MOST = 1000;
/** How near a pointer or the frame must be to a point. */
const NEAR = 0.2;
/** A pointer that moves less, in pixels, has clicked. */
const CLICK = 4;
const STEP = 0.1;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const plane = byId("play-plane");
/** The points, each with its coordinates and its class. */
let points = [];
/** The names of the classes; empty for their colours. */
let names = [];
let reach = 1;
let isOn = false;
/** What to do when the points have changed, and when the plane is to be drawn anew. */
let changed = () => {};
let shown = () => {};
/** Where a pointer has pressed, the point that it or a key holds, and whether that has moved. */
let pressed = null;
let held = -1;
let isMoved = false;
/** Where the keys are, and the point that they visit. */
let frame = [0, 0];
let visited = -1;

export function beginOwn(plan) {
  ({ reach, changed, shown } = plan);
}

/** What is kept of the points. */
export const ownState = () => ({ points, names });

/** Takes over points, as far as they are valid. There are always two at least. */
export function setOwn(newPoints, newNames) {
  const isPoint = ([x, y, label]) =>
    [x, y].every((value) => Number.isFinite(value) && Math.abs(value) <= reach) && (label === 0 || label === 1);
  const valid = newPoints.filter(isPoint).slice(0, MOST);
  points = valid.length < LEAST ? [[-1, 0, 0], [1, 0, 1]] : valid;
  names = newNames;
  [0, 1].forEach((label) => say(`play-class-${label}`, nameOf(label)));
}

const nameOf = (label) => names[label] || inWords(["play.class.orange", "play.class.blue"][label]);

/** Lets the plane take points, or no longer. */
export function allowOwn(allowed) {
  isOn = allowed;
  byId("play-own").hidden = !isOn;
  plane.setAttribute("role", isOn ? "application" : "img");
  plane.tabIndex = isOn ? 0 : -1;
  plane.setAttribute("aria-describedby", isOn ? "play-own-hint" : "");
}

/** Returns the points as the server sends them. */
export const drawnOwn = () => ({ places: points.flatMap(([x, y]) => [x, y]), classes: points.map(([, , label]) => label) });
export const isMoving = () => held >= 0 && isMoved;
export const frameOfKeys = () => (isOn && plane.matches(":focus-visible") ? frame : null);

const inside = (value) => Math.round(Math.min(Math.max(value, -reach), reach) * 100) / 100 + 0;
const sayNow = (text) => say("play-own-said", text);
const pointText = ([x, y, label]) => inWords("play.own.point", nameOf(label), x, y);

function placeOf({ clientX, clientY }) {
  const box = plane.getBoundingClientRect();
  return [inside((2 * (clientX - box.left) / box.width - 1) * reach), inside((1 - 2 * (clientY - box.top) / box.height) * reach)];
}

/** Returns the number of the nearest point; -1 if none is near. */
function nearest([x, y]) {
  const distances = points.map((point) => Math.hypot(point[0] - x, point[1] - y));
  const least = Math.min(...distances);
  return least <= NEAR ? distances.lastIndexOf(least) : -1;
}

/** Does at a place what a click does. */
function click(place) {
  const { value } = byId("play-form").elements.click;
  const index = nearest(place);
  const [limit, isAtLimit] = value === "remove" ? ["few", points.length === LEAST] : ["full", points.length === MOST];
  if (value === "remove" && index < 0) {
    sayNow(inWords("play.own.none"));
  } else if (isAtLimit) {
    sayNow(inWords(`play.own.${limit}`, MOST));
  } else {
    points.splice(...(value === "remove" ? [index, 1] : [points.length, 0, [...place, Number(value)]]));
    sayNow(inWords("play.own.now", points.length));
    changed();
  }
}

function move(place) {
  points[held] = [...place, points[held][2]];
  isMoved = true;
  sayNow(pointText(points[held]));
  shown();
}

/** Puts down what is held. */
function drop() {
  const hasMoved = isMoving();
  pressed = null;
  held = -1;
  isMoved = false;
  (hasMoved ? changed : shown)();
}

plane.addEventListener("pointerdown", (event) => {
  if (isOn && event.isPrimary && event.button === 0) {
    plane.setPointerCapture(event.pointerId);
    pressed = event;
    held = nearest(placeOf(event));
  }
});
plane.addEventListener("pointermove", (event) => {
  if (pressed) {
    isMoved ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > CLICK;
    if (isMoving()) {
      move(placeOf(event));
    }
  }
});
plane.addEventListener("pointerup", (event) => {
  if (pressed && !isMoved) {
    click(placeOf(event));
  }
});
for (const end of ["lostpointercapture", "keyup", "blur"]) {
  plane.addEventListener(end, drop);
}

const KEYS = {
  " ": () => click(frame),
  n() {
    visited = (visited + 1) % points.length;
    frame = points[visited].slice(0, 2);
    sayNow(pointText(points[visited]));
  },
};

onKeys(plane, ({ key, shiftKey }) => {
  if (!isOn || pressed || !(key in ARROWS || key in KEYS)) {
    return false;
  }
  if (key in ARROWS) {
    held = shiftKey && held < 0 ? nearest(frame) : held;
    frame = frame.map((value, axis) => inside(value + STEP * ARROWS[key][axis]));
    if (held >= 0) {
      move(frame);
    } else {
      sayNow(frame.join(", "));
    }
  } else {
    KEYS[key]();
  }
  shown();
});
plane.addEventListener("focus", () => shown());

/** Returns the points as lines, which can be taken again. */
export function linesOf(nameOfClass) {
  return points.map(([x, y, label]) => `${x}, ${y}, ${nameOfClass(label)}`).join("\n");
}

byId("play-own-take").addEventListener("click", telling(async () => {
  const field = byId("play-own-lines");
  const taken = await send("/api/play/lines", field.value).catch(({ message }) => ({ said: message }));
  field.setAttribute("aria-invalid", !taken.points);
  sayNow(taken.said);
  if (taken.points) {
    setOwn(taken.points, taken.names);
    changed();
  }
}));
byId("play-own-copy").addEventListener("click", () => {
  const field = byId("play-own-lines");
  field.value = linesOf(nameOf);
  field.select();
  navigator.clipboard?.writeText(field.value).catch(() => {});
  sayNow(inWords("play.own.copied", points.length));
});
