package io.github.dlfs4j.book;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of the book's repository with the weights of networks that have learned. */
enum TrainedWeights {
    SIMPLE_CONV_NET("simple_convnet_params.pkl", "ch07/params.pkl"),
    DEEP_CONV_NET("deep_convnet_params.pkl", "ch08/deep_convnet_params.pkl");

    private final Path path;
    private final String source;

    TrainedWeights(String name, String source) {
        path = Path.of("data", name);
        this.source = source;
    }

    /** Where the file should be. */
    Path path() {
        return path;
    }

    /**
     * The file.
     *
     * @throws NoSuchFileException if it is not there; the message says where it comes from
     */
    Path file() throws NoSuchFileException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(),
                    null,
                    "no such file; it is " + source
                            + " of the book's repository, github.com/oreilly-japan/deep-learning-from-scratch");
        }
        return path;
    }
}
