/**
 * Numerical derivatives and gradient descent, sections 4.3 and 4.4 of the book.
 *
 * <p>A derivative says how much <i>f(x)</i> changes for a small change <i>h</i> of <i>x</i>. On a computer, <i>h</i>
 * must be neither too small nor too large. If it is too small, <i>x + h</i> is rounded to <i>x</i>; if it is too large,
 * the slope is that of another place. The central difference <i>(f(x + h) - f(x - h)) / 2h</i> with <i>h = 0.0001</i>
 * gives many right digits, see {@link io.github.dlfs4j.gradient.NumericalDerivative NumericalDerivative}.
 *
 * <p>A function of several numbers has a partial derivative for each of them. Together they are the gradient, an array
 * of the shape of the argument, which points in the direction in which the function grows fastest.
 * {@link io.github.dlfs4j.gradient.NumericalGradient NumericalGradient} computes it, at one point or at
 * {@link io.github.dlfs4j.gradient.NumericalGradient#ofRows many points}.
 *
 * <p>The opposite direction leads down. {@link io.github.dlfs4j.gradient.GradientDescent GradientDescent} takes many
 * steps <i>x ← x - η ∂f/∂x</i>, and needs a suitable learning rate <i>η</i>. For example, these are the ends of a
 * hundred steps from (-3, 4) down <i>x<sub>0</sub>² + x<sub>1</sub>²</i>, with a learning rate that is too large, a
 * good one, and one that is too small:
 *
 * <pre>{@code
 * NDArray start = NDArray.of(-3.0, 4.0);
 * for (double learningRate : new double[] {10, 0.1, 1e-10}) {
 *     System.out.println(GradientDescent.minimize(x -> x.pow(2).sum(), start, learningRate, 100).end());
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [-2.58983747e+13 -1.29524862e+12]
 * [-6.11110793e-10  8.14814391e-10]
 * [-2.99999994  3.99999992]
 * }</pre>
 *
 * <p>The loss of a network is a function of all its weights, so a network can learn in this way, but slowly. Chapter 5
 * computes the same gradient much faster, by backpropagation. {@link io.github.dlfs4j.gradient.GradientCheck
 * GradientCheck} compares the two.
 */
package io.github.dlfs4j.gradient;
