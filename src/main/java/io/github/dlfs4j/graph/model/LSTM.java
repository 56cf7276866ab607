package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A recurrent layer with long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers,
 * Schmidhuber and Cummins, <i>Learning to Forget</i>, 2000). Besides its last output <i>h</i> it remembers a cell
 * <i>c</i>. Gates between 0 and 1 say how much of the cell stays (<i>f</i>), how much of the new content <i>u</i>
 * enters it (<i>i</i>), and how much of it is put out (<i>o</i>): the new cell is <i>fc + iu</i>, and the output is
 * <i>o tanh(c)</i>. Its parts are {@code x2f}, {@code h2f} and so on, a pair for each gate.
 *
 * <pre>{@code
 * LSTM lstm = new LSTM(1, 5, new RandomState(0));
 * Variable x = Variable.constant(NDArray.ones(2, 1));
 * Variable first = lstm.forward(x);
 * System.out.println(first.shape() + " " + lstm.forward(x).value().equals(first.value()));
 * lstm.resetState();
 * System.out.println(lstm.forward(x).value().equals(first.value()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * (2, 5) false
 * true
 * }</pre>
 *
 * <p>It is used and trained as an {@link RNN}, in one thread at a time.
 */
public final class LSTM extends Model {
    private static final long serialVersionUID = 1;
    private static final List<String> GATES = List.of("f", "i", "o", "u");

    private final Gate forget;
    private final Gate input;
    private final Gate output;
    private final Gate content;
    private final String text;
    private transient Variable state;
    private transient Variable cell;

    /** What decides by the input and the last output. */
    private record Gate(Linear fromInput, Linear fromState) implements Serializable {
        Gate {
            Objects.requireNonNull(fromInput, "fromInput");
            Objects.requireNonNull(fromState, "fromState");
        }

        Variable of(Variable x, Variable state) {
            Variable sum = fromInput.forward(x);
            return state == null ? sum : sum.add(fromState.forward(state));
        }
    }

    /**
     * Creates a layer of float64.
     *
     * @param inputs the number of inputs of a step
     * @param hidden the number of hidden neurons, which are the outputs
     * @param random the generator for the weights
     */
    public LSTM(int inputs, int hidden, RandomState random) {
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
    public LSTM(int inputs, int hidden, RandomState random, DType dtype) {
        List<Linear> fromInput = new ArrayList<>();
        for (String gate : GATES) {
            fromInput.add(part("x2" + gate, new Linear(inputs, hidden, random, dtype)));
        }
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < GATES.size(); i++) {
            Linear fromState = part("h2" + GATES.get(i), Linear.withoutBias(hidden, hidden, random, dtype));
            gates.add(new Gate(fromInput.get(i), fromState));
        }
        forget = gates.get(0);
        input = gates.get(1);
        output = gates.get(2);
        content = gates.get(3);
        text = "LSTM(%s, %s)".formatted(inputs, hidden);
    }

    /**
     * Computes the next output. In the first step there is nothing to remember.
     *
     * @param x the inputs of a step, of shape (n, inputs)
     * @return the output, of shape (n, hidden)
     */
    @Override
    public Variable forward(Variable x) {
        Variable entering =
                input.of(x, state).sigmoid().mul(content.of(x, state).tanh());
        Variable next = cell == null
                ? entering
                : forget.of(x, state).sigmoid().mul(cell).add(entering);
        state = output.of(x, state).sigmoid().mul(next.tanh());
        cell = next;
        return state;
    }

    @Override
    protected void forgetState() {
        state = null;
        cell = null;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        List<Gate> gates = Arrays.asList(forget, input, output, content);
        for (int i = 0; i < GATES.size(); i++) {
            Gate gate = gates.get(i);
            checkRead("x2" + GATES.get(i), gate == null ? null : gate.fromInput);
            checkRead("h2" + GATES.get(i), gate == null ? null : gate.fromState);
        }
        if (text == null) {
            throw new InvalidObjectException("an LSTM needs a text");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
