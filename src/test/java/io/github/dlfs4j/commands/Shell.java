package io.github.dlfs4j.commands;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A shell in which a person types commands, in a session of its own, so that Ctrl-C reaches what it started. */
final class Shell {
    /** What is done while a program runs, before Ctrl-C. */
    @FunctionalInterface
    interface Visit {
        void to(String line) throws Exception;
    }

    /** What a command printed, errors included, and its exit code. */
    record Result(int code, List<String> lines) {
        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    private static final String MARK = "@@ ";

    private final Path folder;
    private final Path home;
    private final Duration patience;

    /** The folder in which it runs, one for what programs keep, and the longest time of what is typed at once. */
    Shell(Path folder, Path home, Duration patience) {
        this.folder = folder;
        this.home = home;
        this.patience = patience;
    }

    /** Types commands one after the other. */
    List<Result> type(List<String> commands) throws IOException {
        StringBuilder script = new StringBuilder();
        commands.forEach(command ->
                script.append(command).append("\nprintf '\\n").append(MARK).append("%d\\n' $?\n"));
        Process process = start(script.toString());
        process.getOutputStream().close();
        killLater(process);
        List<Result> results = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : process.inputReader(StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith(MARK)) {
                results.add(new Result(Integer.parseInt(line.substring(MARK.length())), withoutLast(lines)));
                lines = new ArrayList<>();
            } else {
                lines.add(line);
            }
        }
        return results;
    }

    private static List<String> withoutLast(List<String> lines) {
        boolean isEmpty = !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty();
        return isEmpty ? lines.subList(0, lines.size() - 1) : lines;
    }

    /** Types a command and presses Ctrl-C as soon as it has printed a line. */
    Result typeUntil(String command, Pattern end, Visit visit) throws Exception {
        Process process = start(command);
        killLater(process);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> last = Optional.empty();
            for (String line = out.readLine(); line != null && last.isEmpty(); line = out.readLine()) {
                lines.add(line);
                last = Optional.of(line).filter(text -> end.matcher(text).matches());
                if (last.isPresent()) {
                    break;
                }
            }
            if (last.isPresent()) {
                visit.to(last.get());
                new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                        .start()
                        .waitFor();
            }
            out.lines().forEach(lines::add);
        } finally {
            killAll(process);
        }
        return new Result(process.waitFor(), lines);
    }

    private Process start(String script) throws IOException {
        // A session is a group of processes; env, since a program may be started with Ctrl-C ignored.
        ProcessBuilder builder = new ProcessBuilder("setsid", "env", "--default-signal=INT", "bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String java = System.getProperty("java.home");
        environment.put("JAVA_HOME", java);
        environment.merge("PATH", java + "/bin", (path, bin) -> bin + File.pathSeparator + path);
        environment.remove("DLFS4J_DATA");
        environment.put("XDG_CACHE_HOME", home.toString());
        return builder.start();
    }

    private void killLater(Process process) {
        process.onExit().orTimeout(patience.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
            killAll(process);
            return process;
        });
    }

    private static void killAll(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
