// The paper that a digit is drawn on, by a pointer or by keys.

import { byId, onKeys, say } from "./elements.js";
import { inWords } from "./language.js";
import { percent } from "./pictures.js";

const paper = byId("paper");
const ink = paper.getContext("2d", { willReadFrequently: true });
const PEN_WIDTH = 28;
const RUBBER_WIDTH = 44;
/** The width that is sent to the server: each pixel is the mean of 3 by 3 pixels of the paper. */
export const SENT_WIDTH = paper.width / 3;

/** The strokes, each with its points and width; one that rubs takes ink away. They are kept when the page is reloaded. */
const strokes = JSON.parse(sessionStorage.getItem("strokes") ?? "[]").filter(({ points }) => points);
let stroke = null;
/** A picture that lies on the paper until something is drawn; null for none. */
let shownPicture = null;
/** What to do when the drawing has changed. */
let changed = () => {};

export function redraw() {
  ink.clearRect(0, 0, paper.width, paper.height);
  if (shownPicture) {
    const scale = Math.min(paper.width / shownPicture.width, paper.height / shownPicture.height);
    const [width, height] = [scale * shownPicture.width, scale * shownPicture.height];
    ink.globalCompositeOperation = "source-over";
    ink.drawImage(shownPicture, (paper.width - width) / 2, (paper.height - height) / 2, width, height);
  }
  ink.strokeStyle = getComputedStyle(paper).color;
  ink.lineCap = "round";
  ink.lineJoin = "round";
  for (const { points: [start, ...rest], width, rubs } of strokes) {
    ink.lineWidth = width;
    ink.globalCompositeOperation = rubs ? "destination-out" : "source-over";
    ink.beginPath();
    ink.moveTo(...start);
    ink.lineTo(...start);
    rest.forEach((point) => ink.lineTo(...point));
    ink.stroke();
  }
}

/** Sets what to do when the drawing has changed, and does it for the drawing of before. */
export function onDrawn(action) {
  changed = action;
  drawn();
}

/** Lays a picture on the paper, in place of what is drawn there. */
export function showPicture(picture) {
  strokes.length = 0;
  stroke = null;
  sessionStorage.removeItem("strokes");
  shownPicture = picture;
  redraw();
  byId("undo").disabled = byId("clear").disabled = false;
}

function drawn() {
  shownPicture = null;
  redraw();
  sessionStorage.setItem("strokes", JSON.stringify(strokes));
  byId("undo").disabled = byId("clear").disabled = strokes.length === 0;
  changed();
}

function undo() {
  strokes.pop();
  stroke = null;
  drawn();
}

const clear = () => draw([]);
const isRubbing = () => byId("rubber").getAttribute("aria-pressed") === "true";

function begin(point) {
  stroke = [point];
  strokes.push({ points: stroke, width: isRubbing() ? RUBBER_WIDTH : PEN_WIDTH, rubs: isRubbing() });
  drawn();
}

/** Draws lines, each a list of points, in place of what is on the paper. */
export function draw(lines) {
  strokes.splice(0, strokes.length, ...lines.map((points) => ({ points, width: PEN_WIDTH, rubs: false })));
  stroke = null;
  drawn();
}

/** Takes the ink away in the lower half. */
export function rubOutHalf() {
  const { width, height } = paper;
  strokes.push({ points: [[-height, 0.75 * height], [width + height, 0.75 * height]], width: height / 2, rubs: true });
  stroke = null;
  drawn();
}

export const isBlank = () => strokes.length === 0;

function pointOf(event) {
  const box = paper.getBoundingClientRect();
  const scale = paper.width / box.width;
  return [Math.round((event.clientX - box.left) * scale), Math.round((event.clientY - box.top) * scale)];
}

paper.addEventListener("pointerdown", (event) => {
  if (event.isPrimary && event.button === 0) {
    paper.setPointerCapture(event.pointerId);
    pen.lift();
    begin(pointOf(event));
  }
});
paper.addEventListener("pointermove", (event) => {
  if (stroke && paper.hasPointerCapture(event.pointerId)) {
    stroke.push(...(event.getCoalescedEvents?.() ?? [event]).map(pointOf));
    drawn();
  }
});
paper.addEventListener("lostpointercapture", () => (stroke = null));

/** The pen that the keys move. */
const pen = {
  at: [paper.width / 2, paper.height / 4],
  held: new Set(),
  isDown: false,

  show(visible) {
    const mark = byId("pen");
    mark.hidden = !visible;
    mark.style.left = percent(this.at[0] / paper.width).replace(" ", "");
    mark.style.top = percent(this.at[1] / paper.height).replace(" ", "");
    mark.classList.toggle("down", this.isDown);
    say("pen-state", visible ? inWords(this.isDown ? "draw.pen.down" : "draw.pen.up") : "");
  },
  lift() {
    this.isDown = false;
    this.held.clear();
    this.show(false);
    stroke = null;
  },
  toggle() {
    this.isDown = !this.isDown;
    if (this.isDown) {
      begin([...this.at]);
    } else {
      stroke = null;
    }
    this.show(true);
  },
  move(step) {
    const sign = (more, less) => this.held.has(more) - this.held.has(less);
    const inside = (x) => Math.min(Math.max(x, PEN_WIDTH / 2), paper.width - PEN_WIDTH / 2);
    this.at[0] = inside(this.at[0] + step * sign("ArrowRight", "ArrowLeft"));
    this.at[1] = inside(this.at[1] + step * sign("ArrowDown", "ArrowUp"));
    if (stroke) {
      stroke.push([...this.at]);
      drawn();
    }
    this.show(true);
  },
};

onKeys(paper, ({ key, shiftKey }) => {
  if (key.startsWith("Arrow")) {
    pen.held.add(key);
    pen.move(shiftKey ? 3 : 12);
  } else if (key === " ") {
    pen.toggle();
  } else if (key === "Backspace" || key === "Delete") {
    pen.lift();
    key === "Delete" ? clear() : undo();
    pen.show(true);
  } else {
    return false;
  }
});
paper.addEventListener("keyup", (event) => pen.held.delete(event.key));
paper.addEventListener("focus", () => pen.show(paper.matches(":focus-visible")));
paper.addEventListener("blur", () => pen.lift());
byId("undo").addEventListener("click", undo);
byId("clear").addEventListener("click", clear);
byId("rubber").addEventListener("click", () => byId("rubber").setAttribute("aria-pressed", !isRubbing()));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

/** Returns the ink as grey bytes. Ink is what is not transparent on the paper. */
export function pixels() {
  const { data, width, height } = ink.getImageData(0, 0, paper.width, paper.height);
  const sums = new Uint16Array(SENT_WIDTH * SENT_WIDTH);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums[SENT_WIDTH * Math.floor(y / 3) + Math.floor(x / 3)] += data[4 * (y * width + x) + 3];
    }
  }
  return Uint8Array.from(sums, (sum) => Math.round(sum / 9));
}
