// The language of the reader: what the page says in it, and the menu that chooses another one.

import { byId } from "./elements.js";

/** The sentences, which the server puts in here, as Java's MessageFormat reads them. */
const SENTENCES = {/* words */};

/** Returns a sentence with its values. */
export function inWords(key, ...values) {
  return SENTENCES[key].replace(/''|\{(\d)\}/g, (part, place) => (place ? values[place] : "'"));
}

/** Joins sentences, with a space where the language has one. */
export const joined = (sentences) => sentences.reduce((text, sentence) => inWords("sentences", text, sentence), "").trim();

byId("language").value = document.documentElement.lang;
byId("language").addEventListener("change", ({ target }) => {
  // Lax, so that the page has this language also where a link of another site leads to it.
  document.cookie = `dlfs4j-language=${target.value}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
});
