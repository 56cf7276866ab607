// Which pixels decided: the gradient of the winning score by each pixel, and what covering a patch changes.

import { byId, reporting, say } from "./elements.js";
import { Grid } from "./grid.js";
import { inWords } from "./language.js";
import { enlarge, fromBase64, number, percent, signed } from "./pictures.js";
import { signedBytes } from "./products.js";
import { ask, oneAtATime } from "./server.js";
import { canvasOf, imageOf } from "./stage.js";

const SIDE = 28;
const SCALE = 10;

/** The network and the image, and whether the paper is blank. */
let current = { isBlank: true };
let answer = null;

/** Shows which pixels of another image decided, if that is asked for. */
export function showDeciding(now) {
  current = now;
  update();
}

byId("deciding").addEventListener("toggle", () => update());

const update = oneAtATime(reporting(async () => {
  if (!byId("deciding").open) {
    return;
  }
  byId("deciding-body").hidden = current.isBlank;
  if (current.isBlank) {
    say("deciding-title", inWords("draw.deciding.blank"));
    return;
  }
  const { network, image } = current;
  answer = { ...(await ask("/api/pixels", { network, image })), pixels: fromBase64(image) };
  show();
}));

function show() {
  const { digit, score, probability, gradient, patch, coveredScores } = answer;
  const across = SIDE / patch;
  const losses = coveredScores.map((covered) => score - covered);
  paint("deciding-gradient", gradient, SIDE);
  paint("deciding-covered", losses, across);
  byId("deciding-gradient").setAttribute("aria-label", inWords("draw.deciding.gradient.name", digit));
  byId("deciding-covered").setAttribute("aria-label", inWords("draw.deciding.covered.name", digit));
  say("deciding-title", inWords("draw.deciding.title", digit, number(score), percent(probability)));
  grids["deciding-gradient"].size = SIDE;
  grids["deciding-covered"].size = across;
  grids["deciding-gradient"].tell(strongest(gradient));
  grids["deciding-covered"].tell(strongest(losses));
}

const strongest = (numbers) => numbers.reduce((best, one, i) => (Math.abs(one) > Math.abs(numbers[best]) ? i : best), 0);

/** Paints numbers of both signs in squares, and the outline of the digit over them. */
function paint(id, numbers, columns) {
  enlarge(canvasOf(imageOf(signedBytes(numbers), columns, true)), SIDE * SCALE, byId(id));
  outline(byId(id).getContext("2d"));
}

function outline(pen) {
  const isInk = (x, y) => x < SIDE && y < SIDE && answer.pixels[y * SIDE + x] > 127;
  const line = (x, y, right, down) => {
    pen.moveTo(x * SCALE, y * SCALE);
    pen.lineTo((x + right) * SCALE, (y + down) * SCALE);
  };
  pen.strokeStyle = "#fff";
  pen.lineWidth = 1;
  pen.beginPath();
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (isInk(x, y) !== isInk(x + 1, y)) {
        line(x + 1, y, 0, 1);
      }
      if (isInk(x, y) !== isInk(x, y + 1)) {
        line(x, y + 1, 1, 0);
      }
    }
  }
  pen.stroke();
}

const grids = {
  "deciding-gradient": new Grid("deciding-gradient", (i) =>
    inWords("draw.deciding.gradient.at", Math.floor(i / SIDE) + 1, (i % SIDE) + 1, number(answer.pixels[i] / 255), signed(answer.gradient[i]))),
  "deciding-covered": new Grid("deciding-covered", (i) => {
    const { digit, patch, score, probability, coveredScores, coveredProbabilities } = answer;
    const [top, left] = [Math.floor(i / (SIDE / patch)), i % (SIDE / patch)].map((place) => place * patch + 1);
    return inWords("draw.deciding.covered.at", top, top + patch - 1, left, left + patch - 1, digit,
      number(score), number(coveredScores[i]), percent(probability), percent(coveredProbabilities[i]));
  }),
};
