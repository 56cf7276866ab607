package io.github.dlfs4j.book;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of trained weights in the book's repository. */
enum TrainedWeights {
    SIMPLE_CONV_NET("simple_convnet_params.pkl", "ch07/params.pkl"),
    DEEP_CONV_NET("deep_convnet_params.pkl", "ch08/deep_convnet_params.pkl");

    /** The folder in which the programs look for them. */
    static final Path FOLDER = Path.of("data");

    private final String name;
    private final String source;

    TrainedWeights(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** Returns whether the file is in a folder. */
    boolean present(Path folder) {
        return Files.exists(folder.resolve(name));
    }

    /** Returns the path of the file in a folder. */
    Path in(Path folder) {
        return folder.resolve(name);
    }

    /** Returns the message for a folder without the file. */
    String missing(Path folder) {
        return in(folder) + " is missing: it is " + source
                + " of the book's repository, github.com/oreilly-japan/deep-learning-from-scratch";
    }
}
