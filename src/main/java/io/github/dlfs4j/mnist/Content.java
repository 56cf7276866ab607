package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which content of the data files is accepted. */
public enum Content {
    /**
     * Only the published files, told by the CRC-32 of their content; what is fetched, by its SHA-256. Where a content
     * is another one, the error names its SHA-256, or its length where that tells already.
     */
    KNOWN,
    /** Any well-formed files of the same names, such as Fashion-MNIST or weights trained elsewhere. */
    ANY;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares the content that a digest has been fed with the known one. */
    void check(Path file, String knownSha256, MessageDigest digest) throws FileFormatException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (this == KNOWN && !found.equals(knownSha256)) {
            throw refused(file, knownSha256, found);
        }
    }

    /** The error for a file that is not the known one. */
    static FileFormatException refused(Path file, String knownSha256, String found) {
        return new FileFormatException(file, 0, "content with SHA-256 " + knownSha256, found);
    }
}
