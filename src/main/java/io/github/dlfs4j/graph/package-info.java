/**
 * Computational graphs, sections 5.1 to 5.3 of the book: how the derivatives of a result by everything that it was
 * computed from come out of one way back.
 *
 * <h2>A graph is what a computation leaves behind</h2>
 *
 * <p>Two apples at 100 each, and 10 % tax: a multiplication, and another one. A {@link io.github.dlfs4j.graph.Variable}
 * is computed with like a number, and remembers what it was computed from. So the graph is there as soon as the result
 * is, and {@link io.github.dlfs4j.graph.Graph} shows it:
 *
 * <pre>{@code
 * Variable apple = Variable.of("apple", 100);
 * Variable number = Variable.of("number of apples", 2);
 * Variable tax = Variable.of("tax", 1.1);
 * Variable price = apple.mul(number).mul(tax);
 * System.out.println(Graph.of(price));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 *                   operation  inputs                   value               derivative
 * apple                                                 100.0
 * number of apples                                      2.0
 * #1                ×          apple, number of apples  200.0
 * tax                                                   1.1
 * #2                ×          #1, tax                  220.00000000000003
 * }</pre>
 *
 * <p>As in the book it looks as {@link io.github.dlfs4j.graph.Graph#toSvg} draws it: operations in circles, values
 * above the arrows, and after a way back the derivatives below thick arrows back.
 *
 * <h2>Local computation</h2>
 *
 * <p>An operation sees its inputs and its output, and nothing of the graph around it. That is enough for the way
 * forward, and, what makes graphs worth their while, for the way back: each operation need only know how a small change
 * of each of its inputs changes its output. However large the whole is, it is put together from such small pieces.
 *
 * <h2>The chain rule</h2>
 *
 * <p>If <i>z</i> depends on <i>t</i>, and <i>t</i> on <i>x</i>, then <i>∂z/∂x = ∂z/∂t · ∂t/∂x</i>: how much <i>z</i>
 * changes with <i>t</i>, times how much <i>t</i> does with <i>x</i>. Read from the left it is a way back. It begins
 * with <i>∂z/∂z = 1</i>; each operation multiplies what comes to it, the derivative by its output, by its own
 * derivative, and hands it on to its inputs. With <i>z = t²</i> and <i>t = x + y</i>, a step back through the square
 * gives <i>2t</i>, and the sum hands that on as it is:
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 2);
 * Variable y = Variable.of("y", 3);
 * Variable t = x.add(y);
 * Variable z = t.pow(2);
 * z.backward();
 * System.out.println(z.gradient() + " " + t.gradient() + " " + x.gradient() + " " + y.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1.0 10.0 10.0 10.0
 * }</pre>
 *
 * <p>Where a variable is used more than once, what comes back to it on all ways is added. And where broadcasting has
 * repeated it, the sum is over its copies.
 *
 * <h2>What the operations do</h2>
 *
 * <table>
 * <caption>Forward, and what is multiplied by the gradient on the way back</caption>
 * <tr><th>operation</th><th><i>y</i></th><th>to the inputs</th></tr>
 * <tr><td>addition</td><td><i>a + b</i></td><td>1 and 1: it hands on what comes</td></tr>
 * <tr><td>multiplication</td><td><i>ab</i></td><td><i>b</i> and <i>a</i>: the inputs change places</td></tr>
 * <tr><td>reciprocal</td><td><i>1/x</i></td><td><i>-y²</i></td></tr>
 * <tr><td>power</td><td><i>x<sup>c</sup></i></td><td><i>c x<sup>c - 1</sup></i></td></tr>
 * <tr><td>exponential function</td><td><i>e<sup>x</sup></i></td><td><i>y</i></td></tr>
 * <tr><td>logarithm</td><td><i>log x</i></td><td><i>1/x</i></td></tr>
 * <tr><td>ReLU</td><td><i>max(x, 0)</i></td><td>1 where <i>x &gt; 0</i>, else 0</td></tr>
 * <tr><td>maximum of many</td><td><i>max x</i></td><td>1 to the largest, the first of equals, 0 to the others</td></tr>
 * <tr><td>sum</td><td><i>Σ x</i></td><td>1 to each: it hands on copies</td></tr>
 * <tr><td>matrix product</td><td><i>AB</i></td><td>from the right <i>B<sup>T</sup></i>; from the left <i>A<sup>T</sup></i></td></tr>
 * </table>
 *
 * <p>Several operations may be put in one node. The sigmoid function is <i>1 / (1 + e<sup>-x</sup>)</i>; from its
 * parts, four steps back give what its one node knows at once, <i>y(1 - y)</i>:
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 0.5);
 * x.neg().exp().add(1).rdiv(1).backward();
 * System.out.println(x.gradient());
 * Variable y = x.sigmoid();
 * y.backward();
 * System.out.println(x.gradient() + " " + y.value().rsub(1).mul(y.value()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.2350037122015945
 * 0.2350037122015945 0.2350037122015945
 * }</pre>
 *
 * <h2>Why backward is cheap</h2>
 *
 * <p>By differences, each derivative takes a computation of the whole, or two; a network with 39,760 parameters would
 * be computed 79,520 times. The way back visits each operation once, and has the derivatives by all inputs when it is
 * through: what two of them have in common, it computes once. It takes some two or three times as long as the way
 * forward, however many inputs there are. For that it needs all values between, which is why the graph keeps them.
 *
 * <h2>Derivatives of derivatives</h2>
 *
 * <p>The way back is a computation too, so it leaves a graph behind as well: a gradient is a variable, and has
 * derivatives of its own. Newton's method finds the minimum of <i>x<sup>4</sup> - 2x²</i> with the first and the second
 * one:
 *
 * <pre>{@code
 * double at = 2;
 * for (int i = 0; i < 7; i++) {
 *     Variable x = Variable.of("x", at);
 *     x.pow(4).sub(x.pow(2).mul(2)).backward();
 *     Variable first = x.gradient();
 *     first.backward();
 *     Variable second = x.gradient();
 *     at -= first.value().asDouble() / second.value().asDouble();
 *     System.out.println(at);
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1.4545454545454546
 * 1.1510467893775467
 * 1.0253259289766978
 * 1.0009084519430513
 * 1.0000012353089454
 * 1.000000000002289
 * 1.0
 * }</pre>
 *
 * <h2>From here to networks</h2>
 *
 * <p>Everything holds for arrays as it does for numbers; {@link io.github.dlfs4j.graph.Variable} has the operations of
 * the book's networks. Package {@code layer} does the same work with larger nodes, whose ways back are written out, as
 * chapter 5 goes on to do. That is faster, and each of the two is the test of the other. {@code VariableNetwork} of
 * package {@code network} makes a network that can be trained from parameters and a function of variables.
 */
package io.github.dlfs4j.graph;
