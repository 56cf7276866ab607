package io.github.dlfs4j.ndarray;

/**
 * Sums of products of two sequences, one of which is moved past the other. The places where the shorter one lies wholly
 * inside the longer one are one matrix product over sliding windows; at both ends the parts that overlap are multiplied
 * one by one, so that no zero is invented beside an infinity.
 */
final class Correlation {
    private Correlation() {}

    static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        NDArray first = sequence(Stacking.atLeast1d(a));
        NDArray second = sequence(Stacking.atLeast1d(v));
        if (first.size() == 0 || second.size() == 0) {
            throw Errors.emptyOperand(first.size() == 0 ? "a" : "v");
        }
        return first.size() >= second.size()
                ? slide(first, Rearranging.flip(second), mode)
                : slide(second, Rearranging.flip(first), mode);
    }

    static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
        sequence(a);
        sequence(v);
        if (a.size() == 0 || v.size() == 0) {
            throw Errors.emptySequence(a.size() == 0 ? "first" : "second");
        }
        return a.size() >= v.size()
                ? slide(a, v, mode)
                : Rearranging.flip(slide(v, a, mode)).copy();
    }

    private static NDArray sequence(NDArray a) {
        if (a.ndim() != 1) {
            throw Errors.wrongDepth(a.ndim() > 1);
        }
        return a;
    }

    /** The shorter sequence moved past the longer one. */
    private static NDArray slide(NDArray longer, NDArray shorter, ConvolveMode mode) {
        DType dtype = DType.promote(longer.dtype(), shorter.dtype());
        NDArray a = longer.dtype() == dtype ? longer : longer.astype(dtype);
        NDArray v = shorter.dtype() == dtype ? shorter : shorter.astype(dtype);
        int n = a.size();
        int m = v.size();
        int before = switch (mode) {
            case FULL -> m - 1;
            case SAME -> m / 2;
            case VALID -> 0;
        };
        int after = mode == ConvolveMode.SAME ? m - before - 1 : before;
        int inside = n - m + 1;
        NDArray sums = NDArray.zeros(dtype, Shape.checkLength((long) before + inside + after));
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
