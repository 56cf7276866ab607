package io.github.dlfs4j.translation;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page in another language, which follows one in English, or a section of it, block by block.
 *
 * @param english the page that it follows
 * @param section the heading of the section that it follows, or empty if it follows the whole page
 * @param path where it is
 */
record Translation(Path english, String section, Path path) {
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
                of(Pages.README, "", language),
                of(Pages.of("numpy-to-java.md"), "", language),
                of(Pages.of("stuck.md"), "", language),
                of(Pages.of("the-book.md"), "", language),
                of(Pages.of("training.md"), "## The page", language));
    }

    private static Translation of(Path english, String section, String language) {
        return new Translation(english, section, Pages.of(language).resolve(english.getFileName()));
    }

    /** Returns the folder of its language. */
    String language() {
        return path.getParent().getFileName().toString();
    }

    /** Returns the name of its file. */
    String name() {
        return path.getFileName().toString();
    }

    /** Returns the blocks in English; the heading of a section is the title of the page that follows it. */
    List<Block> englishBlocks() throws IOException {
        List<Block> blocks = Block.of(Pages.text(english));
        if (section.isEmpty()) {
            return blocks;
        }
        List<Block> part = new ArrayList<>();
        boolean isIn = false;
        for (Block block : blocks) {
            isIn = block.form().equals("##") ? block.text().equals(section) : isIn;
            if (isIn) {
                part.add(block.raised());
            }
        }
        return part;
    }

    /** Returns the place of the title among the headings of the English page. */
    int heading() throws IOException {
        return (int) Block.of(Pages.text(english)).stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .takeWhile(block -> !section.isEmpty() && !block.text().equals(section))
                .count();
    }

    List<Block> blocks() throws IOException {
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
