// A picture of squares that one reads with the pointer or the keys.

import { byId, say } from "./elements.js";

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
    canvas.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.size, ArrowDown: this.size }[event.key];
      const to = this.at + step;
      if (step && to >= 0 && to < this.size ** 2) {
        event.preventDefault();
        this.tell(to);
      }
    });
  }
}
