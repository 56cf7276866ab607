package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.ndarray.kernel.product.ProductPlan.Method;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which product is used. */
@EveryVectorLength
class DoubleProductTest {
    private static final long SEED = 20261126;
    private static final RowBlocks ALONE = new RowBlocks(1, 1);

    private static Matrix<double[]> random(int rows, int columns, Random random) {
        double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
        return new Matrix<>(values, 0, rows, columns, columns, 1);
    }

    @Test
    void vectorsMultiplyFromTheStartOnlyIfTheUserHasChosenThem() {
        Random random = new Random(SEED);
        MatrixProduct<double[]> product = DoubleProduct.of(random(100, 50, random), random(50, 10, random));

        assertThat(product instanceof VectorDoubleProduct).isEqualTo(Kernel.selected() == Kernel.VECTOR);
    }

    @Test
    void plainLoopsMultiplyIfVectorsGainNothing() {
        Random random = new Random(SEED);

        assertThat(DoubleProduct.of(random(3, 0, random), random(0, 4, random))).isInstanceOf(PlainDoubleProduct.class);
    }

    /** A plan names these methods for large matrices only. */
    @ParameterizedTest
    @EnumSource(names = {"BLOCKS", "LARGE_COLUMNS"})
    void theMethodsForLargeMatricesMultiplySmallOnes(Method method) {
        assumeTrue(VectorModule.isPresent(), "needs the module");
        Random random = new Random(SEED);
        Matrix<double[]> a = random(64, 40, random).transpose();
        Matrix<double[]> b = random(64, method == Method.BLOCKS ? 13 : 1, random);
        Matrix<double[]> c = random(40, b.columns(), random);
        Matrix<double[]> expected = random(40, b.columns(), random);

        new PlainDoubleProduct(ALONE).multiply(a, b, expected);
        new VectorDoubleProduct(new ProductPlan(method), ALONE).multiply(a, b, c);

        assertThat(c.values()).as("seed %d", SEED).containsExactly(expected.values());
    }
}
