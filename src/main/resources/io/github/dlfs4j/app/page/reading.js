// What a network reads on the paper.

import { byId, element, offer, say, telling } from "./elements.js";
import { pixels, SENT_WIDTH } from "./paper.js";
import { paint, percent, picture, toBase64 } from "./pictures.js";
import { ask } from "./server.js";

let asking = false;
let askAgain = false;

/** Asks for a prediction, or for another one after the current one. */
export async function predict() {
  askAgain = true;
  if (asking) {
    return;
  }
  asking = true;
  byId("reading").setAttribute("aria-busy", "true");
  await telling(async () => {
    while (askAgain) {
      askAgain = false;
      const network = byId("network").value;
      const explain = byId("how").open;
      showPrediction(await ask("/api/predict", { network, width: SENT_WIDTH, pixels: toBase64(pixels()), explain }));
    }
  })();
  byId("reading").setAttribute("aria-busy", "false");
  asking = false;
}

function showPrediction({ prediction, probabilities, image, milliseconds, layers }) {
  const isBlank = prediction === null;
  say("answer", isBlank ? "Draw a digit from 0 to 9." : `I read ${prediction}.`);
  [...byId("bars").children].forEach((bar, digit) => {
    const share = isBlank ? 0 : probabilities[digit];
    bar.querySelector(".fill").style.width = `${100 * share}%`;
    bar.lastChild.textContent = isBlank ? "–" : percent(share);
    bar.toggleAttribute("aria-current", digit === prediction);
  });
  paint(byId("seen-image"), isBlank ? toBase64(new Uint8Array(784)) : image);
  say("duration", isBlank ? "" : `Read in ${milliseconds.toFixed(1)} ms.`);
  const isExplained = layers?.length > 0;
  say("how-hint", isExplained ? "In each layer, black is the smallest value and white is the largest." : "Draw a digit first.");
  byId("layers").replaceChildren(...(layers ?? []).map(layerOf));
}

function layerOf({ name, shape: dimensions, rows, columns, filters = [], filterRows, filterColumns, pictures }) {
  const list = (label, images, ...size) => {
    const width = images.length === 1 ? 168 : 84;
    const item = (image, i) => picture(image, ...size, `${label} ${i + 1} of ${images.length}`, { width });
    return element("ul", { class: "pictures" }, ...images.map(item));
  };
  const values = dimensions.join(" × ");
  const node = element("div", { class: "layer" }, element("h3", {}, `${name}: ${values} values`));
  if (filters.length > 0) {
    const hint = (text) => element("p", { class: "hint" }, text);
    node.append(hint("Filters"), list(`${name}, filter`, filters, filterRows, filterColumns));
    node.append(hint("Output of each filter"));
  }
  node.append(list(name, pictures, rows, columns));
  return node;
}

export async function loadNetworks() {
  const select = byId("network");
  const chosen = select.value || sessionStorage.getItem("network");
  const networks = await ask("/api/networks");
  offer(select, networks.map(({ id, name, shape: size }) => [id, `${name}, ${size}`]));
  select.value = networks.some(({ id }) => id === chosen) ? chosen : networks[0].id;
}

for (let digit = 0; digit < 10; digit++) {
  const track = element("span", { class: "track" }, element("span", { class: "fill" }));
  byId("bars").append(element("li", {}, element("span", {}, `${digit}`), track, element("span", {}, "–")));
}
byId("network").addEventListener("change", () => {
  sessionStorage.setItem("network", byId("network").value);
  predict();
});
byId("how").addEventListener("toggle", () => {
  byId("graph").src = "/api/graph";
  predict();
});
