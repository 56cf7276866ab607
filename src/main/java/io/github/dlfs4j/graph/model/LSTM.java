package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * <p>It is used and trained as an {@link RNN}.
 */
@TorchTensor(name = "weight_ih_l0", of = "x2i/W x2f/W x2u/W x2o/W", transposed = true)
@TorchTensor(name = "weight_hh_l0", of = "h2i/W h2f/W h2u/W h2o/W", transposed = true)
@TorchTensor(name = "bias_ih_l0", of = "x2i/b x2f/b x2u/b x2o/b")
@TorchTensor(name = "bias_hh_l0", of = "x2i/b x2f/b x2u/b x2o/b", role = Role.ADDED)
public final class LSTM extends ReadyModel {
    private static final long serialVersionUID = 1;
    /** The layers that take the input, for each gate and for the new content. */
    private static final List<String> FROM_INPUT = List.of("x2f", "x2i", "x2o", "x2u");

    /** The layers that take the last output. */
    private static final List<String> FROM_STATE = List.of("h2f", "h2i", "h2o", "h2u");

    private final transient Map<String, Linear> layers;
    private final transient State state = new State();
    private final transient State cell = new State();

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
        this(firstLayers(inputs, hidden, random, dtype));
    }

    private static Map<String, Linear> firstLayers(int inputs, int hidden, RandomState random, DType dtype) {
        Map<String, Linear> layers = new LinkedHashMap<>();
        FROM_INPUT.forEach(name -> layers.put(name, new Linear(inputs, hidden, random, dtype)));
        FROM_STATE.forEach(name -> layers.put(name, Linear.withoutBias(hidden, hidden, random, dtype)));
        return layers;
    }

    private LSTM(Map<String, Linear> layers) {
        this.layers = layers;
        layers.forEach(this::part);
        List<String> shapes = new ArrayList<>();
        FROM_INPUT.forEach(name -> shapes.addAll(List.of(name + "/W inputs hidden", name + "/b hidden")));
        FROM_STATE.forEach(name -> shapes.add(name + "/W hidden hidden"));
        checkArrays(shapes);
    }

    static LSTM unpacked(SerializedForm form) {
        return new LSTM(form.parts(Linear.class));
    }

    /**
     * Computes the next output. In the first step there is nothing to remember.
     *
     * @param x the inputs of a step, of shape (n, inputs)
     * @return the output, of shape (n, hidden)
     */
    @Override
    public Variable forward(Variable x) {
        Variable h = state.get();
        Variable c = cell.get();
        Variable entering = sum("i", x, h).sigmoid().mul(sum("u", x, h).tanh());
        Variable next = c == null ? entering : sum("f", x, h).sigmoid().mul(c).add(entering);
        Variable output = sum("o", x, h).sigmoid().mul(next.tanh());
        cell.set(next);
        state.set(output);
        return output;
    }

    /** Adds up what the input and the last output say of a gate. */
    private Variable sum(String gate, Variable x, Variable h) {
        Variable sum = layers.get("x2" + gate).forward(x);
        return h == null ? sum : sum.add(layers.get("h2" + gate).forward(h));
    }

    @Override
    protected void forgetState() {
        state.set(null);
        cell.set(null);
    }

    @Override
    public String toString() {
        return layers.get("x2f").toString().replace("Linear", "LSTM");
    }
}
