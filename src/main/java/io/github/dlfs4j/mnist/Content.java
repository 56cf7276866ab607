package io.github.dlfs4j.mnist;

/** The content that data files may have. */
public enum Content {
    /**
     * Only the published files. A file on disk is recognised by the CRC-32 of its content, a downloaded one by its
     * SHA-256. For any other content, the error names its SHA-256, or its length if that already differs.
     */
    KNOWN,
    /** Any well-formed files with the same names, such as Fashion-MNIST or weights trained elsewhere. */
    ANY;
}
