// A training: what starts and stops it, and what happens.

import { byId, offer, onSubmit, reporting, say, tell, telling } from "./elements.js";
import { chosenOptions } from "./form.js";
import { inWords } from "./language.js";
import { duration } from "./pictures.js";
import { loadNetworks } from "./reading.js";
import { showResults, showWeights } from "./results.js";
import { addPoint, follow, setLast } from "./runs.js";
import { ask } from "./server.js";

/** The options that a resumed training takes. Its file decides the others. */
const OF_A_RESUMPTION = ["steps", "epochs", "lr", "patience"];

/** How many states were shown. One that the server told before the answer to an action was read may be newer. */
let shown = 0;

async function train(action, more = {}) {
  const before = shown;
  const state = await ask("/api/training", { action, ...more });
  before === shown && showState(state);
}

onSubmit("options", () => train("start", { options: chosenOptions() }));
onSubmit("saving", () => train("save", { name: byId("save-name").value }));
onSubmit("resuming", () => {
  const options = Object.fromEntries(Object.entries(chosenOptions()).filter(([name]) => OF_A_RESUMPTION.includes(name)));
  return train("resume", { name: byId("saved").value, options });
});
byId("pause").addEventListener("click", telling(() => train(phase === "paused" ? "continue" : "pause")));
byId("stop").addEventListener("click", telling(() => train("stop")));

let phase = "idle";
/** What is saved, as text, which is another one after each save. */
export let saved = "";
/** The step of the results that are shown; null if there are none. */
let evaluated = null;

function showState(state) {
  shown++;
  const isOther = phase !== state.phase;
  const { steps } = state;
  phase = state.phase;
  // What is pressed during an evaluation counts after it.
  const isRunning = ["training", "paused", "evaluating"].includes(phase);
  byId("pause").disabled = byId("stop").disabled = !isRunning;
  byId("start").disabled = isRunning;
  byId("resume").disabled = isRunning || state.saved.length === 0;
  byId("save").disabled = phase === "idle" || phase === "failed";
  say("pause", inWords(phase === "paused" ? "train.continue" : "train.pause"));
  say("phase", state.message || inWords(`train.phase.${phase}`));
  say("trained", state.title ?? "");
  byId("progress").value = steps > 0 ? state.step / steps : 0;
  say("pace", steps > 0 ? pace(state) : "");
  offer(byId("saved"), state.saved.map((name) => [name, name]));
  // Without clearing a trouble that is shown, since this happens several times a second.
  follow(state).catch(({ message }) => tell(message));
  if (isOther) {
    reporting(loadNetworks)();
  }
  saved = `${state.saves} ${state.saved}`;
  if (evaluated !== (state.evaluated ?? null)) {
    evaluated = state.evaluated ?? null;
    byId("results").hidden = evaluated === null;
    if (evaluated !== null) {
      reporting(showResults)();
    }
  }
}

function pace({ step, steps, stepsPerSecond, secondsLeft }) {
  const done = inWords("train.done", step, steps, Math.floor((100 * step) / steps));
  return phase === "training" && stepsPerSecond !== null && secondsLeft !== null
    ? inWords("train.speed", done, Math.round(stepsPerSecond), duration(secondsLeft))
    : done;
}

/** Listens while the tab is visible. A browser opens only six connections to a server; hidden tabs need none. */
let events = null;

const LOST = inWords("train.lost");

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
  on("points", setLast);
  on("smoothed", (smoothed) => setLast({ smoothed }));
  on("point", (point) => {
    addPoint(point);
    if (point.testAccuracy !== null && byId("weighed").open && !byId("of-digits").hidden) {
      reporting(showWeights)();
    }
  });
  on("state", showState);
  // Other troubles stay: a stream also opens when the reader comes back to the tab.
  events.addEventListener("open", () => byId("trouble").textContent === LOST && tell(""));
  events.addEventListener("error", () => {
    tell(LOST);
    setTimeout(listen, 3000);
  });
}

document.addEventListener("visibilitychange", listen);
