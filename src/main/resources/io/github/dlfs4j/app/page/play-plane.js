// The plane with its points, and what a network or a neuron answers over it, in the colours of the two classes.

import { byId, say } from "./elements.js";
import { inWords } from "./language.js";
import { coloured, colourOf, fromBase64 } from "./pictures.js";

/** How strong the colour of a class is where the answer is surest, in a light scheme and in a dark one. Points have the full colour. */
const STRONGEST = [0.72, 0.6];
const POINT = 3.6;

const scheme = matchMedia("(prefers-color-scheme: dark)");
const listeners = [];
/** The colours of the two classes and of the ground between them, each in red, green and blue. */
let colours = readColours();
/** The colour of each byte: 0 is class 0, 128 undecided, 255 class 1. */
let palette = makePalette();

/** Calls a function whenever the colours of the page have changed. */
export function onColours(listener) {
  listeners.push(listener);
}

scheme.addEventListener("change", () => {
  colours = readColours();
  palette = makePalette();
  listeners.forEach((listener) => listener());
});

function readColours() {
  return { classes: [colourOf("--second"), colourOf("--accent")], ground: colourOf("--sheet") };
}

function makePalette() {
  const { classes, ground } = colours;
  const strongest = STRONGEST[scheme.matches ? 1 : 0];
  return Array.from({ length: 256 }, (_, level) => {
    const strength = strongest * Math.min(Math.abs(level - 127.5) / 127.5, 1);
    const end = classes[level < 128 ? 0 : 1];
    return ground.map((part, i) => Math.round(part + (end[i] - part) * strength));
  });
}

const css = (colour) => `rgb(${colour.join(" ")})`;

/** Paints the numbers of a square grid, one pixel each. */
export function paintCells(canvas, levels) {
  canvas.width = canvas.height = Math.sqrt(levels.length);
  canvas.getContext("2d").putImageData(coloured(levels, canvas.width, palette), 0, 0);
}

/** Draws points on a small picture. */
export function drawPoints(canvas, { places, classes }, reach) {
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, canvas.width, canvas.height);
  classes.forEach((label, i) => {
    dot(pen, at(places, i, reach, canvas.width), 2, label);
    pen.fillStyle = css(colours.classes[label]);
    pen.fill();
  });
}

function at(places, i, reach, width) {
  return [((places[2 * i] / reach + 1) / 2) * width, ((1 - places[2 * i + 1] / reach) / 2) * width];
}

/** Traces the outline of a point: a circle for class 0, and a square on its corner for class 1. */
function dot(pen, [x, y], radius, label) {
  pen.beginPath();
  if (label === 0) {
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    const half = 1.25 * radius;
    pen.moveTo(x - half, y);
    pen.lineTo(x, y - half);
    pen.lineTo(x + half, y);
    pen.lineTo(x, y + half);
    pen.closePath();
  }
}

const grid = document.createElement("canvas");

/**
 * Shows the plane with what the network answers, or the neuron that is chosen, and all points.
 *
 * @param points those to learn from and those for the test
 * @param chosen the cells and the name of a neuron; null for the network as a whole
 * @param frame the place where the keys are; null for none
 */
export function showPlane({ train, test }, reach, picture, chosen, frame) {
  const canvas = byId("play-plane");
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.width = canvas.height = width;
  const pen = canvas.getContext("2d");
  paintCells(grid, chosen ? chosen.levels : fromBase64(picture.probability));
  pen.imageSmoothingQuality = "high";
  pen.drawImage(grid, 0, 0, width, width);
  drawBoundary(pen, fromBase64(picture.probability), width);
  const radius = POINT * devicePixelRatio;
  pen.lineWidth = 1.2 * devicePixelRatio;
  for (const [{ places, classes }, isHollow] of [[test, true], [train, false]]) {
    classes.forEach((label, i) => {
      const [inner, outer] = [css(colours.classes[label]), css(colours.ground)];
      dot(pen, at(places, i, reach, width), radius, label);
      pen.fillStyle = isHollow ? outer : inner;
      pen.strokeStyle = isHollow ? inner : outer;
      pen.fill();
      pen.stroke();
    });
  }
  if (frame) {
    const [x, y] = at(frame, 0, reach, width);
    pen.strokeStyle = getComputedStyle(document.body).color;
    pen.strokeRect(x - 2 * radius, y - 2 * radius, 4 * radius, 4 * radius);
  }
  say("play-shown", chosen ? chosen.name : inWords("play.plane.answer"));
  canvas.setAttribute("aria-label", inWords("play.plane.name", picture.step, Math.round(100 * picture.trainAccuracy)));
}

/** Draws the line on which both classes have the same probability, by marching squares. */
function drawBoundary(pen, levels, width) {
  const count = Math.sqrt(levels.length);
  const size = width / count;
  const half = 127.5;
  const level = (row, column) => levels[row * count + column];
  /** The place between two corners of a square of cells where the level is a half. */
  const cross = ([r0, c0], [r1, c1]) => {
    const share = (half - level(r0, c0)) / (level(r1, c1) - level(r0, c0));
    return [(c0 + (c1 - c0) * share + 0.5) * size, (r0 + (r1 - r0) * share + 0.5) * size];
  };
  pen.beginPath();
  for (let row = 0; row + 1 < count; row++) {
    for (let column = 0; column + 1 < count; column++) {
      const corners = [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]];
      const crossed = corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % 4];
        return level(...corner) < half !== level(...next) < half ? [cross(corner, next)] : [];
      });
      for (let i = 0; i + 1 < crossed.length; i += 2) {
        pen.moveTo(...crossed[i]);
        pen.lineTo(...crossed[i + 1]);
      }
    }
  }
  pen.lineWidth = 2 * devicePixelRatio;
  pen.lineCap = "round";
  pen.strokeStyle = getComputedStyle(document.body).color;
  pen.stroke();
}
