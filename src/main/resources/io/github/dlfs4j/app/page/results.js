// The results of a training.

import { byId, element, onKeys, reporting, say, telling } from "./elements.js";
import { guessItems } from "./guesses.js";
import { inWords } from "./language.js";
import { fraction, fromBase64, picture } from "./pictures.js";
import { ask, oneAtATime } from "./server.js";
import { imageOf } from "./stage.js";
import { showWritten } from "./written.js";

/** The cell of the matrix whose images are shown: label and prediction; null if there is none. */
let open = null;

export async function showResults() {
  const results = await ask("/api/evaluation");
  byId("of-digits").hidden = results.written !== undefined;
  byId("of-text").hidden = results.written === undefined;
  return results.written ? showWritten(results) : showDigits(results);
}

async function showDigits({ step, accuracy, confusion, precision, recall, mistakes }) {
  say("tested", inWords("train.tested", step, fraction(accuracy)));
  showMatrix(confusion, precision, recall);
  byId("mistakes").replaceChildren(...guessItems(mistakes));
  if (open) {
    await showCell(...open);
  }
  await showWeights();
}

/** Shows the counts with a shade for each, and a frame around the correct ones. */
function showMatrix(confusion, precision, recall) {
  const digits = [...confusion.keys()];
  const focused = document.activeElement.closest("#matrix td[tabindex]");
  const head = (scope, text, more = {}) => element("th", { scope, ...more }, text);
  const ratio = (share) => element("td", {}, share === null ? "–" : share.toFixed(3));
  const cell = (label, prediction, row) => {
    const count = row[prediction];
    const isRight = label === prediction;
    const kind = isRight ? "count right" : count === 0 ? "count none" : "count wrong";
    const node = element("td", { class: kind, tabindex: -1, "data-label": label, "data-prediction": prediction }, `${count}`);
    const share = count / Math.max(1, row.reduce((sum, of) => sum + of, 0));
    // The root shows few mistakes as well.
    node.style.setProperty("--share", isRight ? share : Math.min(1, Math.sqrt(10 * share)));
    return node;
  };
  const heads = digits.map((digit) => head("col", `${digit}`));
  const row = (label) => {
    const cells = digits.map((prediction) => cell(label, prediction, confusion[label]));
    return element("tr", {}, head("row", `${label}`), ...cells, ratio(recall[label]));
  };
  const over = element("tr", {}, element("td"), head("colgroup", inWords("train.predicted"), { colspan: digits.length }), element("td"));
  const last = element("tr", {}, head("row", inWords("train.precision")), ...precision.map(ratio), element("td"));
  byId("matrix").replaceChildren(
    element("thead", {}, over, element("tr", {}, head("col", inWords("train.label")), ...heads, head("col", inWords("train.recall")))),
    element("tbody", {}, ...digits.map(row), last),
  );
  const stop = cellOf(...(focused ? placeOf(focused) : open ?? [0, 0]));
  stop.tabIndex = 0;
  if (focused) {
    stop.focus();
  }
}

const cellOf = (label, prediction) => byId("matrix").querySelector(`[data-label="${label}"][data-prediction="${prediction}"]`);
const placeOf = ({ dataset }) => [Number(dataset.label), Number(dataset.prediction)];

/** Shows the images that a cell counts, in the end those of the last one that is asked for. */
const showCell = oneAtATime(reporting(async (label, prediction) => {
  open = [label, prediction];
  const { count, guesses } = await ask("/api/cell", { label, prediction });
  byId("matrix").querySelectorAll("[aria-selected]").forEach((cell) => cell.removeAttribute("aria-selected"));
  cellOf(label, prediction).setAttribute("aria-selected", "true");
  const some = count === 1 ? "one" : count <= guesses.length ? "all" : "some";
  say("cell-title", inWords(`train.cell.${some}`, label, prediction, count, guesses.length));
  byId("cell-images").replaceChildren(...guessItems(guesses));
  byId("cell").hidden = false;
}));

function goTo(cell) {
  byId("matrix").querySelector("td[tabindex='0']").tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

byId("matrix").addEventListener("click", telling(async ({ target }) => {
  const cell = target.closest("td[tabindex]");
  if (cell) {
    goTo(cell);
    await showCell(...placeOf(cell));
  }
}));
onKeys(byId("matrix"), ({ key, target }) => {
  const cell = target.closest("td[tabindex]");
  if (cell && (key === "Enter" || key === " ")) {
    cell.click();
  } else if (cell && key in MOVES) {
    const [label, prediction] = placeOf(cell);
    const [down, right] = MOVES[key];
    goTo(cellOf(label + down, prediction + right) ?? cell);
  } else {
    return false;
  }
});

export async function showWeights() {
  const { rows, columns, images } = await ask("/api/weights");
  const weights = (image, i) => {
    const item = picture(image, rows, columns, inWords("train.weights.of", i + 1, images.length));
    item.querySelector("canvas").getContext("2d").putImageData(imageOf(fromBase64(image), columns, true), 0, 0);
    return item;
  };
  byId("weights").replaceChildren(...images.map(weights));
}
