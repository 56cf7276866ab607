package io.github.dlfs4j.book;

import java.io.IOException;
import java.util.function.Consumer;

/** A value that is computed when it is first needed: a section and figures share what has learned once. */
final class Once<T> {
    /** Computes the value. */
    @FunctionalInterface
    interface Source<T> {
        T get() throws IOException;
    }

    /** Hears what is asked for, so that one can find out which sections and figures share a value. */
    static Consumer<Once<?>> asked = once -> {};

    private final String begins;
    private final Source<T> source;
    private T value;

    private Once(String begins, Source<T> source) {
        this.begins = begins;
        this.source = source;
    }

    /** Returns a value whose computation takes long, so that a line says when it begins. */
    static <T> Once<T> of(String begins, Source<T> source) {
        return new Once<>(begins, source);
    }

    static <T> Once<T> of(Source<T> source) {
        return new Once<>("", source);
    }

    /** Returns the value. If its computation fails, the next call tries again. */
    synchronized T get() throws IOException {
        asked.accept(this);
        if (value == null) {
            if (!begins.isEmpty()) {
                System.err.println(begins);
            }
            value = source.get();
        }
        return value;
    }
}
