package io.github.dlfs4j.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** The output that a page shows below a command. */
final class Shown {
    private static final Pattern TIME = Pattern.compile("\\(\\d+\\.\\d\\d s\\)|\\d+ steps/s");
    private static final Pattern STEPS = Pattern.compile("\\d+(?= steps,)");
    private static final int LINES_BETWEEN = 10;

    private Shown() {}

    /** The first lines of the output, up to those that are left out; empty if the page shows none. */
    static List<String> beginning(Command command) throws IOException {
        List<String> page = Files.readAllLines(command.file());
        int start = command.line();
        int end = Math.min(start + LINES_BETWEEN, page.size());
        // The end of the block of the command, if it is in one.
        if (start < end && page.get(start).equals("```")) {
            start++;
        }
        while (start < end && !page.get(start).startsWith("```")) {
            start++;
        }
        if (start == end || !page.get(start).equals("```text")) {
            return List.of();
        }
        return page.subList(start + 1, page.size()).stream()
                .takeWhile(line -> !line.equals("…") && !line.equals("```"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Without what differs in each run, and in a shorter one. */
    static List<String> comparable(List<String> lines) {
        return lines.stream()
                .map(line ->
                        STEPS.matcher(TIME.matcher(line).replaceAll("(time)")).replaceAll("(number)"))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
