package io.github.dlfs4j.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Checksums that tell the same content from any other. */
public final class Digests {
    private Digests() {}

    /** {@return a new SHA-256, which every Java platform has} */
    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** {@return a new MD5, which every Java platform has, for files whose publisher names no better one} */
    public static MessageDigest md5() {
        return of("MD5");
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
