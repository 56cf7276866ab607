// The form of a training: a field for each option of the command line. How they depend on each other, the server says.

import { byId, element } from "./elements.js";
import { inWords } from "./language.js";
import { ask } from "./server.js";

/** The options that are always shown. The others are under "More options". */
const MAIN_OPTIONS = ["network", "epochs", "optimizer", "lr", "width", "blocks", "text-steps", "text-lr"];

const options = new Map();
const control = (name) => byId("options").elements.namedItem(name);

function valueOf(name) {
  const field = control(name);
  return field.type === "checkbox" ? (field.checked ? "true" : "") : field.value.trim();
}

/** Says whether a field has another value than its default. */
const isGiven = (name) => valueOf(name) !== "" && valueOf(name) !== control(name).dataset.usual;

/** The network that learns text. Its options are shown in place of the others, of which it has few. */
const OF_TEXT = "language-model";
const OF_BOTH = ["network", "seed"];

const isOfText = ({ needs: { network = [] } }) => network.includes(OF_TEXT);

function fieldOf({ name, label, kind, choices, min, max, step }) {
  const hint = element("small", { id: `${name}-hint`, hidden: "" });
  if (kind === "flag") {
    const box = element("input", { type: "checkbox", name, "aria-describedby": hint.id });
    return element("label", { class: "flag" }, box, element("span", {}, label, hint));
  }
  const attributes = { name, "data-usual": "", "aria-describedby": hint.id, autocomplete: "off" };
  if (kind === "choice") {
    const choiceOf = (choice) => element("option", {}, choice);
    return element("label", {}, element("span", {}, label, hint), element("select", attributes, ...choices.map(choiceOf)));
  }
  const limits = Object.fromEntries(Object.entries({ min, max, step }).filter(([, limit]) => limit !== null));
  return element("label", {}, element("span", {}, label, hint), element("input", { ...attributes, type: kind, ...limits }));
}

/** Returns the default of an option, which may be another one for each value of another option. */
function usualOf({ default: always, defaults }) {
  const [[name, values] = []] = Object.entries(defaults);
  return name ? values[valueOf(name)] ?? always : always;
}

/** Returns why an option has no effect; nothing if it has one. */
function idle({ needs, excludes }) {
  for (const [name, values] of Object.entries(needs)) {
    if (values.length > 0 && !values.includes(valueOf(name))) {
      return inWords("train.only.with", values.reduce((some, value) => inWords("or", some, value)));
    }
    if (values.length === 0 && !isGiven(name)) {
      return inWords("train.only.with", options.get(name).label.toLowerCase());
    }
  }
  const other = excludes.find(isGiven);
  return other && inWords(`train.not.with.${other}`);
}

/** Puts defaults into their fields, and shows which fields have no effect. */
function update() {
  const network = valueOf("network");
  const name = byId("save-name");
  if (["mnist", OF_TEXT].includes(name.value)) {
    name.value = network === OF_TEXT ? OF_TEXT : "mnist";
  }
  for (const option of options.values()) {
    const field = control(option.name);
    field.closest("label").hidden = !OF_BOTH.includes(option.name) && isOfText(option) !== (network === OF_TEXT);
    const usual = usualOf(option);
    if (field.type !== "checkbox" && field.dataset.usual !== usual) {
      if (!isGiven(option.name)) {
        field.value = usual;
      }
      field.dataset.usual = field.placeholder = usual;
    }
    const reason = idle(option);
    // A field that excludes another one stays open: what is filled in last counts.
    field.disabled = reason !== undefined && !option.excludes.some(isGiven);
    field.closest("label").classList.toggle("idle", reason !== undefined);
    const hint = byId(`${option.name}-hint`);
    hint.hidden = reason === undefined;
    hint.textContent = reason ?? "";
  }
}

function changed({ target: { name } }) {
  if (isGiven(name)) {
    for (const other of options.get(name).excludes) {
      control(other).value = control(other).dataset.usual;
    }
  }
  update();
}

byId("options").addEventListener("input", changed);
byId("options").addEventListener("change", changed);

/** Returns the options that were changed and have an effect. The server knows the defaults of the others. */
export function chosenOptions() {
  const chosen = [...options.values()].filter(({ name }) => !control(name).disabled && !control(name).closest("label").hidden && isGiven(name));
  return Object.fromEntries(chosen.map(({ name }) => [name.replace("text-", ""), valueOf(name)]));
}

export async function loadOptions() {
  for (const option of await ask("/api/options")) {
    options.set(option.name, option);
    byId(MAIN_OPTIONS.includes(option.name) ? "main-options" : "more-options").append(fieldOf(option));
  }
  update();
}
