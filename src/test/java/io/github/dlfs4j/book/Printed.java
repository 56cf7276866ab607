package io.github.dlfs4j.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The output of code, as text whose lines end with {@code \n}. */
final class Printed {
    private Printed() {}

    /** Returns what the code prints as the sections of chapters do. */
    static String by(Output.Code code) {
        return to(out -> {
            try {
                Output.to(out, code);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns what the code prints to a stream. */
    static String to(Consumer<PrintStream> code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        code.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
