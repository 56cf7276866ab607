package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.language.Words;

/** The sentences that tell a computation, in the language of the thread. */
public final class Sentences {
    private static final Words WORDS = new Words("io.github.dlfs4j.graph.drawing.sentences");

    private Sentences() {}

    /**
     * Returns a sentence, or a part of one.
     *
     * @param key its key
     * @param texts what it speaks of; numbers come as text, so that no locale changes them
     * @return the sentence
     */
    public static String of(String key, String... texts) {
        return WORDS.of(key, (Object[]) texts);
    }

    /**
     * Returns whether there is a sentence.
     *
     * @param key its key
     * @return true if there is one
     */
    public static boolean has(String key) {
        return WORDS.has(key);
    }

    /** Returns what the operation with a symbol passes back; empty if there is no rule. */
    static String rule(String symbol) {
        if (has("rule." + symbol)) {
            return of("rule." + symbol);
        }
        return symbol.matches("\\^-?[0-9].*") ? of("rule.^number", symbol.substring(1)) : "";
    }
}
