/**
 * Activation functions, chapter 3 of the book: what a neuron makes of the weighted sum of its inputs.
 *
 * <p>A perceptron fires or does not: {@link io.github.dlfs4j.activation.Activations#step step} jumps from 0 to 1 where
 * its sum passes 0. A network that is to learn needs a function that rises smoothly, so that a small change of a weight
 * makes a small change of the output: {@link io.github.dlfs4j.activation.Activations#sigmoid sigmoid}, the S-shaped
 * <i>1 / (1 + e<sup>-x</sup>)</i>, or {@link io.github.dlfs4j.activation.Activations#relu ReLU}, <i>max(0, x)</i>,
 * which cuts off what is negative.
 *
 * <p>None of the three is linear, and that is the point. Were <i>h(x) = cx</i>, three layers would be <i>h(h(h(x))) =
 * c<sup>3</sup>x</i>, which a single layer can do as well.
 *
 * <p>The output layer depends on the question. A network that predicts numbers leaves its sums alone:
 * {@link io.github.dlfs4j.activation.Activations#identity identity}. One that chooses among classes turns them into
 * probabilities: {@link io.github.dlfs4j.activation.Activations#softmax softmax}, <i>y<sub>k</sub> =
 * e<sup>a<sub>k</sub></sup> / Σ<sub>i</sub> e<sup>a<sub>i</sub></sup></i>. Since <i>e<sup>1000</sup></i> is more than a
 * float can hold, the formula taken literally ({@link io.github.dlfs4j.activation.Activations#naiveSoftmax
 * naiveSoftmax}) fails on large sums. Numerator and denominator can be multiplied by the same <i>e<sup>-c</sup></i>,
 * though; with <i>c</i> the largest sum no exponent is above 0.
 *
 * <p>All functions take one input of shape {@code (n,)}, a batch of shape {@code (batch, n)}, or any other shape.
 */
package io.github.dlfs4j.activation;
