package io.github.dlfs4j.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of the main job, in a virtual machine of its own or in this one.
 *
 * @param code the exit code
 * @param out what it printed to standard output
 * @param err what it printed to the error stream
 */
record MainProcess(int code, String out, String err) {
    /** A long training is worth the second compiler of the virtual machine. */
    static final String OPTIMISED = "-XX:TieredStopAtLevel=4";

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    /** Returns the command that starts the main job in a heap of 256 MB. */
    static List<String> command(List<String> javaOptions, String... args) {
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(List.of("-cp", CLASSES.toString(), Main.class.getName()));
        return java(options, args);
    }

    /** Returns the command that starts it as a module. */
    static List<String> commandOfModule(String... args) {
        return java(List.of("-p", CLASSES.toString(), "-m", "io.github.dlfs4j/" + Main.class.getName()), args);
    }

    private static List<String> java(List<String> options, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // In so short a time the second compiler costs more than it gains.
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Ddlfs4j.kernel=plain"));
        command.addAll(options);
        command.addAll(List.of(args));
        return command;
    }

    /** Runs it in this virtual machine, which takes a fraction of the time, for what is no matter of the process. */
    static MainProcess here(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(console, new PrintStream(err, true, StandardCharsets.UTF_8), () -> false, args);
        return new MainProcess(code, text(out.toByteArray()), text(err.toByteArray()));
    }

    static MainProcess run(Path logs, String... args) throws IOException, InterruptedException {
        return run(logs, command(List.of(), args));
    }

    /** Runs it in a script, in which the command is {@code "$@"}. */
    static MainProcess runIn(String script, Path logs, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(command(List.of(), args));
        return run(logs, command);
    }

    static MainProcess run(Path logs, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        return new MainProcess(code, text(Files.readAllBytes(out)), text(Files.readAllBytes(err)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
