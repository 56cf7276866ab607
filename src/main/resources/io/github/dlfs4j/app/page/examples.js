// What to try on the paper: drawings to change, and to compare.

import { byId, element } from "./elements.js";
import { inWords } from "./language.js";
import { draw, isBlank, rubOutHalf } from "./paper.js";

const EIGHT = [[[215, 95], [168, 62], [122, 98], [168, 160], [222, 225], [168, 282], [114, 225], [168, 160], [215, 95]]];
const EXAMPLES = [
  ["seven", () => draw([[[98, 70], [238, 70], [150, 280]], [[125, 175], [235, 175]]])],
  ["one", () => draw([[[118, 118], [176, 60], [176, 276]], [[108, 278], [244, 278]]])],
  ["four", () => draw([[[122, 60], [100, 180], [240, 180]], [[216, 60], [206, 286]]])],
  ["half", () => {
    if (isBlank()) {
      draw(EIGHT);
    }
    rubOutHalf();
  }],
];

byId("examples").append(...EXAMPLES.map(([key, onclick]) =>
  element("button", { type: "button", onclick }, inWords(`draw.example.${key}`))));
