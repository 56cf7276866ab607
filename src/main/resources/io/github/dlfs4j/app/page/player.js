// Plays a graph step by step: its picture, a sentence for each step, and the controls.

import { element, onKeys } from "./elements.js";
import { inWords } from "./language.js";
import { minus } from "./pictures.js";

/** The seconds that a step takes. */
const SPEEDS = [["slow", 4], ["normal", 2.2], ["fast", 1]];

/** How many times as large as in a file a picture is at most. */
const LARGEST = 1.4;
/** A picture shrinks to its place until its letters have so many pixels. */
const SMALLEST_LETTERS = 11;
/** The width of the margins beside a picture. */
const MARGINS = 16;

const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
let styles = "";

/** The part of a step in which a value moves along its edge. */
const MOVING = 0.4;

const STYLE = /<style>([^]*?)<\/style>/;

/**
 * Reads a picture. Its style sheet, which is the same in all pictures, is used once for the page. The page allows no
 * style in text, so the ways along which values move are set by this script.
 */
function pictureOf(svg) {
  const [, style] = STYLE.exec(svg);
  if (styles !== style) {
    styles = style;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }
  const plain = svg.replace(STYLE, "").replaceAll(' style="', ' data-style="');
  const picture = document.importNode(new DOMParser().parseFromString(plain, "image/svg+xml").documentElement, true);
  for (const moving of picture.querySelectorAll("[data-style]")) {
    moving.style.cssText = moving.dataset.style;
    moving.setAttribute("aria-hidden", "true");
  }
  picture.querySelectorAll("text,title,desc").forEach((words) => (words.textContent = minus(words.textContent)));
  return picture;
}

export class Player {
  #sentences = [];
  #parts = [];
  #step = 0;
  #timer = null;
  #motions = [];

