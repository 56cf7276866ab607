package io.github.dlfs4j.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link OneResultTest} shows holds on a 64-bit ARM processor too, with both kernels. The processor may be
 * emulated. The test runs only with {@code mvn test -Dgroups=arm -Darm.java="…"}, where the property is what one types
 * in a shell to start a JDK 25 for that processor; {@code src/docs/arithmetic.md} says how to get one.
 */
@Tag("arm")
class ArmTest {
    /** One thread, the simplest garbage collector and no large matrices, since an emulated processor is slow. */
    private static final List<String> OPTIONS = List.of(
            "-Ddlfs4j.threads=1",
            "-Ddlfs4j.multiplications=1000000",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void anArmProcessorComputesTheRecordedResults(String kernel) throws IOException, InterruptedException {
        String java = System.getProperty("arm.java", "");
        assertThat(java)
                .as("-Darm.java=\"…\" must say what starts Java on ARM: src/docs/arithmetic.md has an example")
                .isNotBlank();

        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Ddlfs4j.kernel=" + kernel);
        List<String> lines = JavaProcess.run(JavaProcess.builder(inShell(java), options, Checksums.class));

        System.out.println(String.join("\n", lines));
        assertThat(lines).last().asString().startsWith(kernel + " on aarch64, ").contains(": 2726 checksums, ");
    }

    /** A shell knows how to split the words of a command, and what quotes are. */
    private static List<String> inShell(String command) {
        return List.of("sh", "-c", "exec " + command + " \"$@\"", "sh");
    }
}
