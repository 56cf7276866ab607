package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;

/** Reads a name in a pickle that ends with a line break. */
final class PickleLine {
    private static final int MAX_LENGTH = 200;

    private PickleLine() {}

    /** @param place the place of the instruction that reads the name, for errors */
    static String read(CheckedInput in, long place) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.readByte("a line break")) != '\n'; line.append((char) c)) {
            if (line.length() == MAX_LENGTH) {
                throw in.error(place, "a name of at most " + MAX_LENGTH + " bytes", Excerpt.of(line.toString()));
            }
        }
        return line.toString();
    }
}
