// One layer of the network as a picture: small squares for neurons, or maps with their filters above.

import { element } from "./elements.js";
import { inWords } from "./language.js";
import { coloured, colourOf, enlarge, fromBase64 } from "./pictures.js";

const GAP = 4;
const HIGHEST_OUTPUT = 44;
/** A neuron that a finger can touch has 24 pixels, and a gap of 3. */
const TOUCHED = 27;

/** The colours of a byte, from the style sheet: 0 is dark; if the bytes are signed, 128 is. */
function colours() {
  const [off, on, positive, negative] = ["--off", "--glow", "--positive", "--negative"].map(colourOf);
  const mix = (to, share) => off.map((level, i) => Math.round(level + (to[i] - level) * share));
  const all = (colourOf) => Array.from({ length: 256 }, (_, byte) => colourOf(byte));
  return {
    unsigned: all((byte) => mix(on, (byte / 255) ** 0.75)),
    signed: all((byte) => mix(byte < 128 ? negative : positive, Math.min(1, Math.abs(byte - 128) / 127))),
  };
}
let known = null;
const palette = (isSigned) => (known ??= colours())[isSigned ? "signed" : "unsigned"];

/** Makes a picture of bytes, a pixel each, in some columns. */
export const imageOf = (bytes, columns, isSigned) => coloured(bytes, columns, palette(isSigned));

