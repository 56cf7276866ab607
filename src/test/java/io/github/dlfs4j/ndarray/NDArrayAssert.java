package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;

/** Assertions on arrays. A failure names the index of the first wrong element, and both values. */
@SuppressWarnings("exports") // AssertJ is no part of the module
public final class NDArrayAssert extends AbstractAssert<NDArrayAssert, NDArray> {
    private NDArrayAssert(NDArray actual) {
        super(actual, NDArrayAssert.class);
    }

    public static NDArrayAssert assertThat(NDArray actual) {
        return new NDArrayAssert(actual);
    }

    public NDArrayAssert hasShape(int... lengths) {
        isNotNull();
        Shape expected = Shape.of(lengths);
        if (!actual.shape().equals(expected)) {
            failWithMessage("expected shape %s but was %s", expected, actual.shape());
        }
        return this;
    }

    public NDArrayAssert hasDType(DType expected) {
        isNotNull();
        if (actual.dtype() != expected) {
            failWithMessage("expected dtype %s but was %s", expected, actual.dtype());
        }
        return this;
    }

    /** Asserts the same dtype, shape and elements. NaN is equal to NaN; 0.0 is not -0.0. */
    @Override
    public NDArrayAssert isEqualTo(Object expected) {
        isNotNull();
        if (expected instanceof NDArray array) {
            String difference = Differences.first(array, actual, Tolerance.BITS);
            if (difference != null) {
                failWithMessage("%s", difference);
            }
        }
        return super.isEqualTo(expected);
    }

    /** Asserts the same shape and elements within the tolerance, which is relative for elements larger than 1. */
    public NDArrayAssert isCloseTo(NDArray expected, double tolerance) {
        hasShape(expected.shape().toArray());
        for (int[] index : expected.indices()) {
            double wanted = expected.getDouble(index);
            double found = actual.getDouble(index);
            boolean same = wanted == found || (Double.isNaN(wanted) && Double.isNaN(found));
            boolean near = Math.abs(wanted - found) <= tolerance * Math.max(1, Math.abs(wanted));
            if (!same && !(near && Double.isFinite(wanted))) {
                failWithMessage("at %s expected %s but was %s", Arrays.toString(index), wanted, found);
            }
        }
        return this;
    }

    /** Asserts the elements in C order, as double; NaN is equal to NaN. */
    public NDArrayAssert hasElements(double... expected) {
        hasSize(expected.length);
        int position = 0;
        for (int[] index : actual.indices()) {
            double wanted = expected[position++];
            double found = actual.getDouble(index);
            if (wanted != found && !(Double.isNaN(wanted) && Double.isNaN(found))) {
                failWithMessage("at %s expected %s but was %s", Arrays.toString(index), wanted, found);
            }
        }
        return this;
    }

    /** Asserts the elements in C order. */
    public NDArrayAssert hasElements(boolean... expected) {
        hasDType(DType.BOOL);
        hasSize(expected.length);
        int position = 0;
        for (int[] index : actual.indices()) {
            boolean wanted = expected[position++];
            if (wanted != (actual.getLong(index) != 0)) {
                failWithMessage("at %s expected %s but was %s", Arrays.toString(index), wanted, !wanted);
            }
        }
        return this;
    }

    public NDArrayAssert isEmpty() {
        return hasSize(0);
    }

    private NDArrayAssert hasSize(int expected) {
        isNotNull();
        if (actual.size() != expected) {
            failWithMessage("expected %d elements but were %d of shape %s", expected, actual.size(), actual.shape());
        }
        return this;
    }

    /** Asserts that both are views of one array, even if they have no element in common. */
    public NDArrayAssert sharesMemoryWith(NDArray other) {
        isNotNull();
        if (actual.storage() != other.storage()) {
            failWithMessage("expected a view of the same memory but was a copy");
        }
        return this;
    }

    public NDArrayAssert sharesNoMemoryWith(NDArray other) {
        isNotNull();
        if (actual.storage() == other.storage()) {
            failWithMessage("expected a copy but was a view of the same memory");
        }
        return this;
    }
}
