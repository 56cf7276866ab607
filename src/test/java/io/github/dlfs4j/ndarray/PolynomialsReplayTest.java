package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.linalg.PolyfitResult;
import io.github.dlfs4j.ndarray.linalg.Polynomials;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.statistics.Histogram2D;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays the records of polynomials and of histograms of pairs. Each result has a bound of its difference from
 * NumPy's, which the script that makes the records computes from the condition of the problem.
 */
class PolynomialsReplayTest {
    @Test
    void polynomialsAreNumPysWithinTheBoundsOfTheirProblems() {
        replay("seed1/polynomials.tsv", PolynomialsReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            Supplier<NDArray[]> operation = () -> results(call, arrays);
            boolean isExact = record.field(3).startsWith("!") || !call.name().startsWith("polyfit");
            return isExact ? compareAll(record, 3, Tolerance.VALUES, operation) : difference(record, operation.get());
        });
    }

    private static String difference(NumPyRecord record, NDArray... actual) {
        NDArray[] expected = record.arrays(3);
        String[] bounds = record.field(2).split(",", -1);
        for (int i = 0; i < expected.length; i++) {
            if (!Differences.areWithin(expected[i], actual[i], Double.parseDouble(bounds[i]))) {
                return "expected\n%s\nbut was\n%s\nwhich is not within %s"
                        .formatted(expected[i].repr(), actual[i].repr(), bounds[i]);
            }
        }
        return null;
    }

    private static NDArray[] results(NumPyCall call, NDArray... arrays) {
        NDArray a = arrays[0];
        NDArray b = arrays[1];
        return switch (call.name()) {
            case "polyval" -> all(Polynomials.polyval(a, b));
            case "polyfit" ->
                all(
                        arrays.length == 2
                                ? Polynomials.polyfit(a, b, call.integer("degree"))
                                : Polynomials.polyfit(a, b, call.integer("degree"), arrays[2]));
            case "polyfit_all" -> {
                PolyfitResult fit = Polynomials.polyfitAll(a, b, call.integer("degree"));
                yield all(
                        fit.coefficients(),
                        fit.residuals(),
                        NDArray.scalar((long) fit.rank()),
                        fit.s(),
                        NDArray.scalar(fit.rcond()));
            }
            case "histogram2d" -> {
                Histogram2D histogram = call.has("edges") ? ofEdges(call, a, b, arrays) : ofBins(call, a, b, arrays);
                NDArray counts = call.has("density") ? histogram.density() : histogram.counts();
                yield all(counts, histogram.xEdges(), histogram.yEdges());
            }
            default -> throw call.unknown();
        };
    }

    private static Histogram2D ofEdges(NumPyCall call, NDArray x, NDArray y, NDArray... arrays) {
        return call.has("weights")
                ? Statistics.histogram2d(x, y, arrays[2], arrays[3], arrays[4])
                : Statistics.histogram2d(x, y, arrays[2], arrays[3]);
    }

    private static Histogram2D ofBins(NumPyCall call, NDArray x, NDArray y, NDArray... arrays) {
        if (!call.has("bins")) {
            return Statistics.histogram2d(x, y);
        }
        int[] bins = call.integers("bins");
        if (bins.length == 1) {
            return Statistics.histogram2d(x, y, bins[0]);
        }
        if (call.has("weights")) {
            return Statistics.histogram2d(x, y, bins[0], bins[1], arrays[2]);
        }
        return call.has("xrange")
                ? Statistics.histogram2d(x, y, bins[0], bins[1], call.numbers("xrange"), call.numbers("yrange"))
                : Statistics.histogram2d(x, y, bins[0], bins[1]);
    }

    private static NDArray[] all(NDArray... results) {
        return results;
    }

    /** Few values and many. */
    @ParameterizedTest
    @CsvSource({"9, 2500", "1024, 3", "1025, 3", "0, 3", "1, 1"})
    void aPolynomialIsRoundedAsByOperationsOfArrays(int size, int coefficients) {
        RandomState random = new RandomState(size);
        for (DType ofP : DType.values()) {
            for (DType ofX : DType.values()) {
                NDArray p = random.randn(coefficients).mul(3).astype(ofP);
                NDArray x = random.randn(size, 1).astype(ofX);
                NDArray expected = NDArray.zerosLike(x);
                for (int i = 0; i < coefficients; i++) {
                    expected = expected.mul(x).add(p.get(i));
                }
                NDArray values = Polynomials.polyval(p, x);
                assertThat(values.dtype()).isEqualTo(expected.dtype());
                assertThat(values).isEqualTo(expected);
            }
        }
    }

    @Test
    void aPolynomialOfMillionsOfCoefficientsHasAnEnd() {
        NDArray p = NDArray.ones(1).broadcastTo(Shape.of(1 << 25));
        assertThat(Polynomials.polyval(p, NDArray.of(0.5, 1))).hasToString("[2.0000000e+00 3.3554432e+07]");
    }

    @Test
    void aRangeOfAHistogramHasTwoEnds() {
        NDArray x = NDArray.of(1, 2);
        double[] both = {0, 4};

        assertThatThrownBy(() -> Statistics.histogram2d(x, x, 2, 2, both, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not enough values to unpack (expected 2, got 1)");
        assertThatThrownBy(() -> Statistics.histogram2d(x, x, 2, 2, new double[] {1, 2, 3}, both))
                .hasMessage("too many values to unpack (expected 2)");
    }
}
