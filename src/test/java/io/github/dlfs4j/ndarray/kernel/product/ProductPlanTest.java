package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part that is missing in the plan would run before it is compiled, some hundred times slower. */
@BothKernels
class ProductPlanTest {
    private static final long SEED = 20261127;
    private static final int[] ROWS = {1, 2, 3, 4, 7, 8, 9, 47, 48, 49, 50, 51, 55, 56, 57, 96, 98, 100};
    private static final int[] DEPTHS = {0, 1, 5, 24, 100, 160, 784};

    @ParameterizedTest
    @CsvSource({"2, 8", "4, 8", "8, 8", "4, 4", "8, 4", "16, 4"})
    void namesThePartsThatMultiply(int lanes, int bytes) {
        ProductPlan plan = new ProductPlan(lanes, bytes);
        Set<ProductPart> seen = EnumSet.noneOf(ProductPart.class);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 4_000; trial++) {
            int m = ROWS[random.nextInt(ROWS.length)];
            int k = DEPTHS[random.nextInt(DEPTHS.length)];
            int n = random.nextInt(50) == 0 ? 600 : 1 + random.nextInt(random.nextInt(20) == 0 ? 1 : 70);
            boolean zeros = random.nextBoolean();
            Matrix<double[]> a = matrix(m, k, random.nextInt(3), zeros ? 0 : 1);
            Matrix<double[]> b = matrix(k, n, random.nextInt(2), 1);
            String trialOf = "%s by %s, %s, seed %d".formatted(text(a), text(b), zeros ? "zeros" : "ones", SEED);

            Set<ProductPart> used = partsThatMultiply(plan, a, b);

            if (plan.isContiguous(a)) {
                assertThat(plan.parts(a, b)).as(trialOf).isEqualTo(used);
            } else {
                assertThat(plan.parts(a, b)).as(trialOf).containsAll(used);
            }
            seen.addAll(used);
        }
        boolean takesHalves = lanes * bytes == 64;
        assertThat(seen).hasSizeGreaterThanOrEqualTo(6).contains(ProductPart.COLUMN);
        assertThat(seen.contains(ProductPart.NON_ZEROS)).isEqualTo(takesHalves);
        assertThat(seen.contains(ProductPart.TWO_VECTORS)).isEqualTo(lanes * bytes != 32);
        assertThat(seen.contains(ProductPart.TWO_HALVES)).isEqualTo(takesHalves);
        assertThat(seen.contains(ProductPart.ONE_AND_A_HALF)).isEqualTo(takesHalves);
        assertThat(seen.contains(ProductPart.THREE_AND_A_HALF)).isEqualTo(takesHalves);
    }

    @Test
    void hasManySumsAndHalfVectorsWithAvx512AndNeitherWithAvx2() {
        for (ProductPlan ofAvx512 : List.of(new ProductPlan(8, Double.BYTES), new ProductPlan(16, Float.BYTES))) {
            assertThat(ofAvx512.takesHalves()).isTrue();
            assertThat(ofAvx512.hasManySums()).isTrue();
        }
        ProductPlan ofAvx2 = new ProductPlan(4, Double.BYTES);
        assertThat(ofAvx2.takesHalves()).isFalse();
        assertThat(ofAvx2.hasManySums()).isFalse();
    }

    /** The book's network needs few parts: pixels are mostly zero, and the two other products are small. */
    @Test
    void ofATrainingStepHasFewParts() {
        ProductPlan plan = new ProductPlan(8, Double.BYTES);
        Matrix<double[]> x = matrix(100, 784, 0, 0);

        assertThat(plan.parts(x, matrix(784, 50, 0, 1))).containsExactly(ProductPart.NON_ZEROS);
        assertThat(plan.parts(x.transpose(), matrix(100, 50, 0, 1))).containsExactly(ProductPart.NON_ZEROS);
        assertThat(plan.parts(matrix(100, 50, 0, 1), matrix(50, 10, 0, 1))).containsExactly(ProductPart.ONE_AND_A_HALF);
    }

    /** Ten columns would leave six of sixteen lanes unused. */
    @Test
    void ofTheGradientOfNarrowWeightsEqualsThatOfItsTranspose() {
        ProductPlan plan = new ProductPlan(16, Float.BYTES);

        assertThat(plan.parts(matrix(50, 100, 1, 1), matrix(100, 10, 0, 1)))
                .containsExactlyInAnyOrder(ProductPart.THREE_AND_A_HALF, ProductPart.COPY);
        assertThat(plan.parts(matrix(50, 100, 1, 1), matrix(100, 16, 0, 1))).doesNotContain(ProductPart.COPY);
    }

    private static Set<ProductPart> partsThatMultiply(ProductPlan plan, Matrix<double[]> a, Matrix<double[]> b) {
        PartRecorder recorder = new PartRecorder(plan);
        int n = b.columns();
        recorder.multiply(a, b, new Matrix<>(new double[a.rows() * n], 0, a.rows(), n, n, 1));
        return recorder.used();
    }

    /**
     * Returns a matrix whose elements all have the same value.
     *
     * @param layout 0: contiguous rows; 1: contiguous columns; 2: neither
     */
    private static Matrix<double[]> matrix(int rows, int columns, int layout, double value) {
        double[] values = new double[2 * rows * columns + 1];
        Arrays.fill(values, value);
        return switch (layout) {
            case 0 -> new Matrix<>(values, 0, rows, columns, columns, 1);
            case 1 -> new Matrix<>(values, 0, rows, columns, 1, rows);
            default -> new Matrix<>(values, 0, rows, columns, 2 * columns, 2);
        };
    }

    private static String text(Matrix<?> matrix) {
        return "(%d, %d) of steps (%d, %d)"
                .formatted(matrix.rows(), matrix.columns(), matrix.rowStep(), matrix.columnStep());
    }
}
