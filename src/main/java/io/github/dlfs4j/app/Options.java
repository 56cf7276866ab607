package io.github.dlfs4j.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param help whether to explain the options and do nothing else
 * @param download whether to fetch missing data first
 * @param data where MNIST and the weights are
 */
record Options(boolean help, boolean download, DataSource data) {
    static final String HELP = """
            Classifies the 10,000 test images of MNIST with the weights of the book's chapter 3.

            --data DIR   the folder of the MNIST files and of sample_weight.pkl; without it, the first that has them of:
                         the property dlfs4j.data, the variable DLFS4J_DATA, ./data, the user's cache folder
            --download   first fetches what is missing to DIR, or to the user's cache folder
            --help       prints this text
            """;

    /** An argument that cannot be used; its message is for the user. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message + "; --help lists the options");
        }
    }

    static Options parse(String... args) throws UsageException {
        boolean help = false;
        boolean download = false;
        Optional<Path> data = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--download" -> download = true;
                case "--data" -> {
                    i++;
                    if (i == args.length) {
                        throw new UsageException("--data needs a folder");
                    }
                    data = Optional.of(folder(args[i]));
                }
                default -> throw new UsageException("unknown argument: " + args[i]);
            }
        }
        return new Options(help, download, new DataSource(data));
    }

    private static Path folder(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("not the name of a folder: " + name);
        }
    }
}
