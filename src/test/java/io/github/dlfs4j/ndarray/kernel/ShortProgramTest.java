package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that ends before vectors pay must not load them, because the Vector API takes a while to load. */
@BothKernels
class ShortProgramTest {
    @Test
    void aShortProgramLoadsNoVectorCode() throws Exception {
        assumeTrue(Kernel.isVectorModuleRead(), "needs the module");
        List<String> lines =
                JavaProcess.run(List.of("--add-modules", Kernel.VECTOR_MODULE, "-Xlog:class+load"), Program.class);

        assertThat(lines)
                .contains("kernel: "
                        + Kernel.select(
                                "auto",
                                Runtime.version().feature(),
                                Runtime.getRuntime().availableProcessors(),
                                FusedMultiplyAdd.isInstruction()));
        assertThat(lines)
                .filteredOn(line -> line.contains(".kernel."))
                .anyMatch(line -> line.contains(".kernel.Kernel "));
        assertThat(lines)
                .filteredOn(line -> line.contains("vector.FloatVector")
                        || line.contains("vector.DoubleVector")
                        || line.contains(".VectorDouble")
                        || line.contains(".VectorFloat"))
                .isEmpty();
    }

    /** A program that uses every kind of operation for a short time. */
    static final class Program {
        private Program() {}

        /** Runs the operations and prints the selected kernel. */
        public static void main(String... arguments) {
            NDArray x = new RandomState(0).rand(20, 30);
            NDArray y = x.dot(x.transpose()).exp().sigmoid().log().tanh();
            y.sum(0);
            y.max();
            y.argmax(1);
            y.gt(0);
            System.out.println("kernel: " + NDArray.kernel());
        }
    }
}
