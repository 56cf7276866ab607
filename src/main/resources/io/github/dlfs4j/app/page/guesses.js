// Test images and what the network takes them for. One opens in a window of its own.

import { byId, element, say } from "./elements.js";
import { inWords } from "./language.js";
import { barOf, paint, percent, picture } from "./pictures.js";
import { readImages } from "./reading.js";

const dialog = byId("guess");
/** The images that the window steps through, and the position of the shown one. */
let guesses = [];
let position = 0;

/** Returns the items of a list of guesses, each with a button that opens it. */
export const guessItems = (list) =>
  list.map((guess, i) => {
    const { index, label, prediction, probability, image } = guess;
    const content = picture(image, 28, 28, "", { text: inWords("train.guess", label, prediction, percent(probability)) });
    content.firstChild.setAttribute("aria-label", inWords("train.guess.image", index));
    const open = () => {
      guesses = list;
      show(i);
      dialog.showModal();
    };
    const button = { type: "button", class: "plain", "aria-haspopup": "dialog", onclick: open };
    return element("li", {}, element("button", button, ...content.childNodes));
  });

function show(i) {
  position = i;
  const { index, label, prediction, image, probabilities } = guesses[i];
  say("guess-title", inWords(label === prediction ? "train.guess.right" : "train.guess.wrong", index, label, prediction));
  paint(byId("guess-image"), image);
  byId("guess-bars").replaceChildren(
    ...probabilities.map((share, digit) => {
      const item = barOf(`${digit}`, { share }, percent(share));
      item.className = digit === prediction ? "chosen" : digit === label ? "missed" : "";
      item.firstChild.append(digit === label ? element("small", {}, ` ${inWords("train.label")}`) : "");
      return item;
    }),
  );
  byId("guess-before").disabled = i === 0;
  byId("guess-next").disabled = i === guesses.length - 1;
  say("guess-place", inWords("of", i + 1, guesses.length));
}

const step = (by) => position + by in guesses && show(position + by);

byId("guess-before").addEventListener("click", () => step(-1));
byId("guess-next").addEventListener("click", () => step(1));
byId("guess-close").addEventListener("click", () => dialog.close());
byId("guess-draw").addEventListener("click", () => {
  dialog.close();
  byId("network").value = "trained";
  readImages([guesses[position].image]);
  location.hash = "#draw";
  window.addEventListener("hashchange", () => scrollTo(0, 0), { once: true });
});
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
dialog.addEventListener("keydown", ({ key }) => {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    step(key === "ArrowLeft" ? -1 : 1);
  }
});
