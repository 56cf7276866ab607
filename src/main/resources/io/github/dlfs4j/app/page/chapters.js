// The chapters of the book: their sections and figures, and beside them the code that prints and draws.

import { setFiles, showPlace } from "./code.js";
import { byId, element, say, telling } from "./elements.js";
import { Player } from "./player.js";
import { ask } from "./server.js";

/** A section that runs says again after so many seconds how long it has run. */
const TELL_AGAIN = 5;

/** Below this width, the code stands below the chosen section or figure. */
const isNarrow = matchMedia("(max-width: 64rem)");

/** The sections and figures of the chosen chapter in the book's order. */
let parts = [];
/** The part whose code is shown. */
let chosen = null;
/** What runs all sections or draws all figures; null if nothing does. */
let running = null;

export async function loadChapters() {
  const { available, command, chapters } = await ask("/api/chapters");
  const hint = available
    ? ["Choose a chapter. Its sections print when you run them, and its figures are drawn when you ask for them."]
    : ["This server does not have the chapters. In the project's folder, this command serves them too: ", element("code", {}, command)];
  byId("chapters-hint").replaceChildren(...hint);
  byId("chapter-list").replaceChildren(...(available ? chapters.map(chapterButton) : []));
}

function chapterButton(chapter) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, chapter.title);
  button.addEventListener("click", telling(async () => {
    const code = await ask("/api/chapters", { chapter: chapter.id });
    [...byId("chapter-list").children].forEach((one) => one.setAttribute("aria-pressed", `${one === button}`));
    stop();
    byId("book").append(byId("listing"));
    parts = [
      ...chapter.sections.map((section, i) => partOf(chapter.id, "section", section, i, code.sections[i])),
      ...chapter.figures.map((figure, i) => partOf(chapter.id, "figure", figure, i, code.figures[i])),
    ].sort(inBookOrder);
    byId("parts").replaceChildren(...parts.map(({ node }) => node));
    byId("draw-all").hidden = chapter.figures.length === 0;
    setFiles(code.files);
    chosen = null;
    byId("chapter").hidden = false;
    choose(parts[0]);
  }));
  return button;
}

/** Compares the numbers at the beginning of titles, such as 1.5.2 and 1.6. */
function inBookOrder({ title: one }, { title: other }) {
  const numbers = (title) => title.split(" ")[0].split(".").map(Number);
  const [mine, its] = [numbers(one), numbers(other)];
  const first = mine.findIndex((number, i) => number !== its[i]);
  return first < 0 ? mine.length - its.length : mine[first] - (its[first] ?? -1);
}

/** Makes a section or a figure, with a title that shows its code and a button that runs or draws it. */
function partOf(chapter, kind, { title, look }, index, place) {
  const verb = kind === "section" ? "Run" : "Draw";
  const name = element("button", { type: "button", class: "title", "aria-controls": "listing" }, title);
  const button = element("button", { type: "button", "aria-label": `${verb} ${title}` }, verb);
  const state = element("span", { role: "status" });
  const result = element("div", { class: "result" });
  const head = element("div", { class: "head" }, element("h3", {}, name), button);
  const words = look ? [element("p", { class: "hint" }, `${look[0].toUpperCase()}${look.slice(1)}.`)] : [];
  const node = element("article", { class: `part ${kind}` }, head, ...words, state, result);
  const part = { kind, title, node, place, isDone: false, work };

  async function work() {
    button.disabled = true;
    try {
      const { url, svg, sentences, output, error } = await finished(kind, { chapter, [kind]: index }, state);
      state.classList.toggle("failed", error !== undefined);
      state.textContent = error ?? "";
      if (svg) {
        new Player(result, title).show({ svg, sentences });
      } else if (url) {
        const image = element("img", { src: url, alt: `${title}: ${look}` });
        result.replaceChildren(image);
        await image.decode().then(() => image.classList.toggle("chart", isOnPaper(image)), () => {});
      } else if (output !== undefined) {
        result.replaceChildren(element("pre", { class: "output", tabindex: 0, role: "region", "aria-label": `Output of ${title}` }, output));
      }
      part.isDone = error === undefined;
      button.hidden = part.isDone;
    } finally {
      button.disabled = false;
    }
  }

  name.addEventListener("click", () => choose(part, true));
  button.addEventListener("click", telling(async () => {
    choose(part);
    await work();
  }));
  return part;
}

