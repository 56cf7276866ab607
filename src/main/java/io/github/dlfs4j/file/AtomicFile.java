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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files that are replaced as a whole. The new content is written to a temporary file in the same folder, forced to the
 * disk and moved over the old file. At each moment either the old content or the new content is there, complete.
 *
 * <p>The new file has the permissions of the old one, and its owner and group if the process may set them. If the file
 * is a symbolic link, the link stays, and the file that it points to is replaced, or made if it is missing.
 *
 * <p>If a process is killed while it writes, its temporary file {@code .name.…uuid….part} stays behind. The next write
 * of the same file removes it if it is more than an hour old, since no process writes for that long. A UUID replaces a
 * long file name in the temporary name, to keep the whole name short enough.
 */
public final class AtomicFile {
    private static final String SUFFIX = ".part";
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Duration ABANDONED = Duration.ofHours(1);
    /**
     * Even in letters of several bytes, a name of this length leaves room for the rest of the temporary name on all
     * usual file systems.
     */
    private static final int LONG_NAME = 32;
    /** The number of links that Linux follows. */
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** Writes the content of a file. */
    public interface Content {
        /**
         * Writes all of the content.
         *
         * @param out receives the content; it is buffered, and the caller closes it
         * @throws IOException if the content cannot be made or written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Creates or replaces a file.
     *
     * @param file the file; if it is a link, the file that it points to is replaced
     * @param content writes the new content
     * @throws FileSystemException {@code state.npz: is a directory}, {@code /dev/full: is not a regular file}
     * @throws NoSuchFileException {@code none/state.npz: no such folder}
     * @throws IOException if writing fails, as in {@code state.npz: No space left on device}; then the file is
     *     unchanged, and no temporary file stays
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
            deleteIfPossible(beside);
        }
    }

    /** An error about the temporary file would hide what was wrong with the file. */
    private static void deleteIfPossible(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // The next write removes it.
        }
    }

    /** Turns an error about the temporary file into an error about the file that the caller knows. */
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

    /** Returns the regular file to write, which may not exist yet; follows links. */
    private static Path target(Path file) throws IOException {
        if (Files.exists(Objects.requireNonNull(file, "file"))) {
            if (!Files.isRegularFile(file)) {
                String what = Files.isDirectory(file) ? "is a directory" : "is not a regular file";
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
            // Failing to tidy up must not prevent writing. If writing fails too, its error says why.
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
