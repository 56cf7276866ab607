// The chapters of the book: their sections and figures, and beside them the code that prints and draws.

import { setFiles, showPlace } from "./code.js";
import { byId, choice, element, reporting, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { Player } from "./player.js";
import { ask, turns } from "./server.js";

/** A section that runs says again after so many seconds how long it has run. */
const TELL_AGAIN = 5;
/** What takes less than so many seconds comes by itself: sections at once, and figures when they come into view. */
const SHORT = 0.5;

/** Below this width, the code stands below the chosen section or figure. */
const isNarrow = matchMedia("(max-width: 64rem)");

/** The sections and figures of the chosen chapter in the book's order. */
let parts = [];
/** The part whose code is shown. */
let chosen = null;
/** The parts at work, of this chapter or one that was left: one that is quick, and one that takes long. */
const atWork = { quick: null, long: null };
/** Of two chapters that are chosen within the time of one answer, the second one is shown. */
const inTurn = turns();
/** All sections or figures that a reader has asked for at once. */
let all = { due: [] };

export async function loadChapters() {
  const { available, command, chapters } = await ask("/api/chapters");
  const hint = available
    ? [inWords("chapters.hint")]
    : [`${inWords("chapters.none")} `, element("code", {}, command)];
  byId("chapters-hint").replaceChildren(...hint);
  byId("chapter-list").replaceChildren(...(available ? chapters.map(chapterButton) : []));
}

function chapterButton(chapter) {
  return choice(chapter.title, inTurn, async () => {
    const code = await ask("/api/chapters", { chapter: chapter.id });
    all = { due: [] };
    inView.disconnect();
    byId("book").append(byId("listing"));
    parts = [
      ...chapter.sections.map((section, i) => partOf(chapter.id, "section", section, i, code.sections[i])),
      ...chapter.figures.map((figure, i) => partOf(chapter.id, "figure", figure, i, code.figures[i])),
    ].sort(inBookOrder);
    byId("parts").replaceChildren(...parts.map(({ node }) => node));
    estimate(parts, code);
    byId("draw-all").hidden = chapter.figures.length === 0;
    setFiles(code.files);
    chosen = null;
    byId("chapter").hidden = false;
    choose(parts[0]);
    parts.forEach(({ node }) => inView.observe(node));
    workOff();
  });
}

function estimate(some, { seconds }) {
  for (const part of some) {
    part.seconds = seconds[`${part.kind}s`][part.index];
    part.tell();
  }
}

const inView = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    parts.filter(({ node }) => node === target).forEach((part) => (part.isInView = isIntersecting));
  }
  workOff();
});

const isAtWork = (part) => Object.values(atWork).includes(part);

/** Finds the part whose turn it is: what a reader has asked for comes first. */
function next(pace) {
  const some = parts.filter((part) => (part.seconds < SHORT) === (pace === "quick") && !isAtWork(part));
  return some.find(({ isAsked }) => isAsked) ?? some.find((part) => part.comes() && (part.kind === "section" || part.isInView));
}

/** Does the work of one part after the other, as long as there is any; what is quick does not wait for what takes long. */
const workOff = () => Promise.all(Object.keys(atWork).map(async (pace) => {
  const part = atWork[pace] === null ? next(pace) : undefined;
  if (part) {
    atWork[pace] = part;
    tellTurn();
    await reporting(part.work)();
    part.isAsked = false;
    atWork[pace] = null;
    await workOff(); // What took long may be quick now, by what it shares with this part.
  } else {
    tellTurn();
  }
}));

/** Says what is at work if a reader has asked for all, or has to wait for a chapter that was left. */
function tellTurn() {
  if (!all.due.some(({ isAsked }) => isAsked)) {
    all = { due: [] };
  }
  const place = all.due.findIndex(isAtWork);
  const [, elsewhere] = Object.entries(atWork).find(([pace, part]) => part && !parts.includes(part) && next(pace)) ?? [];
  say("all-state", place >= 0 ? inWords("chapters.doing", place + 1, all.due.length, all.due[place].title) : elsewhere ? inWords("chapters.waiting", elsewhere.title) : "");
  say("run-all", inWords(all.kind === "section" ? "chapters.stop" : "chapters.run.all"));
  say("draw-all", inWords(all.kind === "figure" ? "chapters.stop" : "chapters.draw.all"));
  parts.forEach((part) => (part.button.disabled = part.isAsked || isAtWork(part)));
}

/** Compares the numbers at the beginning of titles, such as 1.5.2 and 1.6. */
function inBookOrder(...parts) {
  const [one, other] = parts.map(({ title }) => title.split(" ")[0]);
  return one.localeCompare(other, "en", { numeric: true });
}

