package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Signals to processes, as Ctrl-C sends one. */
final class Signals {
    private Signals() {}

    /** Whether interrupts are ignored, as by processes that a script starts in the background. */
    static boolean areInterruptsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    static void send(String signal, Process process) throws Exception {
        assertThat(kill(signal, process)).isZero();
    }

    /** Sends signals until one ends the process: on a busy machine, a process is late to notice the first one. */
    static void sendUntilTheEnd(String signal, Process process) throws Exception {
        do {
            kill(signal, process);
        } while (!process.waitFor(2, TimeUnit.SECONDS));
    }

    private static int kill(String signal, Process process) throws Exception {
        // That of Bash, since not every machine has a program of this name.
        return new ProcessBuilder("bash", "-c", "kill -s " + signal + " " + process.pid())
                .start()
                .waitFor();
    }
}
