// The results of a training.

import { byId, element, say } from "./elements.js";
import { fraction, percent, picture } from "./pictures.js";
import { ask } from "./server.js";

export async function showResults() {
  const { step, accuracy, confusion, precision, recall, mistakes } = await ask("/api/evaluation");
  say("tested", `Accuracy on the test images after step ${step}: ${fraction(accuracy)}.`);
  showMatrix(confusion, precision, recall);
  const mistake = ({ index, label, prediction, probability, image }) => {
    const text = `${label}, read as ${prediction}, ${percent(probability)}`;
    return picture(image, 28, 28, `Test image ${index}, a ${label}`, { text });
  };
  byId("mistakes").replaceChildren(...mistakes.map(mistake));
  await showWeights();
}

/** Shows the counts with a shade for each, and a frame around the correct ones. */
function showMatrix(confusion, precision, recall) {
  const digits = [...confusion.keys()];
  const head = (scope, text) => element("th", { scope }, text);
  const ratio = (share) => element("td", {}, share === null ? "–" : share.toFixed(3));
  const cell = (label, prediction, row) => {
    const count = row[prediction];
    const node = element("td", { class: label === prediction ? "right" : count === 0 ? "none" : "" }, `${count}`);
    const share = count / Math.max(1, row.reduce((sum, of) => sum + of, 0));
    const shade = label === prediction ? 0 : Math.min(40, Math.round(600 * share));
    node.style.background = `color-mix(in srgb, var(--second) ${shade}%, transparent)`;
    return node;
  };
  const heads = digits.map((digit) => head("col", `${digit}`));
  const row = (label) => {
    const cells = digits.map((prediction) => cell(label, prediction, confusion[label]));
    return element("tr", {}, head("row", `${label}`), ...cells, ratio(recall[label]));
  };
  const last = element("tr", {}, head("row", "precision"), ...precision.map(ratio), element("td"));
  byId("matrix").replaceChildren(
    element("thead", {}, element("tr", {}, element("td"), ...heads, head("col", "recall"))),
    element("tbody", {}, ...digits.map(row), last),
  );
}

export async function showWeights() {
  const { rows, columns, images } = await ask("/api/weights");
  const weights = (image, i) => picture(image, rows, columns, `Weights ${i + 1} of ${images.length}`);
  byId("weights").replaceChildren(...images.map(weights));
}
