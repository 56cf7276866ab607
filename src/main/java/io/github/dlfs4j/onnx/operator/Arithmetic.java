package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** Arithmetic where ONNX differs from NumPy, and functions of rows. */
final class Arithmetic {
    /** The first opset whose operators broadcast as NumPy does. */
    private static final int BROADCASTING = 7;

    /** The first opset whose softmax takes an axis for itself. Before, all axes from one on were a row. */
    private static final int SOFTMAX_OF_AXIS = 13;

    private Arithmetic() {}

    /** Divides as C does: integers towards 0. */
    static NDArray div(NDArray a, NDArray b) {
        return a.dtype().isFloating() ? a.div(b) : MathFunctions.floorDivide(a.sub(MathFunctions.fmod(a, b)), b);
    }

    /** Returns a power in the dtype of the base. */
    static NDArray pow(NDArray a, NDArray b) {
        if (a.dtype().isFloating()) {
            return b.size() == 1 && b.ndim() <= a.ndim() ? a.pow(b.item()) : a.pow(b.astype(a.dtype()));
        }
        boolean isWhole = !b.dtype().isFloating() && b.ge(0).all().asBoolean();
        return isWhole ? a.pow(b) : a.astype(DType.FLOAT64).pow(b).astype(a.dtype());
    }

    static NDArray clip(Call n) {
        NDArray least = n.has("min") ? NDArray.scalar(n.real("min")) : n.has(1) ? n.in(1) : null;
        NDArray most = n.has("max") ? NDArray.scalar(n.real("max")) : n.has(2) ? n.in(2) : null;
        NDArray above = least == null ? n.x() : n.x().maximum(least);
        return most == null ? above : above.minimum(most);
    }

    static NDArray mod(Call n) {
        return n.flag("fmod") ? MathFunctions.fmod(n.x(), n.in(1)) : MathFunctions.remainder(n.x(), n.in(1));
    }

    static NDArray elu(Call n) {
        return NDArray.where(n.x().lt(0), MathFunctions.expm1(n.x()).muli(n.real("alpha")), n.x());
    }

    static NDArray hardSigmoid(Call n) {
        return n.x().mul(n.real("alpha")).addi(n.real("beta")).clip(0.0, 1.0);
    }

    /** Multiplies what is negative by slopes; in opset 6, several are those of channels. */
    static NDArray prelu(Call n) {
        NDArray x = n.x();
        boolean isOfChannels = n.node().opset() < BROADCASTING && n.in(1).size() > 1;
        NDArray slope = isOfChannels ? Normalization.ofChannels(n.in(1), x) : n.in(1);
        return NDArray.where(x.lt(0), x.mul(slope), x);
    }

    static NDArray gelu(Call n) {
        NDArray x = n.x();
        if (n.text("approximate").equals("none")) {
            return Activations.gelu(x);
        }
        NDArray inner = x.mul(x).muli(0.044715).addi(1).muli(x).muli(Math.sqrt(2 / Math.PI));
        return inner.tanh().addi(1).muli(x).muli(0.5);
    }

    static NDArray logSoftmax(NDArray x) {
        NDArray shifted = x.sub(x.max(-1, true));
        return shifted.sub(shifted.exp().sum(-1, true).log());
    }

    /** Applies a function of rows to a node that says what a row is. */
    static NDArray ofRows(Call n, UnaryOperator<NDArray> function) {
        if (n.node().opset() < SOFTMAX_OF_AXIS) {
            NDArray rows = Shapes.flattened(n.x(), n.has("axis") ? n.number("axis") : 1);
            return function.apply(rows).reshape(n.x().shape());
        }
        int axis = n.has("axis") ? n.number("axis") : -1;
        return function.apply(n.x().swapaxes(axis, -1)).swapaxes(axis, -1);
    }

    static NDArray gemm(Call n) {
        NDArray a = n.flag("transA") ? n.x().transpose() : n.x();
        NDArray b = n.flag("transB") ? n.in(1).transpose() : n.in(1);
        NDArray product = scaled(a.dot(b), n.real("alpha"));
        return n.has(2) ? product.add(scaled(n.in(2), n.real("beta"))) : product;
    }

    /** Multiplies by a factor; integers have none but 1. */
    private static NDArray scaled(NDArray x, float factor) {
        return factor == 1 ? x : x.mul(factor);
    }
}
