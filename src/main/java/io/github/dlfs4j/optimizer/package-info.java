/**
 * Optimisers, section 6.1 of the book: they change the parameters of a network by the gradients of its loss.
 *
 * <p>The gradient points in the direction in which the loss grows fastest. {@link io.github.dlfs4j.optimizer.SGD SGD}
 * takes small steps in the opposite direction. Here the loss is <i>x²</i>, and its gradient is <i>2x</i>:
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
 * <p>This gradient descent is called stochastic because each gradient is that of a random batch, not that of all
 * samples.
 *
 * <p>The other optimisers remember earlier steps. {@link io.github.dlfs4j.optimizer.Momentum Momentum} and
 * {@link io.github.dlfs4j.optimizer.Nesterov Nesterov} gather speed. {@link io.github.dlfs4j.optimizer.AdaGrad AdaGrad}
 * and {@link io.github.dlfs4j.optimizer.RMSProp RMSProp} scale each step by the size of the gradients so far.
 * {@link io.github.dlfs4j.optimizer.Adam Adam} does both, and {@link io.github.dlfs4j.optimizer.AdamW AdamW} also lets
 * the weights decay.
 *
 * <p>A {@link io.github.dlfs4j.optimizer.LearningRateSchedule LearningRateSchedule} makes the steps of any optimiser
 * smaller over time: {@link io.github.dlfs4j.optimizer.StepDecay StepDecay},
 * {@link io.github.dlfs4j.optimizer.ExponentialDecay ExponentialDecay} or {@link io.github.dlfs4j.optimizer.CosineDecay
 * CosineDecay}, after a {@link io.github.dlfs4j.optimizer.LinearWarmUp LinearWarmUp} if you like.
 * {@link io.github.dlfs4j.optimizer.GradientClipping GradientClipping} keeps gradients short.
 *
 * @serial exclude
 */
package io.github.dlfs4j.optimizer;
