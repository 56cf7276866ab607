package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results must not depend on whether vectors are warm: the stand-in gives the bits of the vector code. */
class FusedKernelsTest {
    private static final long SEED = 20261124;
    private static final int VALUES = 200_003;

    private Kernels vector;
    private Kernels fused;

    @BeforeEach
    void needsTheModule() {
        assumeTrue(KernelSelector.isVectorModuleRead());
        vector = VectorKernels.instance();
        fused = new FusedKernels(VectorLength.bits());
    }

    @ParameterizedTest
    @EnumSource
    void giveTheBitsOfTheVectorCodeForDoubles(KernelFunction function) {
        Random random = new Random(SEED);
        double[] a = function.doubles(random, VALUES);
        for (int i = 0; i < VALUES; i += 2) {
            a[i] = Double.longBitsToDouble(random.nextLong());
        }
        double[] expected = new double[VALUES];
        double[] found = new double[VALUES];

        function.run(vector, a, expected, 1, VALUES);
        function.run(fused, a, found, 1, VALUES);

        assertThat(found).as("seed %d", SEED).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void giveTheBitsOfTheVectorCodeForFloats(KernelFunction function) {
        Random random = new Random(SEED);
        float[] a = function.floats(random, VALUES);
        for (int i = 0; i < VALUES; i += 2) {
            a[i] = Float.intBitsToFloat(random.nextInt());
        }
        float[] expected = new float[VALUES];
        float[] found = new float[VALUES];

        function.run(vector, a, expected, 1, VALUES);
        function.run(fused, a, found, 1, VALUES);

        assertThat(found).as("seed %d", SEED).isEqualTo(expected);
    }
}
