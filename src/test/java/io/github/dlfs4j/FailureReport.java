package io.github.dlfs4j;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says what a stranger should report if tests of a class fail: a line with the machine, and with the command that runs
 * the first of them again. The pom names this class to Surefire, which listens by it.
 */
public final class FailureReport implements TestExecutionListener {
    private TestIdentifier first;
    private int count;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            first = count == 0 ? test : first;
            count++;
        }
    }

    /** Prints to the error stream of the process, which Maven shows; {@code System.err} goes to a file. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (count > 0) {
            String name = first.getSource().map(FailureReport::name).orElse(first.getUniqueId());
            PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
            console.printf(
                    "Please report: %s, case %s%s, failed on %s; again: mvn test -Dtest='%s'%s%n",
                    name,
                    Excerpt.of(first.getDisplayName()),
                    count == 1 ? "" : " and %s more".formatted(count - 1),
                    machine(),
                    name,
                    options());
            count = 0;
        }
    }

    /** The name of a class or method as option {@code -Dtest} has it. */
    private static String name(TestSource source) {
        if (source instanceof MethodSource method) {
            return ofClass(method.getClassName()) + "#" + method.getMethodName();
        }
        return source instanceof ClassSource ofTests ? ofClass(ofTests.getClassName()) : source.toString();
    }

    private static String ofClass(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What may differ between machines, in words. */
    private static String machine() {
        return "%s, %s, %s, %s processors, vectors of %s bits, kernel %s, JDK %s, %s, %s, seed %s"
                .formatted(
                        processor(),
                        System.getProperty("os.arch"),
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        bitsOfVectors(),
                        NDArray.kernel(),
                        Runtime.version(),
                        Locale.getDefault(),
                        Charset.defaultCharset(),
                        Long.getLong("dlfs4j.seed", 1));
    }

    private static String processor() {
        try {
            // Intel gives many models one name; ARM has numbers alone.
            return Pattern.compile("(?m)^(cpu family|model|model name|CPU implementer|CPU part)\\s*: .*")
                    .matcher(Files.readString(Path.of("/proc/cpuinfo")))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .map(line -> line.replaceAll("\\s*: ", " "))
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            // Windows has such a variable.
            return Objects.requireNonNullElse(System.getenv("PROCESSOR_IDENTIFIER"), "an unknown processor");
        }
    }

    /** Without the Vector API too, since plain loops become vectors of at most this length. */
    private static int bitsOfVectors() {
        String bytes = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxVectorSize")
                .getValue();
        return Integer.getInteger("dlfs4j.vectorBits", 8 * Integer.parseInt(bytes));
    }

    /** The options of Maven that decide which tests run, and with what. */
    private String options() {
        Set<String> tags = tags(first.getTags());
        String seed = System.getProperty("dlfs4j.seed");
        return (tags.isEmpty() ? "" : " -Dgroups=" + String.join(",", tags))
                + (seed == null ? "" : " -Ddlfs4j.seed=" + seed);
    }

    /** The names of the tags that keep a test out of a normal build. */
    static Set<String> tags(Set<TestTag> all) {
        return all.stream()
                .map(TestTag::getName)
                .filter(name -> !name.equals("both-kernels") && !name.equals("every-vector-length"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
