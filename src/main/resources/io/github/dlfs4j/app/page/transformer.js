// The view "Language": a text, the characters that may come next, and a model that writes on, step by step.

import { byId, element, offer, onKeys, reporting, say, telling } from "./elements.js";
import { inWords, joined } from "./language.js";
import { barOf, percent } from "./pictures.js";
import { ask, oneAtATime, send } from "./server.js";
import { saved } from "./training.js";
import { buildInside, showInside, visible } from "./transformer-inside.js";

/** The milliseconds between two characters that are drawn by themselves. */
const PAUSE = 400;
const BARS = 12;
/** The characters that the program draws if none are drawn yet. */
const DRAWN = 40;

const [text, select, seen] = ["text", "model", "seen"].map((name) => byId(`transformer-${name}`));
const valueOf = (name) => Number(byId(`transformer-${name}`).value);
let models = [];
/** The model that is shown, as text: one that is still the same is not shown anew. */
let shownModel = "";
/** The text before anything was drawn, and the texts before each character that was. */
let prompt = "";
let earlier = [];
/** The place that is looked at; −1 is the last one. */
let place = -1;
/** What plays, or null. */
let playing = null;

/** What was saved when the models were asked for; null before. */
let asked = null;

/** Asks what there is when the view is shown and something else is saved than before, and pauses while it is hidden. */
export function visitTransformer() {
  if (location.hash !== "#transformer" || document.hidden) {
    setPlaying(null);
  } else if (asked !== saved) {
    visit();
  }
}

const visit = oneAtATime(reporting(async () => {
  const now = saved;
  const { available, command, models: all, text: beginning } = await ask("/api/language");
  asked = now;
  byId("transformer-body").hidden = !available;
  if (!available) {
    byId("transformer-hint").replaceChildren(`${inWords("language.none")} `, element("code", {}, command));
    return;
  }
  if (models.length === 0) {
    text.value = beginning;
  }
  const own = models.filter(({ id }) => id.startsWith("file-"));
  const isThere = [...all, ...own].some(({ id, error }) => id === select.value && error === undefined);
  await choose([...all, ...own], isThere ? select.value : all[0].id);
}));

/** Offers all models, and shows one of them. */
async function choose(all, id) {
  models = all;
  offer(select, models.map(({ id: value, title, error }) => [value, error ? `${title}: ${error}` : title]));
  models.forEach(({ error }, i) => (select.options[i].disabled = error !== undefined));
  select.value = id;
  const model = models.find((one) => one.id === id);
  if (shownModel !== JSON.stringify(model)) {
    shownModel = JSON.stringify(model);
    say("transformer-about", model.about);
    byId("transformer-topK").max = Math.min(100, model.characters.length);
    buildInside(model, lookAt);
    await restart();
  }
}

const settings = () => ({ model: select.value, temperature: valueOf("temperature"), topK: valueOf("topK") });

/** Begins anew with the text as it is: what is drawn from here on follows from it. */
function restart() {
  setPlaying(null);
  prompt = text.value;
  earlier = [];
  byId("transformer-form").querySelectorAll("b").forEach((shown) => (shown.textContent = shown.parentElement.nextElementSibling.value));
  return lookAt(place);
}

function lookAt(own, drawn = []) {
  place = own;
  return look(drawn);
}

/** Shows what may come next, and what the model does at the place. */
const look = oneAtATime(telling(async (drawn) => {
  const request = { ...settings(), text: text.value };
  const answer = await ask("/api/language/next", request);
  const isEmpty = answer.seen.length === 0;
  byId("transformer-back").disabled = earlier.length === 0;
  byId("transformer-step").disabled = byId("transformer-play").disabled = byId("transformer-inside").hidden = isEmpty;
  say("transformer-said", joined([...drawn, ...answer.said]));
  showSeen(answer);
  byId("transformer-bars").replaceChildren(...answer.next.slice(0, BARS).map(({ character, before, after }) =>
    barOf(visible(character), { before, after }, inWords("language.from.to", percent(before), percent(after)))));
  if (!isEmpty && request.model === select.value) {
    await showInside({ model: request.model, text: request.text, place });
    await showProgram();
  }
}));

/** Shows the text, with a button for each character that the model sees. */
function showSeen({ characters, cut, seen: window }) {
  const hadFocus = seen.contains(document.activeElement);
  place = place < window.length ? place : -1;
  let own = -cut - 1;
  seen.replaceChildren(...characters.map(({ character, known }) => {
    own += known;
    return !known ? element("mark", { title: inWords("language.unknown") }, character)
      : own < 0 ? element("s", { title: inWords("language.cut") }, visible(character))
      : buttonOf(character, own, own === (place < 0 ? window.length - 1 : place));
  }));
  if (hadFocus) {
    seen.querySelector("[aria-pressed=true]")?.focus();
  }
}

function buttonOf(character, own, isChosen) {
  const name = inWords("language.place", own + 1, visible(character));
  const state = { "aria-label": name, "aria-pressed": isChosen, tabindex: isChosen - 1 };
  return element("button", { type: "button", ...state, onclick: () => lookAt(own) }, visible(character));
}

/** Draws a character and adds it, unless the reader has typed meanwhile. */
async function step() {
  const before = text.value;
  const { text: after, said } = await ask("/api/language/step", { ...settings(), text: before, seed: valueOf("seed"), drawn: earlier.length });
  if (text.value === before) {
    earlier.push(before);
    text.value = after;
    text.scrollTop = text.scrollHeight;
    await lookAt(-1, said);
  }
}

function setPlaying(now) {
  playing = now;
  say("transformer-play", inWords(playing ? "player.pause" : "player.play"));
  // What is written by itself is not read out, character by character.
  byId("transformer").querySelectorAll("[role=status]").forEach((line) => line.setAttribute("aria-live", playing ? "off" : "polite"));
}

async function play() {
  const own = {};
  setPlaying(own);
  while (playing === own) {
    await step().catch((trouble) => {
      setPlaying(null);
      throw trouble;
    });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function showProgram() {
  if (byId("transformer-java").open && select.value) {
    const { code, command } = await ask("/api/language/java", { ...settings(), text: prompt, length: earlier.length || DRAWN, seed: valueOf("seed") });
    say("transformer-code", code);
    say("transformer-command", command);
  }
}

/** Calls an action when a button is clicked; what plays is paused. */
const onClick = (name, action) =>
  byId(`transformer-${name}`).addEventListener("click", telling(() => {
    const wasPlaying = playing !== null;
    setPlaying(null);
    return action(wasPlaying);
  }));
onClick("play", (wasPlaying) => wasPlaying || play());
onClick("step", oneAtATime(step));
onClick("back", () => {
  text.value = earlier.pop() ?? text.value;
  return lookAt(-1);
});
onKeys(seen, ({ key }) => {
  const buttons = [...seen.querySelectorAll("button")];
  const now = buttons.indexOf(document.activeElement);
  const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: buttons.length - 1 }[key];
  if (!buttons[to]) {
    return false;
  }
  buttons[to].focus();
  lookAt(to);
});
byId("transformer-form").addEventListener("submit", (event) => event.preventDefault());
["text", "temperature", "topK", "seed"].forEach((name) => byId(`transformer-${name}`).addEventListener("input", restart));
select.addEventListener("change", telling(() => choose(models, select.value)));
byId("transformer-file").addEventListener("change", telling(async ({ target }) => {
  const [file] = target.files;
  const model = await send("/api/language/file", file).finally(() => (target.value = "")); // It can be chosen again.
  await choose([...models, model], model.id);
}));
byId("transformer-java").addEventListener("toggle", telling(showProgram));
