package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.kernel.product.ProductPlan.Method;
import io.github.dlfs4j.ndarray.kernel.product.ProductPlan.Strip;
import io.github.dlfs4j.ndarray.kernel.product.ProductPlan.Tile;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is carried out as it is, so it must be right for the vectors of every processor. */
@BothKernels
class ProductPlanTest {
    private static final long SEED = 20261127;
    private static final int[] ROWS = {1, 2, 3, 4, 7, 8, 9, 47, 48, 49, 50, 51, 55, 56, 57, 96, 98, 100};
    private static final int[] DEPTHS = {0, 1, 5, 24, 100, 160, 784};

    /** The elements of all matrices: thousands of them would take long to fill. */
    private static final double[] ZEROS = new double[1 << 21];

    private static final double[] ONES =
            DoubleStream.generate(() -> 1).limit(ZEROS.length).toArray();

    /** As for AVX-512, and for one of the book's types. */
    private static final VectorUnit LONGEST = new VectorUnit(8, Double.BYTES);

    @ParameterizedTest
    @CsvSource({"2, 8", "4, 8", "8, 8", "4, 4", "8, 4", "16, 4"})
    void aPlanComputesEveryColumnWithinTheMatrices(int lanes, int bytes) {
        VectorUnit unit = new VectorUnit(lanes, bytes);
        Set<Tile> seen = EnumSet.noneOf(Tile.class);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 4_000; trial++) {
            int m = ROWS[random.nextInt(ROWS.length)];
            int k = DEPTHS[random.nextInt(DEPTHS.length)];
            int n = random.nextInt(50) == 0 ? 600 : 1 + random.nextInt(random.nextInt(20) == 0 ? 1 : 70);
            boolean zeros = random.nextBoolean();
            Matrix<double[]> a = matrix(m, k, random.nextInt(3), zeros ? 0 : 1);
            Matrix<double[]> b = matrix(k, n, random.nextInt(2), 1);
            String trialOf = "%s by %s, %s, seed %s".formatted(text(a), text(b), zeros ? "zeros" : "ones", SEED);

            ProductPlan plan = ProductPlan.of(unit, a, b);

            if (plan.method() == Method.TILES) {
                int rows = plan.transposed() ? n : m;
                int columns = Math.max(plan.transposed() ? m : n, unit.isLongest() ? 0 : lanes);
                assertThat(plan.leavesZerosOut() && !zeros).as(trialOf).isFalse();
                if (rows > ProductPlan.SINGLE_ROWS) {
                    assertCovered(plan.strips(), columns < unit.leastColumns() ? lanes : columns, lanes, trialOf);
                }
                plan.strips().forEach(strip -> seen.add(strip.tile()));
            } else {
                assertThat(plan.strips()).as(trialOf).isEmpty();
            }
        }
        assertThat(seen).contains(Tile.ONE_VECTOR, Tile.THREE_VECTORS);
        assertThat(seen.contains(Tile.TWO_VECTORS)).isEqualTo(lanes * bytes != 32);
        for (Tile half : List.of(Tile.TWO_HALVES, Tile.ONE_AND_A_HALF, Tile.THREE_AND_A_HALF)) {
            assertThat(seen.contains(half)).isEqualTo(lanes * bytes == 64);
        }
    }

    /** Every tile must begin where the columns before it end, or earlier, and must not go beyond the last column. */
    private static void assertCovered(List<Strip> strips, int n, int lanes, String trial) {
        int covered = 0;
        for (Strip strip : strips) {
            // Those that may be shorter than that end with the last column.
            int most = mostHalves(strip.tile()) * lanes / 2;
            boolean mayBeShorter = most % lanes != 0 || strip.tile().name().startsWith("TWO");
            assertThat(strip.column()).as(trial).isBetween(0, covered);
            assertThat(mayBeShorter || strip.column() + most <= n).as(trial).isTrue();
            covered = Math.min(n, strip.column() + most);
        }
        assertThat(covered).as(trial).isEqualTo(n);
    }

    private static int mostHalves(Tile tile) {
        return switch (tile) {
            case ONE_VECTOR, TWO_HALVES -> 2;
            case TWO_VECTORS -> 4;
            case THREE_VECTORS -> 6;
            case ONE_AND_A_HALF -> 3;
            case THREE_AND_A_HALF -> 7;
        };
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false, false", "1, 0, false, false", "2, 0, true, false", "0, 1, false, true", "2, 1, true, true"
    })
    void aPlanCopiesWhatTilesCannotRead(int layoutOfA, int layoutOfB, boolean copiesA, boolean copiesB) {
        ProductPlan plan = ProductPlan.of(LONGEST, matrix(20, 30, layoutOfA, 1), matrix(30, 20, layoutOfB, 1));

        assertThat(plan.method()).isEqualTo(Method.TILES);
        assertThat(plan.copiesA()).isEqualTo(copiesA);
        assertThat(plan.copiesB()).isEqualTo(copiesB);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 50, 0, PLAIN",
        "1, 100, 50, 1, PLAIN",
        "100, 100, 1, 0, COLUMNS",
        "2000, 100, 1, 0, COLUMNS",
        "400, 784, 50, 0, TILES",
        "400, 1600, 50, 0, BLOCKS",
        "16, 144, 784, 0, TILES",
        "48, 321, 784, 0, BLOCKS",
        "49, 144, 784, 0, BLOCKS",
        "96, 128, 128, 0, BLOCKS",
        "95, 128, 128, 0, TILES",
        "96, 128, 127, 0, TILES",
        "96, 127, 128, 0, TILES",
        "15, 1600, 50, 0, TILES",
        "15, 1600, 50, 1, BLOCKS"
    })
    void aPlanTakesTheMethodOfTheShape(int m, int k, int n, int layoutOfB, Method method) {
        assertThat(ProductPlan.of(LONGEST, matrix(m, k, 0, 1), matrix(k, n, layoutOfB, 1))
                        .method())
                .isEqualTo(method);
    }

    @Test
    void aPlanReadsLargeColumnsFromEndToEnd() {
        assertThat(ProductPlan.of(LONGEST, matrix(2000, 100, 1, 1), matrix(100, 1, 0, 1))
                        .method())
                .isEqualTo(Method.LARGE_COLUMNS);
    }

    @Test
    void vectorsOfAvx512HaveManySumsAndHalfVectors() {
        for (VectorUnit ofAvx512 : List.of(LONGEST, new VectorUnit(16, Float.BYTES))) {
            assertThat(ofAvx512.isLongest()).isTrue();
            assertThat(ofAvx512.hasManySums()).isTrue();
        }
        VectorUnit ofAvx2 = new VectorUnit(4, Double.BYTES);
        assertThat(ofAvx2.isLongest()).isFalse();
        assertThat(ofAvx2.hasManySums()).isFalse();
    }

    /** In the book's network, pixels are mostly zero, and the two other products are small. */
    @Test
    void thePlanOfATrainingStepLeavesOutPixelsThatAreZero() {
        Matrix<double[]> x = matrix(100, 784, 0, 0);

        assertThat(ProductPlan.of(LONGEST, x, matrix(784, 50, 0, 1)).leavesZerosOut())
                .isTrue();
        assertThat(ProductPlan.of(LONGEST, x.transpose(), matrix(100, 50, 0, 1)).leavesZerosOut())
                .isTrue();
        assertThat(ProductPlan.of(LONGEST, matrix(100, 50, 0, 1), matrix(50, 10, 0, 1)))
                .isEqualTo(new ProductPlan(
                        Method.TILES, false, false, false, false, List.of(new Strip(Tile.ONE_AND_A_HALF, 0))));
    }

    /** Ten columns would leave six of sixteen lanes unused. */
    @Test
    void thePlanForNarrowWeightsEqualsThatOfItsTranspose() {
        VectorUnit unit = new VectorUnit(16, Float.BYTES);

        assertThat(ProductPlan.of(unit, matrix(50, 100, 1, 1), matrix(100, 10, 0, 1)))
                .isEqualTo(new ProductPlan(
                        Method.TILES, true, false, false, false, List.of(new Strip(Tile.THREE_AND_A_HALF, 0))));
        assertThat(ProductPlan.of(unit, matrix(50, 100, 1, 1), matrix(100, 16, 0, 1))
                        .transposed())
                .isFalse();
    }

    /**
     * Returns a matrix whose elements are all 0 or all 1.
     *
     * @param layout 0: contiguous rows; 1: contiguous columns; 2: neither
     */
    private static Matrix<double[]> matrix(int rows, int columns, int layout, double value) {
        double[] values = value == 0 ? ZEROS : ONES;
        assertThat(2 * rows * columns).isLessThan(values.length);
        return switch (layout) {
            case 0 -> new Matrix<>(values, 0, rows, columns, columns, 1);
            case 1 -> new Matrix<>(values, 0, rows, columns, 1, rows);
            default -> new Matrix<>(values, 0, rows, columns, 2 * columns, 2);
        };
    }

    private static String text(Matrix<?> matrix) {
        return "(%s, %s) of steps (%s, %s)"
                .formatted(matrix.rows(), matrix.columns(), matrix.rowStep(), matrix.columnStep());
    }
}
