package io.github.dlfs4j.translation;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A row of the glossary.
 *
 * @param english the term in English
 * @param others the terms by language; one or several
 */
record Term(String english, Map<String, List<String>> others) {
    /** Returns the rows, long terms before those that are parts of them. */
    static List<Term> longestFirst() throws IOException {
        return Block.of(Pages.text(Pages.of("glossary.md"))).stream()
                .filter(block -> block.kind() == Block.Kind.ROW)
                .skip(2)
                .map(block -> of(block.text().split(" *\\| *", -1)))
                .sorted(Comparator.comparingInt(term -> -term.english().length()))
                .toList();
    }

    private static Term of(String... cells) {
        return new Term(cells[1], Map.of("zh", terms(cells[2]), "ja", terms(cells[3])));
    }

    private static List<String> terms(String cell) {
        return List.of(cell.split("、", -1));
    }

    /** Returns the term in a language, or several. */
    List<String> in(String language) {
        return others.get(language);
    }

    /**
     * Returns an English text without the term, also in the plural and as a verb of the third person; so weight decay
     * is not taken for a weight.
     */
    String removedFrom(String text) {
        return Pattern.compile("\\b" + Pattern.quote(english) + "(?:e?s)?\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll("");
    }
}
