// The source code of a chapter: a file at a time, with numbers of lines, and with the lines of one method marked.

import { byId, element, press, say } from "./elements.js";
import { highlightedLines } from "./highlight.js";
import { inWords } from "./language.js";

/** The lines that are seen above the marked ones. */
const LINES_ABOVE = 2;

let files = [];
let shown = "";

/** Takes the files of another chapter, and shows the first. */
export function setFiles(all) {
  files = all;
  const tab = ({ name }) => element("button", { type: "button", onclick: () => showFile(name) }, name.replace(".java", ""));
  byId("files").replaceChildren(...files.map(tab));
  shown = "";
  showFile(files[0].name);
}

function showFile(name) {
  if (shown !== name) {
    shown = name;
    const index = files.findIndex((file) => file.name === name);
    const piece = ({ kind, text }) => (kind ? element("span", { class: kind }, text) : text);
    const line = (pieces, i) => element("span", { class: "line", "data-line": i + 1 }, ...pieces.map(piece), "\n");
    byId("code").replaceChildren(...highlightedLines(files[index].code).map(line));
    byId("source").scrollTop = 0;
    press(byId("files"), byId("files").children[index]);
  }
  byId("code").querySelectorAll(".marked").forEach((line) => line.classList.remove("marked"));
  say("place", name);
}

/** Shows the lines of a method and marks them. */
export function showPlace({ file, from, to }) {
  showFile(file);
  const lines = [...byId("code").children].slice(from - 1, to);
  lines.forEach((line) => line.classList.add("marked"));
  const above = LINES_ABOVE * lines[0].offsetHeight;
  byId("source").scrollTo({ top: lines[0].offsetTop - above, left: 0 });
  say("place", inWords("chapters.lines", file, from, to));
}
