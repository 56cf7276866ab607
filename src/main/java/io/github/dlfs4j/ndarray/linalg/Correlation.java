package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Lengths;

/**
 * Convolution and correlation: sums of products of two sequences, one of which moves along the other. The positions at
 * which the shorter sequence lies entirely inside the longer one are a single matrix product over sliding windows. At
 * both ends only the overlapping parts are multiplied: padding with zeros would turn an infinity into NaN.
 */
final class Correlation {
    private Correlation() {}

    static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        NDArray first = Manipulation.atleast1d(a);
        NDArray second = Manipulation.atleast1d(v);
        Lengths.checkLine(first.ndim());
        Lengths.checkLine(second.ndim());
        if (first.size() == 0 || second.size() == 0) {
            throw new IllegalArgumentException((first.size() == 0 ? "a" : "v") + " cannot be empty");
        }
        return first.size() >= second.size()
                ? slide(first, Manipulation.flip(second), mode)
                : slide(second, Manipulation.flip(first), mode);
    }

    static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
        Lengths.checkLine(a.ndim());
        Lengths.checkLine(v.ndim());
        if (a.size() == 0 || v.size() == 0) {
            throw new IllegalArgumentException(
                    (a.size() == 0 ? "first" : "second") + " array argument cannot be empty");
        }
        return a.size() >= v.size()
                ? slide(a, v, mode)
                : Manipulation.flip(slide(v, a, mode)).copy();
    }

    /** Moves the shorter sequence along the longer one. */
    private static NDArray slide(NDArray longer, NDArray shorter, ConvolveMode mode) {
        DType dtype = DType.promote(longer.dtype(), shorter.dtype());
        NDArray a = Inside.converted(longer, dtype);
        NDArray v = Inside.converted(shorter, dtype);
        int n = a.size();
        int m = v.size();
        int before = switch (mode) {
            case FULL -> m - 1;
            case SAME -> m / 2;
            case VALID -> 0;
        };
        int after = mode == ConvolveMode.SAME ? m - before - 1 : before;
        int inside = n - m + 1;
        NDArray sums = NDArray.zeros(dtype, Lengths.checkLength((long) before + inside + after));
        for (int i = 0; i < before; i++) {
            int overlap = m - before + i;
            sums.at(i).set(a.get(Index.to(overlap)).dot(v.get(Index.from(m - overlap))));
        }
        a.slidingWindowView(new int[] {m}, 0).dot(v, sums.get(Index.range(before, before + inside)));
        for (int i = 0; i < after; i++) {
            int overlap = m - 1 - i;
            sums.at(before + inside + i).set(a.get(Index.from(n - overlap)).dot(v.get(Index.to(overlap))));
        }
        return sums;
    }
}