/** Whether most of a figure is white, as the paper of a chart is. In the dark, light and dark change places in it. */
function isOnPaper(image) {
  const side = 50;
  const pen = element("canvas", { width: side, height: side }).getContext("2d");
  pen.drawImage(image, 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  return data.filter((level, i) => i % 4 === 0 && level > 245).length > 0.5 * side * side;
}

/** Asks until a section has run or a figure is drawn, which takes minutes if a network learns for it. */
async function finished(kind, request, state) {
  const start = performance.now();
  for (let pause = 50; ; pause = Math.min(1000, 1.5 * pause)) {
    const answer = await ask(`/api/${kind}s`, request);
    if (answer.status !== "working") {
      return answer;
    }
    const doing = kind === "section" ? "Running …" : "Drawing …";
    state.classList.remove("failed");
    const seconds = TELL_AGAIN * Math.floor((performance.now() - start) / (1000 * TELL_AGAIN));
    state.textContent = seconds === 0 ? doing : `${doing} ${seconds} s so far`;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Shows the code of a part beside it, or below it in a narrow window, which moves the title out of place. */
function choose(part, mayScroll = false) {
  chosen?.node.classList.remove("chosen");
  chosen = part;
  part.node.classList.add("chosen");
  parts.forEach(({ node }) => node.querySelector(".title").setAttribute("aria-current", `${node === part.node}`));
  placeListing();
  if (part.place) {
    showPlace(part.place);
  }
  if (mayScroll && isNarrow.matches) {
    part.node.scrollIntoView({ block: "start" });
  }
}

function placeListing() {
  const place = isNarrow.matches && chosen ? chosen.node : byId("book");
  // An element that is moved, even to where it is, loses the focus.
  if (byId("listing").parentElement !== place) {
    place.append(byId("listing"));
  }
}

isNarrow.addEventListener("change", () => chosen && choose(chosen));

/** When the chosen part is scrolled away, the code beside it follows to the one that is read now. */
let isFollowing = false;
window.addEventListener("scroll", () => {
  if (!isFollowing && !isNarrow.matches && chosen && !byId("chapters").hidden) {
    isFollowing = true;
    requestAnimationFrame(() => {
      isFollowing = false;
      const { top, bottom } = chosen.node.getBoundingClientRect();
      const isAway = bottom < 0.2 * innerHeight || top > 0.8 * innerHeight;
      const read = parts.find(({ node }) => node.getBoundingClientRect().bottom > 0.3 * innerHeight);
      if (isAway && read) {
        choose(read);
      }
    });
  }
});

function stop() {
  running = null;
  say("all-state", "");
  say("run-all", "Run all sections");
  say("draw-all", "Draw all figures");
}

/** Does the work of all sections or figures, one after the other; a second press stops that. */
function doAll(id, kind) {
  byId(id).addEventListener("click", telling(async () => {
    if (running === kind) {
      stop();
      return;
    }
    stop();
    running = kind;
    const mine = parts;
    const due = parts.filter((part) => part.kind === kind && !part.isDone);
    say(id, "Stop");
    try {
      for (const [i, part] of due.entries()) {
        if (running !== kind || parts !== mine) {
          return;
        }
        say("all-state", `${i + 1} of ${due.length}: ${part.title}`);
        await part.work();
      }
      stop();
    } catch (trouble) {
      stop();
      throw trouble;
    }
  }));
}

doAll("run-all", "section");
doAll("draw-all", "figure");
