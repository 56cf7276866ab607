/**
 * Loss functions, section 4.2 of the book: one number that says how badly a network does.
 *
 * <p>Learning looks for weights that make the loss small. Why not look for a high accuracy? A small change of a weight
 * mostly changes no answer, so the accuracy stays where it is or jumps, and its derivative is 0 almost everywhere. A
 * loss moves with every weight, and its gradient says which way is down.
 *
 * <p>{@link io.github.dlfs4j.loss.Losses#meanSquaredError Mean squared error}, <i>E = ½ Σ<sub>k</sub> (y<sub>k</sub> -
 * t<sub>k</sub>)²</i>, is for numbers. {@link io.github.dlfs4j.loss.Losses#crossEntropy Cross entropy}, <i>E = -1/N
 * Σ<sub>n</sub> Σ<sub>k</sub> t<sub>nk</sub> ln y<sub>nk</sub></i>, is for classes: <i>y</i> are probabilities, and
 * since <i>t</i> is 1 for the right class and 0 for the others, what counts is how probable the network took the right
 * one to be. Certain and right costs 0, one in two 0.69, one in a hundred 4.6.
 *
 * <p>Targets are <i>one-hot</i>, with a 1 at the right class, or <i>labels</i>, the numbers of the classes. Both mean
 * the same:
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
