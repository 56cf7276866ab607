package io.github.dlfs4j.graph.drawing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What operations pass back, in words. */
final class Rules {
    private static final Properties RULES = new Properties();

    static {
        try (Reader file =
                new InputStreamReader(Rules.class.getResourceAsStream("rules.properties"), StandardCharsets.UTF_8)) {
            RULES.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rule of the operation with a symbol; empty if there is none. */
    static String of(String symbol) {
        return RULES.getProperty(symbol.startsWith("^") ? "^" : symbol, "");
    }
}
