package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
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

    /** Where a loop over bits goes from one case to the next, each value in a block of its own. */
    @ParameterizedTest
    @EnumSource
    void giveTheBitsOfTheVectorCodeAtTheBorders(KernelFunction function) {
        for (double border :
                new double[] {0, DoubleTanh.BORDER, DoubleTanh.LIMIT, Double.MIN_NORMAL, Double.MAX_VALUE}) {
            for (double x :
                    new double[] {Math.nextDown(border), border, Math.nextUp(border), -Math.nextDown(border), -border
                    }) {
                double[] found = new double[Scratch.DOUBLES];
                double[] expected = new double[Scratch.DOUBLES];

                function.run(fused, filled(x), found, 0, Scratch.DOUBLES);
                function.run(vector, filled(x), expected, 0, Scratch.DOUBLES);

                assertThat(found).as("%s of %s", function, x).isEqualTo(expected);
            }
        }
        for (float border : new float[] {0, FloatTanh.BORDER, FloatTanh.LIMIT, Float.MIN_NORMAL, Float.MAX_VALUE}) {
            for (float x :
                    new float[] {Math.nextDown(border), border, Math.nextUp(border), -Math.nextDown(border), -border}) {
                float[] found = new float[Scratch.FLOATS];
                float[] expected = new float[Scratch.FLOATS];

                function.run(fused, filled(x), found, 0, Scratch.FLOATS);
                function.run(vector, filled(x), expected, 0, Scratch.FLOATS);

                assertThat(found).as("%s of %s", function, x).isEqualTo(expected);
            }
        }
    }

    private static double[] filled(double x) {
        double[] block = new double[Scratch.DOUBLES];
        Arrays.fill(block, x);
        return block;
    }

    private static float[] filled(float x) {
        float[] block = new float[Scratch.FLOATS];
        Arrays.fill(block, x);
        return block;
    }
}
