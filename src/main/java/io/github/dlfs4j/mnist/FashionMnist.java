package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Fashion-MNIST: as many images of clothes as MNIST has of digits, of the same shape and in files with the same names
 * (H. Xiao, K. Rasul, R. Vollgraf, <i>Fashion-MNIST: a novel image dataset for benchmarking machine learning
 * algorithms</i>, 2017).
 *
 * <pre>{@code
 * Samples test = FashionMnist.loadTest(Path.of("data", "fashion"), Mnist.options());
 * System.out.println(FashionMnist.CLASS_NAMES.get((int) test.labels().getLong(0)));
 * }</pre>
 *
 * <p>The files are the compressed ones in its publisher's repository, {@code github.com/zalandoresearch/fashion-mnist}.
 * They are checked against the MD5 sums published there, which detects every transfer error. MD5 does not protect
 * against an attacker, but the files are only ever read as arrays of bytes, whose format is checked.
 */
public final class FashionMnist {
    /** The names of the classes 0 to 9. */
    public static final List<String> CLASS_NAMES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";
    private static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
    private static final Map<String, String> MD5 = Map.of(
            TRAINING_IMAGES, "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            TRAINING_LABELS, "25c81989df183df01b3e8a0aad5dffbe",
            TEST_IMAGES, "bef4ecab320f06d8554ea6380940ec79",
            TEST_LABELS, "bb300cfdad3c16e7a12a480ee83cd310");

    private FashionMnist() {}

    /**
     * Loads the 10,000 test images and their labels.
     *
     * @param folder the folder with the files, compressed as published
     * @param options how to load them; {@link MnistOptions#content()} is ignored
     * @return the test set
     * @throws FileFormatException if a file is not the published one
     * @throws NoSuchFileException if a file is missing
     * @throws IOException if a file cannot be read
     */
    public static Samples loadTest(Path folder, MnistOptions options) throws IOException {
        check(folder, TEST_IMAGES);
        check(folder, TEST_LABELS);
        return options.content(Content.ANY).loadTest(folder);
    }

    /**
     * Loads the 60,000 training images and their labels.
     *
     * @param folder the folder with the files, compressed as published
     * @param options how to load them; {@link MnistOptions#content()} is ignored
     * @return the training set
     * @throws IOException as {@link #loadTest}
     */
    public static Samples loadTraining(Path folder, MnistOptions options) throws IOException {
        check(folder, TRAINING_IMAGES);
        check(folder, TRAINING_LABELS);
        return options.content(Content.ANY).loadTraining(folder);
    }

    /**
     * Returns whether a folder contains Fashion-MNIST. The labels of the test images decide.
     *
     * @param folder a folder with files that are named like MNIST's
     * @return whether the file with these labels is the published one
     * @throws IOException if the file exists but cannot be read
     */
    public static boolean isIn(Path folder) throws IOException {
        Path labels = folder.resolve(TEST_LABELS);
        return Files.isRegularFile(labels) && md5(labels).equals(MD5.get(TEST_LABELS));
    }

    private static void check(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file.toString(),
                    null,
                    "no such file; it is one of the four in data/fashion of github.com/zalandoresearch/fashion-mnist");
        }
        String found = md5(file);
        if (!found.equals(MD5.get(name))) {
            throw new FileFormatException(file, "the file of Fashion-MNIST, with MD5 " + MD5.get(name), found);
        }
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest = Digests.md5();
        try (InputStream in = new DigestInputStream(Channels.newInputStream(InputFile.open(file)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
