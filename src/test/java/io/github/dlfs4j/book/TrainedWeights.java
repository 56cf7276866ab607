package io.github.dlfs4j.book;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the book's repository with the weights of networks that have learned. */
enum TrainedWeights {
    SIMPLE_CONV_NET("simple_convnet_params.pkl", "ch07/params.pkl"),
    DEEP_CONV_NET("deep_convnet_params.pkl", "ch08/deep_convnet_params.pkl");

    /** Where the programs look for them. */
    static final Path FOLDER = Path.of("data");

    private final String name;
    private final String source;

    TrainedWeights(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** Whether the programs find the file. */
    boolean present() {
        return present(FOLDER);
    }

    /** Whether the file is in a folder. */
    boolean present(Path folder) {
        return Files.exists(folder.resolve(name));
    }

    /** The file in a folder. */
    Path in(Path folder) {
        return folder.resolve(name);
    }

    /** What to say where the file is not in a folder. */
    String missing(Path folder) {
        return in(folder) + " is missing: it is " + source
                + " of the book's repository, github.com/oreilly-japan/deep-learning-from-scratch";
    }
}
