// What a network reads on the paper, or in a picture.

import { byId, element, offer, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { showNetwork } from "./network.js";
import { pixels, SENT_WIDTH } from "./paper.js";
import { barOf, paint, percent, toBase64 } from "./pictures.js";
import { ask, oneAtATime } from "./server.js";

/** The images of a picture, as base64, and the number of the one that the network shows; null for the paper. */
let picture = null;

const readAgain = oneAtATime(telling(async () => {
  byId("reading").setAttribute("aria-busy", "true");
  try {
    const network = byId("network").value;
    const answer = picture
      ? await ask("/api/read", { network, images: joined(picture.images), shown: picture.shown })
      : await ask("/api/predict", { network, width: SENT_WIDTH, pixels: toBase64(pixels()) });
    show(network, answer, picture?.shown ?? 0);
  } finally {
    byId("reading").setAttribute("aria-busy", "false");
  }
}));

/** Reads what is on the paper. */
export const predict = () => read(null);

/** Reads images of 28 by 28 pixels; those that may be several digits are never sure. */
export const readImages = (images, doubtful = []) => read({ images, doubtful, shown: 0 });

function read(what) {
  picture = what;
  byId("frames").replaceChildren();
  return readAgain();
}

const joined = (images) => btoa(images.map((image) => atob(image)).join(""));

function show(network, { readings, layers, milliseconds }, shown) {
  readings.forEach((one, i) => (one.sure &&= !picture?.doubtful[i]));
  const reading = readings[shown] ?? null;
  say("answer", sentence(readings));
  byId("answer").title = reading ? inWords("draw.read.in", milliseconds.toFixed(1)) : "";
  [...byId("bars").children].forEach((bar, digit) => {
    const share = reading ? reading.probabilities[digit] : 0;
    bar.querySelector(".fill").style.width = `${100 * share}%`;
    bar.lastChild.textContent = reading ? percent(share) : "–";
    bar.toggleAttribute("aria-current", digit === reading?.prediction);
  });
  byId("readings").hidden = picture === null && readings.length < 2;
  const images = readings.map(({ image }) => image);
  byId("readings").replaceChildren(...readings.map((one, i) => readingOf(one, i, shown, images)));
  showNetwork({ network, image: reading?.image ?? toBase64(new Uint8Array(784)), isBlank: reading === null }, layers);
}

function sentence(readings) {
  if (readings.length === 0) {
    return inWords("draw.blank");
  }
  const digits = readings.map(({ prediction, sure }) => `${prediction}${sure || readings.length === 1 ? "" : "?"}`);
  if (readings.every(({ sure }) => sure)) {
    return inWords("draw.read", digits.join(" "));
  }
  return readings.length === 1
    ? inWords("draw.unsure", inWords("or", ...twoLikeliest(readings[0])))
    : inWords("draw.read.unsure", digits.join(" "));
}

function twoLikeliest({ probabilities }) {
  return [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]).slice(0, 2);
}

function readingOf({ image, prediction, sure }, index, shown, images) {
  const canvas = element("canvas", { width: 28, height: 28, role: "img", "aria-label": inWords("draw.reading", index + 1) });
  paint(canvas, image);
  const choose = () => {
    picture = { images, doubtful: picture?.doubtful ?? [], shown: index };
    readAgain();
  };
  const button = { type: "button", "aria-pressed": index === shown, onclick: choose };
  return element("li", {}, element("button", button, canvas, `${prediction}${sure ? "" : "?"}`));
}

export async function loadNetworks() {
  const networks = await ask("/api/networks");
  const select = byId("network");
  const chosen = select.value || sessionStorage.getItem("network"); // Meanwhile, it may be another.
  offer(select, networks.map(({ id, name, shape: size }) => [id, `${name}, ${size}`]));
  select.value = networks.some(({ id }) => id === chosen) ? chosen : networks[0].id;
}

byId("bars").append(...Array.from({ length: 10 }, (_, digit) => barOf(`${digit}`, { share: 0 }, "–")));
byId("network").addEventListener("change", () => {
  sessionStorage.setItem("network", byId("network").value);
  readAgain();
});
