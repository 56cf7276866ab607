package io.github.dlfs4j.fuzz;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * A way to make files from right and wrong parts of their format. Such files have faults that mutations of intact files
 * do not reach.
 */
enum Made {
    /** Pickles, made of instructions. */
    PICKLE(Format.PICKLE, random -> new MadePickle(random).file()),
    /** Archives, made of the fields of headers, entries and directory, and of arrays. */
    ARCHIVE(Format.NPZ, random -> new MadeArchive(random).file()),
    /** Safetensors, made of the fields of headers. */
    SAFETENSORS(Format.SAFETENSORS, random -> new MadeSafetensors(random).file()),
    /** Files of PyTorch, made of instructions and storages. */
    TORCH(Format.TORCH, random -> new MadeTorch(random).file()),
    /** Models of ONNX, made of tensors and nodes. */
    ONNX(Format.ONNX, random -> new MadeOnnx(random, 60).file()),
    /** IDX files, made of type, axes and elements. */
    IDX(Format.IDX, random -> new MadeIdx(random).plain()),
    /** The same, compressed, with the fields of a gzip header and trailer. */
    GZIP(Format.GZIP, random -> new MadeIdx(random).compressed());

    /** Makes a file of random numbers. */
    private interface Maker {
        byte[] file(SplittableRandom random) throws IOException;
    }

    private final Format format;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Maker maker;

    Made(Format format, Maker maker) {
        this.format = format;
        this.maker = maker;
    }

    Format format() {
        return format;
    }

    /** Returns a file, which is determined by the random numbers. */
    byte[] file(SplittableRandom random) throws IOException {
        return maker.file(random);
    }
}
