// Inside the language model, at one place of its text: embeddings, what each head looks at, what each part adds, and neurons.

import { byId, element, reporting, say, shape } from "./elements.js";
import { Grid } from "./grid.js";
import { inWords, joined } from "./language.js";
import { barOf, number, percent, terms } from "./pictures.js";
import { curve, fillTable, paintMaps, productCell, productItem, signedBytes } from "./products.js";
import { ask } from "./server.js";

/** The width of a character below the lines of a head, and the height of both. Lines of less weight are left out. */
const CELL = 14;
const HEIGHT = 96;
const LEAST = 0.02;
/** Numbers in a row of a picture and of a table; the largest size of a picture and of a map. */
const [IN_PICTURE, IN_TABLE] = [16, 4];
const [PICTURE, MAP] = [{ width: 132, height: 132 }, { width: 280, height: 280 }];

/** What is asked for: the model, the text and the place; and what the model does there. */
let request = {};
let inside = null;
let blocks = [];
/** What is shown in large: a part, "head" or "neuron", of a block, its number, and the place that a head looks at; or null. */
let shown = null;
let map = null;
/** Shows another place. */
let goTo = null;

export const visible = (character) => ({ " ": "␣", "\n": "↵" })[character] ?? character;
/** The place that a head looks at most. */
const strongest = (weights) => weights.indexOf(Math.max(...weights));
const placeName = (place) => inWords("language.place", place + 1, visible(inside.seen[place]));

/** Makes pictures of numbers, each in its own scale, with what stands between them. */
function pictures(signs, ...parts) {
  const nodes = parts.flatMap(([name, numbers], i) => {
    const canvas = element("canvas", { role: "img", "aria-label": name });
    const form = { maps: 1, rows: Math.ceil(numbers.length / IN_PICTURE), columns: IN_PICTURE };
    paintMaps(canvas, signedBytes(numbers), form, true, PICTURE);
    return [element("span", { "aria-hidden": "true" }, signs[i] ?? ""), element("figure", {}, canvas, element("figcaption", {}, name))];
  });
  return element("div", { class: "pictures-of-sum" }, ...nodes);
}

/** Makes a table of numbers, or of how each comes about. */
function tableOf(cells) {
  const table = element("table", { class: "terms" });
  fillTable(table, cells, IN_TABLE);
  return element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": inWords("language.numbers") }, table);
}

const folded = (cells) => element("details", {}, element("summary", {}, inWords("language.numbers")), tableOf(cells));
const titled = (title, ...children) => element("div", {}, element("h5", {}, title), ...children);

/** Fills an element anew; what was open in it stays open. */
function refill(node, ...children) {
  const isOpen = node.querySelector("details")?.open ?? false;
  node.replaceChildren(...children);
  node.querySelector("details")?.toggleAttribute("open", isOpen);
}

/** Makes the parts of another model, all of which are empty, and takes what shows another place. */
export function buildInside({ blocks: count, heads }, showPlace) {
  goTo = showPlace;
  map = null;
  byId("transformer-inside").append(byId("transformer-detail"));
  close();
  blocks = Array.from({ length: count }, (_, block) => blockOf(block, heads));
  byId("transformer-blocks").replaceChildren(...blocks.map(({ node }) => node));
}

function blockOf(block, count) {
  const heads = Array.from({ length: count }, (_, head) => headOf(block, head));
  const panels = element("div", { class: "heads-of-block" }, ...heads.map(({ node }) => node));
  const [attention, mlp, neurons] = ["attention", "mlp", "buttons"].map((name) => element("div", { class: name }));
  const parts = element("div", { class: "columns" }, attention, element("div", {}, mlp, titled(inWords("language.neurons"), neurons)));
  return { node: element("article", { class: "block" }, element("h4", {}, inWords("language.block", block + 1)), panels, parts), panels, parts, heads, attention, mlp, neurons };
}

/** Makes the panel of a head: its name, which shows the strongest line, and its lines, each of which one clicks. */
function headOf(block, head) {
  const button = opener("head", block, head);
  const onclick = ({ offsetX }) => offsetX < CELL * (inside.place + 1) && open("head", block, head, Math.floor(offsetX / CELL));
  const svg = shape(byId("lines"), "svg", { class: "lines", "aria-hidden": "true", height: HEIGHT, onclick });
  return { node: element("div", { class: "head-of-block" }, button, element("div", { class: "scrolls" }, svg)), button, svg };
}

