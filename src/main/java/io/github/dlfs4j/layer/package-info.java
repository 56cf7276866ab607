/**
 * Layers, chapters 5 to 7 of the book: how the gradients of all weights are computed in one go.
 *
 * <p>A computation is a graph of small steps, and every step knows its own derivative. The chain rule puts them
 * together: if the loss <i>L</i> depends on <i>y</i> and <i>y</i> on <i>x</i>, then <i>∂L/∂x = ∂L/∂y · ∂y/∂x</i>. So
 * the gradient travels back through the graph, and each {@link io.github.dlfs4j.layer.Layer} on its way multiplies it
 * by its own derivative. It gets {@code dout}, that is <i>∂L/∂y</i>, and gives <i>∂L/∂x</i>:
 *
 * <table>
 * <caption>Forward and backward: formula, derivative, and the code of both</caption>
 * <tr><th>layer</th><th>forward</th><th>backward</th><th>code of forward</th><th>code of backward</th></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.AddLayer}</td><td><i>x + y</i></td><td><i>dout</i>, <i>dout</i></td><td>{@code x.add(y)}</td><td>{@code dout, dout}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.MulLayer}</td><td><i>xy</i></td><td><i>dout · y</i>, <i>dout · x</i></td><td>{@code x.mul(y)}</td><td>{@code dout.mul(y), dout.mul(x)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Relu}</td><td><i>max(0, x)</i></td><td><i>dout</i> where <i>x &gt; 0</i>, else 0</td><td>{@code mask = x.le(0); x.maximum(0)}</td><td>{@code where(mask, 0, dout)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Sigmoid}</td><td><i>y = 1 / (1 + e<sup>-x</sup>)</i></td><td><i>dout · (1 - y) y</i></td><td>{@code out = x.sigmoid()}</td><td>{@code dout.mul(out.rsub(1)).mul(out)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Tanh}</td><td><i>y = tanh(x)</i></td><td><i>dout · (1 - y²)</i></td><td>{@code out = x.tanh()}</td><td>{@code dout.mul(out.square().rsub(1))}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.LeakyRelu}</td><td><i>x</i> where <i>x &gt; 0</i>, else <i>ax</i></td><td><i>dout</i> where <i>x &gt; 0</i>, else <i>a · dout</i></td><td>{@code mask = x.le(0); where(mask, x.mul(a), x)}</td><td>{@code where(mask, dout.mul(a), dout)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Affine}</td><td><i>xW + b</i></td><td><i>dout · W<sup>T</sup></i>; by <i>W</i>: <i>x<sup>T</sup> · dout</i>; by <i>b</i>: the sum of its rows</td><td>{@code x.dot(W).add(b)}</td><td>{@code dout.dot(W.transpose()); dW = x.transpose().dot(dout); db = dout.sum(0)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.SoftmaxWithLoss}</td><td>the cross entropy of <i>y = softmax(x)</i> and the targets <i>t</i></td><td><i>(y - t) / n</i></td><td>{@code y = softmax(x); crossEntropy(y, t)}</td><td>{@code y.sub(t).divi(n)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.IdentityWithLoss}</td><td>half the squared error of <i>y = x</i>, by the batch size <i>n</i></td><td><i>(y - t) / n</i></td><td>{@code y = x; meanSquaredError(y, t).div(n)}</td><td>{@code y.sub(t).div(n)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Convolution}</td><td>filters that slide over images, section 7.4</td><td>as Affine, for the images as {@link io.github.dlfs4j.layer.Im2Col} lays them out</td><td>{@code filters.dot(columns).addi(b)}</td><td>{@code filters.transpose().dot(dout); dW = dout.dot(columns.transpose())}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Pooling}</td><td>the largest pixel of each window</td><td><i>dout</i> to that pixel</td><td>{@code WindowMaximum.find(…)}</td><td>{@code WindowMaximum.addAt(…)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.BatchNormalization}</td><td>mean 0 and variance 1 over the batch, section 6.3</td><td>through mean and variance as well</td><td>{@code x.sub(mean).div(deviation).mul(gamma).add(beta)}</td><td>{@code see there}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Dropout}</td><td>a random part is 0, section 6.4.3</td><td><i>dout</i> where it was not</td><td>{@code x.mul(mask)}</td><td>{@code dout.mul(mask)}</td></tr>
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
 *
 * @serial exclude
 */
package io.github.dlfs4j.layer;
