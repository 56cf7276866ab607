package io.github.dlfs4j.translation;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page in another language, which follows one in English block by block.
 *
 * @param english the page that it follows
 * @param path where it is
 */
record Translation(Path english, Path path) {
    /** A block, and the one in English that it follows. */
    record Pair(Block english, Block translated) {
        /** Whether there are words to translate. */
        boolean hasWords() {
            return english.hasWords();
        }
    }

    static List<Translation> all() {
        return Pages.LANGUAGES.stream()
                .flatMap(language -> in(language).stream())
                .toList();
    }

    /** Returns the pages in a language. */
    static List<Translation> in(String language) {
        return List.of(
                of(Pages.README, language),
                of(Pages.of("numpy-to-java.md"), language),
                of(Pages.of("stuck.md"), language));
    }

    private static Translation of(Path english, String language) {
        return new Translation(english, Pages.of(language).resolve(english.getFileName()));
    }

    /** Returns the folder of its language. */
    String language() {
        return path.getParent().getFileName().toString();
    }

    /** Returns the name of its file. */
    String name() {
        return path.getFileName().toString();
    }

    private List<Block> englishBlocks() throws IOException {
        return Block.of(Pages.text(english));
    }

    private List<Block> blocks() throws IOException {
        return Block.of(Pages.text(path));
    }

    /** Returns the blocks, each beside the one that it follows. */
    List<Pair> pairs() throws IOException {
        List<Block> english = englishBlocks();
        List<Block> translated = blocks();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(english.size(), translated.size()); i++) {
            pairs.add(new Pair(english.get(i), translated.get(i)));
        }
        return pairs;
    }

    /** Returns the pairs that have words. */
    List<Pair> words() throws IOException {
        return pairs().stream().filter(Pair::hasWords).toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
