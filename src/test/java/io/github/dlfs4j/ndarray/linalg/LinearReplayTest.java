package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.Differences;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Replays the records of linear algebra. Each result has a bound of its difference from NumPy's, which the script that
 * makes the records computes from the condition of the problem. A bound of 0 means equal values.
 */
class LinearReplayTest {
    /** Which results are vectors of a free sign, by function: columns of a matrix, and rows. */
    private static final Map<String, Signs> SIGNS = Map.of(
            "svd", new Signs(0, 2),
            "eig", new Signs(1, -1),
            "eigh", new Signs(1, -1));

    /**
     * Which results have a free sign.
     *
     * @param columns the result with a sign for each column
     * @param rows the result with a sign for each row, -1 for none
     */
    private record Signs(int columns, int rows) {}

    @Test
    void linearAlgebraIsNumPysWithinTheBoundsOfItsProblems() {
        replay("seed1/linear.tsv", LinearReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(
                record,
                1,
                (arrays, way) -> record.field(3).startsWith("!")
                        ? compareAll(record, 3, Tolerance.VALUES, () -> results(call, arrays))
                        : difference(record, call, arrays));
    }

    private static String difference(NumPyRecord record, NumPyCall call, NDArray... arrays) {
        NDArray[] expected = record.arrays(3);
        NDArray[] actual;
        try {
            actual = results(call, arrays);
        } catch (RuntimeException e) {
            return "unexpected " + e;
        }
        if (expected.length != actual.length) {
            return "expected %s arrays but were %s".formatted(expected.length, actual.length);
        }
        String[] bounds = record.field(2).split(",", -1);
        for (int i = 0; i < expected.length; i++) {
            NDArray signed = signed(call, i, expected[i], actual[i]);
            if (!Differences.areWithin(expected[i], signed, Double.parseDouble(bounds[i]))) {
                return "expected\n%s\nbut was\n%s\nwhich is not within %s"
                        .formatted(expected[i].repr(), actual[i].repr(), bounds[i]);
            }
        }
        return null;
    }

    /** Returns the result with the signs of the expected vectors. */
    private static NDArray signed(NumPyCall call, int result, NDArray expected, NDArray actual) {
        Signs signs = SIGNS.get(call.name());
        boolean ofColumns = signs != null && result == signs.columns();
        boolean ofRows = signs != null && result == signs.rows();
        if (!(ofColumns || ofRows) || !expected.shape().equals(actual.shape())) {
            return actual;
        }
        NDArray products = expected.mul(actual).sum(ofColumns ? -2 : -1, true);
        return NDArray.where(products.lt(0), actual.neg(), actual);
    }

    private static NDArray[] results(NumPyCall call, NDArray... arrays) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "solve" -> one(LinearAlgebra.solve(a, arrays[1]));
            case "inv" -> one(LinearAlgebra.inv(a));
            case "det" -> one(LinearAlgebra.det(a));
            case "slogdet" -> {
                SlogdetResult result = LinearAlgebra.slogdet(a);
                yield new NDArray[] {result.sign(), result.logabsdet()};
            }
            case "cholesky" ->
                one(call.has("upper") ? LinearAlgebra.cholesky(a, call.flag("upper")) : LinearAlgebra.cholesky(a));
            case "matrix_power" -> one(LinearAlgebra.matrixPower(a, call.integer("n")));
            case "qr" -> {
                QRResult result = call.has("mode")
                        ? LinearAlgebra.qr(a, call.constant("mode", QRMode.class))
                        : LinearAlgebra.qr(a);
                yield new NDArray[] {result.q(), result.r()};
            }
            case "svd" -> {
                SVDResult result = call.has("full") ? LinearAlgebra.svd(a, call.flag("full")) : LinearAlgebra.svd(a);
                yield new NDArray[] {result.u(), result.s(), result.vh()};
            }
            case "svdvals" -> one(LinearAlgebra.svdvals(a));
            case "lstsq" -> {
                LstsqResult result = LinearAlgebra.lstsq(a, arrays[1]);
                yield new NDArray[] {result.x(), result.residuals(), NDArray.scalar((long) result.rank()), result.s()};
            }
            case "pinv" -> one(LinearAlgebra.pinv(a));
            case "matrix_rank" ->
                one(call.has("tol") ? LinearAlgebra.matrixRank(a, call.number("tol")) : LinearAlgebra.matrixRank(a));
            case "eigh" -> pair(LinearAlgebra.eigh(a, triangle(call)));
            case "eigvalsh" -> one(LinearAlgebra.eigvalsh(a, triangle(call)));
            case "eig" -> pair(LinearAlgebra.eig(a));
            case "eigvals" -> one(LinearAlgebra.eigvals(a));
            default -> one(normOrProduct(call, a, arrays));
        };
    }

    private static NDArray normOrProduct(NumPyCall call, NDArray a, NDArray... arrays) {
        return switch (call.name()) {
            case "cond" -> cond(call, a);
            case "norm" -> norm(call, a);
            case "matrix_norm" ->
                isNamed(call)
                        ? LinearAlgebra.matrixNorm(a, named(call), call.flag("keepdims"))
                        : LinearAlgebra.matrixNorm(a, call.number("p"), call.flag("keepdims"));
            case "vector_norm" -> vectorNorm(call, a);
            case "multi_dot" -> LinearAlgebra.multiDot(arrays);
            case "cross" -> LinearAlgebra.cross(a, arrays[1], call.integer("axis"));
            case "vecdot" -> LinearAlgebra.vecdot(a, arrays[1], call.integer("axis"));
            case "matrix_transpose" -> LinearAlgebra.matrixTranspose(a);
            case "outer" -> LinearAlgebra.outer(a, arrays[1]);
            case "trace" -> LinearAlgebra.trace(a, call.integer("offset"));
            case "diagonal" -> LinearAlgebra.diagonal(a, call.integer("offset"));
            default -> throw call.unknown();
        };
    }

    private static NDArray cond(NumPyCall call, NDArray a) {
        if (!call.has("p")) {
            return LinearAlgebra.cond(a);
        }
        return isNamed(call) ? LinearAlgebra.cond(a, named(call)) : LinearAlgebra.cond(a, call.number("p"));
    }

    private static NDArray norm(NumPyCall call, NDArray a) {
        return call.has("axes")
                ? LinearAlgebra.norm(a, named(call), call.options())
                : LinearAlgebra.norm(a, named(call));
    }

    private static NDArray vectorNorm(NumPyCall call, NDArray a) {
        double order = call.number("p");
        if (call.has("axes")) {
            return LinearAlgebra.vectorNorm(a, order, call.options());
        }
        return call.has("axis")
                ? LinearAlgebra.vectorNorm(a, order, call.integer("axis"), call.flag("keepdims"))
                : LinearAlgebra.vectorNorm(a, order);
    }

    private static boolean isNamed(NumPyCall call) {
        return call.arguments().get("p").matches("fro|nuc");
    }

    private static MatrixNorm named(NumPyCall call) {
        return call.arguments().get("p").equals("fro") ? MatrixNorm.FROBENIUS : MatrixNorm.NUCLEAR;
    }

    private static Triangle triangle(NumPyCall call) {
        return call.has("uplo") && call.arguments().get("uplo").equals("U") ? Triangle.UPPER : Triangle.LOWER;
    }

    private static NDArray[] pair(EigResult result) {
        return new NDArray[] {result.eigenvalues(), result.eigenvectors()};
    }

    private static NDArray[] one(NDArray result) {
        return new NDArray[] {result};
    }
}
