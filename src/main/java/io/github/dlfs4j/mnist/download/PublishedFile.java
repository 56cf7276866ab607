package io.github.dlfs4j.mnist.download;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.file.GzipInput;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file whose content is known before it is downloaded.
 *
 * @param name its name, which ends in {@code .gz} if the file is compressed
 * @param length the length of its content, decompressed
 * @param sha256 the SHA-256 of its content, decompressed, because mirrors may compress it differently
 */
public record PublishedFile(String name, int length, String sha256) {

    private boolean isCompressed() {
        return name.endsWith(".gz");
    }

    /** Returns the most bytes to accept. The file is never longer, even if compression does not shorten it. */
    int maxLength() {
        return length + length / 100 + 1000;
    }

    /** @throws FileFormatException if the bytes are not the file, compressed if its name says so */
    void check(byte[] bytes) throws IOException {
        Path file = Path.of(name);
        InputStream raw = new ByteArrayInputStream(bytes);
        try (InputStream content = isCompressed() ? new GzipInput(raw, new FileError(file)) : raw) {
            check(file, content);
        }
    }

    /**
     * Returns whether a file on disk has the content. A file that is published compressed may have been decompressed.
     *
     * @param file the file
     * @return whether it is the published one
     * @throws IOException if the file cannot be read
     */
    public boolean isContentOf(Path file) throws IOException {
        try {
            checkContentOf(file);
            return true;
        } catch (FileFormatException e) {
            return false;
        }
    }

    /**
     * Checks a file on disk, compressed or not.
     *
     * @param file the file
     * @throws FileFormatException if it does not have the content
     */
    public void checkContentOf(Path file) throws IOException {
        try (InputStream raw = Channels.newInputStream(InputFile.open(file));
                InputStream content = isCompressed() ? GzipInput.decompressed(raw, new FileError(file)) : raw) {
            check(file, content);
        }
    }

    /** Reads the content and checks it. Reading stops soon after the known length. */
    private void check(Path file, InputStream content) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] block = new byte[1 << 14];
        int left = length;
        for (int n = content.read(block); n >= 0; n = content.read(block)) {
            if (n > left) {
                throw new FileFormatException(file, length, "the end of the content", "more bytes");
            }
            digest.update(block, 0, n);
            left -= n;
        }
        check(file, sha256, digest);
    }

    /**
     * Refuses the content that a digest has read if it is not the known one.
     *
     * @param file the file, for messages
     * @param knownSha256 the SHA-256 of the known content
     * @param digest has read the content
     * @throws FileFormatException if the content is another one
     */
    public static void check(Path file, String knownSha256, MessageDigest digest) throws FileFormatException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(knownSha256)) {
            throw refused(file, knownSha256, found);
        }
    }

    /**
     * {@return the error for a file that is not the known one}
     *
     * @param file the file
     * @param knownSha256 the SHA-256 of the known content
     * @param found what was found instead
     */
    public static FileFormatException refused(Path file, String knownSha256, String found) {
        return new FileFormatException(file, 0, "content with SHA-256 " + knownSha256, found);
    }
}
