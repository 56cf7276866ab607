package io.github.dlfs4j.fuzz.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every public constructor and method of every exported class is called, in a normal build once, and otherwise with
 * each absurd number in the place of each argument, with some of the other absurd values, and with several at once:
 * numbers whose products overflow, arrays without elements, texts and files that are none. It returns, or throws a
 * documented exception of this library with a message, and wraps none that our own loops throw by mistake, within ten
 * seconds of the processor and a heap of 256 MB: no hang, no error of the virtual machine but NumPy's {@code Unable to
 * allocate}, no exception that Java's own code or a loop of ours throws for an index.
 *
 * <p>The calls are found by reflection, so that what is added is called too. {@link NotCalled} lists what is not.
 */
class AbsurdCallsFuzzTest {
    private static final long SEED = Long.getLong("dlfs4j.seed", 1);
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    private final List<String> problems = new ArrayList<>();
    private long returned;
    private long refused;

    @TempDir
    private Path folder;

    @Test
    void callsWithAbsurdArgumentsReturnOrAreRefused() throws Exception {
        callAll(0, 6);
    }

    @BothKernels
    @Tag("long")
    @Test
    void callsWithAbsurdArgumentsReturnOrAreRefusedWithVectorsToo() throws Exception {
        callAll(0, 6);
    }

    @Tag("long")
    @Test
    void moreCallsWithAbsurdArgumentsReturnOrAreRefused() throws Exception {
        callAll(2, 6);
    }

    @BothKernels
    @Tag("fuzz")
    @Test
    void manyCallsWithAbsurdArgumentsReturnOrAreRefused() throws Exception {
        callAll(40, 125);
    }

    /**
     * Calls every method.
     *
     * @param mixed how often, with several absurd values; with 0, only once with any values
     * @param arrays how many other absurd values are tried
     */
    private void callAll(int mixed, int arrays) throws Exception {
        // A process that was halted because a call did not end is followed by one that begins with the next method.
        for (int next = 0; next >= 0; ) {
            next = callFrom(next, mixed, arrays);
        }
        System.out.printf("seed %d: %d calls returned, %d refused%n", SEED, returned, refused);
        assertThat(problems).as(String.join("\n", problems)).isEmpty();
        int least = mixed == 0 ? 1500 : 15_000;
        assertThat(returned + refused).isGreaterThan(least);
        assertThat(returned).isGreaterThan(least / 4);
        assertThat(refused).isGreaterThan(least / 4);
    }

    /** Makes calls in a process, and returns the number of the method with which another one goes on, or -1. */
    private int callFrom(int first, int mixed, int arrays) throws IOException, InterruptedException {
        ProcessBuilder builder = JavaProcess.builder(
                JavaProcess.withThisKernel("-Xmx256m", "-Djava.awt.headless=true", "-Ddlfs4j.threads=1"),
                AbsurdCalls.class,
                CLASSES.toString(),
                folder.toString(),
                Long.toString(SEED),
                Integer.toString(mixed),
                Integer.toString(arrays),
                Integer.toString(first));
        Process process = builder.directory(folder.toFile()).start();
        List<String> lines = JavaProcess.lines(process);
        int next = -1;
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, line.length() - rest.length())) {
                case "problem: " -> problems.add(rest);
                case "returned " -> returned += Long.parseLong(rest);
                case "refused " -> refused += Long.parseLong(rest);
                case "slowest " -> System.out.println("seconds of the slowest call: " + rest);
                case "halted " -> next = Integer.parseInt(rest) + 1;
                default -> assertThat(line).isEqualTo("the end");
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(next < 0 ? 0 : Watchdog.EXIT_CODE);
        return next;
    }

    @Test
    void whatTheListOfUncalledMethodsNamesIsThere() throws IOException {
        List<String> names =
                PublicCalls.of(CLASSES).stream().map(PublicCalls::name).toList();
        assertThat(names).doesNotHaveDuplicates().containsAll(NotCalled.names().toList());
    }
}
