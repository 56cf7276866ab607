package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.differenceOfMemory;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Replays the records of products of arrays in several layouts. Integers must be equal. Floating-point sums of k terms
 * may be off by {@code 4 * k * eps} times the sum of the magnitudes.
 */
@BothKernels
class ProductReplayTest {
    @Test
    void productsAreWithinTheRoundingErrorOfTheirSums() {
        replay("seed1/products.tsv", ProductReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        String[] words = record.field(0).split(" ", -1);
        return inEachLayout(record, 1, (operands, way) -> {
            boolean rounded =
                    !record.field(3).startsWith("!") && record.array(3).dtype().isFloating();
            String difference = rounded
                    ? difference(record, operands, words)
                    : compare(record, 3, Tolerance.BITS, () -> call(record, operands, words));
            return difference == null && way == 0
                    ? differenceOfMemory(
                            record,
                            4,
                            () -> Inside.storage(call(record, operands, words)) == Inside.storage(operands[0]))
                    : difference;
        });
    }

    private static String difference(NumPyRecord record, NDArray[] operands, String... words) {
        NDArray expected = record.array(3);
        NDArray actual;
        try {
            actual = call(record, operands, words);
        } catch (RuntimeException e) {
            return "unexpected " + e;
        }
        if (actual.dtype() != expected.dtype() || !actual.shape().equals(expected.shape())) {
            return "expected %s of %s but was %s of %s"
                    .formatted(expected.shape(), expected.dtype(), actual.shape(), actual.dtype());
        }
        NDArray[] magnitudes = new NDArray[operands.length];
        for (int i = 0; i < operands.length; i++) {
            magnitudes[i] = operands[i].astype(DType.FLOAT64).abs();
        }
        double epsilon = expected.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
        double terms = 4 * Double.parseDouble(record.field(2)) + 8;
        // A norm is a root, so its relative error is at most that of its sum.
        NDArray bound = words[0].equals("norm")
                ? expected.astype(DType.FLOAT64).abs().mul(terms * epsilon)
                : call(record, magnitudes, words).mul(terms * epsilon);
        NDArray error =
                actual.astype(DType.FLOAT64).sub(expected.astype(DType.FLOAT64)).abs();
        NDArray good = actual.eq(expected)
                .or(actual.ne(actual).and(expected.ne(expected)))
                .or(error.le(bound).and(expected.abs().lt(Double.POSITIVE_INFINITY)));
        return good.all().asBoolean() ? null : "expected\n%s\nbut was\n%s".formatted(expected, actual);
    }

    private static NDArray call(NumPyRecord record, NDArray[] operands, String... words) {
        NDArray a = operands[0];
        return switch (words[0]) {
            case "einsum" -> LinearAlgebra.einsum(words[1], operands);
            case "matmul" -> {
                NDArray product = a.matmul(operands[1]);
                assertThat(LinearAlgebra.matmul(a, operands[1])).isEqualTo(product);
                yield product;
            }
            case "tensordot" -> LinearAlgebra.tensordot(a, operands[1], axes(words[1]), axes(words[2]));
            case "inner" -> LinearAlgebra.inner(a, operands[1]);
            case "outer" -> LinearAlgebra.outer(a, operands[1]);
            case "vdot" -> LinearAlgebra.vdot(a, operands[1]);
            case "kron" -> LinearAlgebra.kron(a, operands[1]);
            case "convolve" -> LinearAlgebra.convolve(a, operands[1], mode(words[1]));
            case "correlate" -> LinearAlgebra.correlate(a, operands[1], mode(words[1]));
            case "norm" -> norm(a, words);
            default -> throw unknown(record);
        };
    }

    private static NDArray norm(NDArray a, String... words) {
        if (words.length == 1) {
            return LinearAlgebra.norm(a);
        }
        double order = words[1].endsWith("inf")
                ? (words[1].startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(words[1]);
        boolean keepDims = words[words.length - 1].equals("1");
        return switch (words.length) {
            case 2 -> LinearAlgebra.norm(a, order);
            case 4 -> LinearAlgebra.norm(a, order, Integer.parseInt(words[2]), keepDims);
            default -> {
                ReductionOptions both = ReductionOptions.axes(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                yield LinearAlgebra.norm(a, order, keepDims ? both.keepDims() : both);
            }
        };
    }

    private static ConvolveMode mode(String word) {
        return ConvolveMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int[] axes(String word) {
        return word.equals("-") ? new int[0] : NumPyRecord.ints(word, ",");
    }
}
