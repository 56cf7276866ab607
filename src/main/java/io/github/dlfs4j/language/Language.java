package io.github.dlfs4j.language;

import java.util.Locale;

/**
 * The languages that the page of {@code --serve} speaks. A thread speaks English, whatever the locale of the virtual
 * machine, unless it works for a reader of another language.
 */
public enum Language {
    /** English. */
    ENGLISH("en", Locale.ROOT),
    /** Simplified Chinese. */
    CHINESE("zh-CN", Locale.CHINESE),
    /** Japanese. */
    JAPANESE("ja", Locale.JAPANESE);

    private static final ThreadLocal<Language> SPOKEN = ThreadLocal.withInitial(() -> ENGLISH);

    private final String tag;

    /** The locale of its bundles. Those of English have none. */
    final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /**
     * Does something.
     *
     * @param <T> the type of the result
     * @param <E> what it throws
     */
    public interface Work<T, E extends Exception> {
        /**
         * Does it.
         *
         * @return the result
         * @throws E if it fails
         */
        T run() throws E;
    }

    /** {@return the language that this thread speaks} */
    public static Language current() {
        return SPOKEN.get();
    }

    /** {@return the tag of the language in HTML} */
    public String tag() {
        return tag;
    }

    /**
     * Does something in this language; afterwards this thread speaks its language of before.
     *
     * @param <T> the type of the result
     * @param <E> what the work throws
     * @param work the work
     * @return its result
     * @throws E if it fails
     */
    public <T, E extends Exception> T speak(Work<T, E> work) throws E {
        Language before = current();
        SPOKEN.set(this);
        try {
            return work.run();
        } finally {
            SPOKEN.set(before);
        }
    }
}
