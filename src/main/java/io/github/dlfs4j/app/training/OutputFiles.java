package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.Resumption;
import io.github.dlfs4j.app.option.Options.Saving;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.state.CheckpointFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files that a training writes. All are checked before anything is read or written: no two options have the same
 * file, and no file is replaced that this program did not write.
 */
final class OutputFiles {
    private static final List<Path> DEVICES = List.of(Path.of("/dev"), Path.of("/proc"));

    /** The endings of files that other programs open by their names, and of which an option writes one. */
    private static final Set<String> ENDINGS = Set.of(
            "csv", "gif", "h5", "jpeg", "jpg", "json", "npy", "npz", "pdf", "pkl", "png", "pt", "svg", "xlsx", "zip");

    private final List<Named> checked = new ArrayList<>();
    private final boolean force;

    /** @param place where the file really is */
    private record Named(String option, Path file, Path place) {}

    private OutputFiles(boolean force) {
        this.force = force;
    }

    /**
     * Checks the files of a training.
     *
     * @throws Refusal if two options have the same file, or a file has other content
     * @throws IOException if a file is not a regular file
     */
    static void check(Options asked) throws IOException {
        OutputFiles files = new OutputFiles(asked.has(Option.FORCE));
        if (asked.saving().isPresent()) {
            files.checkState(asked.saving().get());
        }
        if (asked.resumption().isPresent()) {
            files.checkResumed(asked.resumption().get(), asked.saving().get());
        }
        if (asked.has(Option.CSV)) {
            files.add("--csv", asked.value(Option.CSV), "csv");
        }
        if (asked.has(Option.CURVES)) {
            Path file = asked.value(Option.CURVES);
            files.add("--curves", file, "svg");
            files.checkOurs(
                    "--curves",
                    file,
                    isEmpty(file) || head(file, Curves.BEGINNING.length()).equals(Curves.BEGINNING));
        }
    }

    private void checkState(Saving saving) throws IOException {
        if (!saving.again()) {
            Path file = saving.file();
            add("--save", file, "npz");
            checkOurs("--save", file, isEmpty(file) || isState(file));
        }
    }

    /** A training may be saved to the file that it goes on from. */
    private void checkResumed(Resumption resumption, Saving saving) throws IOException {
        Path place = place(resumption.file());
        boolean isSaved = !saving.again() && isSame(place, place(saving.file()));
        if (!isSaved) {
            checked.add(new Named("--resume", resumption.file(), place));
        }
    }

    private void add(String option, Path file, String ending) throws IOException {
        String name = file.toString();
        String given = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ENDINGS.contains(given) && !given.equals(ending)) {
            throw new Refusal("%s: %s writes a file whose name ends in .%s, not in .%s"
                    .formatted(Excerpt.endOf(name), option, ending, given));
        }
        Path place = place(file);
        for (Named other : checked) {
            if (isSame(place, other.place())) {
                throw new Refusal("%s: is the file of both %s and %s"
                        .formatted(Excerpt.endOf(file.toString()), other.option(), option));
            }
        }
        checkRegular(file, place);
        checked.add(new Named(option, file, place));
    }

    private static boolean isSame(Path place, Path other) throws IOException {
        return place.equals(other) || (Files.exists(place) && Files.exists(other) && Files.isSameFile(place, other));
    }

    /** Returns where a file is, or would be made, without links. */
    private static Path place(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target) && !Files.exists(target) && links < 40; links++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.exists(target)) {
            try {
                return target.toRealPath();
            } catch (NoSuchFileException e) {
                return target; // a link of the system to a pipe, which has no place
            }
        }
        Path folder = target.getParent();
        return folder != null && Files.isDirectory(folder) && target.getFileName() != null
                ? folder.toRealPath().resolve(target.getFileName())
                : target.normalize();
    }

    /** A pipe would wait for its reader, and a device has no end. */
    private static void checkRegular(Path file, Path place) throws FileSystemException {
        Path named = file.toAbsolutePath().normalize();
        boolean isDevice = named.startsWith(DEVICES.get(0)) || named.startsWith(DEVICES.get(1));
        if (isDevice || (Files.exists(place) && !Files.isRegularFile(place))) {
            String what = Files.isDirectory(place) ? "is a directory" : "is not a regular file";
            throw new FileSystemException(file.toString(), null, what + ", so nothing can be saved there");
        }
    }

    private static boolean isEmpty(Path file) throws IOException {
        return !Files.exists(file) || Files.size(file) == 0;
    }

    private static boolean isState(Path file) throws IOException {
        try {
            return Npz.names(file).contains(CheckpointFormat.NAME);
        } catch (FileFormatException e) {
            return false;
        }
    }

    private static String head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }

    private void checkOurs(String option, Path file, boolean isOurs) {
        if (!isOurs && !force) {
            throw new Refusal(
                    "%s: was not written by %s; --force replaces it".formatted(Excerpt.endOf(file.toString()), option));
        }
    }
}
