/**
 * Optimisers: how the gradients of a loss become changes of a network's parameters.
 *
 * <p>The gradient says which way the loss grows fastest; {@link io.github.dlfs4j.optimizer.SGD} goes a little the other
 * way, again and again. Here the loss is <i>x²</i>, and its gradient <i>2x</i>:
 *
 * <pre>{@code
 * NDArray x = NDArray.of(4.0);
 * Optimizer optimizer = new SGD(0.25);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(Map.of("x", x), Map.of("x", x.mul(2)));
 *     System.out.println(x);
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [2.]
 * [1.]
 * [0.5]
 * }</pre>
 *
 * <p>It is called stochastic because the gradient is that of a batch of samples, drawn at random, not of all of them.
 *
 * <p>The others, section 6.1, remember where they came from: {@link io.github.dlfs4j.optimizer.Momentum} and
 * {@link io.github.dlfs4j.optimizer.Nesterov} gather speed, {@link io.github.dlfs4j.optimizer.AdaGrad} and
 * {@link io.github.dlfs4j.optimizer.RMSProp} scale each step by the size of the gradients so far, and
 * {@link io.github.dlfs4j.optimizer.Adam} does both.
 *
 * <p>A {@link io.github.dlfs4j.optimizer.LearningRateSchedule} makes the steps of any of them smaller as time goes by:
 * {@link io.github.dlfs4j.optimizer.StepDecay}, {@link io.github.dlfs4j.optimizer.ExponentialDecay} or
 * {@link io.github.dlfs4j.optimizer.CosineDecay}.
 *
 * @serial exclude
 */
package io.github.dlfs4j.optimizer;
