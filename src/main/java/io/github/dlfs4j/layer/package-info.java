/**
 * Layers, chapters 5 to 7 of the book: how the gradients of all weights are computed in one go.
 *
 * <p>A computation is a graph of small steps, and every step knows its own derivative. The chain rule puts them
 * together: if the loss <i>L</i> depends on <i>y</i> and <i>y</i> on <i>x</i>, then <i>∂L/∂x = ∂L/∂y · ∂y/∂x</i>. So
 * the gradient travels back through the graph, and each {@link io.github.dlfs4j.layer.Layer} on its way multiplies it
 * by its own derivative. It gets {@code dout}, that is <i>∂L/∂y</i>, and gives <i>∂L/∂x</i>:
 *
 * <table>
 * <caption>Forward and backward</caption>
 * <tr><th>layer</th><th>forward</th><th>backward</th></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.AddLayer}</td><td><i>x + y</i></td><td>dout, dout</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.MulLayer}</td><td><i>xy</i></td><td>dout · <i>y</i>, dout · <i>x</i></td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Relu}</td><td><i>max(0, x)</i></td><td>dout where <i>x &gt; 0</i>, else 0</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Sigmoid}</td><td><i>y = 1 / (1 + e<sup>-x</sup>)</i></td><td>dout · <i>y(1 -
 * y)</i></td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Affine}</td><td><i>xW + b</i></td><td>dout · <i>W</i><sup>T</sup>; for <i>W</i>:
 * <i>x</i><sup>T</sup> · dout; for <i>b</i>: the sum of dout's rows</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.SoftmaxWithLoss}</td><td>the cross entropy of <i>y</i> = softmax(<i>x</i>) and
 * the targets <i>t</i></td><td><i>(y - t) / n</i></td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Convolution}</td><td>filters that slide over images, chapter 7</td><td>as Affine,
 * for the images as {@link io.github.dlfs4j.layer.Im2Col} lays them out</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Pooling}</td><td>the largest pixel of each window</td><td>dout to that pixel</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.BatchNormalization}</td><td>mean 0 and variance 1 over the batch, section
 * 6.3</td><td>through mean and variance as well</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Dropout}</td><td>a random part is 0, section 6.4.3</td><td>dout where it was
 * not</td></tr>
 * </table>
 *
 * <p>Two apples at 100 each and 10 % tax: how much does the price of an apple matter?
 *
 * <pre>{@code
 * MulLayer apples = new MulLayer();
 * MulLayer tax = new MulLayer();
 * NDArray price = apples.forward(NDArray.scalar(100), NDArray.scalar(2));
 * System.out.println(tax.forward(price, NDArray.scalar(1.1)));
 * NDArray dPrice = tax.backward(NDArray.scalar(1)).dx();
 * System.out.println(apples.backward(dPrice).dx());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 220.00000000000003
 * 2.2
 * }</pre>
 *
 * <p>If an apple costs 1 more, 2.2 more are to be paid. Networks work the same way with arrays in place of numbers; the
 * loss is what is paid, and the gradients by the weights are what an optimiser needs.
 *
 * <p>Going forward a layer remembers what the way back needs, and so serves one thread at a time;
 * {@link io.github.dlfs4j.layer.Layer#infer} is for several.
 */
package io.github.dlfs4j.layer;
