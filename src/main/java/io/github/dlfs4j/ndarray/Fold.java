package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.DoubleFold;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatFold;
import io.github.dlfs4j.ndarray.kernel.reduction.FoldLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.LongFold;
import io.github.dlfs4j.ndarray.strided.Lane;

/** The operations with which a {@link Reduction} folds, with NumPy's names and whether an empty run has a result. */
enum Fold {
    SUM("add", true, LongFold.SUM, FloatFold.SUM, DoubleFold.SUM),
    PRODUCT("multiply", true, LongFold.PRODUCT, FloatFold.PRODUCT, DoubleFold.PRODUCT),
    MAXIMUM("maximum", false, LongFold.MAXIMUM, FloatFold.MAXIMUM, DoubleFold.MAXIMUM),
    MINIMUM("minimum", false, LongFold.MINIMUM, FloatFold.MINIMUM, DoubleFold.MINIMUM),
    /** Whether any element is true; for bool only. */
    ANY("logical_or", true, LongFold.ANY, null, null),
    /** Whether all elements are true; for bool only. */
    ALL("logical_and", true, LongFold.ALL, null, null);

    private final String text;
    private final boolean hasIdentity;
    private final LongFold ofLongs;
    private final FloatFold ofFloats;
    private final DoubleFold ofDoubles;

    Fold(String text, boolean hasIdentity, LongFold ofLongs, FloatFold ofFloats, DoubleFold ofDoubles) {
        this.text = text;
        this.hasIdentity = hasIdentity;
        this.ofLongs = ofLongs;
        this.ofFloats = ofFloats;
        this.ofDoubles = ofDoubles;
    }

    /**
     * The loops of a fold and the lane of their arrays.
     *
     * @param lane the lane
     * @param loops the loops
     */
    record OnLane<A>(Lane<A> lane, FoldLoops<A> loops) {}

    /** Returns the loops that compute a result of the dtype. */
    OnLane<?> on(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> new OnLane<>(Lane.LONGS, ofLongs);
            case FLOAT32 -> new OnLane<>(Lane.FLOATS, ofFloats);
            case FLOAT64 -> new OnLane<>(Lane.DOUBLES, ofDoubles);
        };
    }

    boolean hasIdentity() {
        return hasIdentity;
    }

    /** Returns int64 for sums and products of bool and uint8, otherwise the dtype itself. */
    DType resultType(DType dtype) {
        return hasIdentity && !dtype.isFloating() ? DType.INT64 : dtype;
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
