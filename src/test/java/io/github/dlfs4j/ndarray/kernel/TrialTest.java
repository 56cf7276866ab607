package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A whole program on a JDK that was not tried. There is none, so {@link Kernel} is told a number that is higher by one;
 * a loop with a mistake stands for what its compiler makes.
 */
@BothKernels
class TrialTest {
    @Test
    void afterAWrongBitOfOneFamilyPlainLoopsServeAll() throws Exception {
        assumeTrue(VectorModule.isPresent() && Kernel.vectorBits() >= 256, "needs vectors");
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs a second processor");

        assertThat(JavaProcess.run(List.of("--add-modules", Kernel.VECTOR_MODULE), Program.class))
                .containsExactly(
                        "at first: vector, right family: false, wrong family: false",
                        "after the trial of the right one: vector, right family: true, wrong family: false",
                        "after that of the wrong one: plain, right family: false, wrong family: false");
    }

    /** A family whose vectors are fast and, if it is right, give the bits of its plain loop. */
    private static final class Family extends WarmUp {
        private final double factor;

        Family(double factor) {
            super(ELEMENTS_THAT_PAY);
            this.factor = factor;
        }

        @Override
        protected List<Sample> samples() {
            double[] x = new double[SAMPLE];
            double[] out = new double[SAMPLE];
            return List.of(new Sample(
                    () -> Arrays.setAll(out, i -> x[i] * factor),
                    () -> {
                        for (int round = 0; round < 100; round++) {
                            Arrays.setAll(out, i -> x[i] * 3);
                        }
                    },
                    List.of(x),
                    List.of(out)));
        }
    }

    static final class Program {
        private Program() {}

        public static void main(String... arguments) {
            Kernel.selected(Kernel.LAST_JDK + 1);
            Family right = new Family(3);
            Family wrong = new Family(Math.nextUp(3.0));
            print("at first", right, wrong);
            right.run();
            print("after the trial of the right one", right, wrong);
            wrong.run();
            print("after that of the wrong one", right, wrong);
        }

        private static void print(String when, Family right, Family wrong) {
            System.out.println(when + ": " + NDArray.kernel() + ", right family: " + right.isOver(0)
                    + ", wrong family: " + wrong.isOver(0));
        }
    }
}
