package io.github.dlfs4j.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that are replaced as a whole. The new content is written beside the file, forced to the disk and moved over it,
 * so that at each moment the old content or the new is there, complete.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** The content of a file, as a way to write it. */
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out where to; it is buffered, and closed by the caller
         * @throws IOException if the content cannot be made or written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes or replaces a file.
     *
     * @param file the file; what a link points to is replaced, not the link
     * @param content what it shall hold
     * @throws IOException if writing fails; then the file is as it was, and nothing lies beside it
     */
    public static void write(Path file, Content content) throws IOException {
        // A link stays one: what it points to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path beside = target.resolveSibling(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            writeForced(beside, content);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeForced(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
