package io.github.dlfs4j.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sentences of a bundle, in the language of the thread that asks for them.
 *
 * @param bundle the name of the bundle, with its package
 */
public record Words(String bundle) {
    /** What the page says. */
    public static final Words PAGE = new Words("io.github.dlfs4j.app.page.words");
    /** What tells a computation. */
    public static final Words GRAPHS = new Words("io.github.dlfs4j.graph.drawing.sentences");

    private ResourceBundle words() {
        return ResourceBundle.getBundle(bundle, Language.current().locale);
    }

    /**
     * Returns a sentence, or a part of one.
     *
     * @param key its key
     * @param values what it speaks of; numbers are written as Java prints them, in every language
     * @return the sentence
     */
    public String of(String key, Object... values) {
        Object[] texts = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(words().getString(key), Locale.ROOT).format(texts);
    }

    /**
     * Returns whether there is a sentence.
     *
     * @param key its key
     * @return true if there is one
     */
    public boolean has(String key) {
        return words().containsKey(key);
    }

    /** {@return all sentences as they are written, by their keys} */
    public SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        words().keySet().forEach(key -> all.put(key, words().getString(key)));
        return all;
    }
}
