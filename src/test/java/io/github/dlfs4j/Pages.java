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
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private Pages() {}

    /** Returns the path of a page below {@code src/docs}. */
    public static Path of(String name) {
        return DOCS.resolve(name);
    }

    /** Returns the README, the pages below {@code src/docs}, and the one on the data. */
    public static List<Path> all() {
        try (Stream<Path> docs = Files.list(DOCS)) {
            Stream<Path> pages =
                    docs.filter(file -> file.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(README, Path.of("data", "README.md")), pages)
                    .toList();
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
