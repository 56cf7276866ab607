package io.github.dlfs4j.language;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of a bundle, in the language of the thread that asks for them.
 *
 * @param bundle the name of the bundle, with its package
 */
public record Words(String bundle) {
    private ResourceBundle words() {
        return ResourceBundle.getBundle(bundle, Language.current().locale);
    }

    /**
     * Returns a sentence, or a part of one.
     *
     * @param key its key
     * @param values what it speaks of; numbers as Java prints them, so that no locale changes them
     * @return the sentence
     */
    public String of(String key, Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return new MessageFormat(words().getString(key), Locale.ROOT).format(texts.toArray());
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

    /** {@return the keys of all sentences, in alphabetical order} */
    public List<String> keys() {
        return words().keySet().stream().sorted().toList();
    }
}
