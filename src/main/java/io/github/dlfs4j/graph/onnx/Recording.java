package io.github.dlfs4j.graph.onnx;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The operations by which variables compute a function of a batch, as operators in a graph. Arrays that do not depend
 * on the batch are constants there. A function that computes each input by itself has one graph for all batches, and
 * computes an input alone as it does in a batch.
 */
public final class Recording {
    private static final ThreadLocal<List<Step>> STEPS = new ThreadLocal<>();

    private final NDArray x;
    private final NDArray y;
    private final OnnxGraph graph;
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<NDArray, String> names = new IdentityHashMap<>();

    private record Step(
            String symbol, Function<List<NDArray>, OnnxOperator> operator, NDArray output, List<NDArray> inputs) {}

    /** Computes a function once, and writes its operations to an empty graph. */
    private Recording(UnaryOperator<NDArray> function, NDArray x, OnnxGraph graph) {
        this.x = x;
        this.graph = graph;
        STEPS.set(steps);
        try {
            y = function.apply(x);
        } finally {
            STEPS.remove();
        }
        write();
    }

    /**
     * {@return the graph of a function}
     *
     * @param function computes the outputs of a batch, with variables
     * @param x a batch of inputs with different numbers
     * @param empty creates a graph without operators
     * @throws IllegalArgumentException {@code the operation exp of shapes [(7, 10)], in a batch of 7, cannot be written
     *     as ONNX}, or {@code a network that does not compute each input by itself cannot be written as ONNX}
     */
    public static OnnxGraph graph(UnaryOperator<NDArray> function, NDArray x, Supplier<OnnxGraph> empty) {
        Recording recording = new Recording(function, x, empty.get());
        for (int i = 0; i < x.shape(0); i++) {
            if (!recording.isSameAlone(Index.range(i, i + 1), function, empty.get())) {
                throw new IllegalArgumentException(
                        "a network that does not compute each input by itself cannot be written as ONNX");
            }
        }
        return recording.graph;
    }

    /** Returns whether one of the inputs, computed alone, gives the same graph and the same output. */
    private boolean isSameAlone(Index input, UnaryOperator<NDArray> function, OnnxGraph empty) {
        try {
            Recording alone = new Recording(function, x.get(input), empty);
            return alone.graph.isSameAs(graph) && alone.y.equals(y.get(input));
        } catch (RuntimeException e) {
            return false; // such as a shape that fits the batch alone
        }
    }

    /**
     * Notes an operation, if this thread records.
     *
     * @param symbol its name in messages
     * @param operator returns the operator for the inputs, or null if ONNX has none
     * @param output the output
     * @param inputs the inputs
     */
    public static void note(
            String symbol, Function<List<NDArray>, OnnxOperator> operator, NDArray output, NDArray... inputs) {
        List<Step> steps = STEPS.get();
        if (steps != null) {
            steps.add(new Step(symbol, operator, output, List.of(inputs)));
        }
    }

    @SuppressWarnings("ReferenceEquality") // which array it is
    private void write() {
        names.put(x, OnnxGraph.INPUT);
        for (Step step : steps) {
            if (step.inputs.stream().anyMatch(names::containsKey)) {
                OnnxOperator operator = operator(step);
                Stream<String> inputs = step.inputs.stream()
                        .map(array -> names.containsKey(array) ? names.get(array) : constant(array));
                names.put(step.output, graph.node(step.output == y, operator, inputs.toList()));
            }
        }
        if (y == x || !names.containsKey(y)) {
            throw new IllegalArgumentException("no operation computes the outputs from the inputs");
        }
        graph.connect(x, y);
    }

    private String constant(NDArray array) {
        return graph.constant(array.dtype().isFloating() ? array : array.astype(DType.FLOAT32));
    }

    /** Returns the operator of a step. */
    private OnnxOperator operator(Step step) {
        OnnxOperator operator = step.operator.apply(step.inputs);
        if (operator == null) {
            List<Shape> shapes = step.inputs.stream().map(NDArray::shape).toList();
            throw new IllegalArgumentException(
                    "the operation %s of shapes %s, in a batch of %s, cannot be written as ONNX"
                            .formatted(step.symbol, shapes, x.shape(0)));
        }
        return operator;
    }
}
