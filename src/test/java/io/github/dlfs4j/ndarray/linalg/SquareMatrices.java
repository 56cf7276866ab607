package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Regular square matrices of many kinds, some of them nearly singular. */
final class SquareMatrices {
    /** Below and above the lengths at which blocks are halved. */
    private static final int[] LENGTHS = {1, 2, 3, 7, 16, 31, 32, 33, 47, 64, 65, 100, 129, 257};

    private SquareMatrices() {}

    static Map<String, NDArray> all(DType dtype) {
        Map<String, NDArray> matrices = new LinkedHashMap<>();
        for (int n : LENGTHS) {
            matrices.put("random " + n, new RandomState(n).randn(n, n));
        }
        NDArray random = new RandomState(100).randn(100, 100);
        boolean isSingle = dtype == DType.FLOAT32;
        matrices.put("huge", random.mul(isSingle ? 0x1p110 : 0x1p1000));
        matrices.put("tiny", random.mul(isSingle ? 0x1p-110 : 0x1p-1000));
        matrices.put("graded", graded(random, isSingle ? -4 : -12));
        matrices.put("graded upwards", graded(random, isSingle ? 4 : 12));
        matrices.put("nearly singular", nearlySingular(random, isSingle ? 1e-6 : 1e-14));
        matrices.replaceAll((name, matrix) -> matrix.astype(dtype));
        return matrices;
    }

    /** Multiplies rows by powers of ten, from 1 to the given power. */
    private static NDArray graded(NDArray a, double exponent) {
        NDArray exponents = NDArray.linspace(0, exponent, a.shape(0));
        return a.mul(exponents.mul(Math.log(10)).exp().expandDims(1));
    }

    /** Makes the last row nearly the sum of two others. */
    private static NDArray nearlySingular(NDArray a, double distance) {
        NDArray result = a.copy();
        int last = a.shape(0) - 1;
        result.at(last).set(a.get(0).add(a.get(1)).add(a.get(last).mul(distance)));
        return result;
    }

    /** Returns Wilkinson's matrix, whose last column doubles at each step. */
    static NDArray growth(int n) {
        NDArray a = NDArray.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a.at(i, j).set(-1);
            }
            a.at(i, i).set(1);
            a.at(i, n - 1).set(1);
        }
        return a;
    }

    /** Returns a power of two near the largest element, by which norms are scaled so that none overflows. */
    static double size(NDArray a) {
        double largest = a.abs().max().astype(DType.FLOAT64).asDouble();
        return Math.scalb(1.0, Math.getExponent(largest));
    }

    /** Returns a small multiple of n times the distance of numbers beside 1. */
    static double bound(NDArray a) {
        return 2 * a.shape(-1) * (a.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52);
    }
}
