package io.github.dlfs4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documentation in Markdown. */
public final class Pages {
    /** What a stranger reads first. */
    public static final Path README = Path.of("README.md");

    private static final Path DOCS = Path.of("src", "docs");

    /** The folders of the other languages below {@code src/docs}. */
    public static final List<String> LANGUAGES = List.of("zh", "ja");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private Pages() {}

    /** Returns the path of a page below {@code src/docs}. */
    public static Path of(String name) {
        return DOCS.resolve(name);
    }

    /** Returns the README, the pages in {@code src/docs}, and the one on the data: those in English. */
    public static List<Path> all() {
        return Stream.concat(Stream.of(README, Path.of("data", "README.md")), markdown(DOCS))
                .toList();
    }

    /** Returns all of them, and those in other languages. */
    public static List<Path> inEveryLanguage() {
        return Stream.concat(all().stream(), LANGUAGES.stream().flatMap(language -> markdown(of(language))))
                .toList();
    }

    private static Stream<Path> markdown(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a page. */
    public static String text(Path page) throws IOException {
        return Files.readString(page);
    }

    /** Returns the text of a page without its blocks of code. */
    public static String prose(Path page) throws IOException {
        return CODE_BLOCK.matcher(text(page)).replaceAll("");
    }
}
