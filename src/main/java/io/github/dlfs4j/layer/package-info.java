/**
 * Layers, chapters 5 to 7 of the book: the parts of a network, which compute the gradients of all weights in one
 * backward pass.
 *
 * <p>A computation is a graph of small steps, and every step knows its own derivative. The chain rule combines them: if
 * the loss <i>L</i> depends on <i>y</i>, and <i>y</i> on <i>x</i>, then <i>∂L/∂x = ∂L/∂y · ∂y/∂x</i>. So the gradient
 * travels back through the graph, and each {@link io.github.dlfs4j.layer.Layer Layer} on its way multiplies it by its
 * own derivative. The layer gets {@code dout}, which is <i>∂L/∂y</i>, and returns <i>∂L/∂x</i>.
 *
 * <h2>The layers</h2>
 *
 * <table>
 * <caption>Forward and backward, as formulas and as code</caption>
 * <tr><th>layer</th><th>forward</th><th>backward</th></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.AddLayer}</td><td><i>x + y</i><br>{@code x.add(y)}</td><td><i>dout</i>, <i>dout</i><br>{@code dout, dout}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.MulLayer}</td><td><i>xy</i><br>{@code x.mul(y)}</td><td><i>dout · y</i>, <i>dout · x</i><br>{@code dout.mul(y), dout.mul(x)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Relu}</td><td><i>max(0, x)</i><br>{@code mask = x.le(0); x.maximum(0)}</td><td><i>dout</i> where <i>x &gt; 0</i>, 0 elsewhere<br>{@code where(mask, 0, dout)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Sigmoid}</td><td><i>y = 1 / (1 + e<sup>-x</sup>)</i><br>{@code out = x.sigmoid()}</td><td><i>dout · (1 - y) y</i><br>{@code dout.mul(out.rsub(1)).mul(out)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Tanh}</td><td><i>y = tanh(x)</i><br>{@code out = x.tanh()}</td><td><i>dout · (1 - y²)</i><br>{@code dout.mul(out.square().rsub(1))}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.LeakyRelu}</td><td><i>x</i> where <i>x &gt; 0</i>, <i>ax</i> elsewhere<br>{@code mask = x.le(0); where(mask, x.mul(a), x)}</td><td><i>dout</i> where <i>x &gt; 0</i>, <i>a · dout</i> elsewhere<br>{@code where(mask, dout.mul(a), dout)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Affine}</td><td><i>xW + b</i><br>{@code x.dot(W).add(b)}</td><td><i>dout · W<sup>T</sup></i>; with respect to <i>W</i>: <i>x<sup>T</sup> · dout</i>; to <i>b</i>: the sum of the rows of <i>dout</i><br>{@code dout.dot(W.transpose()); dW = x.transpose().dot(dout); db = dout.sum(0)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.SoftmaxWithLoss}</td><td>the cross entropy of <i>y = softmax(x)</i> and the targets <i>t</i><br>{@code y = softmax(x); crossEntropy(y, t)}</td><td><i>(y - t) / n</i><br>{@code y.sub(t).divi(n)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.IdentityWithLoss}</td><td>half the squared error of <i>y = x</i>, divided by the batch size <i>n</i><br>{@code y = x; meanSquaredError(y, t).div(n)}</td><td><i>(y - t) / n</i><br>{@code y.sub(t).div(n)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Convolution}</td><td>filters that slide over images, section 7.4<br>{@code filters.dot(columns).addi(b)}</td><td>as Affine, on images laid out by {@link io.github.dlfs4j.layer.Im2Col}<br>{@code filters.transpose().dot(dout); dW = dout.dot(columns.transpose())}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Pooling}</td><td>the largest pixel of each window<br>{@code WindowMaximum.find(…)}</td><td><i>dout</i> to that pixel<br>{@code WindowMaximum.sums(…)}</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.BatchNormalization}</td><td>scaled to mean 0 and variance 1 over the batch, section 6.3<br>{@code x.sub(mean).div(deviation).mul(gamma).add(beta)}</td><td>also through mean and variance<br>see its source</td></tr>
 * <tr><td>{@link io.github.dlfs4j.layer.Dropout}</td><td>0 in a random part, section 6.4.3<br>{@code x.mul(mask)}</td><td>0 in the same part, <i>dout</i> elsewhere<br>{@code dout.mul(mask)}</td></tr>
 * </table>
 *
 * <h2>An example</h2>
 *
 * <p>You buy two apples at 100 each, with 10 % tax. How much does the total change with the price of an apple?
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
 * <p>If an apple costs 1 more, you pay 2.2 more. A network works the same way, with arrays instead of numbers and the
 * loss instead of the total. An optimiser needs the gradients with respect to the weights.
 *
 * <p>The forward pass of a layer remembers what the backward pass needs. So only one thread at a time may train with a
 * layer; several may call {@link io.github.dlfs4j.layer.Layer#infer infer}.
 *
 * <h2>A layer of your own</h2>
 *
 * <p>This layer doubles its input. Like the layers above, it works in a network:
 *
 * <pre>{@code
 * class Doubling implements Layer {
 *     @Override
 *     public NDArray forward(NDArray x) {
 *         return x.mul(2);
 *     }
 *     @Override
 *     public NDArray backward(NDArray dout) {
 *         return dout.mul(2);
 *     }
 * }
 * System.out.println(new Doubling().forward(NDArray.of(1.0, 2.5)));
 * System.out.println(new Sequential(new Relu(), new Doubling()).predict(NDArray.of(new double[][] {{-1, 3}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [2. 5.]
 * [[0. 6.]]
 * }</pre>
 *
 * <p>A network that has it is saved by {@code Networks.save}, and loaded with a {@code NetworkRegistry}, which says how
 * to make the layer.
 *
 * @serial exclude
 */
package io.github.dlfs4j.layer;
