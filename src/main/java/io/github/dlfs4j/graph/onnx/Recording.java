package io.github.dlfs4j.graph.onnx;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The operations by which variables compute a function of a batch, as operators in a graph. Arrays that do not depend
 * on the batch are constants there.
 */
public final class Recording {
    /** The length of the batch that is computed. Few other axes have it, so it tells which axis counts the inputs. */
    public static final int BATCH = 7;

    private static final Set<String> ELEMENTWISE = Set.of("Add", "Sub", "Mul", "Div");
    private static final ThreadLocal<List<Step>> STEPS = new ThreadLocal<>();

    private Recording() {}

    private record Step(
            String symbol, Function<List<NDArray>, OnnxOperator> operator, NDArray output, List<NDArray> inputs) {}

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

    /**
     * Computes a function once, and writes its operations.
     *
     * @param function computes the outputs of a batch, with variables
     * @param x a batch of {@link #BATCH BATCH} inputs
     * @param input the name of the inputs
     * @param output the name of the outputs
     * @param graph receives all
     * @throws IllegalArgumentException {@code the operation exp of shapes [(7, 10)], in a batch of 7, cannot be written
     *     as ONNX}
     */
    @SuppressWarnings("ReferenceEquality") // which array it is
    public static void write(UnaryOperator<NDArray> function, NDArray x, String input, String output, OnnxGraph graph) {
        List<Step> steps = new ArrayList<>();
        STEPS.set(steps);
        NDArray y;
        try {
            y = function.apply(x);
        } finally {
            STEPS.remove();
        }
        IdentityHashMap<NDArray, String> names = new IdentityHashMap<>();
        names.put(x, input);
        for (Step step : steps) {
            if (step.inputs.stream().anyMatch(names::containsKey)) {
                OnnxOperator operator = operator(step, names.keySet());
                Stream<String> inputs = step.inputs.stream()
                        .map(array -> names.containsKey(array) ? names.get(array) : constant(array, graph));
                names.put(step.output, graph.node(step.output == y ? output : null, operator, inputs.toList()));
            }
        }
        if (y == x || !names.containsKey(y)) {
            throw new IllegalArgumentException("no operation computes the outputs from the inputs");
        }
        graph.connect(input, x, output, y);
    }

    private static String constant(NDArray array, OnnxGraph graph) {
        return graph.constant(array.dtype().isFloating() ? array : array.astype(DType.FLOAT32));
    }

    /** Returns the operator of a step, which treats each input of the batch by itself. */
    private static OnnxOperator operator(Step step, Set<NDArray> ofBatch) {
        OnnxOperator operator = hasBatch(step.output, step) ? step.operator.apply(step.inputs) : null;
        String type = operator == null ? "" : operator.type();
        boolean isElementwise = ELEMENTWISE.contains(type);
        // A product with a larger stack of matrices repeats the batch.
        boolean repeats =
                type.equals("MatMul") && step.output.ndim() > step.inputs.get(0).ndim();
        boolean fits = IntStream.range(0, step.inputs.size()).allMatch(i -> {
            NDArray input = step.inputs.get(i);
            return ofBatch.contains(input) == (isElementwise ? hasBatch(input, step) : i == 0);
        });
        if (operator == null || repeats || !fits) {
            List<Shape> shapes = step.inputs.stream().map(NDArray::shape).toList();
            throw new IllegalArgumentException(
                    "the operation %s of shapes %s, in a batch of %s, cannot be written as ONNX"
                            .formatted(step.symbol, shapes, BATCH));
        }
        return operator;
    }

    /** Returns whether the first axis counts the inputs, and there are as many axes as in the output. */
    private static boolean hasBatch(NDArray array, Step step) {
        return array.ndim() > 0 && array.ndim() == step.output.ndim() && array.shape(0) == BATCH;
    }
}
