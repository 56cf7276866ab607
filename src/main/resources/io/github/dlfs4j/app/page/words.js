// What a layer does, in words with the numbers of this picture, and the section of the book.

import { number, percent } from "./pictures.js";

const some = (count, one) => (count === 1 ? `the ${one}` : `all ${count} ${one}s`);

/** Says what the layer of a neuron does, and what it did here. */
export function wordsOf(stages, neuron, isBlank) {
  if (neuron.layer === 0) {
    return `The image is 28×28 numbers from 0, black, to 1, white. This one is ${number(neuron.value)}. (Book: 3.6)`;
  }
  const blank = isBlank ? "The paper is blank, so no neuron is lit: the numbers come from the biases alone. " : "";
  return blank + wordsOfSteps(stages, neuron);
}

function wordsOfSteps(stages, neuron) {
  const [stage, before] = [stages[neuron.layer], stages[neuron.layer - 1]];
  return neuron.steps
    .map(({ name, value }, i) => WORDS[name]?.({ ...neuron, stage, before, value, came: neuron.steps[i - 1]?.value }))
    .filter((words) => words !== undefined)
    .join(" ");
}

const WORDS = {
  Affine: ({ stage, before, sum, bias, value }) =>
    `Affine: each of the ${stage.count} neurons multiplies all ${before.count} inputs by weights of its own and adds a bias. ` +
    `Here the products add up to ${number(sum)}, and with the bias ${number(bias)} to ${number(value)}. (Book: 5.6)`,
  Convolution: ({ before, window: { shape: [, rows, columns] }, sum, bias, value }) =>
    `Convolution: a filter of ${rows}×${columns} moves over ${some(before.maps, "map")} and multiplies the pixels under it. ` +
    `Here the products add up to ${number(sum)}, and with the bias ${number(bias)} to ${number(value)}. (Book: 7.2)`,
  Pooling: ({ stage, before, window: { shape: [, rows, columns] }, value }) =>
    `Pooling: of each window of ${rows}×${columns}, only the largest number passes, here ${number(value)}. ` +
    `A map of ${before.height}×${before.width} becomes one of ${stage.height}×${stage.width}. (Book: 7.3)`,
  Relu: ({ came, value }) =>
    `ReLU lets positive numbers pass and makes 0 of the others. Here ${number(came)} becomes ${number(value)}. (Book: 3.2.7)`,
  Sigmoid: ({ came, value }) =>
    `Sigmoid brings every number between 0 and 1. Here ${number(came)} becomes ${number(value)}. (Book: 3.2.4)`,
  BatchNormalization: ({ came, value }) =>
    `Batch normalisation shifts and scales a neuron so that its numbers are spread alike. Here ${number(came)} becomes ${number(value)}. (Book: 6.3)`,
  Dropout: ({ came, value }) =>
    `Dropout leaves out neurons by chance while a network learns, and makes up for that here: ${number(came)} becomes ${number(value)}. (Book: 6.4.3)`,
  Softmax: ({ came, value }) =>
    `Softmax makes probabilities of the ten scores, which add up to 1. Here the score ${number(came)} becomes ${percent(value)}. (Book: 3.5)`,
};
