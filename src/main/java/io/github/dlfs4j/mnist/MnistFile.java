package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The four files of MNIST: their names, as published, and the SHA-256 of their content, decompressed. */
enum MnistFile {
    TRAIN_IMAGES("train-images-idx3-ubyte", 3, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS("train-labels-idx1-ubyte", 1, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES("t10k-images-idx3-ubyte", 3, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k-labels-idx1-ubyte", 1, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String fileName;
    private final int ndim;
    private final String sha256;

    MnistFile(String fileName, int ndim, String sha256) {
        this.fileName = fileName;
        this.ndim = ndim;
        this.sha256 = sha256;
    }

    /** The file in the folder: the compressed one if both are there. */
    Path in(Path folder) throws NoSuchFileException {
        Path compressed = folder.resolve(fileName + ".gz");
        Path plain = folder.resolve(fileName);
        if (!Files.exists(compressed) && !Files.exists(plain)) {
            throw new NoSuchFileException(
                    compressed.toString(), null, "no such file; it is one of the four files of MNIST");
        }
        return Files.exists(compressed) ? compressed : plain;
    }

    NDArray read(Path folder, Content content) throws IOException {
        Path file = in(folder);
        MessageDigest digest = Content.sha256();
        NDArray array = IdxFile.read(file, digest);
        content.check(file, sha256, digest);
        if (array.ndim() != ndim) {
            throw new FileFormatException(file, "IDX header", 3, ndim + " axes", Integer.toString(array.ndim()));
        }
        return array;
    }
}
