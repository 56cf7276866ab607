/**
 * Perceptrons, chapter 2 of the book: the ancestors of the neurons in a network.
 *
 * <p>A {@link io.github.dlfs4j.perceptron.Perceptron Perceptron} has a weight <i>w</i> for each input and a bias
 * <i>b</i>. Its output is
 *
 * <p><i>y = 1</i> if <i>b + w<sub>1</sub>x<sub>1</sub> + w<sub>2</sub>x<sub>2</sub> &gt; 0</i>, else <i>y = 0</i>.
 *
 * <p>A weight says how much an input counts; the bias says how easily the perceptron fires. Depending on these three
 * numbers, a perceptron is an AND, NAND or OR gate, see {@link io.github.dlfs4j.perceptron.LogicGates LogicGates}. To
 * learn means to find these numbers.
 *
 * <p>In the plane, <i>b + w<sub>1</sub>x<sub>1</sub> + w<sub>2</sub>x<sub>2</sub> = 0</i> is a straight line, and the
 * perceptron tells on which side of it a point lies. No straight line has (0, 1) and (1, 0) on one side and (0, 0) and
 * (1, 1) on the other, so no perceptron is an XOR gate. Two layers can do it: XOR is the AND of NAND and OR. That is
 * why networks have layers.
 *
 * <pre>{@code
 * System.out.println("x1 x2 | nand or | xor");
 * for (int x1 = 0; x1 < 2; x1++) {
 *     for (int x2 = 0; x2 < 2; x2++) {
 *         int s1 = LogicGates.nand(x1, x2);
 *         int s2 = LogicGates.or(x1, x2);
 *         System.out.printf(" %d  %d |   %d  %d |   %d%n", x1, x2, s1, s2, LogicGates.and(s1, s2));
 *     }
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * x1 x2 | nand or | xor
 *  0  0 |   1  0 |   0
 *  0  1 |   1  1 |   1
 *  1  0 |   1  1 |   1
 *  1  1 |   0  1 |   0
 * }</pre>
 */
package io.github.dlfs4j.perceptron;
