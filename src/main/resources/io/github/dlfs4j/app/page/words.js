// What a layer does, in words with the numbers of this picture, and the section of the book.

import { inWords, joined } from "./language.js";
import { number, percent, terms } from "./pictures.js";

/** Says what the layer of a neuron does, and what it did here. */
export function wordsOf(stages, neuron, isBlank) {
  if (neuron.layer === 0) {
    return inWords("draw.words.image", number(neuron.value));
  }
  return joined([...(isBlank ? [inWords("draw.words.blank")] : []), ...sentences(stages, neuron)]);
}

function sentences(stages, neuron) {
  const [stage, before] = [stages[neuron.layer], stages[neuron.layer - 1]];
  return neuron.steps
    .map(({ name, value }, i) => ({ name, values: VALUES[name]?.({ ...neuron, stage, before, value, came: neuron.steps[i - 1]?.value }) }))
    .filter(({ values }) => values !== undefined)
    .map(({ name, values }) => inWords(`draw.words.${name}`, ...values));
}

/** What came into the layer, and what it made of it. */
const ofOne = ({ came, value }) => [number(came), number(value)];

/** The values in the sentence of each layer. */
const VALUES = {
  Affine: ({ stage, before, sum, bias, value }) => [stage.count, before.count, ...terms([sum, bias], value), number(value)],
  Convolution: ({ before: { maps }, window: { shape: [, rows, columns] }, sum, bias, value }) =>
    [rows, columns, inWords(maps === 1 ? "draw.words.map" : "draw.words.maps", maps), ...terms([sum, bias], value), number(value)],
  Pooling: ({ stage, before, window: { shape: [, rows, columns] }, value }) =>
    [rows, columns, number(value), before.height, before.width, stage.height, stage.width],
  Relu: ofOne,
  Sigmoid: ofOne,
  BatchNormalization: ofOne,
  Dropout: ofOne,
  Softmax: ({ came, value }) => [number(came), percent(value)],
};
