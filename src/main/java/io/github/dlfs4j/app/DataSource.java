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

    /** As uint8, without a limit: they are the published ones, and of memory that is too small the main job tells. */
    static final MnistOptions IMAGES = Mnist.options().normalize(false).maxBytes(Long.MAX_VALUE);

    private static final String OURS = "{t10k,train,sample_weight}*";
    private static final String REMEDY = "; on the command line, --download does";

    Samples loadTest(MnistOptions options) throws IOException {
        try {
            return folder.isPresent() ? options.loadTest(folder.get()) : options.loadTest();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    Samples loadTraining(MnistOptions options) throws IOException {
        try {
            return folder.isPresent() ? options.loadTraining(folder.get()) : options.loadTraining();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** Without a folder the library says all; else it names its own remedy for a file that is missing, not ours. */
    private IOException explained(IOException e) throws IOException {
        if (folder.isEmpty() || e instanceof FileFormatException) {
            return e;
        }
        if (e instanceof NoSuchFileException missing) {
            return new NoSuchFileException(missing.getFile(), null, missing.getReason() + REMEDY);
        }
        return e instanceof FileSystemException ? e : FileTrouble.of(culprit(folder.get()), e);
    }

    /** Java does not name a folder that is read as a file. */
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
            return Optional.of(folder.isPresent() ? SampleWeight.load(folder.get()) : SampleWeight.load());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw explained(e);
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
