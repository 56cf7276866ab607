package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests that runs in a virtual machine of its own. */
public final class JavaProcess {
    /** Whether the processor has the instructions of x86-64, which some options are about. */
    public static final boolean IS_X86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));

    private JavaProcess() {}

    /** What starts the class with such options of this {@code java}; errors go where its output goes. */
    public static ProcessBuilder builder(List<String> options, Class<?> program, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return builder(List.of(java), options, program, arguments);
    }

    /** What starts the class with such options of the {@code java} that the words of a command start. */
    public static ProcessBuilder builder(
            List<String> java, List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(java);
        command.addAll(options);
        command.add("-cp");
        Path target = Path.of("target").toAbsolutePath();
        command.add(target.resolve("classes") + File.pathSeparator + target.resolve("test-classes"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** The lines that the program prints, warnings of the virtual machine aside; it must end with exit code 0. */
    public static List<String> run(List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        return run(builder(options, program, arguments));
    }

    /** The lines that a program prints, warnings of the virtual machine aside; it must end with exit code 0. */
    public static List<String> run(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        List<String> lines = lines(process);
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** The lines that a process prints until it ends, warnings of the virtual machine aside. */
    public static List<String> lines(Process process) {
        return process.inputReader()
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
    }

    /** The options that give a program the kernel of this virtual machine, and others. */
    public static List<String> withThisKernel(String... options) {
        List<String> all = new ArrayList<>(List.of("-Ddlfs4j.kernel=" + NDArray.kernel()));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            all.add("--add-modules=jdk.incubator.vector");
        }
        all.addAll(List.of(options));
        return all;
    }
}
