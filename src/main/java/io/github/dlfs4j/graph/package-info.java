/**
 * Computational graphs, sections 5.1 to 5.3 of the book: one backward pass computes the derivatives of a result with
 * respect to everything that it was computed from.
 *
 * <h2>A computation leaves a graph behind</h2>
 *
 * <p>You buy two apples at 100 each, with 10 % tax. The price takes two multiplications. You compute with a
 * {@link io.github.dlfs4j.graph.Variable Variable} as with a number, and it remembers what it was computed from. So the
 * result has a graph, and {@link io.github.dlfs4j.graph.Graph Graph} shows it:
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
 * <p>{@link io.github.dlfs4j.graph.Graph#toSvg toSvg} draws the graph as in the book: operations in circles, values
 * above the arrows, and, after a backward pass, derivatives below thick arrows back.
 * {@link io.github.dlfs4j.graph.Graph#toAnimatedSvg toAnimatedSvg} draws it so that it plays itself.
 *
 * <h2>Which gradient a variable has</h2>
 *
 * <p>{@link io.github.dlfs4j.graph.Variable#gradient gradient()} is that of the last backward pass that reached the
 * variable. A pass replaces the gradients of the pass before and does not add to them, so you need not clear anything
 * before the next step. A pass that does not reach a variable leaves its gradient as it is:
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 3);
 * x.pow(2).backward();
 * x.mul(5).backward();
 * Variable.of("other", 1).mul(7).backward();
 * System.out.println(x.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 5.0
 * }</pre>
 *
 * <p>In DeZero and PyTorch it would be 11, the sum of all passes since {@code cleargrad()} or {@code zero_grad()}. A
 * picture shows the derivatives of its own result only.
 *
 * <h2>Local computation</h2>
 *
 * <p>An operation sees its inputs and its output, and nothing else of the graph. That is enough for the forward pass.
 * It is also enough for the backward pass, and this makes graphs useful: each operation only needs to know how a small
 * change of each input changes its output. A graph of any size consists of such small pieces.
 *
 * <h2>The chain rule</h2>
 *
 * <p>If <i>z</i> depends on <i>t</i>, and <i>t</i> on <i>x</i>, then <i>∂z/∂x = ∂z/∂t · ∂t/∂x</i>: the change of
 * <i>z</i> with <i>t</i>, times the change of <i>t</i> with <i>x</i>. Read from left to right, the product is a
 * backward pass. It begins with <i>∂z/∂z = 1</i>. Each operation gets the derivative with respect to its output,
 * multiplies it by its own derivative, and passes it on to its inputs. With <i>z = t²</i> and <i>t = x + y</i>, the
 * square passes on <i>2t</i>, and the sum passes this on unchanged:
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
 * <p>If a variable is used more than once, the derivatives that come back to it are added up. If broadcasting has
 * repeated a variable, the derivatives of its copies are added up.
 *
 * <h2>The walk back</h2>
 *
 * <p>A backward pass visits the operations in topological order, back from the result: each after all operations that
 * use its output. Only then have all derivatives come back that it adds up, and it can pass the sum on. With <i>z = t +
 * t²</i>, both the square and the sum pass something on to <i>t</i>; if the walk went on from <i>t</i> after the first
 * of them, the derivative would be wrong. If it then went on once more for the second, its length would double with
 * each such step. The walk computes with constants, which leave no graph behind, or, for derivatives of derivatives,
 * with variables.
 *
 * <h2>Why not recursion?</h2>
 *
 * <p>It would be shorter: each operation passes its derivatives on to its inputs, and calls itself there. But where a
 * variable is used twice, this goes on too early. Here <i>z = t + t²</i>, and <i>t = xy</i>:
 *
 * <pre>{@code
 * double x = 2;
 * double y = 3;
 * double t = x * y;
 * double ofT = 0;
 * double ofX = 0;
 * ofT += 1; // from the sum
 * ofX += ofT * y; // goes on at once
 * ofT += 2 * t; // from the square
 * ofX += ofT * y; // goes on again, and passes on the 1 a second time
 * System.out.println(ofX + " by recursion, " + (1 + 2 * t) * y + " is right");
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 42.0 by recursion, 39.0 is right
 * }</pre>
 *
 * <p>To pass on only what is new, 12 in place of 13, would be right, but goes through everything behind <i>t</i> once
 * more. {@link io.github.dlfs4j.graph.Graph#steps steps} and {@link io.github.dlfs4j.graph.Graph#stepsByRecursion
 * stepsByRecursion} tell both walks step by step; the page of the main job plays them side by side.
 *
 * <h2>What the operations do</h2>
 *
 * <table>
 * <caption>The output of an operation, and the derivative with respect to each input</caption>
 * <tr><th>operation</th><th>output <i>y</i></th><th>derivative</th></tr>
 * <tr><td>addition</td><td><i>a + b</i></td><td>1 and 1: it passes the gradient on</td></tr>
 * <tr><td>multiplication</td><td><i>ab</i></td><td><i>b</i> and <i>a</i>: the inputs swap places</td></tr>
 * <tr><td>reciprocal</td><td><i>1/x</i></td><td><i>-y²</i></td></tr>
 * <tr><td>power</td><td><i>x<sup>c</sup></i></td><td><i>c x<sup>c - 1</sup></i></td></tr>
 * <tr><td>exponential function</td><td><i>e<sup>x</sup></i></td><td><i>y</i></td></tr>
 * <tr><td>logarithm</td><td><i>log x</i></td><td><i>1/x</i></td></tr>
 * <tr><td>ReLU</td><td><i>max(x, 0)</i></td><td>1 where <i>x &gt; 0</i>, 0 elsewhere</td></tr>
 * <tr><td>maximum of an array</td><td><i>max x</i></td><td>1 for the largest element, the first of equals; 0 for the others</td></tr>
 * <tr><td>sum</td><td><i>Σ x</i></td><td>1 for each element: it passes copies on</td></tr>
 * <tr><td>convolution</td><td>each output is the sum of the pixels under a filter, times its elements</td><td>to the pixels: the same filters spread the gradient; to the filters: the pixels that they meet</td></tr>
 * <tr><td>matrix product</td><td><i>AB</i></td><td>from the right <i>B<sup>T</sup></i>; from the left <i>A<sup>T</sup></i></td></tr>
 * </table>
 *
 * <p>A node may combine several operations. The sigmoid function, <i>1 / (1 + e<sup>-x</sup>)</i>, takes four
 * operations, and so four steps back. As a single node it needs one step, since its derivative is <i>y(1 - y)</i>:
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
 * <p>One derivative by central differences takes two computations of the whole, so a network with 39,760 parameters
 * would be computed 79,520 times. The backward pass visits each operation once and then has the derivatives with
 * respect to all inputs, since it computes common parts only once. It takes about two or three times as long as the
 * forward pass, for any number of inputs. It needs all values in between, which is why the graph keeps them.
 *
 * <h2>Derivatives of derivatives</h2>
 *
 * <p>The backward pass is a computation too, so it also leaves a graph behind: a gradient is a variable, and has
 * derivatives of its own. Newton's method finds the minimum of <i>x<sup>4</sup> - 2x²</i> by the first and the second
 * derivative:
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
 * <p>All this works for arrays as it does for numbers, and {@link io.github.dlfs4j.graph.Variable Variable} has the
 * operations of the book's networks. Package {@link io.github.dlfs4j.layer layer} does the same with larger nodes,
 * whose backward passes are written by hand, as in the rest of chapter 5. That is faster; tests compare the two. You
 * can write {@linkplain io.github.dlfs4j.graph.Operation operations of your own}. Package
 * {@link io.github.dlfs4j.graph.model graph.model} has layers and networks of variables. A
 * {@link io.github.dlfs4j.network.VariableNetwork VariableNetwork} makes them, or parameters and a function of
 * variables, a network that a trainer takes.
 *
 * @serial exclude
 */
package io.github.dlfs4j.graph;
