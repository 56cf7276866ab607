// A picture of squares that one reads with the pointer or the keys.

import { byId, onKeys, say } from "./elements.js";

/** A picture of squares that the pointer and the arrow keys read. */
export class Grid {
  size = 1;
  at = 0;

  constructor(id, sentence) {
    const canvas = byId(id);
    this.tell = (index) => {
      this.at = index;
      say(`${id}-read`, sentence(index));
    };
    canvas.addEventListener("pointermove", ({ offsetX, offsetY }) => {
      const [x, y] = [offsetX, offsetY].map((place) => Math.max(0, Math.min(this.size - 1, Math.floor((place * this.size) / canvas.clientWidth))));
      this.tell(y * this.size + x);
    });
    onKeys(canvas, ({ key }) => {
      const to = this.at + { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.size, ArrowDown: this.size }[key];
      return to >= 0 && to < this.size ** 2 && this.tell(to);
    });
  }
}
