// The chapters of the book: their code and figures.

import { byId, element, say, telling } from "./elements.js";
import { ask } from "./server.js";

export async function loadChapters() {
  const { available, command, chapters } = await ask("/api/chapters");
  const hint = available
    ? ["Choose a chapter to read its code and to draw its figures."]
    : ["This server does not have the chapters. In the project's folder, this command serves them too: ", element("code", {}, command)];
  byId("chapters-hint").replaceChildren(...hint);
  byId("chapter-list").replaceChildren(...(available ? chapters.map(chapterButton) : []));
}

function chapterButton(chapter) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, chapter.title);
  button.addEventListener("click", telling(async () => {
    const { code } = await ask("/api/chapters", { chapter: chapter.id });
    [...byId("chapter-list").children].forEach((one) => one.setAttribute("aria-pressed", `${one === button}`));
    byId("figures").replaceChildren(...chapter.figures.map((figure, i) => figureOf(chapter.id, figure, i)));
    say("code", code);
    byId("chapter").hidden = false;
  }));
  return button;
}

function figureOf(chapter, { name, look }, index) {
  const button = element("button", { type: "button", "aria-label": `Draw ${name}` }, "Draw");
  const state = element("span", { role: "status" });
  const caption = element("figcaption", {}, element("b", {}, name), element("br"), look);
  const node = element("figure", {}, caption, element("p", { class: "buttons" }, state, button));
  button.addEventListener("click", telling(async () => {
    button.disabled = true;
    try {
      const url = await drawnFigure({ chapter, figure: index }, state);
      node.prepend(element("img", { src: url, alt: `${name}: ${look}` }));
      button.remove();
    } finally {
      state.textContent = "";
      button.disabled = false;
    }
  }));
  return node;
}

/** Waits until a figure is drawn, which takes minutes if a network is trained for it. */
async function drawnFigure(figure, state) {
  for (let seconds = 0; ; seconds++) {
    const { status, url, error } = await ask("/api/figures", figure);
    if (status === "drawn") {
      return url;
    }
    if (status === "failed") {
      throw new Error(error);
    }
    state.textContent = seconds < 5 ? "Drawing …" : "Drawing … Some figures train a network first.";
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
