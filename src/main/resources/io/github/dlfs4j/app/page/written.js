// What a language model writes while it learns: the same prompt, continued after each evaluation, the newest on top.

import { byId, element, say } from "./elements.js";
import { inWords } from "./language.js";
import { fraction } from "./pictures.js";

export function showWritten({ step, bits, counted, prompt, written }) {
  say("tested", inWords("train.tested.bits", step, fraction(bits), fraction(counted)));
  say("written-title", inWords("train.written", prompt.trim()));
  const items = written.map(itemOf).reverse();
  const old = [...byId("written").children];
  const added = items.length - old.length;
  // Items of this training stay, so that a screen reader reads the new ones alone.
  if (old.every((node, i) => node.isEqualNode(items[added + i]))) {
    byId("written").prepend(...items.slice(0, added));
  } else {
    byId("written").replaceChildren(...items);
  }
}

const itemOf = ({ step, text }) =>
  element("li", {}, element("span", { class: "hint" }, inWords("step", step)), element("q", { lang: "en" }, text));
