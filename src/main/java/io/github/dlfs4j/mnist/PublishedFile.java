package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file that is known before it is fetched.
 *
 * @param name its name; one that ends in {@code .gz} is compressed
 * @param length the length of its content, decompressed
 * @param sha256 the SHA-256 of its content, decompressed: mirrors need not have compressed it the same way
 */
record PublishedFile(String name, int length, String sha256) {

    private boolean isCompressed() {
        return name.endsWith(".gz");
    }

    /** More than any compression makes of it, or than is needed to tell that it is another file. */
    int maxLength() {
        return length + length / 100 + 1000;
    }

    /** @throws FileFormatException if the bytes are not the file, compressed if its name says so */
    void check(byte[] bytes) throws IOException {
        Path file = Path.of(name);
        InputStream raw = new ByteArrayInputStream(bytes);
        try (InputStream content = isCompressed() ? new GzipInput(file, raw) : raw) {
            check(file, content);
        }
    }

    /** Whether a file on disk has the content; one that is published compressed may have been decompressed. */
    boolean isContentOf(Path file) throws IOException {
        try {
            checkContentOf(file);
            return true;
        } catch (FileFormatException e) {
            return false;
        }
    }

    /** @throws FileFormatException if a file on disk, compressed or not, has not the content */
    void checkContentOf(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = isCompressed() ? GzipInput.decompressed(file, raw) : raw) {
            check(file, content);
        }
    }

    /** Reads a content to its end, but not far beyond its known length. */
    private void check(Path file, InputStream content) throws IOException {
        MessageDigest digest = Content.sha256();
        byte[] block = new byte[1 << 14];
        int left = length;
        for (int n = content.read(block); n >= 0; n = content.read(block)) {
            if (n > left) {
                throw new FileFormatException(file, length, "the end of the content", "more bytes");
            }
            digest.update(block, 0, n);
            left -= n;
        }
        Content.KNOWN.check(file, sha256, digest);
    }
}