  /** Makes a player within an element. */
  constructor(host, name) {
    this.sentence = element("p", { class: "sentence", role: "status" });
    this.picture = element("div", { class: "picture", tabindex: 0, role: "region", "aria-label": inWords("player.picture", name) });
    const button = (key, onclick) =>
      element("button", { type: "button", "aria-label": inWords(`player.${key}.name`, name), onclick }, inWords(`player.${key}`));
    this.toggle = button("play", () => this.playOrPause());
    this.back = button("back", () => this.go(this.#step - 1));
    this.next = button("step", () => this.go(this.#step + 1));
    this.range = element("input", { type: "range", min: 0, value: 0, "aria-label": inWords("player.range", name) });
    this.count = element("span", { class: "count-of-steps hint" });
    this.speed = element("select", { "aria-label": inWords("player.speed", name) }, ...SPEEDS.map(([key, seconds]) => element("option", { value: seconds }, inWords(`player.${key}`))));
    this.speed.selectedIndex = 1;
    this.range.addEventListener("input", () => this.go(Number(this.range.value)));
    const bar = element("div", { class: "bar" }, this.toggle, this.back, this.next, this.range, this.count, this.speed);
    this.root = element("div", { class: "player" }, this.sentence, this.picture, bar);
    onKeys(this.root, (event) => this.#onKey(event));
    host.replaceChildren(this.root);
    new ResizeObserver(() => this.#fit()).observe(this.picture);
  }

  /** Shows a graph at a step; by default at the last one. */
  show({ svg, sentences }, step = sentences.length - 1) {
    this.pause();
    const picture = pictureOf(svg);
    this.#parts = [...picture.querySelectorAll("[data-from], [data-until]")].map((part) => ({
      part,
      from: Number(part.dataset.from ?? 0),
      until: Number(part.dataset.until ?? Infinity),
    }));
    this.#sentences = sentences.map(minus);
    this.range.max = sentences.length - 1;
    this.picture.replaceChildren(picture);
    this.#fit();
    this.#set(Math.min(step, sentences.length - 1));
  }

  /** Fits the picture to its place: the whole of it while it plays, and else no smaller than one can read. */
  #fit() {
    const svg = this.picture.querySelector("svg");
    if (svg) {
      const { width, height } = svg.viewBox.baseVal;
      const letters = Math.min(...[...svg.querySelectorAll("text")].map((text) => Number(text.getAttribute("font-size"))));
      const least = SMALLEST_LETTERS / letters;
      this.root.style.setProperty("--least", `${Math.ceil(least * width) + MARGINS}px`);
      const room = (this.picture.clientWidth - MARGINS) / width;
      const scale = Math.max(this.#timer === null ? least : 0, Math.min(LARGEST, room));
      svg.setAttribute("width", scale * width);
      svg.setAttribute("height", scale * height);
    }
  }

  get step() {
    return this.#step;
  }

  get isAtEnd() {
    return this.#step === this.#sentences.length - 1;
  }

  /** Goes to a step, and stops playing. */
  go(step) {
    this.pause();
    this.#goOn(Math.max(0, Math.min(step, this.#sentences.length - 1)));
  }

  /** Goes to a step. If it is the next one, values move along their edges. */
  #goOn(step) {
    const isNext = step === this.#step + 1;
    this.#set(step);
    if (isNext && !isCalm.matches) {
      this.#move();
    }
  }

  /** Moves the values of this step, and the derivatives of this step against the direction of the edges. */
  #move() {
    for (const { part } of this.#parts.filter(({ part, from }) => from === this.#step && part.dataset.style)) {
      const way = [{ offsetDistance: "0%" }, { offsetDistance: "100%" }];
      part.classList.add("on-its-way");
      const motion = part.animate(part.matches(".moving-backward") ? way.reverse() : way, {
        duration: 1000 * MOVING * Number(this.speed.value),
        easing: "ease-in-out",
      });
      motion.onfinish = motion.oncancel = () => part.classList.remove("on-its-way");
      this.#motions.push(motion);
    }
  }

  #set(step) {
    this.#step = step;
    this.#motions.splice(0).forEach((motion) => motion.cancel());
    for (const { part, from, until } of this.#parts) {
      part.classList.toggle("absent", step < from || step >= until);
      part.classList.toggle("fresh", step === from && until > step);
    }
    this.sentence.textContent = this.#sentences[step];
    this.range.value = step;
    this.count.textContent = inWords("of", step + 1, this.#sentences.length);
    this.range.setAttribute("aria-valuetext", this.count.textContent);
    this.back.disabled = step === 0;
    this.next.disabled = this.isAtEnd;
    this.#follow();
  }

  /** Scrolls the picture, if it is wider than its place, to where something happens. */
  #follow() {
    const place = this.picture.getBoundingClientRect();
    const fresh = this.picture.querySelector(".work:not(.absent)") ?? this.picture.querySelector(".fresh");
    if (fresh && this.picture.scrollWidth > this.picture.clientWidth) {
      const { left, width } = fresh.getBoundingClientRect();
      const to = this.picture.scrollLeft + left + width / 2 - place.left - place.width / 2;
      this.picture.scrollTo({ left: to, behavior: isCalm.matches ? "auto" : "smooth" });
    }
  }

  playOrPause() {
    if (this.#timer !== null) {
      this.pause();
      return;
    }
    this.toggle.textContent = inWords("player.pause");
    this.root.dispatchEvent(new Event("play"));
    if (this.isAtEnd) {
      this.#set(0);
    }
    if (this.#step === 0 && !isCalm.matches) {
      this.#move();
    }
    this.#wait();
    this.#fit();
    this.root.scrollIntoView({ block: "nearest" });
  }

  #wait() {
    this.#timer = setTimeout(() => {
      if (this.root.offsetParent === null) {
        this.pause();
        return;
      }
      this.#goOn(this.#step + 1);
      this.isAtEnd ? this.pause() : this.#wait();
    }, 1000 * Number(this.speed.value));
  }

  pause() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#fit();
    this.toggle.textContent = inWords("player.play");
  }

  #onKey({ key, target }) {
    const steps = { ArrowLeft: this.#step - 1, ArrowRight: this.#step + 1, Home: 0, End: this.#sentences.length - 1 };
    if (key in steps && !target.matches("input, select")) {
      this.go(steps[key]);
    } else if (key === " " && target === this.picture) {
      this.playOrPause();
    } else {
      return false;
    }
  }
}
