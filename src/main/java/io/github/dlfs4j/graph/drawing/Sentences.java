package io.github.dlfs4j.graph.drawing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that tell a computation. They are English whatever the locale of the virtual machine. */
public final class Sentences {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("io.github.dlfs4j.graph.drawing.sentences", Locale.ROOT);

    private Sentences() {}

    /**
     * Returns a sentence, or a part of one.
     *
     * @param key its key
     * @param texts what it speaks of; numbers come as text, so that no locale changes them
     * @return the sentence
     */
    public static String of(String key, String... texts) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(texts);
    }

    /**
     * Returns whether there is a sentence.
     *
     * @param key its key
     * @return true if there is one
     */
    public static boolean has(String key) {
        return SENTENCES.containsKey(key);
    }

    /** Returns what the operation with a symbol passes back; empty if there is no rule. */
    static String rule(String symbol) {
        if (has("rule." + symbol)) {
            return of("rule." + symbol);
        }
        return symbol.matches("\\^-?[0-9].*") ? of("rule.^number", symbol.substring(1)) : "";
    }
}
