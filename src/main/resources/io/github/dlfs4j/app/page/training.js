// A training: its form and what happens.

import { drawCurves } from "./curves.js";
import { byId, element, offer, onSubmit, say, tell, telling } from "./elements.js";
import { duration } from "./pictures.js";
import { loadNetworks } from "./reading.js";
import { showResults, showWeights } from "./results.js";
import { ask } from "./server.js";

/** The options that are always shown. The others are under "More options". */
const MAIN_OPTIONS = ["network", "epochs", "optimizer", "lr"];
/** The options that a resumed training takes. Its file decides the others. */
const OF_A_RESUMPTION = ["steps", "epochs", "lr", "patience"];

function fieldOf({ name, label, kind, choices, default: usual, ...limits }) {
  if (kind === "flag") {
    return element("label", { class: "flag" }, element("input", { type: "checkbox", name }), label);
  }
  if (kind === "choice") {
    const choiceOf = (choice) => element("option", {}, choice);
    const select = element("select", { name, "data-usual": usual }, ...choices.map(choiceOf));
    select.value = usual;
    return element("label", {}, label, select);
  }
  const known = Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null));
  const input = element("input", { name, type: kind, placeholder: usual, autocomplete: "off", ...known });
  return element("label", {}, label, input);
}

/** Returns the options that were changed. The server knows the defaults of the others. */
function chosenOptions() {
  const options = {};
  for (const control of byId("options").elements) {
    const value = control.type === "checkbox" ? (control.checked ? "true" : "") : control.value.trim();
    if (control.name && value !== "" && value !== control.dataset.usual) {
      options[control.name] = value;
    }
  }
  return options;
}

export async function loadOptions() {
  const options = await ask("/api/options");
  const isMain = ({ name }) => MAIN_OPTIONS.includes(name);
  byId("main-options").append(...options.filter(isMain).map(fieldOf));
  byId("more-options").append(...options.filter((option) => !isMain(option)).map(fieldOf));
}

const train = (action, more = {}) => ask("/api/training", { action, ...more }).then(showState);

onSubmit("options", () => train("start", { options: chosenOptions() }));
onSubmit("saving", () => train("save", { name: byId("save-name").value }));
onSubmit("resuming", () => {
  const options = Object.fromEntries(Object.entries(chosenOptions()).filter(([name]) => OF_A_RESUMPTION.includes(name)));
  return train("resume", { name: byId("saved").value, options });
});
byId("pause").addEventListener("click", telling(() => train(phase === "paused" ? "continue" : "pause")));
byId("stop").addEventListener("click", telling(() => train("stop")));

/** What is shown if the server sends no message. */
const PHASES = {
  idle: "No training yet.",
  training: "Training …",
  paused: "Paused.",
  evaluating: "Evaluating …",
  ended: "Ended.",
  failed: "Failed.",
};

let phase = "idle";
/** What the curves show. "unseen" names the images of the second accuracy: test or validation. */
const curves = { points: [], steps: 0, unseen: "test" };
/** The step of the results that are shown; null if there are none. */
let evaluated = null;

function showState(state) {
  const isOther = phase !== state.phase;
  const { steps } = state;
  phase = state.phase;
  const isRunning = phase === "training" || phase === "paused";
  byId("pause").disabled = byId("stop").disabled = !isRunning;
  byId("start").disabled = isRunning || phase === "evaluating";
  byId("resume").disabled = byId("start").disabled || state.saved.length === 0;
  byId("save").disabled = phase === "idle" || phase === "failed";
  say("pause", phase === "paused" ? "Continue" : "Pause");
  curves.steps = steps;
  curves.unseen = state.unseen ?? curves.unseen;
  say("phase", state.message || PHASES[phase]);
  say("trained", state.title ?? "");
  byId("progress").value = steps > 0 ? state.step / steps : 0;
  say("pace", steps > 0 ? pace(state) : "");
  offer(byId("saved"), state.saved.map((name) => [name, name]));
  drawCurves(curves);
  if (isOther) {
    telling(loadNetworks)();
  }
  if (evaluated !== (state.evaluated ?? null)) {
    evaluated = state.evaluated ?? null;
    byId("results").hidden = evaluated === null;
    if (evaluated !== null) {
      telling(showResults)();
    }
  }
}

function pace({ step, steps, stepsPerSecond, secondsLeft }) {
  const done = `step ${step} of ${steps}, ${Math.floor((100 * step) / steps)} %`;
  return phase === "training" && stepsPerSecond !== null && secondsLeft !== null
    ? `${done}, ${Math.round(stepsPerSecond)} steps/s, ${duration(secondsLeft)} left`
    : done;
}

/** The largest number of points. If there are more, every second one without an accuracy is removed. */
const MOST_POINTS = 1000;

function addPoint(point) {
  curves.points.push(point);
  if (curves.points.length > MOST_POINTS) {
    curves.points = curves.points.filter(({ testAccuracy }, i) => i % 2 === 1 || testAccuracy !== null);
  }
  drawCurves(curves);
  if (point.testAccuracy !== null && byId("weighed").open) {
    telling(showWeights)();
  }
}

/** Listens while the tab is visible. A browser opens only six connections to a server; hidden tabs need none. */
let events = null;

export function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
    return;
  }
  if (events && events.readyState !== EventSource.CLOSED) {
    return;
  }
  events = new EventSource("/api/events");
  const on = (type, action) => events.addEventListener(type, ({ data }) => action(JSON.parse(data)));
  on("points", (all) => {
    curves.points = all;
    drawCurves(curves);
  });
  on("point", addPoint);
  on("state", showState);
  events.addEventListener("open", () => tell(""));
  events.addEventListener("error", () => {
    tell("The connection to the server is lost. Trying again.");
    setTimeout(listen, 3000);
  });
}

document.addEventListener("visibilitychange", listen);
