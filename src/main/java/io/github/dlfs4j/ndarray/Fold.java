package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.ChoiceLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisons;
import io.github.dlfs4j.ndarray.kernel.reduction.DoubleFold;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatFold;
import io.github.dlfs4j.ndarray.kernel.reduction.FoldLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.LongFold;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.MaskedFold;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.Strided;

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
     * A fold into results of a dtype.
     *
     * @param fold the fold
     * @param dtype the dtype of the results
     * @param initial what they begin with: a 0-d array of the dtype, or one with the layout of the results; null for
     *     what does not change them
     */
    record Folding(Fold fold, DType dtype, Strided initial) {
        /** Returns a fold that begins with something else, or null. */
        Folding from(Strided other) {
            return new Folding(fold, dtype, other);
        }

        /** Returns whether no elements have a result. */
        boolean hasStart() {
            return fold.hasIdentity || initial != null;
        }

        /** Returns the loops that compute a result of the dtype. */
        OnCarrier<?> onCarrier() {
            return switch (dtype) {
                case BOOL, UINT8, INT64 -> onLongs();
                case FLOAT32 -> onFloats();
                case FLOAT64 -> onDoubles();
            };
        }

        private OnCarrier<long[]> onLongs() {
            return new OnCarrier<>(Carrier.LONGS, fold.ofLongs, this);
        }

        private OnCarrier<float[]> onFloats() {
            return new OnCarrier<>(Carrier.FLOATS, fold.ofFloats, this);
        }

        private OnCarrier<double[]> onDoubles() {
            return new OnCarrier<>(Carrier.DOUBLES, fold.ofDoubles, this);
        }

        /** Folds the elements that a mask selects into the results. */
        void foldSelected(MaskedFold.Operands operands, Storage results) {
            switch (dtype) {
                case BOOL, UINT8, INT64 -> onLongs().foldSelected(operands, LongComparisons::choose, results);
                case FLOAT32 -> onFloats().foldSelected(operands, FloatComparisons::choose, results);
                case FLOAT64 -> onDoubles().foldSelected(operands, DoubleComparisons::choose, results);
            }
        }

        /** Returns NumPy's name of the fold. */
        @Override
        public String toString() {
            return fold.text;
        }
    }

    /**
     * The loops of a fold and the carrier of their arrays.
     *
     * @param carrier the carrier
     * @param loops the loops
     * @param folding the dtype and the beginning of the results
     */
    record OnCarrier<A>(Carrier<A> carrier, FoldLoops<A> loops, Folding folding) {
        DType dtype() {
            return folding.dtype;
        }

        /** Returns the results so far, in the storage's own array if it has the carrier's type. */
        A begin(Storage out) {
            A own = carrier.arrayOf(out);
            A results = own != null ? own : carrier.allocate(out.length());
            Strided initial = folding.initial;
            if (initial == null) {
                loops.begin(results);
            } else {
                int stride = initial.size() == 1 ? 0 : 1;
                int count = initial.size() == 1 ? out.length() : initial.size();
                carrier.load(initial.storage(), initial.layout().offset(), stride, results, 0, count);
            }
            return results;
        }

        void end(A results, Storage out) {
            if (results != out.values()) {
                carrier.store(out, 0, 1, results, 0, out.length());
            }
        }

        private void foldSelected(MaskedFold.Operands operands, ChoiceLoop<A> choice, Storage out) {
            A results = begin(out);
            MaskedFold.run(operands, carrier, loops, choice, results);
            end(results, out);
        }
    }

    /** Returns the fold of an array of the dtype: into int64 for sums and products of bool and uint8. */
    Folding of(DType dtype) {
        return to(hasIdentity && !dtype.isFloating() ? DType.INT64 : dtype);
    }

    /** Returns the fold into results of the dtype. */
    Folding to(DType dtype) {
        return new Folding(this, dtype, null);
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
