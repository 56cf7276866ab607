// The view "Play": its form, its buttons and the stream of events from the server, where the network learns.

import { byId, element, offer, say, telling } from "./elements.js";
import { inWords } from "./language.js";
import { percent } from "./pictures.js";
import { addLosses, clearLosses } from "./play-losses.js";
import { INPUTS, MOST_LAYERS, MOST_NEURONS, buildNetwork, showNetwork } from "./play-network.js";
import { allowOwn, beginOwn, drawnOwn, frameOfKeys, isMoving, linesOf, ownState, setOwn } from "./play-own.js";
import { drawPoints, onColours, showPlane } from "./play-plane.js";
import { ask } from "./server.js";

const form = byId("play-form");
const fields = form.elements;
const LEAST_NEURONS = 2;
/** The neurons of a first hidden layer. */
const USUAL_NEURONS = 4;
const OWN = "own";
const NONE = { places: [], classes: [] };
/** After this many milliseconds a tab that found no room, or lost its stream, tries again. */
const LATER = 3000;

/** The numbers of neurons of the hidden layers. */
let hidden = [8, 8];
/** What the server offers to choose from. */
let choices = null;
/** The name of the session on the server; null while there is none. */
let session = null;
/** Ends the stream; null while there is none. */
let stream = null;
let isPlaying = false;
/** Whether to play as soon as the session is there, or the tab is shown again. */
let playsLater = false;
/** The points and the last picture of the network. */
let points = null;
let picture = null;
let stepsPerEpoch = 1;

const isShown = () => location.hash === "#play" && !document.hidden;

/** Begins to play when the view is shown for the first time, and pauses while it is hidden. */
export function visitPlay() {
  if (!isShown()) {
    playsLater ||= isPlaying;
    if (isPlaying) {
      telling(() => order("pause"))();
    }
  } else if (stream === null) {
    telling(connect)();
  } else {
    show();
    if (playsLater && session !== null) {
      telling(play)();
    }
  }
}

async function connect() {
  const closing = new AbortController();
  stream = closing;
  let goesOn = true;
  try {
    if (choices === null) {
      choices = await loadChoices();
      restore();
    }
    const response = await fetch("/api/play/events", { signal: closing.signal });
    if (!response.ok) {
      const { error } = await response.json();
      sayFull(inWords("play.full", error));
      return;
    }
    sayFull("");
    for await (const { name, data } of eventsOf(response.body.getReader())) {
      goesOn &&= name !== "end";
      await EVENTS[name](data);
    }
  } catch (trouble) {
    if (!closing.signal.aborted) {
      throw trouble;
    }
  } finally {
    if (stream === closing) {
      stream = null;
      session = null;
      setPlaying(false);
      if (goesOn) {
        setTimeout(visitPlay, LATER);
      }
    }
  }
}

/** Reads the events of a stream. Comments, which only show that the server is there, are left out. */
async function* eventsOf(reader) {
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + decoder.decode(part.value, { stream: true })).split("\n\n");
    text = events.pop();
    for (const event of events) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? [];
      if (name) {
        yield { name, data: JSON.parse(data) };
      }
    }
  }
}

const EVENTS = {
  async session({ id }) {
    session = id;
    await order("set", settings());
    if (playsLater) {
      await play();
    }
    for (const button of ["play-toggle", "play-step", "play-reset"]) {
      byId(button).disabled = false;
    }
  },
  begin({ plan, stepsPerEpoch: steps, train, test }) {
    stepsPerEpoch = steps;
    points = { train, test };
    clearLosses();
    const handlers = { onNeurons: setNeurons, onLayers: setLayers, onShow: show, onWeight: telling((weight) => order("weight", weight)) };
    buildNetwork(INPUTS.filter((_, i) => plan.inputs[i] === "1"), layersOf(plan), handlers);
  },
  picture(latest) {
    picture = latest;
    addLosses(picture);
    show();
  },
  program({ text }) {
    say("play-program", text);
  },
  state({ playing, message }) {
    setPlaying(playing);
    say("play-status", message || (playing ? inWords("play.learning") : pausedText()));
  },
  end({ message }) {
    say("play-status", message);
  },
};

const layersOf = (plan) => plan.hidden.split("-").map(Number).filter(Boolean);

function setPlaying(playing) {
  isPlaying = playing;
  say("play-toggle", inWords(playing ? "play.pause" : "play.play"));
}

const right = ({ trainAccuracy, testAccuracy }) => inWords("play.right.of", percent(trainAccuracy), percent(testAccuracy));
const pausedText = () => (picture && picture.step > 0 ? inWords("play.paused", right(picture)) : "");

function show() {
  if (picture === null || !isShown()) {
    return;
  }
  say("play-steps", `${picture.step}`);
  say("play-epochs", `${Math.floor(picture.step / stepsPerEpoch)}`);
  say("play-right", right(picture));
  showPlane(isMoving() ? { train: drawnOwn(), test: NONE } : points, choices.reach, picture, showNetwork(picture), frameOfKeys());
}

function sayFull(text) {
  say("play-full", text);
  byId("play-full").hidden = text === "";
}

/** Sends an order to the server. Without a session, it opens one, which begins with the settings of the form. */
async function order(action, more = {}) {
  if (session !== null) {
    await ask("/api/play", { action, session, ...more });
  } else if (stream === null) {
    telling(connect)();
  }
}

function play() {
  playsLater = session === null;
  return order("play");
}

