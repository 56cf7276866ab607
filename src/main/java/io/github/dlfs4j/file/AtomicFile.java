package io.github.dlfs4j.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files that are replaced as a whole. The new content is written beside the file, forced to the disk and moved over it,
 * so that at each moment the old content or the new is there, complete.
 *
 * <p>A file that is replaced keeps its permissions, and where the process may give them its owner and group. What a
 * symbolic link points to is replaced, or made if it is missing; the link stays.
 *
 * <p>What a process leaves beside the file when it is killed while it writes, {@code .name.…uuid….part}, is removed the
 * next time the file is written, from an hour later on: who has not written for so long is no longer there. For a long
 * name stands a UUID made of it, so that there is room for the rest.
 */
public final class AtomicFile {
    private static final String SUFFIX = ".part";
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Duration ABANDONED = Duration.ofHours(1);
    /** In whatever letters, so long a name leaves room for the rest in each usual file system. */
    private static final int LONG_NAME = 32;
    /** As many links to links as Linux follows. */
    private static final int MOST_LINKS = 40;

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
     * @throws FileSystemException {@code state.npz: is a directory}, {@code /dev/full: is no regular file}
     * @throws NoSuchFileException {@code none/state.npz: no such folder}
     * @throws IOException if writing fails, as in {@code state.npz: No space left on device}; then the file is as it
     *     was, and nothing lies beside it
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = target(file);
        String prefix = ".%s.".formatted(shortName(target));
        removeAbandoned(target.toAbsolutePath().getParent(), prefix);
        Path beside = target.resolveSibling(prefix + UUID.randomUUID() + SUFFIX);
        Optional<Access> access = Access.to(target);
        try {
            writeForced(beside, content, access);
            move(beside, target);
        } catch (FileSystemException e) {
            throw beside.toString().equals(e.getFile()) ? sameOf(file, e) : e;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The trouble with what lies beside the file, told of the file that the caller knows of. */
    private static FileSystemException sameOf(Path file, FileSystemException e) {
        String name = file.toString();
        FileSystemException same = e instanceof NoSuchFileException
                ? new NoSuchFileException(name, null, "no such folder")
                : e instanceof AccessDeniedException
                        ? new AccessDeniedException(name)
                        : new FileSystemException(name, null, e.getReason());
        same.initCause(e);
        return same;
    }

    /** The regular file that there is or shall be: a link stays one. */
    private static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                String what = Files.isDirectory(file) ? "is a directory" : "is no regular file";
                throw new FileSystemException(file.toString(), null, what);
            }
            return file.toRealPath();
        }
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "too many symbolic links");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static String shortName(Path target) {
        String name = target.getFileName().toString();
        return name.length() <= LONG_NAME
                ? name
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
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

    private static void writeForced(Path file, Content content, Optional<Access> access) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW, Access.attributes(access));
                OutputStream out = new BufferedOutputStream(new NamedOutput(file, Channels.newOutputStream(channel)))) {
            if (access.isPresent()) {
                access.get().giveTo(file);
            }
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
