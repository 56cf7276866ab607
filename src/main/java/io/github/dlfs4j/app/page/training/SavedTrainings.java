package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that trainings are saved to, in one folder. Requests name a file by letters, digits, - and _, which cannot
 * lead out of the folder, and not by the name of a device, which it would be on Windows. A symbolic link could, so none
 * is followed, neither in the folder nor in its place.
 *
 * @param folder the folder
 * @param known which file this server has last written, read or warned of, by name; another server may replace it
 */
public record SavedTrainings(Path folder, Map<String, Object> known) {
    static final Pattern NAME = Pattern.compile("(?!(?i:con|prn|aux|nul|(com|lpt)[0-9])$)[A-Za-z0-9_-]{1,40}");
    private static final String SUFFIX = ".npz";

    /**
     * Takes the files of a folder, of which none is known yet.
     *
     * @param folder the folder, which need not exist
     */
    public SavedTrainings(Path folder) {
        this(folder, new ConcurrentHashMap<>());
    }

    /** Lists the names of the existing files in order. */
    List<String> names() {
        if (Files.isSymbolicLink(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SavedTrainings::isFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // the folder does not exist yet
        }
    }

    /**
     * Lists the existing files.
     *
     * @return the files by their names, in order
     */
    public Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        names().forEach(name -> files.put(name, folder.resolve(name + SUFFIX)));
        return files;
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns the file to save to, and creates the folder.
     *
     * @throws Refused if the file or the folder is a symbolic link or, the first time, if the file is not known
     * @throws IOException if there can be no such folder
     */
    Path toSave(String name) throws IOException, Refused {
        Path file = file(name);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder);
        if (!isKnown(name)) {
            know(name);
            throw Refused.because(Refused.CONFLICT, "replace", file);
        }
        return file;
    }

    /** Returns a name, or one with a number if another server has replaced its file. */
    String ownName(String name) throws IOException, Refused {
        String own = name;
        for (int number = 2; !isKnown(own); number++) {
            own = name + "-" + number;
        }
        return own;
    }

    /** Returns whether the file may be replaced: there is none, or it is one that this page has written or read. */
    private boolean isKnown(String name) throws IOException, Refused {
        Optional<Object> now = state(file(name));
        return now.isEmpty() || now.get().equals(known.get(name));
    }

    /** Remembers a file that was written or is going to be read. */
    void know(String name) throws IOException, Refused {
        state(file(name)).ifPresent(now -> known.put(name, now));
    }

    /** Returns what tells one file of a name from the next: each is a new one, which is moved there. */
    private static Optional<Object> state(Path file) throws IOException {
        if (!isFile(file)) {
            return Optional.empty();
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Optional.of(Arrays.asList(now.fileKey(), now.lastModifiedTime(), now.size()));
    }

    /**
     * Returns an existing file, which is known from now on.
     *
     * @throws Refused if it does not exist, or if it or the folder is a symbolic link
     * @throws IOException if the system does not say when it was written
     */
    Path existing(String name) throws IOException, Refused {
        Path file = file(name);
        if (!isFile(file)) {
            throw Refused.because(Refused.NOT_FOUND, "not.saved", name);
        }
        know(name);
        return file;
    }

    private Path file(String name) throws Refused {
        Path file = folder.resolve(name + SUFFIX);
        for (Path path : List.of(folder, file)) {
            if (Files.isSymbolicLink(path)) {
                throw Refused.because(Refused.CONFLICT, "link", path);
            }
        }
        return file;
    }
}
