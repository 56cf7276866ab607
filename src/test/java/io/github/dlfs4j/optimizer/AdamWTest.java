package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AdamW and the clipping of gradients beside PyTorch's. */
class AdamWTest {
    @ParameterizedTest
    @CsvSource({"adamw64, 1e-14", "adamw32, 1e-6"})
    void adamWStepsAsPyTorchDoes(String name, double tolerance) throws Exception {
        Map<String, NDArray> torch = Npz.read(Path.of("src", "test", "resources", "torch", "transformer.npz"));
        NDArray parameter = torch.get(name + "/W").copy();
        Optimizer optimizer = new AdamW(0.05, 0.1, 0.8, 0.95);
        boolean clips = false;
        for (int step = 0; step < 5; step++) {
            Map<String, NDArray> gradients = Map.of("W", torch.get(name + "/gradient" + step));
            Map<String, NDArray> clipped = GradientClipping.clipped(gradients, 2);
            clips |= clipped != gradients;
            // PyTorch adds 10^-6 to the norm before it divides.
            assertClose(clipped.get("W"), torch.get(name + "/clipped" + step), 3e-6);
            optimizer.update(Map.of("W", parameter), Map.of("W", torch.get(name + "/clipped" + step)));
            assertClose(parameter, torch.get(name + "/after" + step), tolerance);
        }
        assertThat(clips).isTrue();
    }

    private static void assertClose(NDArray actual, NDArray expected, double tolerance) {
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.sub(expected).abs().max().asDouble()).isLessThan(tolerance);
    }

    @Test
    void gradientsWithinTheBoundStayAsTheyAre() {
        Map<String, NDArray> gradients = Map.of("a", NDArray.of(3.0), "b", NDArray.of(4.0));
        assertThat(GradientClipping.clipped(gradients, 5)).isSameAs(gradients);
        assertThat(GradientClipping.norm(GradientClipping.clipped(gradients, 2)))
                .isEqualTo(2);
        Map<String, NDArray> notNumbers = Map.of("a", NDArray.of(Double.NaN));
        assertThat(GradientClipping.clipped(notNumbers, 5)).isSameAs(notNumbers);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientClipping.clipped(gradients, 0))
                .withMessage("the largest norm of gradients must be above 0, but is 0.0");
    }

    /**
     * v + (g² - v) would be 0 here, and a step 10,000 times as long. So it is with m, where only a gradient is left.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1e-4, -0.199990",
        "0, 0.5, 1, 1e-4, -0.100017",
        "0, 0, 1e15, 1, -0.2",
        "0.25, 0, 1e12, -1, -2e10"
    })
    void adamWLeavesSmallGradientsAfterLargeOnes(double beta1, double beta2, double first, double second, double end) {
        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            NDArray x = NDArray.zeros(dtype, 1);
            Optimizer optimizer = new AdamW(0.1, 0, beta1, beta2);
            for (double gradient : new double[] {first, second}) {
                optimizer.update(Map.of("x", x), Map.of("x", NDArray.full(dtype, gradient, 1)));
            }
            assertThat(x.get(0).asDouble()).as("%s", dtype).isCloseTo(end, withinPercentage(0.01));
        }
    }

    @ParameterizedTest
    @CsvSource({"1e30, 5e30", "6e37, 3e38", "1e-30, 5e-30", "1e-40, 5e-40", "1e18, 5e18"})
    void gradientsWhoseSquaresOverflowOrVanishHaveANorm(double unit, double norm) {
        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            double most = dtype == DType.FLOAT64 && unit == 1e30 ? 1e170 : 1;
            Map<String, NDArray> gradients = Map.of(
                    "a", NDArray.of(3 * unit * most).astype(dtype),
                    "b", NDArray.of(0, -4 * unit * most).astype(dtype),
                    "c", NDArray.zeros(dtype, 0));
            assertThat(GradientClipping.norm(gradients)).isCloseTo(norm * most, withinPercentage(0.001));
            Map<String, NDArray> clipped = GradientClipping.clipped(gradients, norm * most / 2);
            assertThat(clipped.get("b").getDouble(1)).isCloseTo(-2 * unit * most, withinPercentage(0.001));
            assertThat(GradientClipping.norm(GradientClipping.clipped(gradients, 1)))
                    .isLessThanOrEqualTo(1.00001);
        }
        double infinite = Double.NEGATIVE_INFINITY;
        assertThat(GradientClipping.norm(Map.of("a", NDArray.of(infinite, 1)))).isInfinite();
        assertThat(GradientClipping.norm(Map.of("a", NDArray.of(infinite, Double.NaN))))
                .isNaN();
        assertThat(GradientClipping.norm(Map.of("a", NDArray.zeros(3)))).isZero();
        assertThat(GradientClipping.norm(Map.of())).isZero();
    }

    @Test
    void adamWRefusesNumbersOutOfRange() {
        assertThat(new AdamW(0.1)).hasToString("AdamW(lr=0.1, decay=0.01, beta1=0.9, beta2=0.999)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamW(0.1, -1, 0.9, 0.999))
                .withMessage("decay of AdamW must be from 0 to 1, but is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearWarmUp(0, step -> 1))
                .withMessage("steps of LinearWarmUp must be a whole number from 1 to 9007199254740992, but is 0.0");
    }
}
