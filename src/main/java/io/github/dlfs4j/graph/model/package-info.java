/**
 * Layers and networks of variables. You write the forward pass alone; package {@link io.github.dlfs4j.graph graph}
 * finds the derivatives.
 *
 * <p>A {@link io.github.dlfs4j.graph.model.Model Model} is a function with parameters. A layer is a model, and so is a
 * network, whose parts are layers. These are ready: {@link io.github.dlfs4j.graph.model.Linear Linear},
 * {@link io.github.dlfs4j.graph.model.Conv2d Conv2d}, {@link io.github.dlfs4j.graph.model.BatchNorm BatchNorm},
 * {@link io.github.dlfs4j.graph.model.MLP MLP}, {@link io.github.dlfs4j.graph.model.LayerNorm LayerNorm},
 * {@link io.github.dlfs4j.graph.model.Embedding Embedding}, and for sequences
 * {@link io.github.dlfs4j.graph.model.Attention Attention}, {@link io.github.dlfs4j.graph.model.RNN RNN} and
 * {@link io.github.dlfs4j.graph.model.LSTM LSTM}. Their parameters have the names, and their first weights the
 * distribution, of the third book's framework DeZero.
 *
 * <p>A {@link io.github.dlfs4j.graph.model.Loss Loss} compares the outputs with the targets. A
 * {@link io.github.dlfs4j.network.VariableNetwork VariableNetwork} is a network of a model and a loss, for a
 * {@link io.github.dlfs4j.training.Trainer Trainer}; {@link io.github.dlfs4j.network.Networks Networks} saves it.
 *
 * <p>This is a layer of your own, which learns how wide its steps are, and a network of two parts:
 *
 * <pre>{@code
 * class Scale extends Model {
 *     private final Variable factor = parameter("factor", NDArray.ones(1));
 *
 *     @Override
 *     public Variable forward(Variable x) {
 *         return x.mul(factor);
 *     }
 * }
 * class Net extends Model {
 *     private final Linear linear = part("linear", new Linear(2, 3, new RandomState(0)));
 *     private final Scale scale = part("scale", new Scale());
 *
 *     @Override
 *     public Variable forward(Variable x) {
 *         return scale.forward(linear.forward(x).relu());
 *     }
 * }
 * System.out.println(new Net().parameters().keySet());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [linear/W, linear/b, scale/factor]
 * }</pre>
 *
 * @serial exclude
 */
package io.github.dlfs4j.graph.model;
