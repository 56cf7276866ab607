package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;

/**
 * Convolution and correlation: sums of products of two sequences, one of which moves along the other. The positions at
 * which the shorter sequence lies entirely inside the longer one are a single matrix product over sliding windows. At
 * both ends, the windows of some positions reach as far as the longest of them, into zeros.
 */
final class Correlation {
    /** The positions at an end that are one product. */
    private static final int POSITIONS = 256;

    /** Shorter sums have another order, which {@code ndarray.kernel.product} defines. */
    private static final int SHORTEST_LONG_SUM = 32;

    static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        NDArray first = Manipulation.atleast1d(a);
        NDArray second = Manipulation.atleast1d(Objects.requireNonNull(v, "v"));
        Lengths.checkLine(first.ndim());
        Lengths.checkLine(second.ndim());
        if (first.size() == 0 || second.size() == 0) {
            throw new IllegalArgumentException((first.size() == 0 ? "a" : "v") + " cannot be empty");
        }
        return first.size() >= second.size()
                ? slide(first, Manipulation.flip(second), mode)
                : slide(second, Manipulation.flip(first), mode);
    }

    /** Moves the shorter sequence along the longer one. */
    static NDArray slide(NDArray longer, NDArray shorter, ConvolveMode mode) {
        DType dtype = DType.promote(longer.dtype(), shorter.dtype());
        NDArray a = longer.astype(dtype);
        NDArray v = shorter.astype(dtype);
        int m = v.size();
        int before = switch (mode) {
            case FULL -> m - 1;
            case SAME -> m / 2;
            case VALID -> 0;
        };
        int after = mode == ConvolveMode.SAME ? m - before - 1 : before;
        int inside = a.size() - m + 1;
        NDArray sums = NDArray.empty(dtype, Lengths.checkLength((long) before + inside + after));
        moveOut(v, a, m - 1, Manipulation.flip(sums.get(Index.to(before))));
        a.slidingWindowView(new int[] {m}, 0).dot(v, sums.get(Index.range(before, before + inside)));
        moveOut(a, v, m - 1, sums.get(Index.from(before + inside)));
        return sums;
    }

    /**
     * Moves the end of the first sequence along the start of the second, until they overlap no more. The products of
     * zeros are the last of a sum, to which they add nothing.
     *
     * @param longest the overlap at the first position
     * @param sums the sum at each position
     */
    private static void moveOut(NDArray first, NDArray second, int longest, NDArray sums) {
        NDArray padded = NDArray.concatenate(0, first, NDArray.zeros(first.dtype(), POSITIONS));
        for (int i = 0, positions; i < sums.size(); i += positions) {
            int overlap = longest - i;
            int alike = overlap < SHORTEST_LONG_SUM ? overlap : overlap - SHORTEST_LONG_SUM + 1;
            positions = Math.min(Math.min(POSITIONS, alike), sums.size() - i);
            NDArray besideZeros = second.get(Index.range(overlap - positions + 1, overlap));
            if (!Logic.isFinite(besideZeros).all().asBoolean()) {
                positions = 1; // an infinity times zero would be NaN
            }
            NDArray windows = padded.get(Index.from(first.size() - overlap)).slidingWindowView(new int[] {overlap}, 0);
            NDArray products = windows.get(Index.to(positions)).dot(second.get(Index.to(overlap)));
            sums.at(Index.range(i, i + positions)).set(products);
        }
    }
}
