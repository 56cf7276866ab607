package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.binary;
import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Arithmetic, section 5.3, and functions: each with its forward and its backward pass. */
final class ElementwiseOperations {
    static final Operation ADD = binary("+", "Add", NDArray::add, (dout, a, b, y) -> dout, (dout, a, b, y) -> dout);
    static final Operation SUB =
            binary("-", "Sub", NDArray::sub, (dout, a, b, y) -> dout, (dout, a, b, y) -> dout.neg());

    static final Operation MUL =
            binary("×", "Mul", NDArray::mul, (dout, a, b, y) -> dout.mul(b), (dout, a, b, y) -> dout.mul(a));

    static final Operation DIV = binary(
            "/",
            "Div",
            NDArray::div,
            (dout, a, b, y) -> dout.div(b),
            (dout, a, b, y) -> dout.mul(y).div(b).neg());

    /** The node of section 5.5.2: <i>∂y/∂x = -1/x² = -y²</i>. */
    static final Operation RECIPROCAL =
            unary("1/x", x -> x.rdiv(1.0), (dout, x, y) -> dout.mul(y.pow(2).neg()));

    static final Operation NEG = unary("-x", NDArray::neg, (dout, x, y) -> dout.neg());

    /** A power whose exponent is a variable. A power of 0 does not depend on it, but the logarithm of 0 is infinite. */
    static final Operation POW = binary(
            "^",
            NDArray::pow,
            (dout, a, b, y) -> dout.mul(a.pow(b.sub(1)).mul(b)).where(b.value().ne(0)),
            (dout, a, b, y) -> dout.mul(y).mul(a.log()).where(a.value().ne(0)));

    static final Operation EXP = unary("exp", NDArray::exp, (dout, x, y) -> dout.mul(y));
    static final Operation LOG = unary("log", NDArray::log, (dout, x, y) -> dout.div(x));
    static final Operation SQRT = unary("sqrt", NDArray::sqrt, (dout, x, y) -> dout.div(y.mul(2)));
    static final Operation SIN = unary("sin", NDArray::sin, (dout, x, y) -> dout.mul(x.cos()));

    static final Operation COS =
            unary("cos", NDArray::cos, (dout, x, y) -> dout.mul(x.sin().neg()));

    static final Operation TANH = unary(
            "tanh", "Tanh", NDArray::tanh, (dout, x, y) -> dout.mul(y.pow(2).rsub(1)));

    static final Operation ERF = unary(
            "erf",
            MathFunctions::erf,
            (dout, x, y) -> dout.mul(x.square().neg().exp()).mul(2 / Math.sqrt(Math.PI)));

    /**
     * <i>∂y/∂x = Φ(x) + x φ(x)</i>, with the distribution function Φ of the normal distribution and its density φ. The
     * forward pass keeps Φ(x) for a backward pass that records no graph.
     */
    static Operation gelu() {
        NDArray[] kept = new NDArray[1];
        return unary(
                "gelu",
                x -> {
                    kept[0] = MathFunctions.erf(x.div(Math.sqrt(2))).addi(1).muli(0.5);
                    return kept[0].mul(x);
                },
                (dout, x, y) -> {
                    Variable distribution = x.isConstant()
                            ? Variable.constant(kept[0])
                            : x.div(Math.sqrt(2)).erf().add(1).div(2);
                    Variable density = x.square().div(-2).exp().div(Math.sqrt(2 * Math.PI));
                    return dout.mul(distribution.add(x.mul(density)));
                });
    }

    /** The sigmoid function in one node, section 5.5.2. */
    static final Operation SIGMOID = unary(
            "sigmoid",
            "Sigmoid",
            Activations::sigmoid,
            (dout, x, y) -> dout.mul(y.rsub(1)).mul(y));

    /** The rectified linear unit, section 5.5.1. Its derivative at 0 is 0. */
    static final Operation RELU = unary(
            "relu",
            "Relu",
            Activations::relu,
            (dout, x, y) -> dout.where(x.value().le(0).not()));

    /** The absolute value. Its derivative at 0 is 0. */
    static final Operation ABS = unary(
            "abs",
            NDArray::abs,
            (dout, x, y) -> dout.mul(Variable.constant(x.value().sign())));

    static final Operation MAXIMUM = extremum("maximum", NDArray::maximum, NDArray::le);
    static final Operation MINIMUM = extremum("minimum", NDArray::minimum, NDArray::ge);

    /**
     * The larger or the smaller of two. It gets the gradient. If both are equal, b gets it, so that max(x, 0) is ReLU.
     */
    private static Operation extremum(
            String symbol, BinaryOperator<NDArray> forward, BinaryOperator<NDArray> isBOrEqual) {
        BinaryOperator<NDArray> isB = (a, b) -> isBOrEqual.apply(a, b).or(b.ne(b)); // also where b is NaN
        return binary(
                symbol,
                forward,
                (dout, a, b, y) -> dout.where(isB.apply(a.value(), b.value()).not()),
                (dout, a, b, y) -> dout.where(isB.apply(a.value(), b.value())));
    }

    /** A power whose exponent is a number. */
    static Operation pow(double exponent) {
        String text = exponent == (long) exponent ? Long.toString((long) exponent) : Double.toString(exponent);
        return unary(exponent < 0 ? "^(" + text + ")" : "^" + text, x -> x.pow(exponent), (dout, x, y) -> {
            if (exponent == 0) {
                return dout.mul(0); // 0 to the power -1 is infinite, and 0 times infinity is NaN
            }
            return exponent == 1 ? dout : dout.mul((exponent == 2 ? x : x.pow(exponent - 1)).mul(exponent));
        });
    }

    /** Limits elements to a range. At the bounds and beyond, the derivative is 0. */
    static Operation clip(double min, double max) {
        return unary(
                "clip",
                x -> x.clip(min, max),
                (dout, x, y) ->
                        dout.where(x.value().le(min).or(x.value().ge(max)).not()));
    }

    /** Multiplies the elements that a mask marks by the slope: the leaky ReLU, and its own backward pass. */
    static Operation leak(String symbol, NDArray mask, double slope) {
        return unary(
                symbol,
                x -> NDArray.where(mask, x.mul(slope), x),
                (dout, x, y) -> dout.apply(leak(symbol, mask, slope)));
    }

    /** Keeps what the mask marks, divided by the share that is kept: inverted dropout, and its own backward pass. */
    static Operation dropout(NDArray mask, double kept) {
        return unary("dropout", x -> x.mul(mask).div(kept), (dout, x, y) -> dout.apply(dropout(mask, kept)));
    }

    /** Keeps the elements where the mask is true, and sets the others to 0. */
    static Operation where(NDArray mask) {
        return unary("where", x -> NDArray.where(mask, x, 0.0), (dout, x, y) -> dout.where(mask));
    }

    /** Takes a where the condition is true, and b elsewhere. */
    static Operation choice(NDArray condition) {
        NDArray mask = condition.astype(DType.BOOL);
        return binary(
                "where",
                (a, b) -> NDArray.where(mask, a, b),
                (dout, a, b, y) -> dout.where(mask),
                (dout, a, b, y) -> dout.where(mask.not()));
    }

    static Operation astype(DType dtype) {
        return unary(
                        dtype.toString(),
                        x -> x.astype(dtype),
                        (dout, x, y) -> dout.inDType(x.value().dtype()))
                .inOnnx(inputs ->
                        dtype.isFloating() ? new OnnxOperator("Cast", Map.of("to", OnnxOperator.FLOAT)) : null);
    }
}
