package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.parallel.RowBlocks;
import java.lang.reflect.Array;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** If a part failed in its thread, a program would go on without vectors, and nobody would notice. */
@BothKernels
class ProductSamplesTest {
    private static final long SEED = 20261126;

    @Test
    void everyPartOfAProductOfDoubleGivesTheBitsOfThePlainCode() {
        assumeTrue(VectorModule.isPresent());
        PlainDoubleProduct plain = new PlainDoubleProduct(RowBlocks.configured());
        compare(new VectorDoubleProduct(RowBlocks.configured(), plain), plain);
    }

    @Test
    void everyPartOfAProductOfFloatGivesTheBitsOfThePlainCode() {
        assumeTrue(VectorModule.isPresent());
        PlainFloatProduct plain = new PlainFloatProduct(RowBlocks.configured());
        compare(new VectorFloatProduct(RowBlocks.configured(), plain), plain);
    }

    private static <A> void compare(VectorProduct<A> vector, MatrixProduct<A> plain) {
        Random random = new Random(SEED);
        ProductSamples<A> samples = new ProductSamples<>(vector, plain);
        for (ProductSamples.Sample<A> sample : Stream.of(ProductPart.values())
                .flatMap(part -> samples.of(part).stream())
                .toList()) {
            if (DoubleStream.of(elements(sample.a())).allMatch(x -> x == 0)) {
                fill(sample.a(), random);
            }
            fill(sample.b(), random);

            sample.runPlain();
            double[] expected = elements(sample.c());
            fill(sample.c(), random);
            sample.runVector();

            String shapes = "%d by %d by %d"
                    .formatted(
                            sample.c().rows(), sample.a().columns(), sample.c().columns());
            assertThat(elements(sample.c())).as("%s, seed %d", shapes, SEED).containsExactly(expected);
            assertThat(expected).as(shapes).doesNotContain(0);
        }
    }

    private static void fill(Matrix<?> matrix, Random random) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                Array.setFloat(matrix.values(), position(matrix, i, j), (float) random.nextGaussian());
            }
        }
    }

    /** Returns the elements in C order. */
    private static double[] elements(Matrix<?> matrix) {
        double[] elements = new double[matrix.rows() * matrix.columns()];
        for (int i = 0; i < elements.length; i++) {
            int at = position(matrix, i / matrix.columns(), i % matrix.columns());
            elements[i] = Array.getDouble(matrix.values(), at);
        }
        return elements;
    }

    private static int position(Matrix<?> matrix, int i, int j) {
        return matrix.offset() + i * matrix.rowStep() + j * matrix.columnStep();
    }
}
