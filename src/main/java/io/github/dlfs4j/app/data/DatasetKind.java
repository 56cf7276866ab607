package io.github.dlfs4j.app.data;

import java.util.Locale;

/** The data sets whose checksums are known. */
public enum DatasetKind {
    /** The handwritten digits of MNIST. */
    MNIST,
    /** Fashion-MNIST. */
    FASHION;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
