/**
 * Networks for other programs, and models of others, in files of <a href="https://onnx.ai">ONNX</a>, the format in
 * which PyTorch, TensorFlow, scikit-learn and others write a network after its training.
 *
 * <p>A file has a graph of nodes. Each node is an operator, such as {@code MatMul} or {@code Softmax}, with the names
 * of the values that it gets and gives. Some values are inputs, some are constants, the weights, and some are outputs.
 * {@link io.github.dlfs4j.onnx.Onnx#write(io.github.dlfs4j.network.Network, java.nio.file.Path,
 * io.github.dlfs4j.onnx.Onnx.Option...) Onnx.write} writes what a network computes with variables, operation by
 * operation. {@link io.github.dlfs4j.onnx.OnnxModel#read OnnxModel.read} reads a file, and
 * {@link io.github.dlfs4j.onnx.OnnxModel#run(java.util.Map) run} computes the nodes one after the other, with arrays
 * and without any native code:
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "digits.onnx");
 * Onnx.write(LeNet.pretrained(), file, Onnx.Option.PIXELS);
 *
 * OnnxModel model = OnnxModel.read(file);
 * System.out.println(model.inputs() + " gives " + model.outputs());
 * NDArray images = Mnist.options().normalize(false).flatten(false).loadTest().images();
 * System.out.println(model.run(images.get(Index.to(5))).get("scores").argmax(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [uint8[batch,1,28,28] input] gives [float[batch,10] scores]
 * [7 2 1 0 4]
 * }</pre>
 *
 * <p>Before it runs, a model is made smaller. Nodes that depend on constants alone are computed once. Nodes that no
 * output needs are left out. While it runs, a value is let go after the last node that gets it.
 *
 * <p>The numbers are not those of other runtimes to the bit, which add in other orders, and neither are theirs from one
 * machine to the next. Here a model has one answer everywhere, and a row of a batch is what it is alone.
 */
package io.github.dlfs4j.onnx;
