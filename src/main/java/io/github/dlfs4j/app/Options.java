package io.github.dlfs4j.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param help whether to explain the options and do nothing else
 * @param data the folder of MNIST and the weights
 */
record Options(boolean help, Path data) {
    static final String HELP = """
            Classifies the 10,000 test images of MNIST with the weights of the book's chapter 3.

            --data DIR   the folder of the MNIST files and of sample_weight.pkl (default: data)
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
        Path data = Path.of("data");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--data" -> {
                    i++;
                    if (i == args.length) {
                        throw new UsageException("--data needs a folder");
                    }
                    data = folder(args[i]);
                }
                default -> throw new UsageException("unknown argument: " + args[i]);
            }
        }
        return new Options(help, data);
    }

    private static Path folder(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("not the name of a folder: " + name);
        }
    }
}
