package io.github.dlfs4j.app;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.MnistOptions;
import io.github.dlfs4j.mnist.SampleWeight;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where MNIST and the weights come from.
 *
 * @param folder the folder that the command line names; without one, the library knows where to look
 */
record DataSource(Optional<Path> folder) {

    private static final String OURS = "{t10k,train,sample_weight}*";
    private static final String REMEDY = "; on the command line, --download does";

    /** What the library does. */
    private interface Loading<T> {
        T load() throws IOException;
    }

    Samples loadTest(MnistOptions options) throws IOException {
        return images(() -> folder.isPresent() ? options.loadTest(folder.get()) : options.loadTest());
    }

    Samples loadTraining(MnistOptions options) throws IOException {
        return images(() -> folder.isPresent() ? options.loadTraining(folder.get()) : options.loadTraining());
    }

    /** The library names its own remedy where a file is missing. */
    private Samples images(Loading<Samples> loading) throws IOException {
        try {
            return named(loading);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(e.getFile(), null, e.getReason() + REMEDY);
        }
    }

    /** Java does not name a file that turns out to be a folder when it is read. */
    private <T> T named(Loading<T> loading) throws IOException {
        try {
            return loading.load();
        } catch (FileSystemException | FileFormatException e) {
            throw e;
        } catch (IOException e) {
            throw folder.isPresent() ? FileTrouble.of(culprit(folder.get()), e) : e;
        }
    }

    private static Path culprit(Path folder) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, OURS)) {
            for (Path file : folders) {
                if (Files.isDirectory(file)) {
                    return file;
                }
            }
        }
        return folder;
    }

    /** The weights of the book, if they are there. */
    Optional<Map<String, NDArray>> loadWeights() throws IOException {
        try {
            return Optional.of(named(() -> folder.isPresent() ? SampleWeight.load(folder.get()) : SampleWeight.load()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Fetches what is missing to the folder, or to the user's cache folder. */
    void download() throws IOException {
        if (folder.isPresent()) {
            if (Files.exists(folder.get()) && !Files.isDirectory(folder.get())) {
                throw new NotDirectoryException(folder.get().toString());
            }
            Mnist.download(folder.get());
            SampleWeight.download(folder.get());
        } else {
            Mnist.download();
            SampleWeight.download();
        }
    }
}
