/**
 * Activation functions, chapter 3 of the book: they turn the weighted sum of a neuron's inputs into its output.
 *
 * <p>A perceptron either fires or does not: {@link io.github.dlfs4j.activation.Activations#step step} jumps from 0 to 1
 * when the sum passes 0. A network that learns needs a function whose output changes a little when a weight changes a
 * little. Such functions are {@link io.github.dlfs4j.activation.Activations#sigmoid sigmoid}, the S-shaped <i>1 / (1 +
 * e<sup>-x</sup>)</i>, and {@link io.github.dlfs4j.activation.Activations#relu ReLU}, <i>max(0, x)</i>, which makes
 * negative sums 0.
 *
 * <p>None of these functions is linear. If <i>h(x) = cx</i> were used, three layers would compute <i>h(h(h(x))) =
 * c<sup>3</sup>x</i>, which a single layer can compute too.
 *
 * <p>The function of the output layer depends on the task. A network that predicts numbers leaves its sums unchanged:
 * {@link io.github.dlfs4j.activation.Activations#identity identity}. A network that classifies turns its sums into
 * probabilities: {@link io.github.dlfs4j.activation.Activations#softmax softmax}, <i>y<sub>k</sub> =
 * e<sup>a<sub>k</sub></sup> / Σ<sub>i</sub> e<sup>a<sub>i</sub></sup></i>.
 *
 * <p>This formula overflows on large sums, since <i>e<sup>1000</sup></i> is more than a float can hold;
 * {@link io.github.dlfs4j.activation.Activations#naiveSoftmax naiveSoftmax} shows it. To avoid this, softmax multiplies
 * numerator and denominator by <i>e<sup>-c</sup></i>, where <i>c</i> is the largest sum. Then no exponent is above 0.
 *
 * <p>All functions take one input of shape {@code (n,)}, a batch of shape {@code (batch, n)}, or an array of any other
 * shape.
 */
package io.github.dlfs4j.activation;
