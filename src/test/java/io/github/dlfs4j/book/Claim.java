package io.github.dlfs4j.book;

import java.io.IOException;
import java.util.List;

/**
 * Sentences of a chapter, with a check that its run shows what they say.
 *
 * @param sentences the lines about figures, titles of graphs or headings, word for word
 * @param trains whether networks train for minutes
 * @param check the check, which computes from what the chapter prints or draws
 */
record Claim(List<String> sentences, boolean trains, Check check) {
    /** A check that fails if the sentences are not true. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException;
    }

    static Claim of(Check check, String... sentences) {
        return new Claim(List.of(sentences), false, check);
    }

    /** Returns a claim about networks that train for minutes. */
    static Claim ofTraining(Check check, String... sentences) {
        return new Claim(List.of(sentences), true, check);
    }

    @Override
    public String toString() {
        return sentences.get(0);
    }
}
