package io.github.dlfs4j.commands;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.app.Main;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of the main job, as {@code --help} prints them.
 *
 * @param help what it prints
 * @param values the name of the value of each option; empty for a switch
 */
record ProgramOptions(String help, Map<String, String> values) {
    private static final Pattern ROW = Pattern.compile("(?<name>--[a-z-]+)(?: (?<value>\\S+))? .*");

    static ProgramOptions read() throws IOException, InterruptedException {
        return of(JavaProcess.run(List.of(), Main.class, "--help"));
    }

    static ProgramOptions of(List<String> help) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : help) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                values.put(row.group("name"), row.group("value") == null ? "" : row.group("value"));
            }
        }
        return new ProgramOptions(String.join("\n", help), values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The options that a sentence names, with their values: those that follow each other are given together. */
    List<String> in(String sentence) {
        List<String> all = new ArrayList<>();
        for (String part : sentence.split("[,;]\\s*", -1)) {
            List<String> words = List.of(part.split("\\s+", -1));
            List<String> given = new ArrayList<>();
            int i = 0;
            while (i < words.size() && !has(words.get(i))) {
                i++;
            }
            while (i < words.size() && has(words.get(i))) {
                int end = Math.min(i + (values.get(words.get(i)).isEmpty() ? 1 : 2), words.size());
                given.addAll(words.subList(i, end));
                i = end;
            }
            if (!given.isEmpty()) {
                all.add(String.join(" ", given));
            }
        }
        return all;
    }
}
