package io.github.dlfs4j.app;

import java.util.Locale;

/** The data sets that are known by their checksums. */
enum DatasetKind {
    MNIST,
    /** Fashion-MNIST. */
    FASHION;

    /** As the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
