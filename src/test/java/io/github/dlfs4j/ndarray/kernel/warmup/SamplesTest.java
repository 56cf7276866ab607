package io.github.dlfs4j.ndarray.kernel.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp.Sample;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The samples of each family that warms up pass a trial. If one failed, or could not be computed, a program on a JDK
 * that was not tried would go on without vectors, and nobody would notice.
 */
@BothKernels
class SamplesTest {
    private static final List<String> FAMILIES = List.of(
            "product.DoubleProduct.WARM_UP",
            "product.FloatProduct.WARM_UP",
            "convolution.DoubleConvolutionWarmUp.WARM_UP",
            "convolution.FloatConvolutionWarmUp.WARM_UP",
            "reduction.DoubleReductionWarmUp.WARM_UP",
            "reduction.FloatReductionWarmUp.WARM_UP",
            "elementwise.DoubleComparisons.WARM_UP",
            "elementwise.FloatComparisons.WARM_UP",
            "elementwise.LongComparisons.WARM_UP",
            "function.FunctionWarmUp.DOUBLE",
            "function.FunctionWarmUp.FLOAT");

    @ParameterizedTest
    @ValueSource(ints = {256, 512})
    void samplesOfEachFamilyPassAndFailIfABitIsChanged(int bits) throws Exception {
        assumeTrue(VectorModule.isPresent(), "needs the module");
        List<String> options = List.of(
                "-Ddlfs4j.kernel=plain", "-Ddlfs4j.vectorBits=" + bits, "--add-modules", "jdk.incubator.vector");

        assertThat(JavaProcess.run(options, Program.class, FAMILIES.toArray(String[]::new)))
                .containsExactlyElementsOf(FAMILIES.stream()
                        .map(family -> family + " passes: true, changed: false")
                        .toList());
    }

    /** With the plain kernel, so that plain samples are plain. */
    static final class Program {
        private Program() {}

        public static void main(String... families) throws ReflectiveOperationException {
            VectorModule.isPresent();
            for (String family : families) {
                List<Sample> samples = samples(family);
                boolean changed = samples.stream().anyMatch(sample -> Trial.isPassed(List.of(changed(sample))));
                System.out.println(family + " passes: " + Trial.isPassed(samples) + ", changed: " + changed);
            }
        }

        private static List<Sample> samples(String family) throws ReflectiveOperationException {
            int dot = family.lastIndexOf('.');
            Field field = Class.forName("io.github.dlfs4j.ndarray.kernel." + family.substring(0, dot))
                    .getDeclaredField(family.substring(dot + 1));
            field.setAccessible(true);
            return ((WarmUp) field.get(null)).samples();
        }

        /** Returns a sample whose plain code changes a bit of the last number. */
        private static Sample changed(Sample sample) {
            Runnable plain = () -> {
                sample.plain().run();
                change(sample.results().get(0));
            };
            return new Sample(sample.vector(), plain, sample.operands(), sample.results());
        }

        private static void change(Object result) {
            if (result instanceof double[] doubles) {
                doubles[doubles.length - 1] = Math.nextUp(doubles[doubles.length - 1]);
            } else if (result instanceof float[] floats) {
                floats[floats.length - 1] = Math.nextUp(floats[floats.length - 1]);
            } else if (result instanceof long[] longs) {
                longs[longs.length - 1]++;
            } else {
                boolean[] booleans = (boolean[]) result;
                booleans[booleans.length - 1] ^= true;
            }
        }
    }
}
