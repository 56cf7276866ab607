package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that trainings are saved to, in one folder. Requests name a file by letters, digits, - and _, which cannot
 * lead out of the folder.
 */
record SavedTrainings(Path folder) {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final String SUFFIX = ".npz";

    /** Lists the names of the existing files in order. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // the folder does not exist yet
        }
    }

    /** Returns the file to save to, and creates the folder. */
    Path toSave(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(name + SUFFIX);
    }

    /**
     * Returns an existing file.
     *
     * @throws Refused if it does not exist
     */
    Path existing(String name) throws Refused {
        if (!names().contains(name)) {
            throw new Refused(Refused.NOT_FOUND, "nothing is saved as " + name);
        }
        return folder.resolve(name + SUFFIX);
    }
}
