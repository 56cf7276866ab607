package io.github.dlfs4j.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files that are replaced as a whole. The new content is written beside the file, forced to the disk and moved over it,
 * so that at each moment the old content or the new is there, complete.
 *
 * <p>What a process leaves beside the file when it is killed while it writes, {@code .name.…uuid….part}, is removed the
 * next time the file is written, from an hour later on: who has not written for so long is no longer there.
 */
public final class AtomicFile {
    private static final String SUFFIX = ".part";
    private static final Duration ABANDONED = Duration.ofHours(1);

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
        String prefix = ".%s.".formatted(target.getFileName());
        removeAbandoned(target.toAbsolutePath().getParent(), prefix);
        Path beside = target.resolveSibling(prefix + UUID.randomUUID() + SUFFIX);
        try {
            writeForced(beside, content);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void removeAbandoned(Path folder, String prefix) {
        Instant latest = Instant.now().minus(ABANDONED);
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f-]{36}" + Pattern.quote(SUFFIX));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(
                folder, file -> name.matcher(file.getFileName().toString()).matches())) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What cannot be tidied does not keep anyone from writing; if that fails too, it says why.
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
