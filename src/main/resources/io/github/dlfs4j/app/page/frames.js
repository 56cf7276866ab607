// Frames around the digits of a picture, each with what was read above it. A click shows that digit in the network; a
// stroke that begins in a frame is drawn on the paper below.

import { byId, element } from "./elements.js";
import { inWords } from "./language.js";

const frames = byId("frames");
const readings = byId("readings");
/** A pointer that moves farther than this draws, and does not click. */
const FAR = 4;
/** The press of a pointer in a frame. */
let press = null;

/** Frames the digits, on a picture that fills the paper as far as its shape allows. */
export function frameDigits(places, { width, height }) {
  const [wide, high] = [Math.min(1, width / height), Math.min(1, height / width)];
  frames.replaceChildren(...places.map((place, i) => {
    const frame = element("button", { type: "button", onpointermove: draw, onclick: () => listed()[i]?.click() }, element("span"));
    frame.style.left = share((1 - wide) / 2 + wide * place.left);
    frame.style.top = share((1 - high) / 2 + high * place.top);
    frame.style.width = share(wide * place.width);
    frame.style.height = share(high * place.height);
    frame.addEventListener("pointerdown", (event) => {
      press = event;
      frame.setPointerCapture(event.pointerId);
    });
    return frame;
  }));
  label();
}

function draw({ buttons, clientX, clientY }) {
  if (buttons === 1 && Math.hypot(clientX - press.clientX, clientY - press.clientY) > FAR) {
    byId("paper").dispatchEvent(new PointerEvent("pointerdown", press)); // The paper follows the pointer from here on.
  }
}

const share = (part) => `${(100 * part).toFixed(3)}%`;
const listed = () => [...readings.querySelectorAll("button")];

/** Gives each frame the words and the state of the button in the list of digits. */
function label() {
  listed().forEach((button, i) => {
    const frame = frames.children[i];
    if (frame) {
      frame.firstChild.textContent = button.textContent;
      frame.setAttribute("aria-label", inWords("draw.frame", i + 1, button.textContent));
      frame.setAttribute("aria-pressed", button.getAttribute("aria-pressed"));
    }
  });
}

new MutationObserver(label).observe(readings, { childList: true });