export function canvasOf(image) {
  const canvas = element("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}

export class Stage {
  constructor(layer, number, isLast, isBlank) {
    this.number = number;
    this.isLast = isLast;
    this.cursor = 0;
    this.canvas = element("canvas", { tabindex: 0, role: "application", "aria-describedby": "neuron-keys" });
    this.update(layer, isBlank);
    const [layerName, ...steps] = layer.names;
    const first = number === 0 ? inWords("draw.image") : layerName;
    const size = this.isFlat ? `${this.count}` : `${this.maps} × ${this.height}×${this.width}`;
    const kind = number === 0 ? "28×28" : steps.filter((name) => name !== "Dropout").join(", ");
    const layers = [first, ...(kind ? [kind] : [])];
    this.canvas.setAttribute("aria-label", inWords(this.isFlat ? "draw.stage.neurons" : "draw.stage.pixels", this.name, layers.join(", "), size));
    const sizes = this.isFlat ? [size] : [inWords("draw.maps", this.maps), `${this.height}×${this.width}`];
    const caption = number === 0 ? layers : [...layers, ...sizes];
    const lines = caption.flatMap((line, i) => (i === 0 ? [element("b", {}, line)] : [element("br"), line]));
    this.title = [...layers, this.isFlat ? size : inWords("draw.maps.of", ...sizes)].join(", ");
    this.button = element("button", { type: "button", "aria-expanded": "false", "aria-controls": "large", title: inWords("draw.open.layer") }, ...lines);
    this.figure = element("figure", { class: "stage" }, this.canvas, element("figcaption", {}, this.button));
  }

  get name() {
    return this.number === 0 ? inWords("draw.image") : inWords("draw.layer", this.number);
  }

  /** Takes new values, of the same shape; dark ones for blank paper. */
  update({ shape, values, signed, filters, filterShape }, isBlank) {
    this.isFlat = shape.length === 1;
    [this.maps, this.height, this.width] = this.isFlat ? [1, 1, shape[0]] : shape;
    this.count = this.maps * this.height * this.width;
    this.bytes = isBlank ? new Uint8Array(this.count).fill(signed ? 128 : 0) : fromBase64(values);
    this.isSigned = signed;
    this.filters = filters?.map((filter) => canvasOf(imageOf(fromBase64(filter), filterShape[1], true)));
    [this.filterHeight, this.filterWidth] = filterShape ?? [0, 0];
  }

  /** Arranges the neurons in a box. The scale is the width of a pixel of a map, in CSS pixels. */
  arrange(scale, most) {
    this.scale = this.number === 0 ? Math.max(3, Math.min(6, 2 * scale)) : scale;
    if (this.isFlat) {
      this.arrangeSquares(most);
    } else {
      this.arrangeMaps(most);
    }
    this.boxWidth = this.columns * this.stepX - this.gap;
    this.boxHeight = this.rows * this.stepY - this.gap;
  }

  /** Makes the squares as large as fits. Somewhat smaller ones are better if no row is then half empty. */
  arrangeSquares({ width, height, isTall }) {
    const largest = this.isLast ? HIGHEST_OUTPUT : isTall ? TOUCHED : Math.round(12 + 4 * this.scale);
    const [smaller, more] = isTall ? [0, 3] : [4, 2];
    const fits = [];
    for (let step = largest; step >= 3; step--) {
      const least = this.isLast ? 1 : isTall ? Math.floor(width / step) - more : Math.ceil(this.count / Math.floor(height / step));
      for (let columns = Math.max(1, least); columns <= least + (this.isLast ? 0 : more); columns++) {
        const rows = Math.ceil(this.count / columns);
        if (columns * step <= width && rows * step <= height) {
          fits.push({ step, columns: Math.min(this.count, columns), rows });
        }
      }
    }
    const isFull = ({ step, columns }) => step >= fits[0].step - smaller && this.count % columns === 0;
    const chosen = fits.find(isFull) ?? fits[0] ?? { step: 3, columns: Math.ceil(this.count / 100), rows: 100 };
    this.columns = chosen.columns;
    this.rows = chosen.rows;
    this.stepX = this.stepY = chosen.step;
    this.gap = this.isLast ? 14 : chosen.step > 8 ? 3 : 1;
  }

  arrangeMaps({ width, height, isTall }) {
    this.gap = GAP;
    this.filterScale = Math.max(2, Math.ceil(1.5 * this.scale));
    this.above = this.filters ? Math.ceil(this.filterHeight * this.filterScale) + 3 : 0;
    this.stepX = Math.ceil(Math.max(this.width * this.scale, this.filterWidth * (this.filters ? this.filterScale : 0))) + this.gap;
    this.stepY = Math.ceil(this.height * this.scale) + this.above + this.gap + (this.filters ? 2 : 0);
    const most = Math.max(1, isTall ? Math.floor((width + this.gap) / this.stepX) : Math.floor((height + this.gap) / this.stepY));
    const other = Math.ceil(this.maps / most);
    [this.columns, this.rows] = isTall ? [Math.min(this.maps, most), other] : [other, Math.ceil(this.maps / other)];
  }

  /** Returns the corner and the size of a neuron, in CSS pixels of the canvas. */
  cell(index) {
    if (this.isFlat) {
      const size = this.stepX - this.gap;
      return { x: (index % this.columns) * this.stepX, y: Math.floor(index / this.columns) * this.stepY, width: size, height: size };
    }
    const map = this.map(this.mapOf(index));
    const x = map.x + (index % this.width) * this.scale;
    const y = map.y + (Math.floor(index / this.width) % this.height) * this.scale;
    return { x, y, width: this.scale, height: this.scale };
  }

  /** Returns the corner and the size of a map. */
  map(number) {
    const x = (number % this.columns) * this.stepX;
    const y = Math.floor(number / this.columns) * this.stepY + this.above;
    return { x, y, width: this.width * this.scale, height: this.height * this.scale };
  }

  /** Returns the neuron at a place; for a filter, the pixel of its map that it fits best; -1 if there is none. */
  at(x, y) {
    const column = Math.floor(x / this.stepX);
    const row = Math.floor(y / this.stepY);
    const number = row * this.columns + column;
    if (x < 0 || y < 0 || column >= this.columns || number >= (this.isFlat ? this.count : this.maps)) {
      return -1;
    }
    if (this.isFlat) {
      return number;
    }
    const map = this.map(number);
    const first = number * this.height * this.width;
    if (y < map.y) {
      return this.strongest(number);
    }
    const inside = (place, most) => Math.min(most - 1, Math.floor(place / this.scale));
    return first + inside(y - map.y, this.height) * this.width + inside(x - map.x, this.width);
  }

  /** Returns the number of the map that a pixel belongs to. */
  mapOf(index) {
    return Math.floor(index / (this.height * this.width));
  }

  bytesOf(map) {
    const size = this.height * this.width;
    return this.bytes.subarray(map * size, (map + 1) * size);
  }

  /** Returns the pixel of a map that fits its filter best. */
  strongest(map) {
    const values = this.bytesOf(map);
    return map * values.length + values.indexOf(Math.max(...values));
  }

  brightest() {
    return this.bytes.indexOf(Math.max(...this.bytes));
  }

  /** Returns the neuron that a key moves to from the one under the cursor. */
  moved(key) {
    const width = this.isFlat ? this.columns : this.width;
    const size = this.height * this.width;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width, PageUp: -size, PageDown: size };
    const to = key === "Home" ? 0 : key === "End" ? this.count - 1 : this.cursor + (steps[key] ?? NaN);
    return Number.isNaN(to) ? -1 : Math.max(0, Math.min(this.count - 1, to));
  }

  /** Says which neuron it is. */
  nameOf(index) {
    if (this.isLast) {
      return inWords("draw.output", index);
    }
    if (this.isFlat) {
      return inWords("draw.neuron", index + 1);
    }
    const place = inWords("place", (Math.floor(index / this.width) % this.height) + 1, (index % this.width) + 1);
    return this.number === 0 ? place : inWords("draw.map.place", this.mapOf(index) + 1, place);
  }

  paint() {
    const ratio = devicePixelRatio;
    this.canvas.width = Math.round(this.boxWidth * ratio);
    this.canvas.height = Math.round(this.boxHeight * ratio);
    this.canvas.style.width = `${this.boxWidth}px`;
    this.canvas.style.height = `${this.boxHeight}px`;
    const context = this.canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.imageSmoothingEnabled = false;
    if (this.isFlat) {
      this.paintSquares(context);
    } else {
      this.paintMaps(context);
    }
  }

  paintSquares(context) {
    const colour = palette(this.isSigned);
    const edge = getComputedStyle(document.documentElement).getPropertyValue("--rim");
    for (let i = 0; i < this.count; i++) {
      const { x, y, width, height } = this.cell(i);
      context.beginPath();
      context.roundRect(x, y, width, height, Math.min(4, width / 5));
      context.fillStyle = `rgb(${colour[this.bytes[i]].join(" ")})`;
      context.fill();
      if (width > 6) {
        context.strokeStyle = edge;
        context.stroke();
      }
    }
  }

  /** Paints a map onto another canvas, at most so many pixels wide, and returns how large its pixels are. */
  paintLarge(canvas, map, side) {
    return enlarge(canvasOf(imageOf(this.bytesOf(map), this.width, this.isSigned)), side, canvas);
  }

  paintMaps(context) {
    const all = canvasOf(imageOf(this.bytes, this.width, this.isSigned));
    for (let i = 0; i < this.maps; i++) {
      const { x, y, width, height } = this.map(i);
      context.drawImage(all, 0, i * this.height, this.width, this.height, x, y, width, height);
      if (this.filters) {
        const filter = this.filters[i];
        context.drawImage(filter, x, y - this.above, this.filterWidth * this.filterScale, this.filterHeight * this.filterScale);
      }
    }
  }
}
