// What a language model writes while it learns: the same prompt, continued after each evaluation, the newest on top.

import { byId, element, say } from "./elements.js";
import { inWords } from "./language.js";
import { fraction } from "./pictures.js";

export function showWritten({ step, bits, counted, prompt, written }) {
  say("tested", inWords("train.tested.bits", step, fraction(bits), fraction(counted)));
  say("written-title", inWords("train.written", prompt.trim()));
  const list = byId("written");
  const items = written.map(({ step: after, text }) => [inWords("step", after), text]).reverse();
  const isKept = (node, [name, text]) => node.firstChild.textContent === name && node.lastChild.textContent === text;
  const old = [...list.children];
  // Items of this training stay, so that a screen reader reads the new ones alone.
  const added = items.length - old.length;
  const isNext = added >= 0 && old.every((node, i) => isKept(node, items[added + i]));
  const made = (isNext ? items.slice(0, added) : items).map(itemOf);
  isNext ? list.prepend(...made) : list.replaceChildren(...made);
}

const itemOf = ([name, text]) =>
  element("li", {}, element("span", { class: "hint" }, name), element("q", { lang: "en" }, text));
