// Plays a graph step by step: its picture, a sentence for each step, and the controls.

import { element } from "./elements.js";

/** The seconds that a step takes. */
const SPEEDS = [["Slow", 4], ["Normal", 2.2], ["Fast", 1]];

/** How many times as large as in a file a picture is at most. */
const LARGEST = 1.4;
/** The width of the margins beside a picture. */
const MARGINS = 16;

const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
let styles = "";

/** What an operation passes back, by the symbol in its circle; ^2 and other powers have the rule of ^. */
const RULES = {
  "+": "A sum passes on what comes back, as it is.",
  "-": "A difference a − b passes on what comes back, to b with the other sign.",
  "×": "A product passes on what comes back, times the other factor.",
  "/": "A quotient a / b passes on what comes back, times 1 / b to a, and times −a / b² to b.",
  "1/x": "1/x passes on what comes back, times −1/x².",
  "-x": "−x passes on what comes back, with the other sign.",
  "^": "A power a^b passes on what comes back, times b·a^(b − 1) to a, and times a^b·log a to b.",
  exp: "exp passes on what comes back, times its output.",
  log: "log passes on what comes back, divided by its input.",
  sin: "sin x passes on what comes back, times cos x.",
  cos: "cos x passes on what comes back, times −sin x.",
  tanh: "tanh passes on what comes back, times 1 − y², where y is its output.",
  sigmoid: "Sigmoid passes on what comes back, times y(1 − y), where y is its output.",
  relu: "ReLU passes on what comes back where its input is positive, and 0 elsewhere.",
  dot: "A matrix product passes on what comes back, times the other matrix, transposed.",
  "softmax with loss": "Softmax with loss passes back y − t, the probabilities minus the labels.",
};

const STYLE = /<style>([^]*?)<\/style>/;

/** Reads a picture. Its style sheet, which is the same in all pictures, is used once for the page. */
function pictureOf(svg) {
  const [, style] = STYLE.exec(svg);
  if (styles !== style) {
    styles = style;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }
  return document.importNode(new DOMParser().parseFromString(svg.replace(STYLE, ""), "image/svg+xml").documentElement, true);
}

/** Adds to a step back the rule of its operation. */
function withRule(sentence) {
  const [, symbol = ""] = /^Back through (.*?): /.exec(sentence) ?? [];
  const rule = RULES[symbol] ?? (symbol.startsWith("^") ? RULES["^"] : "");
  return `${sentence} ${rule}`.trim();
}

export class Player {
  #sentences = [];
  #parts = [];
  #step = 0;
  #timer = null;

  /** Makes a player within an element. */
  constructor(host, name) {
    this.sentence = element("p", { class: "sentence", role: "status" });
    this.picture = element("div", { class: "picture", tabindex: 0, role: "region", "aria-label": `${name}: Space plays, arrow keys step` });
    const button = (text, label, action) => {
      const made = element("button", { type: "button", "aria-label": `${label}: ${name}` }, text);
      made.addEventListener("click", action);
      return made;
    };
    this.toggle = button("Play", "Play", () => this.playOrPause());
    this.back = button("Back", "Step back", () => this.go(this.#step - 1));
    this.next = button("Step", "Step", () => this.go(this.#step + 1));
    this.range = element("input", { type: "range", min: 0, value: 0, "aria-label": `Step of ${name}` });
    this.count = element("span", { class: "count-of-steps hint" });
    this.speed = element("select", { "aria-label": `Speed of ${name}` }, ...SPEEDS.map(([text, seconds]) => element("option", { value: seconds }, text)));
    this.speed.selectedIndex = 1;
    this.range.addEventListener("input", () => this.go(Number(this.range.value)));
    const bar = element("div", { class: "bar" }, this.toggle, this.back, this.next, this.range, this.count, this.speed);
    this.root = element("div", { class: "player" }, this.sentence, this.picture, bar);
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
    host.replaceChildren(this.root);
    new ResizeObserver(() => this.#enlarge()).observe(this.picture);
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
    this.#sentences = sentences;
    this.range.max = sentences.length - 1;
    this.picture.replaceChildren(picture);
    this.#enlarge();
    this.#set(Math.min(step, sentences.length - 1));
  }

  /** Makes a small picture somewhat larger if there is room. */
  #enlarge() {
    const svg = this.picture.querySelector("svg");
    if (svg) {
      const { width, height } = svg.viewBox.baseVal;
      const scale = Math.max(1, Math.min(LARGEST, (this.picture.clientWidth - MARGINS) / width));
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
    this.#set(Math.max(0, Math.min(step, this.#sentences.length - 1)));
  }

  #set(step) {
    this.#step = step;
    for (const { part, from, until } of this.#parts) {
      part.classList.toggle("absent", step < from || step >= until);
      part.classList.toggle("fresh", step === from && until > step);
    }
    this.sentence.textContent = withRule(this.#sentences[step]);
    this.range.value = step;
    this.range.setAttribute("aria-valuetext", `${step + 1} of ${this.#sentences.length}`);
    this.count.textContent = `${step + 1} of ${this.#sentences.length}`;
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
    this.toggle.textContent = "Pause";
    this.root.dispatchEvent(new Event("play"));
    if (this.isAtEnd) {
      this.#set(0);
    }
    this.#wait();
  }

  #wait() {
    this.#timer = setTimeout(() => {
      if (this.root.offsetParent === null) {
        this.pause();
        return;
      }
      this.#set(this.#step + 1);
      this.isAtEnd ? this.pause() : this.#wait();
    }, 1000 * Number(this.speed.value));
  }

  pause() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.toggle.textContent = "Play";
  }

  #onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select")) {
      return;
    }
    const steps = { ArrowLeft: this.#step - 1, ArrowRight: this.#step + 1, Home: 0, End: this.#sentences.length - 1 };
    if (event.key in steps) {
      this.go(steps[event.key]);
    } else if (event.key === " " && event.target === this.picture) {
      this.playOrPause();
    } else {
      return;
    }
    event.preventDefault();
  }
}
