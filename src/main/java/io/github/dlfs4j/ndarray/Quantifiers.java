package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.BooleanTruth;
import io.github.dlfs4j.ndarray.kernel.reduction.ByteTruth;
import io.github.dlfs4j.ndarray.kernel.reduction.DoubleTruth;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatTruth;
import io.github.dlfs4j.ndarray.kernel.reduction.LongTruth;
import io.github.dlfs4j.ndarray.strided.Carrier;

/** Whether any or all elements are true. Every number except 0 is true, even NaN. */
final class Quantifiers {
    /** Returns the elements as bool. */
    static NDArray truth(NDArray a) {
        return a.dtype() == DType.BOOL ? a : a.ne(0);
    }

    static NDArray any(NDArray a) {
        return a.layout().isContiguous()
                ? NDArray.scalar(anyOf(a))
                : Reduction.reduce(Fold.ANY.to(DType.BOOL), truth(a));
    }

    static NDArray any(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ANY.to(DType.BOOL), truth(a), axis, keepDims);
    }

    static NDArray all(NDArray a) {
        return a.layout().isContiguous()
                ? NDArray.scalar(allOf(a))
                : Reduction.reduce(Fold.ALL.to(DType.BOOL), truth(a));
    }

    /** Looks no further than the first true element. */
    private static boolean anyOf(NDArray a) {
        int from = a.layout().offset();
        int to = from + a.size();
        return switch (a.dtype()) {
            case BOOL -> BooleanTruth.any(Carrier.BOOLEANS.arrayOf(a.storage()), from, to);
            case UINT8 -> ByteTruth.any((byte[]) a.storage().values(), from, to);
            case INT64 -> LongTruth.any(Carrier.LONGS.arrayOf(a.storage()), from, to);
            case FLOAT32 -> FloatTruth.any(Carrier.FLOATS.arrayOf(a.storage()), from, to);
            case FLOAT64 -> DoubleTruth.any(Carrier.DOUBLES.arrayOf(a.storage()), from, to);
        };
    }

    /** Looks no further than the first false element. */
    private static boolean allOf(NDArray a) {
        int from = a.layout().offset();
        int to = from + a.size();
        return switch (a.dtype()) {
            case BOOL -> BooleanTruth.all(Carrier.BOOLEANS.arrayOf(a.storage()), from, to);
            case UINT8 -> ByteTruth.all((byte[]) a.storage().values(), from, to);
            case INT64 -> LongTruth.all(Carrier.LONGS.arrayOf(a.storage()), from, to);
            case FLOAT32 -> FloatTruth.all(Carrier.FLOATS.arrayOf(a.storage()), from, to);
            case FLOAT64 -> DoubleTruth.all(Carrier.DOUBLES.arrayOf(a.storage()), from, to);
        };
    }

    static NDArray all(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ALL.to(DType.BOOL), truth(a), axis, keepDims);
    }

    static NDArray any(NDArray a, ReductionOptions options) {
        return MaskedReduction.reduce(Fold.ANY.to(DType.BOOL), truth(a), options);
    }

    static NDArray all(NDArray a, ReductionOptions options) {
        return MaskedReduction.reduce(Fold.ALL.to(DType.BOOL), truth(a), options);
    }
}
