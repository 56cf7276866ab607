/**
 * Networks, chapters 3 to 8 of the book, which classify inputs or predict numbers, and learn to do so from examples.
 * {@link io.github.dlfs4j.network.TwoLayerNet TwoLayerNet} and {@link io.github.dlfs4j.network.ThreeLayerNet
 * ThreeLayerNet} are networks; {@link io.github.dlfs4j.network.MultiLayerNet MultiLayerNet},
 * {@link io.github.dlfs4j.network.SimpleConvNet SimpleConvNet} and {@link io.github.dlfs4j.network.DeepConvNet
 * DeepConvNet} are plans with options, which build a {@link io.github.dlfs4j.network.Sequential Sequential}:
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * Network network = new TwoLayerNet(784, 50, 10, random);
 * Network built = MultiLayerNet.ofSizes(784, 50, 50, 10).dropout(0.2).build(random);
 * System.out.println(network.parameters().keySet() + " " + built.parameters().keySet());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [W1, b1, W2, b2] [W1, b1, W2, b2, W3, b3]
 * }</pre>
 *
 * <h2>Which network to take</h2>
 *
 * <table>
 * <caption>The networks of this package</caption>
 * <tr><th>you want to</th><th>take</th></tr>
 * <tr><td>recognise digits at once, without data and without training</td><td>{@link io.github.dlfs4j.network.ThreeLayerNet#pretrained() ThreeLayerNet.pretrained()}</td></tr>
 * <tr><td>recognise printed digits too, and those in your own pictures</td><td>{@link io.github.dlfs4j.network.LeNet#pretrained() LeNet.pretrained()}</td></tr>
 * <tr><td>follow chapter 3 with the book's weights</td><td>{@link io.github.dlfs4j.network.ThreeLayerNet ThreeLayerNet}</td></tr>
 * <tr><td>see what the gradient of a network is, section 4.4.2</td><td>{@link io.github.dlfs4j.network.SimpleNet SimpleNet}</td></tr>
 * <tr><td>train a first network, chapter 5: one hidden layer, fast and simple</td><td>{@link io.github.dlfs4j.network.TwoLayerNet TwoLayerNet}</td></tr>
 * <tr><td>try out several hidden layers, activation functions, first weights, batch normalisation, dropout or weight decay, chapter 6</td><td>{@link io.github.dlfs4j.network.MultiLayerNet MultiLayerNet}</td></tr>
 * <tr><td>recognise images well, chapter 7; training takes minutes</td><td>{@link io.github.dlfs4j.network.SimpleConvNet SimpleConvNet}</td></tr>
 * <tr><td>recognise images as well as possible, chapter 8; an epoch of training takes minutes</td><td>{@link io.github.dlfs4j.network.DeepConvNet DeepConvNet}</td></tr>
 * <tr><td>put layers in a row yourself, or predict numbers instead of classes</td><td>{@link io.github.dlfs4j.network.Sequential Sequential}</td></tr>
 * <tr><td>write the forward pass alone, as a function or a {@link io.github.dlfs4j.graph.model.Model Model}, and leave the derivatives to package {@link io.github.dlfs4j.graph graph}</td><td>{@link io.github.dlfs4j.network.VariableNetwork VariableNetwork}</td></tr>
 * <tr><td>write everything yourself, and use the trainer, the optimisers and checkpoints</td><td>your own {@link io.github.dlfs4j.network.Network Network}</td></tr>
 * </table>
 *
 * <p>{@link io.github.dlfs4j.network.Networks Networks} saves networks to files and loads them again, also those with
 * layers of your own, which a {@link io.github.dlfs4j.network.NetworkRegistry NetworkRegistry} knows.
 * {@link io.github.dlfs4j.onnx.Onnx Onnx} writes them for other programs. Package {@link io.github.dlfs4j.training
 * training} trains them.
 *
 * <h2>What a network computes</h2>
 *
 * <p>A layer of neurons is a matrix product, <i>A = XW + B</i>: <i>X</i> has a row for each input, and <i>W</i> has a
 * column for each neuron. An activation function follows, and then the next layer. This is all of section 3.4.3, a
 * network with two inputs, three and two hidden neurons, and two outputs:
 *
 * <pre>{@code
 * NDArray w1 = NDArray.of(new double[][] {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}});
 * NDArray b1 = NDArray.of(0.1, 0.2, 0.3);
 * NDArray w2 = NDArray.of(new double[][] {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}});
 * NDArray b2 = NDArray.of(0.1, 0.2);
 * NDArray w3 = NDArray.of(new double[][] {{0.1, 0.3}, {0.2, 0.4}});
 * NDArray b3 = NDArray.of(0.1, 0.2);
 * NDArray x = NDArray.of(1.0, 0.5);
 * NDArray z1 = Activations.sigmoid(x.dot(w1).add(b1));
 * NDArray z2 = Activations.sigmoid(z1.dot(w2).add(b2));
 * System.out.println(z2.dot(w3).add(b3));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.31682708 0.69627909]
 * }</pre>
 *
 * <h2 id="float32">float32</h2>
 *
 * <p>Networks compute in float64, as the book's do. {@code dtype(DType.FLOAT32)} of a plan, or a last argument of
 * {@link io.github.dlfs4j.network.TwoLayerNet TwoLayerNet}, makes one that computes in float32. So do layers whose
 * weights {@link io.github.dlfs4j.network.Initialization#dtype(io.github.dlfs4j.ndarray.DType)
 * Initialization.he().dtype(DType.FLOAT32)} draws, and {@code BatchNormalization.of(features, DType.FLOAT32)}. Such a
 * network takes about half the memory, is faster, and its results differ a little. The same random numbers are drawn;
 * the weights are those of float64, rounded. Parameters, gradients, running averages and what optimisers remember are
 * float32 then, and files, checkpoints and the serialised form keep that.
 *
 * <p>Give such a network inputs of float32 or uint8. From inputs of float64 it computes in float64, as NumPy does,
 * which is slower, and only its arrays stay float32. Targets may have any dtype.
 *
 * <pre>{@code
 * Sequential network = MultiLayerNet.ofSizes(2, 3, 2).dtype(DType.FLOAT32).build(new RandomState(0));
 * NDArray x = NDArray.of(new double[][] {{1, 0}, {0, 1}});
 * System.out.println(network.predict(x.astype(DType.FLOAT32)).dtype() + " " + network.predict(x).dtype());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * float32 float64
 * }</pre>
 *
 * @serial exclude
 */
package io.github.dlfs4j.network;
