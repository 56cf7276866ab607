package io.github.dlfs4j.fuzz;

import java.io.IOException;
import java.util.SplittableRandom;

/** A way to make files of the parts of their format, each right or wrong, where mutants of good files do not come. */
enum Made {
    /** Instructions. */
    PICKLE(Format.PICKLE) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadePickle(random).file();
        }
    },
    /** Fields of headers, entries and directory, and arrays in them. */
    ARCHIVE(Format.NPZ) {
        @Override
        byte[] file(SplittableRandom random) throws IOException {
            return new MadeArchive(random).file();
        }
    },
    /** Type, axes and elements. */
    IDX(Format.IDX) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadeIdx(random).plain();
        }
    },
    /** The same behind the fields of a gzip header and trailer. */
    GZIP(Format.GZIP) {
        @Override
        byte[] file(SplittableRandom random) throws IOException {
            return new MadeIdx(random).compressed();
        }
    };

    private final Format format;

    Made(Format format) {
        this.format = format;
    }

    Format format() {
        return format;
    }

    /** One of them, the same for the same numbers. */
    abstract byte[] file(SplittableRandom random) throws IOException;
}