function opener(part, block, index, ...children) {
  const shows = { "data-shows": `${part} ${block} ${index}`, "aria-controls": "transformer-detail" };
  return element("button", { type: "button", ...shows, onclick: () => open(part, block, index) }, ...children);
}

async function open(...what) {
  await show(...what);
  byId("transformer-detail").scrollIntoView({ block: "nearest" });
}

/** Shows the model at a place of its window. */
export async function showInside(now) {
  const isOther = now.text !== request.text || now.model !== request.model;
  const own = blocks;
  const answer = await ask("/api/language/inside", now);
  if (blocks !== own) {
    return; // Meanwhile, the model is another.
  }
  inside = answer;
  request = { ...now, place: inside.place };
  map = isOther ? null : map;
  const { character, place, sum, said } = inside.embedding;
  const names = ["character", "place", "sum"].map((name) => inWords(`language.embedding.${name}`));
  say("transformer-place", inWords("language.at", placeName(inside.place), inside.seen.length));
  refill(byId("transformer-embedding"), element("p", {}, joined(said)), pictures(["", "+", "="], ...[character, place, sum].map((one, i) => [names[i], one])),
    folded(sum.map((one, i) => element("td", {}, `${terms([character[i], place[i]], one).join(" + ")} = `, element("b", {}, number(one))))));
  inside.blocks.forEach(showBlock);
  if (shown) {
    await show(shown.part, shown.block, shown.index);
  }
}

function showBlock({ heads, attention, neurons, mlp }, block) {
  const nodes = blocks[block];
  nodes.panels.style.setProperty("--least", `${inside.seen.length * CELL}px`);
  nodes.heads.forEach(({ button, svg }, head) => {
    const place = strongest(heads[head]);
    button.replaceChildren(element("b", {}, inWords("language.head", head + 1)), ` ${inWords("language.head.looks", placeName(place), percent(heads[head][place]))}`);
    drawLines(svg, heads[head]);
  });
  refill(nodes.attention, ...added("attention", attention));
  refill(nodes.mlp, ...added("mlp", mlp));
  nodes.neurons.replaceChildren(...neurons.map(({ index, value }) => opener("neuron", block, index, inWords("language.neuron", index + 1, number(value)))));
  markShown();
}

function added(kind, { added: numbers, says, said }) {
  const name = inWords(`language.${kind}`);
  const bars = says.map(({ character, probability }) => barOf(visible(character), { after: probability }, percent(probability)));
  return [element("h5", {}, name), element("p", {}, joined(said)),
    element("div", { class: "adds" }, pictures([], [inWords("language.added"), numbers]),
      element("ol", { class: "probabilities", "aria-label": inWords("language.says", name) }, ...bars)),
    folded(numbers.map((one) => element("td", {}, number(one))))];
}

/** Draws a line from the place to each place before that has some weight, and the characters below. */
function drawLines(svg, weights) {
  const middle = (place) => (place + 0.5) * CELL;
  const lines = weights.flatMap((weight, from) =>
    weight < LEAST ? [] : [curve(svg, [middle(inside.place), 4], [middle(from), HEIGHT - CELL - 6], true, weight, "positive")]);
  const letters = inside.seen.map((character, i) =>
    shape(svg, "text", { x: middle(i), y: HEIGHT - 6, class: i === inside.place ? "own" : "other" }, visible(character)));
  svg.setAttribute("width", inside.seen.length * CELL);
  svg.replaceChildren(...lines, ...letters);
  svg.parentElement.scrollLeft = middle(inside.place) - svg.parentElement.clientWidth / 2;
}

function markShown() {
  const own = shown ? `${shown.part} ${shown.block} ${shown.index}` : "";
  document.querySelectorAll("[data-shows]").forEach((button) => button.setAttribute("aria-expanded", `${button.dataset.shows === own}`));
}

