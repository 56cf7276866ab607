/**
 * Derivatives by differences and what they are good for, sections 4.3 and 4.4 of the book.
 *
 * <p>A derivative says how much <i>f(x)</i> changes for a small change of <i>x</i>. On a computer "small" has a size.
 * Too small, and <i>x + h</i> is <i>x</i>; too large, and the slope is that of another place. With <i>h = 0.0001</i> on
 * both sides of the point, <i>(f(x + h) - f(x - h)) / 2h</i>, many digits are right:
 * {@link io.github.dlfs4j.gradient.NumericalDerivative}.
 *
 * <p>A function of many numbers has as many partial derivatives. Together they are its gradient,
 * {@link io.github.dlfs4j.gradient.NumericalGradient}, an array of the shape of its argument, which points where the
 * function grows fastest; for many points at once it is {@link io.github.dlfs4j.gradient.NumericalGradient#ofRows}. The
 * other way leads down: {@link io.github.dlfs4j.gradient.GradientDescent} takes step after step <i>x ← x - η ∂f/∂x</i>.
 * The learning rate <i>η</i> must suit. From (-3, 4), a hundred steps down <i>x<sub>0</sub>² + x<sub>1</sub>²</i> end
 * here:
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
 * <p>A network's loss is a function of all its weights, so all this is enough to learn, if slowly. Chapter 5 computes
 * the same gradient at once, by backpropagation; {@link io.github.dlfs4j.gradient.GradientCheck} then tells whether it
 * is the same.
 */
package io.github.dlfs4j.gradient;
