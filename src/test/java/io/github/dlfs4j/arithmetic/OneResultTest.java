package io.github.dlfs4j.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One program has one result: what {@link Operations} compute does not depend on kernel, vectors, processor, threads or
 * time. The tests run once with each kernel; what takes virtual machines of its own runs where
 * {@code -Ddlfs4j.everywhere=true} asks for it.
 */
class OneResultTest {
    private static final boolean IS_X86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));

    @Test
    void ofThisVirtualMachine() throws IOException {
        Map<String, String> computed = Checksums.compute();

        assertThat(computed).isEqualTo(Checksums.read());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void withThreads(int threads, @TempDir Path folder) throws Exception {
        runSelf(folder, "-Ddlfs4j.kernel=" + NDArray.kernel(), "-Ddlfs4j.threads=" + threads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
    void withShorterVectors(String option, @TempDir Path folder) throws Exception {
        assumeTrue(IS_X86, "the option is one of x86");
        runSelf(folder, "-Ddlfs4j.kernel=" + NDArray.kernel(), option);
    }

    @Test
    void withoutFusedMultiplyAdd(@TempDir Path folder) throws Exception {
        assumeTrue(IS_X86, "the option is one of x86");
        assertThat(runSelf(folder, "-Ddlfs4j.kernel=" + NDArray.kernel(), "-XX:-UseFMA"))
                .contains("plain: ");
    }

    /** From the first operation, in the interpreter, until the vectors are compiled and have taken over. */
    @Test
    void whileVectorsWarmUp(@TempDir Path folder) throws Exception {
        runSelf(folder, "-Ddlfs4j.kernel=auto", "-Ddlfs4j.seconds=20");
    }

    private static String runSelf(Path folder, String... options) throws IOException, InterruptedException {
        assumeTrue(Boolean.getBoolean("dlfs4j.everywhere"), "only with -Ddlfs4j.everywhere=true");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", "target/classes" + File.pathSeparator + "target/test-classes"));
        command.add(Checksums.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        String printed = process.waitFor() + "\n" + Files.readString(log);
        assertThat(printed).as(String.join(" ", command)).startsWith("0\n");
        return printed;
    }
}
