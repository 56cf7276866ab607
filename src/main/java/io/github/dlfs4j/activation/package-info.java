/**
 * Activation functions, chapter 3 of the book: what a neuron makes of the weighted sum of its inputs.
 *
 * <p>Hidden layers need a function that is not linear, or all layers together would be no more than one:
 * {@link io.github.dlfs4j.activation.Activations#sigmoid sigmoid}. The output layer of a classifier turns its numbers
 * into probabilities: {@link io.github.dlfs4j.activation.Activations#softmax softmax}.
 */
package io.github.dlfs4j.activation;
