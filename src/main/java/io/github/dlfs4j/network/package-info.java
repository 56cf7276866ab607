/**
 * Networks, put together from the functions of the other packages: chapter 3's
 * {@link io.github.dlfs4j.network.ThreeLayerNet} that recognises handwritten digits, and
 * {@link io.github.dlfs4j.network.SimpleNet} of chapter 4, one matrix of weights whose gradient can be looked at. A
 * {@link io.github.dlfs4j.network.Network} learns: {@link io.github.dlfs4j.network.TwoLayerNet} of chapters 4 and 5, or
 * your own. Of layers one after the other a {@link io.github.dlfs4j.network.Sequential} is made, to classify or to
 * predict numbers: {@link io.github.dlfs4j.network.MultiLayerNet} plans those of chapter 6, and
 * {@link io.github.dlfs4j.network.SimpleConvNet} and {@link io.github.dlfs4j.network.DeepConvNet} are the convolutional
 * ones of chapters 7 and 8. A {@link io.github.dlfs4j.network.VariableNetwork} is parameters and a function, whose
 * derivatives are found by package {@link io.github.dlfs4j.graph}. {@link io.github.dlfs4j.network.Networks} saves and
 * loads them.
 *
 * <p>A layer of neurons is a matrix product: <i>A = XW + B</i>, a row of <i>X</i> for each input and a column of
 * <i>W</i> for each neuron. An activation function follows, and the next layer. This is section 3.4.3 from the first
 * line to the last, two inputs, three and two hidden neurons, two outputs:
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
 * @serial exclude
 */
package io.github.dlfs4j.network;
