package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that trainings are saved to, in one folder. Requests name a file by letters, digits, - and _, which cannot
 * lead out of the folder. A symbolic link could, so none is followed, neither in the folder nor in its place.
 */
record SavedTrainings(Path folder) {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final String SUFFIX = ".npz";

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

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns the file to save to, and creates the folder.
     *
     * @throws Refused if the file or the folder is a symbolic link
     * @throws IOException if there can be no such folder
     */
    Path toSave(String name) throws IOException, Refused {
        Path file = file(name);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder);
        return file;
    }

    /**
     * Returns an existing file.
     *
     * @throws Refused if it does not exist, or if it or the folder is a symbolic link
     */
    Path existing(String name) throws Refused {
        Path file = file(name);
        if (!isFile(file)) {
            throw new Refused(Refused.NOT_FOUND, "nothing is saved as " + name);
        }
        return file;
    }

    private Path file(String name) throws Refused {
        Path file = folder.resolve(name + SUFFIX);
        for (Path path : List.of(folder, file)) {
            if (Files.isSymbolicLink(path)) {
                throw new Refused(Refused.CONFLICT, path + " is a symbolic link, which the page does not follow");
            }
        }
        return file;
    }
}
