package io.github.dlfs4j.book;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints as Python does. The lines go to the console, or to where {@link #to} sends what a thread prints meanwhile. */
final class Output {
    private static final ThreadLocal<PrintStream> SENT_TO = new ThreadLocal<>();

    /** Code that prints. */
    @FunctionalInterface
    interface Code {
        void run() throws IOException;
    }

    private Output() {}

    /** Prints a line of values, with a space between two. */
    static void print(Object... values) {
        PrintStream out = SENT_TO.get() == null ? System.out : SENT_TO.get();
        out.println(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** Returns values in a format of {@link java.util.Formatter}, with a decimal point wherever it runs. */
    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Runs code whose lines go to a stream. */
    static void to(PrintStream out, Code code) throws IOException {
        PrintStream before = SENT_TO.get();
        SENT_TO.set(out);
        try {
            code.run();
        } finally {
            SENT_TO.set(before);
        }
    }
}
