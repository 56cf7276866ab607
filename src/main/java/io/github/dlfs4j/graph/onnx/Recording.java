package io.github.dlfs4j.graph.onnx;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The operations by which variables compute a function of a batch, as operators in a graph. Arrays that do not depend
 * on the batch are constants there. A function that computes each input by itself has one graph for all batches, and
 * computes an input alone as it does in a batch.
 */
public final class Recording {
    /** The length of the first batch. A second one, of another length, tells which axis counts the inputs. */
    public static final int BATCH = 7;

    /** How many inputs both batches have. */
    public static final int EXAMPLES = BATCH + 3;

    private static final Set<String> ELEMENTWISE = Set.of("Add", "Sub", "Mul", "Div");
    private static final ThreadLocal<List<Step>> STEPS = new ThreadLocal<>();

    private final NDArray x;
    private final NDArray y;
    private final OnnxGraph graph;
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<NDArray, String> names = new IdentityHashMap<>();
    private NDArray weights;

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
     * Records a function.
     *
     * @param function computes the outputs of a batch, with variables
     * @param x inputs, {@link #EXAMPLES EXAMPLES} with different numbers
     * @param empty creates a graph without operators
     * @return the recording
     * @throws IllegalArgumentException {@code the operation exp of shapes [(7, 10)], in a batch of 7, cannot be written
     *     as ONNX}, or {@code a network that does not compute each input by itself cannot be written as ONNX}
     */
    public static Recording of(UnaryOperator<NDArray> function, NDArray x, Supplier<OnnxGraph> empty) {
        Recording recording = new Recording(function, x.get(Index.to(BATCH)), empty.get());
        if (!recording.isOfEach(function, x.get(Index.from(BATCH)), empty.get())) {
            throw new IllegalArgumentException(
                    "a network that does not compute each input by itself cannot be written as ONNX");
        }
        return recording;
    }

    /** Returns whether other inputs, in a batch and alone, give the same graph and the same outputs. */
    private boolean isOfEach(UnaryOperator<NDArray> function, NDArray others, OnnxGraph empty) {
        try {
            Recording recording = new Recording(function, others, empty);
            return recording.graph.isSameAs(graph)
                    && IntStream.range(0, others.shape(0))
                            .mapToObj(i -> Index.range(i, i + 1))
                            .allMatch(alone -> function.apply(others.get(alone)).equals(recording.y.get(alone)));
        } catch (RuntimeException e) {
            return false; // such as a shape that fits the first batch alone
        }
    }

    /** {@return the operators} */
    public OnnxGraph graph() {
        return graph;
    }

    /** {@return the array with which the inputs are multiplied first, or by which they are normalised; or null} */
    public NDArray weights() {
        return weights;
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

    /** Returns the operator of a step, which treats each input of the batch by itself. */
    private OnnxOperator operator(Step step) {
        OnnxOperator operator = hasBatch(step.output, step) ? step.operator.apply(step.inputs) : null;
        String type = operator == null ? "" : operator.type();
        boolean isElementwise = ELEMENTWISE.contains(type);
        // A product with a larger stack of matrices repeats the batch.
        boolean repeats =
                type.equals("MatMul") && step.output.ndim() > step.inputs.get(0).ndim();
        boolean fits = IntStream.range(0, step.inputs.size()).allMatch(i -> {
            NDArray input = step.inputs.get(i);
            return names.containsKey(input) == (isElementwise ? hasBatch(input, step) : i == 0);
        });
        if (operator == null || repeats || !fits) {
            List<Shape> shapes = step.inputs.stream().map(NDArray::shape).toList();
            throw new IllegalArgumentException(
                    "the operation %s of shapes %s, in a batch of %s, cannot be written as ONNX"
                            .formatted(step.symbol, shapes, x.shape(0)));
        }
        if (weights == null && !isElementwise && step.inputs.size() > 1) {
            weights = step.inputs.get(1);
        }
        return operator;
    }

    /** Returns whether the first axis counts the inputs, and there are as many axes as in the output. */
    private boolean hasBatch(NDArray array, Step step) {
        return array.ndim() > 0 && array.ndim() == step.output.ndim() && array.shape(0) == x.shape(0);
    }
}
