// The page of dlfs4j: recognises drawn digits, follows a training, and shows the figures of the chapters.

import { loadChapters } from "./chapters.js";
import { byId, reporting } from "./elements.js";
import "./examples.js";
import "./files.js";
import { loadOptions } from "./form.js";
import { visitGraphs } from "./graphs.js";
import { onDrawn, redraw } from "./paper.js";
import { visitPlay } from "./play.js";
import { loadNetworks, predict } from "./reading.js";
import { listen } from "./training.js";
import { visitTransformer } from "./transformer.js";

const LINKS = [...document.querySelectorAll("header a")];

function showView() {
  const shown = LINKS.find((link) => link.hash === location.hash) ?? LINKS[0];
  for (const link of LINKS) {
    byId(link.hash.slice(1)).hidden = link !== shown;
    link.toggleAttribute("aria-current", false);
    if (link === shown) {
      link.setAttribute("aria-current", "page");
      document.title = `${link.textContent} – dlfs4j`;
    }
  }
}

for (const visit of [showView, visitPlay, visitGraphs, visitTransformer]) {
  window.addEventListener("hashchange", visit);
  document.addEventListener("visibilitychange", visit);
  visit();
}
redraw();
reporting(async () => {
  // A training is shown when the form is there, whose fields would move the buttons below them away from the pointer.
  await Promise.all([loadNetworks(), loadOptions().finally(listen), loadChapters()]);
  onDrawn(predict);
})();