/** Shows a head or a neuron in large below its block; of a head, the line to a place, by default the strongest. */
const show = reporting(async (part, block, index, from = strongest(inside.blocks[block].heads[index] ?? [])) => {
  const [now, own] = [request, { part, block, index, from }];
  const isHead = part === "head";
  shown = own;
  const [answer, ofHead] = await Promise.all([
    ask(`/api/language/${part}`, { ...request, block, ...(isHead ? { head: index, from } : { neuron: index }) }),
    isHead ? mapOf(block, index) : map,
  ]);
  if (request !== now || shown !== own) {
    return; // Meanwhile, the text or what is shown is another.
  }
  map = ofHead;
  const detail = byId("transformer-detail");
  detail.hidden = false;
  byId("transformer-of-head").hidden = !isHead;
  const above = blocks[block][isHead ? "panels" : "parts"];
  if (above.nextSibling !== detail) {
    above.after(detail); // An element that is moved, even to where it is, loses the focus.
  }
  markShown();
  say("transformer-detail-said", joined(answer.said));
  isHead ? showHead(answer) : showNeuron(answer);
});

async function mapOf(block, head) {
  const isSame = map?.block === block && map.head === head;
  return isSame ? map : { block, head, ...(await ask("/api/language/map", { model: request.model, text: request.text, block, head })) };
}

/** Shows the products of a query and a key, what is taken of the value, the row, and the map of the head. */
function showHead({ query, key, products, scores, weights, weight, value, taken }) {
  const { block, index: head, from } = shown;
  say("transformer-detail-title", inWords("language.line", block + 1, head + 1, placeName(inside.place), placeName(from)));
  byId("transformer-sum").replaceChildren(
    titled(inWords("language.products"), tableOf(products.map((product, i) => productCell(query[i], key[i], product)))),
    titled(inWords("language.taken"), tableOf(taken.map((one, i) => productCell(weight, value[i], one)))));
  byId("transformer-row").replaceChildren(...weights.map((share, i) => rowItem(i, share, scores[i])));
  const size = (grid.size = map.seen.length);
  const bytes = Uint8Array.from({ length: size * size }, (_, i) => 128 + Math.floor(127 * (map.weights[Math.floor(i / size)][i % size] ?? 0)));
  paintMaps(byId("transformer-map"), bytes, { maps: 1, rows: size, columns: size }, false, MAP);
  grid.tell(inside.place * size + from);
}

function rowItem(from, share, score) {
  const item = barOf("", { after: share }, inWords("language.from.to", number(score), percent(share)));
  const onclick = async () => {
    await show("head", shown.block, shown.index, from);
    byId("transformer-row").querySelectorAll("button")[from].focus();
  };
  const button = { type: "button", class: "plain", "aria-label": placeName(from), "aria-pressed": from === shown.from, onclick };
  item.firstChild.append(element("button", button, visible(inside.seen[from])));
  return item;
}

const grid = new Grid("transformer-map", (i) => {
  const [row, column] = [Math.floor(i / grid.size), i % grid.size];
  const share = map.weights[row][column];
  return share === undefined
    ? inWords("language.map.later", placeName(row), placeName(column))
    : inWords("language.map.at", placeName(row), placeName(column), percent(share));
});
byId("transformer-map").addEventListener("click", () => goTo(Math.floor(grid.at / grid.size)));
byId("transformer-map").addEventListener("keydown", ({ key }) => key === "Enter" && goTo(Math.floor(grid.at / grid.size)));

/** Shows the products of a neuron, and where it adds most. */
function showNeuron({ value, inputs, weights, products, from, to }) {
  say("transformer-detail-title", inWords("language.neuron.title", shown.block + 1, shown.index + 1, number(value)));
  const lists = Object.entries({ "draw.from": from, "language.to": to }).map(([title, ends]) =>
    titled(inWords(title), element("ol", { class: "products" }, ...ends.map((end) => productItem(inWords("language.number", end.index + 1), end)))));
  const parts = Object.entries({ inputs, weights, products }).map(([name, numbers]) => [inWords(`draw.${name}`), numbers]);
  refill(byId("transformer-sum"), element("div", {}, pictures(["", "×", "="], ...parts), folded(products.map((product, i) => productCell(inputs[i], weights[i], product)))), ...lists);
}

function close() {
  shown = null;
  byId("transformer-detail").hidden = true;
  markShown();
}

byId("transformer-close").addEventListener("click", () => {
  const button = document.querySelector("[data-shows][aria-expanded=true]");
  close();
  button?.focus();
});
