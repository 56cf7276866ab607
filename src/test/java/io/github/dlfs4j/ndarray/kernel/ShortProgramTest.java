package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends before vectors would pay must not pay for them: the Vector API takes a while to get ready. */
class ShortProgramTest {
    @Test
    void loadsNoneOfTheCodeOfVectors(@TempDir Path folder) throws Exception {
        assumeTrue(Kernel.isVectorModuleRead(), "needs the module");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        Kernel.VECTOR_MODULE,
                        "-Xlog:class+load",
                        "-cp",
                        Path.of("target", "classes")
                                + System.getProperty("path.separator")
                                + Path.of("target", "test-classes"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();

        List<String> lines = Files.readAllLines(log);

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

    /** A program that uses every kind of operation, but little of it. */
    static final class Program {
        private Program() {}

        /** Has no arguments. */
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
