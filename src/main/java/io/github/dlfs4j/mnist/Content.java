package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The content that data files may have. */
public enum Content {
    /**
     * Only the published files. A file on disk is recognised by the CRC-32 of its content, a downloaded one by its
     * SHA-256. For any other content, the error names its SHA-256, or its length if that already differs.
     */
    KNOWN,
    /** Any well-formed files with the same names, such as Fashion-MNIST or weights trained elsewhere. */
    ANY;

    /** Refuses the content that a digest has read if it is not the known one. */
    void check(Path file, String knownSha256, MessageDigest digest) throws FileFormatException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (this == KNOWN && !found.equals(knownSha256)) {
            throw refused(file, knownSha256, found);
        }
    }

    /** Returns the error for a file that is not the known one. */
    static FileFormatException refused(Path file, String knownSha256, String found) {
        return new FileFormatException(file, 0, "content with SHA-256 " + knownSha256, found);
    }
}
