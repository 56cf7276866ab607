// Points of one's own: they are set, moved and removed on the plane, by a pointer or by keys, or taken from lines of text.

import { byId, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { send } from "./server.js";

const MOST = 1000;
/** How near a pointer or the cross must be to a point, in pixels and as a coordinate. */
const NEAR = 12;
const NEAR_CROSS = 0.15;
/** A pointer that moves less has clicked. */
const CLICK = 4;
const STEP = 0.1;
const SMALL_STEP = 0.01;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const plane = byId("play-plane");
const clicks = byId("play-form").elements;
/** The points, each with its coordinates and its class. */
let points = [];
/** The names of the classes; null for their colours. */
let names = null;
let reach = 1;
let isOn = false;
/** What to do when the points have changed, and when the plane is to be drawn anew. */
let changed = () => {};
let shown = () => {};
/** The point that a pointer has pressed or the keys have picked up, and where it is now; null for none. */
let held = null;
/** Where the keys are. */
let cross = [0, 0];

export function beginOwn(plan) {
  ({ reach, changed, shown } = plan);
}

export const ownPoints = () => points;
export const ownNames = () => names;

export function setOwn(newPoints, newNames) {
  points = newPoints;
  names = newNames;
  held = null;
  [0, 1].forEach((label) => say(`play-class-${label}`, nameOf(label)));
}

const nameOf = (label) => names?.[label] || inWords(["play.class.orange", "play.class.blue"][label]);

/** Lets the plane take points, or no longer. */
export function allowOwn(allowed) {
  isOn = allowed;
  byId("play-own").hidden = !isOn;
  plane.setAttribute("role", isOn ? "application" : "img");
  plane.tabIndex = isOn ? 0 : -1;
  plane.setAttribute("aria-describedby", isOn ? "play-own-hint" : "");
}

/** Returns the point that moves, with its place of before, and the cross of the keys; null for what there is not. */
export const marksOfOwn = () => ({
  moved: isOn && held?.to ? { from: points[held.index], to: held.to } : null,
  cross: isOn && plane.matches(":focus-visible") ? cross : null,
});

const inside = (value) => Math.round(Math.min(Math.max(value, -reach), reach) * 100) / 100 + 0;
const sayNow = (text) => say("play-own-said", text);
const pointText = ([x, y, label]) => inWords("play.own.point", nameOf(label), x, y);

function placeOf({ clientX, clientY }) {
  const box = plane.getBoundingClientRect();
  return [inside((2 * (clientX - box.left) / box.width - 1) * reach), inside((1 - 2 * (clientY - box.top) / box.height) * reach)];
}

/** Returns the number of the nearest point within a distance; -1 if there is none. */
function nearest([x, y], distance) {
  const distances = points.map((point) => Math.hypot(point[0] - x, point[1] - y));
  const least = Math.min(...distances);
  return least <= distance ? distances.lastIndexOf(least) : -1;
}

function change(text) {
  held = null;
  sayNow(inWords("sentences", text, inWords("play.own.now", points.length)).trim());
  changed();
}

/** Does at a place what a click does. */
function click(place, near) {
  if (clicks.click.value === "remove") {
    remove(nearest(place, near));
  } else if (points.length === MOST) {
    sayNow(inWords("play.own.full", MOST));
  } else {
    points.push([...place, Number(clicks.click.value)]);
    change(`${pointText(points.at(-1))}.`);
  }
}

function remove(index) {
  if (index < 0) {
    sayNow(inWords("play.own.none"));
  } else {
    points.splice(index, 1);
    change("");
  }
}

function putDown() {
  const { index, to } = held;
  points[index] = [...to, points[index][2]];
  change(`${pointText(points[index])}.`);
}

function letGo() {
  held = null;
  shown();
}

const inPlane = (pixels) => 2 * reach * pixels / plane.clientWidth;

plane.addEventListener("pointerdown", (event) => {
  if (isOn && event.isPrimary && event.button === 0) {
    plane.setPointerCapture(event.pointerId);
    held = { index: nearest(placeOf(event), inPlane(NEAR)), from: [event.clientX, event.clientY], to: null };
  }
});
plane.addEventListener("pointermove", (event) => {
  if (held?.from && plane.hasPointerCapture(event.pointerId)) {
    held.isMoved ||= Math.hypot(event.clientX - held.from[0], event.clientY - held.from[1]) > CLICK;
    if (held.isMoved && held.index >= 0) {
      held.to = placeOf(event);
      shown();
    }
  }
});
plane.addEventListener("pointerup", (event) => {
  if (held?.to) {
    putDown();
  } else if (held?.from && !held.isMoved) {
    held = null;
    click(placeOf(event), inPlane(NEAR));
  }
});
plane.addEventListener("lostpointercapture", letGo);

const KEYS = {
  " ": () => click(cross, NEAR_CROSS),
  Enter() {
    const index = nearest(cross, NEAR_CROSS);
    if (held) {
      putDown();
    } else if (index < 0) {
      sayNow(inWords("play.own.none"));
    } else {
      cross = points[index].slice(0, 2);
      held = { index, to: cross };
      sayNow(inWords("play.own.held", nameOf(points[index][2]), ...cross));
    }
  },
  n() {
    const next = (points.findIndex(([x, y]) => x === cross[0] && y === cross[1]) + 1) % points.length;
    if (points.length > 0) {
      held = null;
      cross = points[next].slice(0, 2);
    }
    sayNow(points.length > 0 ? pointText(points[next]) : inWords("play.own.none"));
  },
  Delete: () => remove(held?.index ?? nearest(cross, NEAR_CROSS)),
  Escape: () => (held = null),
};
KEYS.N = KEYS.n;
KEYS.Backspace = KEYS.Delete;

plane.addEventListener("keydown", (event) => {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (!isOn || ctrlKey || altKey || metaKey || held?.from || !(key in ARROWS || key in KEYS)) {
    return;
  }
  event.preventDefault();
  if (key in ARROWS) {
    const step = shiftKey ? SMALL_STEP : STEP;
    cross = cross.map((value, axis) => inside(value + step * ARROWS[key][axis]));
    if (held) {
      held.to = cross;
    }
    const at = points[held?.index ?? nearest(cross, SMALL_STEP / 2)];
    sayNow(at ? inWords(held ? "play.own.held" : "play.own.point", nameOf(at[2]), ...cross) : inWords("play.own.at", ...cross));
  } else {
    KEYS[key]();
  }
  shown();
});
plane.addEventListener("focus", () => shown());
plane.addEventListener("blur", letGo);

/** Returns the points as lines, which can be taken again. */
export function linesOf(nameOfClass) {
  return points.map(([x, y, label]) => `${x}, ${y}, ${nameOfClass(label)}`).join("\n");
}

const quoted = (name) => (/[",\t]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
const lines = () => linesOf((label) => quoted(nameOf(label)));

byId("play-own-take").addEventListener("click", telling(async () => {
  const field = byId("play-own-lines");
  try {
    const taken = await send("/api/play/lines", field.value);
    setOwn(taken.points, taken.names);
    changed();
    sayNow(taken.said);
    field.removeAttribute("aria-invalid");
  } catch (trouble) {
    field.setAttribute("aria-invalid", "true");
    sayNow(trouble.message);
  }
}));
byId("play-own-copy").addEventListener("click", telling(async () => {
  const field = byId("play-own-lines");
  field.value = lines();
  field.removeAttribute("aria-invalid");
  field.select();
  const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  sayNow(inWords(isCopied ? "play.own.copied" : "play.own.written", points.length));
}));
byId("play-own-clear").addEventListener("click", telling(() => {
  // What is removed stays at hand as lines.
  byId("play-own-lines").value ||= lines();
  setOwn([], null);
  change("");
}));
