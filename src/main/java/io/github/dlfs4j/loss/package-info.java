/**
 * Loss functions, section 4.2 of the book: one number that says how wrong a network is.
 *
 * <p>Learning looks for weights that make the loss small. Why does it not look for a high accuracy? A small change of a
 * weight rarely changes an answer. So the accuracy stays the same or jumps, and its derivative is 0 almost everywhere.
 * The loss changes with every weight, and its gradient shows which way is down.
 *
 * <p>Half the {@link io.github.dlfs4j.loss.Losses#sumSquaredError sum of the squared errors}, <i>E = ½ Σ<sub>k</sub>
 * (y<sub>k</sub> - t<sub>k</sub>)²</i>, is for numbers; the notes call it the mean squared error. The
 * {@link io.github.dlfs4j.loss.Losses#crossEntropy cross entropy}, <i>E = -1/N Σ<sub>n</sub> Σ<sub>k</sub>
 * t<sub>nk</sub> ln y<sub>nk</sub></i>, is for classes. Here <i>y</i> are probabilities, and <i>t</i> is 1 for the
 * right class and 0 for the others, so only the probability of the right class counts. A probability of 1 costs 0, one
 * of 1/2 costs 0.69, and one of 1/100 costs 4.6.
 *
 * <p>Targets are either <i>one-hot</i>, with a 1 at the right class, or <i>labels</i>, the numbers of the classes. Both
 * mean the same:
 *
 * <pre>{@code
 * NDArray y = NDArray.of(new double[][] {{0.1, 0.2, 0.7}, {0.8, 0.1, 0.1}});
 * NDArray oneHot = NDArray.of(new int[][] {{0, 0, 1}, {0, 1, 0}});
 * NDArray labels = NDArray.of(2, 1);
 * System.out.println(Losses.crossEntropy(y, oneHot));
 * System.out.println(Losses.crossEntropy(y, labels));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1.329629447038073
 * 1.329629447038073
 * }</pre>
 */
package io.github.dlfs4j.loss;