/** Makes a section or a figure, with a title that shows its code, and a button that runs or draws it if that takes long. */
function partOf(chapter, kind, { title, look }, index, place) {
  const verb = kind === "section" ? "run" : "draw";
  const name = element("button", { type: "button", class: "title", "aria-controls": "listing" }, title);
  const button = element("button", { type: "button" });
  const state = element("span", { role: "status" });
  const result = element("div", { class: "result" });
  const head = element("div", { class: "head" }, element("h3", {}, name), button);
  const words = look ? [element("p", { class: "hint" }, inWords("chapters.look", `${look[0].toUpperCase()}${look.slice(1)}`))] : [];
  const node = element("article", { class: `part ${kind}` }, head, ...words, state, result);
  const part = { kind, index, title, node, button, place, comes, tell, work };

  function comes() {
    return part.seconds < SHORT && !part.isTried;
  }

  function tell() {
    button.hidden = part.isDone || comes();
    button.textContent = part.seconds < SHORT ? inWords(`chapters.${verb}`) : inWords(`chapters.${verb}.about`, rounded(part.seconds));
    button.setAttribute("aria-label", `${button.textContent}: ${title}`);
    node.classList.toggle("awaited", comes());
  }

  async function work() {
    const mine = parts;
    part.isTried = true;
    node.setAttribute("aria-busy", "true");
    try {
      const { url, svg, sentences, output, error } = await finished(kind, { chapter, [kind]: index }, part, state);
      const image = element("img", { alt: inWords("chapters.figure", title, look) });
      if (url && !svg) {
        image.src = url;
        await image.decode().then(() => image.classList.toggle("chart", isOnPaper(image)), () => {});
      }
      const { top, bottom } = node.getBoundingClientRect();
      state.classList.toggle("failed", error !== undefined);
      state.textContent = error ?? "";
      if (svg) {
        const player = new Player(result, title);
        // What comes by itself is not read out before a reader gets there.
        player.sentence.setAttribute("aria-live", "off");
        player.root.addEventListener("focusin", () => player.sentence.removeAttribute("aria-live"));
        player.show({ svg, sentences });
      } else if (url) {
        result.replaceChildren(image);
      } else if (output !== undefined) {
        result.replaceChildren(element("pre", { class: "output", tabindex: 0, role: "region", "aria-label": inWords("chapters.output", title) }, output));
      }
      part.isDone = error === undefined;
      tell();
      if (top < 0) {
        const before = scrollY;
        scrollBy({ top: node.getBoundingClientRect().bottom - bottom, behavior: "instant" });
        followedTo += scrollY - before; // The code stays, too.
      }
      if (part.seconds >= SHORT) {
        // What others share with it is done now, too.
        estimate(mine, await ask("/api/chapters", { chapter }));
      }
    } finally {
      node.removeAttribute("aria-busy");
      tell();
    }
  }

  name.addEventListener("click", () => choose(part, true));
  button.addEventListener("click", telling(() => {
    choose(part);
    part.isAsked = true;
    return workOff();
  }));
  return part;
}

const rounded = (seconds) => (seconds < 60 ? inWords("seconds", Math.ceil(seconds)) : inWords("chapters.minutes", Math.ceil(seconds / 60)));

/** Whether most of a figure is white, as the paper of a chart is. In the dark, light and dark change places in it. */
function isOnPaper(image) {
  const side = 50;
  const pen = element("canvas", { width: side, height: side }).getContext("2d");
  pen.drawImage(image, 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  return data.filter((level, i) => i % 4 === 0 && level > 245).length > 0.5 * side * side;
}

/** Asks until a section has run or a figure is drawn, which takes minutes if a network learns for it. */
async function finished(kind, request, part, state) {
  const start = performance.now();
  for (let pause = 10; ; pause = Math.min(1000, 1.5 * pause)) {
    const answer = await ask(`/api/${kind}s`, request);
    if (answer.status !== "working") {
      return answer;
    }
    const doing = inWords(kind === "section" ? "chapters.running" : "chapters.drawing");
    const seconds = TELL_AGAIN * Math.floor((performance.now() - start) / (1000 * TELL_AGAIN));
    if (part.isAsked || seconds > 0) {
      state.classList.remove("failed");
      state.textContent = seconds === 0 ? doing : inWords("chapters.so.far", doing, seconds);
    }
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
let followedTo = scrollY;
window.addEventListener("scroll", () => {
  if (Math.abs(scrollY - followedTo) < 1 || isNarrow.matches || !chosen || byId("chapters").hidden) {
    return;
  }
  followedTo = scrollY;
  const { top, bottom } = chosen.node.getBoundingClientRect();
  const isAway = bottom < 0.2 * innerHeight || top > 0.8 * innerHeight;
  const read = parts.find(({ node }) => node.getBoundingClientRect().bottom > 0.3 * innerHeight);
  if (isAway && read) {
    choose(read);
  }
});

/** Asks for all sections or figures; a second press stops what has not begun. */
function doAll(id, kind) {
  byId(id).addEventListener("click", telling(async () => {
    const isStop = all.kind === kind;
    all.due.forEach((part) => (part.isAsked = false));
    all = { kind, due: parts.filter((part) => !isStop && part.kind === kind && !part.isDone && !part.isAsked) };
    all.due.forEach((part) => (part.isAsked = true));
    await workOff();
  }));
}

doAll("run-all", "section");
doAll("draw-all", "figure");
