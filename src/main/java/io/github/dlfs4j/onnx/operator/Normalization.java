package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.stream.IntStream;

/** Normalisation, and what it does in training alone. */
final class Normalization {
    private Normalization() {}

    static NDArray ofBatch(Call n) {
        refuseTraining(n.flag("training_mode"));
        if (!n.flag("spatial")) {
            throw new IllegalArgumentException("only normalisation of channels is known");
        }
        NDArray factor = n.in(1).div(n.in(4).add(n.real("epsilon")).sqrt());
        NDArray shift = n.in(2).sub(n.in(3).mul(factor));
        return n.x().mul(ofChannels(factor, n.x())).addi(ofChannels(shift, n.x()));
    }

    static NDArray ofInstance(Call n) {
        NDArray y = standardized(n.x(), Windows.spatialAxes(n.x()), n.real("epsilon"))[0];
        return y.muli(ofChannels(n.in(1), y)).addi(ofChannels(n.in(2), y));
    }

    static NDArray[] ofLayer(Call n) {
        int ndim = n.x().ndim();
        int first = Math.floorMod(n.number("axis"), Math.max(ndim, 1));
        ReductionOptions axes =
                ReductionOptions.axes(IntStream.range(first, ndim).toArray()).keepDims();
        NDArray[] outputs = standardized(n.x(), axes, n.real("epsilon"));
        outputs[0] = outputs[0].mul(n.in(1));
        outputs[0] = n.has(2) ? outputs[0].add(n.in(2)) : outputs[0];
        return outputs;
    }

    /** Returns an array of mean 0 and variance 1 along axes, the means, and the reciprocal standard deviations. */
    private static NDArray[] standardized(NDArray x, ReductionOptions axes, float epsilon) {
        NDArray mean = x.mean(axes);
        NDArray centred = x.sub(mean);
        NDArray deviation = centred.square().mean(axes).addi(epsilon).sqrt();
        return new NDArray[] {centred.div(deviation), mean, deviation.rdiv(1)};
    }

    /** Returns numbers of channels along the second axis of x. */
    static NDArray ofChannels(NDArray numbers, NDArray x) {
        return numbers.reshape(Lengths.along(1, x.ndim()));
    }

    static NDArray[] dropout(Call n) {
        refuseTraining(n.has(2) && n.in(2).any().asBoolean());
        return new NDArray[] {n.x(), NDArray.onesLike(n.x(), DType.BOOL)};
    }

    private static void refuseTraining(boolean isTraining) {
        if (isTraining) {
            throw new IllegalArgumentException("only its prediction is known, not its training");
        }
    }
}
