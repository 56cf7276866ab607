package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which products use vectors, and when. A recorder of the called parts takes the place of the vector product. */
@BothKernels
class WarmingProductTest {
    private static final RowBlocks ALONE = new RowBlocks(1, 1);
    private static final ProductPlan PLAN = new ProductPlan(8, Double.BYTES);

    /** The multiply-adds of (100x50)·(50x10). */
    private static final long MULTIPLY_ADDS = 100 * 50 * 10;

    private final PartRecorder program = new PartRecorder(PLAN);
    private final PartRecorder warmUp = new PartRecorder(PLAN);
    private final Thread programThread = Thread.currentThread();
    private int productsByVectors;

    /** Starts to count the work of a part after ten products, and to warm the part up after five more. */
    private final WarmingProduct<double[]> product = new WarmingProduct<>(
            new PlainDoubleProduct(ALONE), PLAN, this::vector, 10 * MULTIPLY_ADDS, 5 * MULTIPLY_ADDS);

    private VectorProduct<double[]> vector() {
        if (Thread.currentThread() != programThread) {
            return warmUp;
        }
        productsByVectors++;
        return program;
    }

    @Test
    void usesPlainCodeUntilTheProgramHasComputedEnough() {
        for (int i = 0; i < 13; i++) {
            assertThat(multiply(100, 50, 10)).isEqualTo(50);
        }

        assertThat(productsByVectors).isZero();
        assertThat(warmUp.used()).isEmpty();
    }

    @Test
    @Timeout(60)
    void usesVectorsOnceTheNeededPartsAreWarmAndWarmsUpNoOthers() {
        while (program.used().isEmpty()) {
            multiply(100, 50, 10);
            LockSupport.parkNanos(1_000_000);
        }

        assertThat(program.used()).containsExactly(ProductPart.ONE_AND_A_HALF);
        assertThat(warmUp.used()).containsExactly(ProductPart.ONE_AND_A_HALF);
        assertThat(multiply(1, 50, 24)).as("a row of c, computed by plain code").isEqualTo(50);
    }

    /** Such a product has no parts, and must not load vector code. */
    @Test
    void usesPlainCodeForEmptyProducts() {
        for (int i = 0; i < 20; i++) {
            multiply(100, 50, 10);
        }

        int before = productsByVectors;
        assertThat(multiply(3, 0, 4)).isZero();
        assertThat(productsByVectors).isEqualTo(before);
    }

    /** Returns the last element of a product of matrices of ones. */
    private double multiply(int m, int k, int n) {
        double[] c = new double[m * n];
        Arrays.fill(c, -1);
        product.multiply(ones(m, k), ones(k, n), new Matrix<>(c, 0, m, n, n, 1));
        return c[c.length - 1];
    }

    private static Matrix<double[]> ones(int rows, int columns) {
        double[] values = new double[rows * columns];
        Arrays.fill(values, 1);
        return new Matrix<>(values, 0, rows, columns, columns, 1);
    }
}
