package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this library. */
public final class Version {
    private Version() {}

    /**
     * Reads the version from a file that Maven fills in.
     *
     * @return such as {@code 0.1.0}
     * @throws IOException if the file cannot be read
     */
    public static String ofLibrary() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("/io/github/dlfs4j/app/version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
