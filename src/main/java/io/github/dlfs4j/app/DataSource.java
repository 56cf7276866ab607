package io.github.dlfs4j.app;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.MnistOptions;
import io.github.dlfs4j.mnist.SampleWeight;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where MNIST and the weights come from.
 *
 * @param folder the folder that the command line names; without one, the library knows where to look
 */
record DataSource(Optional<Path> folder) {

    Samples loadTest(MnistOptions options) throws IOException {
        return folder.isPresent() ? options.loadTest(folder.get()) : options.loadTest();
    }

    Samples loadTraining(MnistOptions options) throws IOException {
        return folder.isPresent() ? options.loadTraining(folder.get()) : options.loadTraining();
    }

    /** The weights of the book, if they are there. */
    Optional<Map<String, NDArray>> loadWeights() throws IOException {
        try {
            return Optional.of(folder.isPresent() ? SampleWeight.load(folder.get()) : SampleWeight.load());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Fetches what is missing to the folder, or to the user's cache folder. */
    void download() throws IOException {
        if (folder.isPresent()) {
            Mnist.download(folder.get());
            SampleWeight.download(folder.get());
        } else {
            Mnist.download();
            SampleWeight.download();
        }
    }
}