/** What the form says, as a request has it. */
function settings() {
  const numbers = ["noise", "testShare", "dataSeed", "learningRate", "batch", "weightDecay", "seed"];
  const texts = ["data", "activation", "optimizer", "speed"];
  return {
    ...Object.fromEntries(numbers.map((name) => [name, Number(fields[name].value)])),
    ...Object.fromEntries(texts.map((name) => [name, fields[name].value])),
    inputs: switches(),
    hidden: hidden.join("-") || "0",
    ...(isOwn() && { data: undefined, points: linesOf(String) }),
  };
}

const isOwn = () => fields.data.value === OWN;
/** The inputs, a digit for each: 1 if it is switched on. */
const switches = () => [...fields.inputs].map(({ checked }) => Number(checked)).join("");

function setSwitches(digits) {
  fields.inputs.forEach((box, i) => (box.checked = digits[i] === "1"));
}

/** Shows what belongs to points of one's own, or hides it, and keeps what a later visit begins with. */
function settle() {
  allowOwn(isOwn());
  fields.noise.disabled = isOwn();
  const seen = [...fields.inputs].filter(({ checked }) => checked);
  fields.inputs.forEach((box) => (box.disabled = box.checked && seen.length === 1));
  drawPoints(document.querySelector(`[value=${OWN}] + canvas`), drawnOwn(), choices.reach);
  const { data, dataSeed, seed } = fields;
  try {
    localStorage.play = JSON.stringify({ data: data.value, dataSeed: dataSeed.value, seed: seed.value, inputs: switches(), ...ownState() });
  } catch {
    // A browser may keep nothing, or be full; the view works all the same.
  }
}

/** Takes over what an earlier visit has left, of which only what is valid, since anything may stand there. */
function restore() {
  setSwitches("1100000");
  try {
    const kept = JSON.parse(localStorage.play);
    fields.data.value = kept.data;
    for (const field of [fields.dataSeed, fields.seed]) {
      const usual = field.value;
      field.value = Number(kept[field.name]) || 0;
      field.value = field.validity.valid ? field.value : usual;
    }
    if (/^(?=.*1)[01]{7}$/.test(kept.inputs)) {
      setSwitches(kept.inputs);
    }
    setOwn(kept.points, kept.names);
  } catch {
    setOwn([], []);
  }
  settle();
}

function sayRanges() {
  say("play-noise-now", `${fields.noise.value} %`);
  say("play-test-now", `${fields.testShare.value} %`);
}

async function apply() {
  sayRanges();
  settle();
  if (form.reportValidity()) {
    await order("set", settings());
  }
}

function setNeurons(layer, count) {
  hidden[layer] = Math.min(Math.max(count, LEAST_NEURONS), MOST_NEURONS);
  telling(apply)();
}

function setLayers(count) {
  const wanted = Math.min(Math.max(count, 0), MOST_LAYERS);
  hidden = [...hidden, hidden.at(-1) ?? USUAL_NEURONS].slice(0, wanted);
  telling(apply)();
}

/** Fills in a plan, and plays it. */
async function tryOut(plan) {
  hidden = layersOf(plan);
  setSwitches(plan.inputs);
  for (const [name, value] of Object.entries(plan)) {
    if (fields[name]) {
      fields[name].value = `${value}`;
    }
  }
  await order("reset");
  await apply();
  await play();
  byId("play").scrollIntoView();
}

async function loadChoices() {
  const { reach, samples, activations, optimizers, suggestions } = await ask("/api/play");
  for (const [i, [kind, sample]] of Object.entries({ ...samples, [OWN]: NONE }).entries()) {
    const canvas = element("canvas", { width: 72, height: 72, "aria-hidden": "true" });
    const radio = element("input", { type: "radio", name: "data", value: kind });
    radio.checked = i === 1;
    byId("play-kinds").append(element("label", {}, radio, canvas, element("span", {}, inWords(`play.data.${kind}`))));
    const draw = () => drawPoints(canvas, sample, reach);
    onColours(draw);
    draw();
  }
  byId("play-inputs").append(...INPUTS.map((name) =>
    element("label", {}, element("input", { type: "checkbox", name: "inputs" }), name)));
  beginOwn({ reach, changed: telling(apply), shown: show });
  offer(fields.activation, Object.entries(activations));
  offer(fields.optimizer, Object.entries(optimizers));
  fields.optimizer.value = "adam";
  byId("play-suggestions").append(...suggestions.map(suggestionOf));
  onColours(show);
  onColours(settle);
  return { reach };
}

function suggestionOf({ title, lesson, trials }) {
  const trialOf = ({ name, outcome, plan }) => {
    const button = element("button", { type: "button", onclick: telling(() => tryOut(plan)) }, name);
    return element("li", {}, button, element("span", { class: "hint" }, outcome.replaceAll(" %", "\u00a0%")));
  };
  return element("li", {}, element("h4", {}, title), element("p", {}, lesson), element("ul", {}, ...trials.map(trialOf)));
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", telling(apply));
form.addEventListener("input", sayRanges);
sayRanges();
byId("play-toggle").addEventListener("click", telling(() => {
  playsLater = false;
  return isPlaying ? order("pause") : play();
}));
byId("play-step").addEventListener("click", telling(() => order("step")));
byId("play-reset").addEventListener("click", telling(() => order("reset")));
byId("play-new-data").addEventListener("click", telling(() => {
  fields.dataSeed.value = `${(Number(fields.dataSeed.value) + 1) % 1000000}`;
  return apply();
}));
window.addEventListener("resize", show);
window.addEventListener("pagehide", () => {
  // The server would notice soon. But a page that is reloaded needs the place at once.
  if (session !== null) {
    const body = JSON.stringify({ action: "end", session });
    fetch("/api/play", { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body });
    session = null;
  }
});
