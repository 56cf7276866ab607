package io.github.dlfs4j.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the commands in a text, as blocks of commands that are typed one after the other. In Markdown, each line of a
 * block of code without a language is a command. Elsewhere a command is code that begins with the name of a program, or
 * that is options with values, such as {@code --show 1}.
 */
final class CommandFinder {
    private static final String PROGRAM =
            "(?:[A-Z_]+=(?:\"[^\"]*\"|\\S*) +)*(?:(?:mvn|javac?|jar|jlink|jshell|python3?|bash|sh|git|curl|docker|spark-submit"
                    + "|apt-get)\\s+\\S|\\./(?:mvnw|\\w+\\.sh)|\\.ci/)";
    private static final Pattern COMMAND = Pattern.compile("(?s)" + PROGRAM + ".*|--[a-z][a-z-]*\\s.*");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(?<language>\\w*)\\n(?<lines>.*?)^ *```$");
    private static final Set<String> SHELL = Set.of("", "bash", "sh", "shell", "console");
    private static final Pattern INLINE = Pattern.compile("`(?<code>[^`]+)`");
    private static final String PROMPT_OF_JSHELL = "jshell> ";

    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Pattern CODE =
            Pattern.compile("(?s)<pre>\\{@code\\n(?<lines>.*?)\\}</pre>|\\{@code\\s(?<code>[^{}]*)\\}");
    private static final Pattern STRING = Pattern.compile("(?<!\\\\)\"(?<code>(?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern IN_WORDS = Pattern.compile("(?<code>\\b(?:mvn|jshell|java(?= -)) [^.,;]+)");

    /** What the main job says at its end. */
    private static final Pattern HINT = Pattern.compile("(?m)^try next: (?<line>.*)$");

    private final Path file;
    private final String text;
    private final List<List<Command>> blocks = new ArrayList<>();

    private CommandFinder(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<List<Command>> inMarkdown(Path file, String text, ProgramOptions options) {
        CommandFinder finder = new CommandFinder(file, text);
        StringBuilder prose = new StringBuilder(text);
        for (MatchResult fence : FENCE.matcher(text).results().toList()) {
            String lines = fence.group(2);
            if (SHELL.contains(fence.group(1)) && !lines.startsWith(PROMPT_OF_JSHELL)) {
                finder.addLines(lines, fence.start(2));
            }
            Matcher hint = HINT.matcher(lines);
            while (hint.find()) {
                for (String given : options.in(hint.group("line"))) {
                    finder.add(given, fence.start(2) + hint.start());
                }
            }
            for (int i = fence.start(); i < fence.end(); i++) {
                prose.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        finder.addCode(INLINE, prose.toString(), 0, true);
        return finder.sorted();
    }

    /** In Javadoc, and in strings if the class is one of the library. */
    static List<List<Command>> inJava(Path file, String text, boolean strings) {
        CommandFinder finder = new CommandFinder(file, text);
        for (MatchResult comment : JAVADOC.matcher(text).results().toList()) {
            // As long as before, so that positions stay the same.
            String bare = Pattern.compile("(?m)^(\\s*)\\*")
                    .matcher(comment.group())
                    .replaceAll(start -> start.group().replace('*', ' '));
            for (MatchResult code : CODE.matcher(bare).results().toList()) {
                if (code.group(1) == null) {
                    finder.addIfCommand(code.group(2), comment.start() + code.start());
                } else if (COMMAND.matcher(code.group(1).strip()).matches()) {
                    finder.addLines(code.group(1), comment.start() + code.start(1));
                }
            }
        }
        if (strings) {
            finder.addCode(STRING, text, 0, false);
        }
        return finder.sorted();
    }

    /** In text without any marks, such as that of {@code --help}, and in scripts. */
    static List<List<Command>> inWords(Path file, String text) {
        CommandFinder finder = new CommandFinder(file, text);
        finder.addCode(IN_WORDS, text, 0, false);
        return finder.blocks;
    }

    private void addCode(Pattern pattern, String where, int start, boolean options) {
        for (MatchResult code : pattern.matcher(where).results().toList()) {
            boolean isRowOfOptions =
                    where.startsWith("| ", code.start() - 2) && code.group(1).startsWith("--");
            if (!isRowOfOptions && (options || !code.group(1).startsWith("--"))) {
                addIfCommand(code.group(1), start + code.start());
            }
        }
    }

    private void addIfCommand(String code, int position) {
        if (COMMAND.matcher(code.strip()).matches()) {
            add(code, position);
        }
    }

    private void add(String code, int position) {
        blocks.add(List.of(new Command(file, line(position), code.strip().replaceAll("\\s+", " "))));
    }

    private void addLines(String lines, int position) {
        List<Command> block = new ArrayList<>();
        int start = position;
        for (String line : lines.split("(?<!\\\\)\\n", -1)) {
            String typed = line.replaceAll("\\\\\\n\\s*", "").strip().replaceFirst("^\\$ ", "");
            if (!typed.isEmpty() && !typed.startsWith("#")) {
                block.add(new Command(file, line(start), typed));
            }
            start += line.length() + 1;
        }
        blocks.add(block);
    }

    private int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private List<List<Command>> sorted() {
        return blocks.stream()
                .filter(block -> !block.isEmpty())
                .sorted((a, b) -> Integer.compare(a.get(0).line(), b.get(0).line()))
                .toList();
    }
}
