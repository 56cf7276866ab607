package io.github.dlfs4j.fuzz;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * A way to make files from right and wrong parts of their format. Such files have faults that mutations of intact files
 * do not reach.
 */
enum Made {
    /** Pickles, made of instructions. */
    PICKLE(Format.PICKLE) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadePickle(random).file();
        }
    },
    /** Archives, made of the fields of headers, entries and directory, and of arrays. */
    ARCHIVE(Format.NPZ) {
        @Override
        byte[] file(SplittableRandom random) throws IOException {
            return new MadeArchive(random).file();
        }
    },
    /** Safetensors, made of the fields of headers. */
    SAFETENSORS(Format.SAFETENSORS) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadeSafetensors(random).file();
        }
    },
    /** Files of PyTorch, made of instructions and storages. */
    TORCH(Format.TORCH) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadeTorch(random).file();
        }
    },
    /** IDX files, made of type, axes and elements. */
    IDX(Format.IDX) {
        @Override
        byte[] file(SplittableRandom random) {
            return new MadeIdx(random).plain();
        }
    },
    /** The same, compressed, with the fields of a gzip header and trailer. */
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

    /** Returns a file, which is determined by the random numbers. */
    abstract byte[] file(SplittableRandom random) throws IOException;
}
