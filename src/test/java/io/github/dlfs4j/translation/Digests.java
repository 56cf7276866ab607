package io.github.dlfs4j.translation;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The digests of the English blocks that the pages in a language follow: a file beside these pages. A program of its
 * own as well, which writes the files anew, once someone has looked at what {@code TranslationsTest} names:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.translation.Digests
 * }</pre>
 */
public final class Digests {
    private Digests() {}

    public static void main(String... arguments) throws IOException {
        for (String language : Pages.LANGUAGES) {
            Files.write(file(language), lines(language));
        }
    }

    private static Path file(String language) {
        return Pages.of(language).resolve("digests.tsv");
    }

    /** Returns the lines of the file, in the order of the pages. */
    private static List<String> lines(String language) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Translation page : Translation.in(language)) {
            lines.addAll(lines(page));
        }
        return lines;
    }

    /** Returns the lines for a page. */
    static List<String> lines(Translation page) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Translation.Pair pair : page.words()) {
            lines.add(line(page, pair));
        }
        return lines;
    }

    /** Returns the lines for a page that are in the file. */
    static List<String> known(Translation page) throws IOException {
        return Files.readAllLines(file(page.language())).stream()
                .filter(line -> line.startsWith(page.name() + "\t"))
                .toList();
    }

    /** Returns the line for a block: the page, the digest, and how the English block begins. */
    static String line(Translation page, Translation.Pair pair) {
        Block english = pair.english();
        return String.join("\t", page.name(), english.digest(), english.beginning());
    }
}
