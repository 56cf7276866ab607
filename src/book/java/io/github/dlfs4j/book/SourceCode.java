package io.github.dlfs4j.book;

import io.github.dlfs4j.app.page.book.Book.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source code of a chapter and of the classes of this package that it uses. It finds the method of a section or a
 * figure: a chapter lists each with its name and then its code, which is a reference to a method or calls one.
 */
final class SourceCode {
    private static final Path FOLDER = Path.of("src", "book", "java", "io", "github", "dlfs4j", "book");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[A-Z]\\w*");
    private static final Pattern COMMENT_OR_IMPORT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\nimport [^\n]*");

    /** What code begins with: perhaps arrows of a lambda, then the owner of the method, then the method. */
    private static final Pattern CODE = Pattern.compile("(?s)(?:\\(\\) ->|\\w+ ->)?\\s*(?:new )?"
            + "(?:(?<owner>\\w+)(?:\\([^()]*\\))?(?:\\.get\\(\\))?(?:::|\\s*\\.\\s*))?(?<method>\\w+).*");

    private final String chapter;
    private final Map<String, String> classes;

    private SourceCode(String chapter, Map<String, String> classes) {
        this.chapter = chapter;
        this.classes = classes;
    }

    /**
     * Reads the files.
     *
     * @param chapter the name of the class of the chapter
     * @throws IOException if a file is missing
     */
    static SourceCode of(String chapter) throws IOException {
        Map<String, String> classes = new LinkedHashMap<>();
        Deque<String> names = new ArrayDeque<>(List.of(chapter));
        while (!names.isEmpty()) {
            String name = names.remove();
            String text = Files.readString(FOLDER.resolve(name + ".java"));
            classes.put(name, text);
            String code = COMMENT_OR_IMPORT.matcher(text).replaceAll("");
            for (MatchResult match : CLASS_NAME.matcher(code).results().toList()) {
                String other = match.group();
                boolean isNew = !classes.containsKey(other) && !names.contains(other);
                // Each chapter stands for itself, and what all chapters are made with says nothing about them.
                if (isNew && !other.startsWith("Chapter") && Files.exists(FOLDER.resolve(other + ".java"))) {
                    names.add(other);
                }
            }
        }
        return new SourceCode(chapter, classes);
    }

    /** Returns the text of each file by its name, that of the chapter first. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        classes.forEach((name, text) -> files.put(name + ".java", text));
        return files;
    }

    /** Finds the method that prints a section; empty if it is not found. */
    Optional<Place> ofSection(String name) {
        return place(name, "void");
    }

    /** Finds the method that draws a figure; empty if it is not found. */
    Optional<Place> ofFigure(String name) {
        return place(name, "(?!void)\\w[\\w<>, .]*");
    }

    /** @param type a regular expression for what the method returns, since there may be others of the same name */
    private Optional<Place> place(String name, String type) {
        Matcher code = CODE.matcher(lastArgumentAfter('"' + name + '"'));
        if (!code.matches()) {
            return Optional.empty();
        }
        String owner = code.group("owner");
        return (owner == null ? Optional.of(chapter) : classOf(owner))
                .flatMap(found -> placeOf(found, type + " " + code.group("method")));
    }

    /** Returns the last argument of the call that has another argument; empty if there is no such call. */
    private String lastArgumentAfter(String argument) {
        String source = classes.get(chapter);
        int start = source.indexOf(argument);
        boolean isText = false;
        int depth = 0;
        for (int i = start, from = start; start >= 0 && i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                isText = !isText;
            } else if (!isText) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth < 0) {
                    return source.substring(from, i).strip();
                }
                from = c == ',' && depth == 0 ? i + 1 : from;
            }
        }
        return "";
    }

    /** Finds the class that a name means: that class, or that of a variable, which may be wrapped. */
    private Optional<String> classOf(String name) {
        if (classes.containsKey(name)) {
            return Optional.of(name);
        }
        return Pattern.compile("\\b(\\w+)>? " + name + "\\b")
                .matcher(classes.get(chapter))
                .results()
                .map(declaration -> declaration.group(1))
                .filter(classes::containsKey)
                .findFirst();
    }

    /** Finds a method of a class with the comment above it. The code is formatted, so the ends of lines say enough. */
    private Optional<Place> placeOf(String name, String signature) {
        Pattern declaration = Pattern.compile("(?ms)(?:^    (?:/\\*\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|@[^\\n]*)\\n)*"
                + "^    (?:(?:public|private|static) )*" + signature + "\\(.*?^    }$");
        String text = classes.get(name);
        return declaration
                .matcher(text)
                .results()
                .findFirst()
                .map(match -> new Place(name + ".java", line(text, match.start()), line(text, match.end())));
    }

    private static int line(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
