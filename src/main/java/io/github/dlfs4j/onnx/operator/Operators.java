package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.onnx.operator.Operator.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The <a href="https://onnx.ai/onnx/operators/">operators of ONNX</a> that are known here: the name of each, its
 * attributes with their defaults, and what it computes. A row serves all versions; where an attribute has become an
 * input, a node may have either.
 */
public final class Operators {
    private static final Map<String, Operator> TABLE = new TreeMap<>();

    /** The attributes with which a binary operator of opset 6 says where the axes of its second input lie. */
    private static final String BROADCAST = "axis broadcast=0";

    private static final String WINDOW = "auto_pad=NOTSET ceil_mode=0 dilations kernel_shape pads strides ";
    private static final String VALUE = "value value_float value_floats value_int value_ints";
    private static final String REDUCTION = "axes keepdims=1 noop_with_empty_axes=0";

    private static final Types OF_FIRST = (node, inputs, i) -> inputs.isEmpty() ? null : inputs.get(0);
    private static final Types OF_SECOND = (node, inputs, i) -> inputs.size() < 2 ? null : inputs.get(1);
    private static final Types BOOL = (node, inputs, i) -> OnnxType.BOOL;
    private static final Types INT64 = (node, inputs, i) -> OnnxType.INT64;
    private static final Types AND_POSITIONS =
            (node, inputs, i) -> i == 0 ? OF_FIRST.of(node, inputs, i) : OnnxType.INT64;
    private static final Types AND_MASK = (node, inputs, i) -> i == 0 ? OF_FIRST.of(node, inputs, i) : OnnxType.BOOL;

    static {
        // Functions of each element
        each("Abs", NDArray::abs);
        each("Ceil", MathFunctions::ceil);
        each("Cos", NDArray::cos);
        each("Erf", MathFunctions::erf);
        each("Exp", NDArray::exp);
        each("Floor", MathFunctions::floor);
        each("Identity", x -> x);
        each("Log", NDArray::log);
        each("Neg", NDArray::neg);
        each("Not", NDArray::not);
        each("Reciprocal", x -> x.rdiv(1));
        each("Round", MathFunctions::rint);
        each("Sign", NDArray::sign);
        each("Sin", NDArray::sin);
        each("Sqrt", NDArray::sqrt);
        each("Tan", MathFunctions::tan);

        // Activation functions
        each("HardSwish", x -> x.mul(x.div(6).addi(0.5).clip(0.0, 1.0)));
        each("Relu", x -> x.maximum(0));
        each("Sigmoid", NDArray::sigmoid);
        each("Softplus", x -> MathFunctions.logaddexp(x, 0.0));
        each("Softsign", x -> x.div(x.abs().addi(1)));
        each("Tanh", NDArray::tanh);
        row("Elu", "alpha=1.0", Arithmetic::elu);
        row("Gelu", "approximate=none", Arithmetic::gelu);
        row("HardSigmoid", "alpha=0.2 beta=0.5", Arithmetic::hardSigmoid);
        row("LeakyRelu", "alpha=0.01", n -> NDArray.where(n.x().lt(0), n.x().mul(n.real("alpha")), n.x()));
        row("LogSoftmax", "axis", n -> Arithmetic.ofRows(n, Arithmetic::logSoftmax));
        row("PRelu", "", Arithmetic::prelu);
        row("Selu", "alpha=1.6732632 gamma=1.050701", n -> Arithmetic.elu(n).muli(n.real("gamma")));
        row("Softmax", "axis", n -> Arithmetic.ofRows(n, NDArray::softmax));

        // Two arrays and more, broadcast
        pair("Add", NDArray::add);
        pair("And", NDArray::and);
        pair("Div", Arithmetic::div);
        pair("Mul", NDArray::mul);
        pair("Or", NDArray::or);
        pair("Pow", Arithmetic::pow);
        pair("Sub", NDArray::sub);
        pair("Xor", NDArray::xor);
        row("Mod", "fmod=0", Arithmetic::mod);
        row("Equal", BROADCAST, n -> n.x().eq(n.beside()), BOOL);
        row("Greater", BROADCAST, n -> n.x().gt(n.beside()), BOOL);
        row("GreaterOrEqual", "", n -> n.x().ge(n.in(1)), BOOL);
        row("Less", BROADCAST, n -> n.x().lt(n.beside()), BOOL);
        row("LessOrEqual", "", n -> n.x().le(n.in(1)), BOOL);
        row("Max", "", n -> n.reduced(NDArray::maximum));
        row("Mean", "", n -> n.reduced(NDArray::add).div(n.inputs().length));
        row("Min", "", n -> n.reduced(NDArray::minimum));
        row("Sum", "", n -> n.reduced(NDArray::add));
        row("Clip", "max min", Arithmetic::clip);
        row("Where", "", n -> NDArray.where(n.x(), n.in(1), n.in(2)), OF_SECOND);

        // Products and windows
        row("Conv", "auto_pad=NOTSET dilations group=1 kernel_shape pads strides", Windows::convolution);
        row("Gemm", "alpha=1.0 beta=1.0 broadcast=0 transA=0 transB=0", Arithmetic::gemm);
        row("MatMul", "", n -> n.x().matmul(n.in(1)));
        row("AveragePool", WINDOW + "count_include_pad=0", Windows::average);
        row("GlobalAveragePool", "", n -> n.x().mean(Windows.spatialAxes(n.x())));
        row("GlobalMaxPool", "", n -> n.x().max(Windows.spatialAxes(n.x())));
        rows("MaxPool", WINDOW + "storage_order=0", Windows::max, AND_POSITIONS);

        // Normalisation
        row("BatchNormalization", "epsilon=1e-5 is_test momentum spatial=1 training_mode=0", Normalization::ofBatch);
        rows("Dropout", "is_test ratio seed", Normalization::dropout, AND_MASK);
        row("InstanceNormalization", "epsilon=1e-5", Normalization::ofInstance);
        rows("LayerNormalization", "axis=-1 epsilon=1e-5 stash_type=1", Normalization::ofLayer, OF_FIRST);

        // Reductions
        row("ArgMax", "axis=0 keepdims=1 select_last_index=0", n -> Reductions.position(n, NDArray::argmax), INT64);
        row("ArgMin", "axis=0 keepdims=1 select_last_index=0", n -> Reductions.position(n, NDArray::argmin), INT64);
        row("CumSum", "exclusive=0 reverse=0", Reductions::cumSum);
        row("ReduceL2", REDUCTION, n -> Reductions.of(n, Reductions::norm));
        row("ReduceMax", REDUCTION, n -> Reductions.of(n, NDArray::max));
        row("ReduceMean", REDUCTION, n -> Reductions.of(n, NDArray::mean));
        row("ReduceMin", REDUCTION, n -> Reductions.of(n, NDArray::min));
        row("ReduceProd", REDUCTION, n -> Reductions.of(n, NDArray::prod));
        row("ReduceSum", REDUCTION, n -> Reductions.of(n, NDArray::sum));
        rows("TopK", "axis=-1 k largest=1 sorted=1", Reductions::topK, AND_POSITIONS);

        // Shapes
        row("Concat", "axis", n -> NDArray.concatenate(n.number("axis"), n.inputs()));
        row("Expand", "", n -> Shapes.expanded(n.x(), n.numbers("shape", 1)));
        row("Flatten", "axis=1", n -> Shapes.flattened(n.x(), n.number("axis")));
        row("Pad", "mode=constant pads value=0.0", Shapes::pad);
        row("Reshape", "allowzero=0 shape", Shapes::reshape);
        row("Shape", "end start=0", Shapes::shape, INT64);
        row("Size", "", n -> NDArray.scalar((long) n.x().size()), INT64);
        row("Slice", "axes ends starts", Shapes::slice);
        rows("Split", "axis=0 num_outputs split", Shapes::split, OF_FIRST);
        row("Squeeze", "axes", n -> Shapes.squeezed(n.x(), n.optional("axes", 1)));
        row("Tile", "", n -> Manipulation.tile(n.x(), n.numbers("repeats", 1)));
        row("Transpose", "perm", n -> n.has("perm") ? n.x().transpose(n.numbers("perm")) : n.x().transpose());
        row("Unsqueeze", "axes", n -> n.x().expandDims(n.numbers("axes", 1)));

        // Elements at positions
        row("Gather", "axis=0", n -> n.x().take(n.in(1), n.number("axis")));
        row("GatherElements", "axis=0", Shapes::gatherElements);
        row("GatherND", "batch_dims=0", Shapes::gatherNd);

        // New arrays
        row("Cast", "saturate to", Constants::cast, (node, inputs, i) -> Constants.castType(node));
        row(
                "Constant",
                VALUE,
                n -> Constants.tensor(n.node()).array(),
                (node, inputs, i) -> Constants.tensor(node).type());
        row(
                "ConstantOfShape",
                "value",
                Constants::ofShape,
                (node, inputs, i) -> Constants.value(node).type());
        row("Range", "", Constants::range);
    }

