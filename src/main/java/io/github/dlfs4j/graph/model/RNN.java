package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.List;

/**
 * A simple recurrent layer (Elman, <i>Finding Structure in Time</i>, 1990). It remembers its last output, the hidden
 * state <i>h</i>, and the next one depends on it: <i>tanh(xW<sub>x</sub> + b + hW<sub>h</sub>)</i>. Its parts are
 * {@code x2h} and {@code h2h}, a {@link Linear} without a bias.
 *
 * <p>Each {@code forward} is a step in time. A long sequence is learned in pieces, by truncated backpropagation through
 * time: after each piece, {@link Variable#unchainBackward unchainBackward} cuts the graph off, and the state stays.
 *
 * <pre>{@code
 * class Follower extends Model {
 *     private final RNN rnn;
 *     private final Linear output;
 *
 *     Follower(RandomState random) {
 *         rnn = part("rnn", new RNN(1, 20, random));
 *         output = part("output", new Linear(20, 1, random));
 *     }
 *
 *     @Override
 *     public Variable forward(Variable x) {
 *         return output.forward(rnn.forward(x));
 *     }
 * }
 * NDArray wave = NDArray.linspace(0, 8 * Math.PI, 241).sin().reshape(241, 1, 1);
 * Follower model = new Follower(new RandomState(0));
 * Optimizer adam = new Adam(0.01);
 * for (int epoch = 1; epoch <= 20; epoch++) {
 *     model.resetState();
 *     Variable loss = Variable.of(0);
 *     double sum = 0;
 *     for (int step = 1; step <= 240; step++) {
 *         Variable y = model.forward(Variable.constant(wave.get(step - 1)));
 *         loss = loss.add(Loss.meanSquaredError().of(y, wave.get(step)));
 *         if (step % 30 == 0) {
 *             loss.backward();
 *             loss.unchainBackward();
 *             adam.update(model.values(), model.gradients());
 *             sum += loss.value().asDouble();
 *             loss = Variable.of(0);
 *         }
 *     }
 *     if (epoch % 10 == 0) {
 *         System.out.printf("epoch %d: %.4f%n", epoch, sum / 240);
 *     }
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * epoch 10: 0.0008
 * epoch 20: 0.0003
 * }</pre>
 *
 * <p>{@code forward} goes on with one sequence, or one batch of sequences, in one thread at a time. {@link #resetState
 * resetState} begins a new one. {@link #predict predict} is a sequence of its own, so any number of threads may call
 * it; {@link #sequence sequence} makes one of several steps.
 */
@TorchTensor(name = "weight_ih_l0", of = "x2h/W", transposed = true)
@TorchTensor(name = "weight_hh_l0", of = "h2h/W", transposed = true)
@TorchTensor(name = "bias_ih_l0", of = "x2h/b")
@TorchTensor(name = "bias_hh_l0", of = "x2h/b", role = Role.ADDED)
public final class RNN extends ReadyModel {
    private static final long serialVersionUID = 1;

    private final Linear fromInput;
    private final Linear fromState;
    private final transient State state = new State();

    /**
     * Creates a layer of float64.
     *
     * @param inputs the number of inputs of a step
     * @param hidden the number of hidden neurons, which are the outputs
     * @param random the generator for the weights
     */
    public RNN(int inputs, int hidden, RandomState random) {
        this(inputs, hidden, random, DType.FLOAT64);
    }

    /**
     * Creates a layer.
     *
     * @param inputs the number of inputs of a step
     * @param hidden the number of hidden neurons, which are the outputs
     * @param random the generator for the weights
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public RNN(int inputs, int hidden, RandomState random, DType dtype) {
        this(new Linear(inputs, hidden, random, dtype), Linear.withoutBias(hidden, hidden, random, dtype));
    }

    private RNN(Linear fromInput, Linear fromState) {
        this.fromInput = part("x2h", fromInput);
        this.fromState = part("h2h", fromState);
        checkArrays(List.of("x2h/W inputs hidden", "x2h/b hidden", "h2h/W hidden hidden"));
    }

    static RNN unpacked(SerializedForm form) {
        return new RNN(form.part("x2h", Linear.class), form.part("h2h", Linear.class));
    }

    /**
     * Computes the next hidden state. In the first step there is no state before.
     *
     * @param x the inputs of a step, of shape (n, inputs)
     * @return the new state, of shape (n, hidden)
     */
    @Override
    public Variable forward(Variable x) {
        Variable before = state.get();
        Variable sum = fromInput.forward(x);
        Variable next = (before == null ? sum : sum.add(fromState.forward(before))).tanh();
        state.set(next);
        return next;
    }

    @Override
    protected void forgetState() {
        state.set(null);
    }

    @Override
    public String toString() {
        return fromInput.toString().replace("Linear", "RNN");
    }
}