    private Operators() {}

    private static void each(String name, UnaryOperator<NDArray> function) {
        row(name, "", n -> function.apply(n.x()));
    }

    private static void pair(String name, BinaryOperator<NDArray> function) {
        row(name, BROADCAST, n -> function.apply(n.x(), n.beside()));
    }

    private static void row(String name, String attributes, Function<Call, NDArray> function) {
        row(name, attributes, function, OF_FIRST);
    }

    private static void row(String name, String attributes, Function<Call, NDArray> function, Types types) {
        rows(name, attributes, n -> new NDArray[] {function.apply(n)}, types);
    }

    private static void rows(String name, String attributes, Operator.Function function, Types types) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String attribute : attributes.split(" ", -1)) {
            String[] parts = attribute.split("=", -1);
            defaults.put(parts[0], parts.length == 1 ? null : parts[1]);
        }
        TABLE.put(name, new Operator(Collections.unmodifiableMap(defaults), function, types));
    }

    /** {@return the names of all, in alphabetical order} */
    public static Set<String> names() {
        return Collections.unmodifiableSet(TABLE.keySet());
    }

    /**
     * {@return an operator, or null if it is not known}
     *
     * @param name its name
     */
    public static Operator of(String name) {
        return TABLE.get(name);
    }

    /**
     * {@return the outputs of a node}
     *
     * @param node the node, whose operator is known
     * @param inputs its inputs, null for those that it does not have
     * @throws IllegalArgumentException with the node and what is wrong with its inputs or attributes, or if an output
     *     would take more memory than there is
     */
    public static NDArray[] compute(Node node, NDArray... inputs) {
        try {
            NDArray[] computed = of(node.operator()).compute(node, inputs);
            NDArray[] outputs = new NDArray[node.types().length];
            for (int i = 0; i < outputs.length; i++) {
                if (i == computed.length) {
                    throw new IllegalArgumentException("output %s is not known".formatted(i));
                }
                outputs[i] = node.types()[i].wrapped(computed[i]);
            }
            return outputs;
        } catch (RuntimeException | OutOfMemoryError e) {
            if (e instanceof OutOfMemoryError && !String.valueOf(e.getMessage()).startsWith("Unable to allocate")) {
                throw e;
            }
            throw new IllegalArgumentException(node.title() + ": " + e.getMessage(), e);
        }
    }
}
