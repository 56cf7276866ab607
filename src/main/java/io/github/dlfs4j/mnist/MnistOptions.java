package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Options for loading MNIST: those of the book's {@code load_mnist}, under the same names, and which files are
 * accepted.
 *
 * <pre>{@code
 * Samples test = Mnist.options().normalize(false).loadTest();
 * System.out.println(test.images().shape() + " " + test.images().dtype());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * (10000, 784) uint8
 * }</pre>
 *
 * @param normalize whether pixels become float32 from 0 to 1; otherwise they stay uint8 from 0 to 255
 * @param flatten whether images are rows of 784 pixels; otherwise they are 1x28x28
 * @param oneHotLabel whether labels become rows of ten float64, 1 at the label and 0 elsewhere; otherwise they stay
 *     uint8
 * @param content which content the files may have
 * @param maxBytes the largest number of bytes that all arrays together may take in memory, in their final dtypes; more
 *     is refused before it is read
 */
public record MnistOptions(boolean normalize, boolean flatten, boolean oneHotLabel, Content content, long maxBytes) {
    /** Refuses null. */
    public MnistOptions {
        Objects.requireNonNull(content, "content");
    }

    /** The book's defaults: normalised and flat images, labels as numbers. */
    static final MnistOptions DEFAULT = new MnistOptions(true, true, false, Content.KNOWN);

    private static final int CLASSES = 10;

    /**
     * Creates options with the default memory limit: 1 GiB, or half of the largest heap ({@link Runtime#maxMemory}) if
     * that is less.
     *
     * @param normalize whether pixels become float32 from 0 to 1; otherwise they stay uint8 from 0 to 255
     * @param flatten whether images are rows of 784 pixels; otherwise they are 1x28x28
     * @param oneHotLabel whether labels become rows of ten float64
     * @param content which content the files may have
     */
    public MnistOptions(boolean normalize, boolean flatten, boolean oneHotLabel, Content content) {
        this(normalize, flatten, oneHotLabel, content, MemoryBudget.DEFAULT);
    }

    /**
     * Returns these options with pixels normalised or not.
     *
     * @param normalize whether pixels become float32 from 0 to 1
     * @return new options
     */
    public MnistOptions normalize(boolean normalize) {
        return new MnistOptions(normalize, flatten, oneHotLabel, content, maxBytes);
    }

    /**
     * Returns these options with images flat or not.
     *
     * @param flatten whether images are rows of 784 pixels
     * @return new options
     */
    public MnistOptions flatten(boolean flatten) {
        return new MnistOptions(normalize, flatten, oneHotLabel, content, maxBytes);
    }

    /**
     * Returns these options with labels one-hot or not.
     *
     * @param oneHotLabel whether labels become rows of ten
     * @return new options
     */
    public MnistOptions oneHotLabel(boolean oneHotLabel) {
        return new MnistOptions(normalize, flatten, oneHotLabel, content, maxBytes);
    }

    /**
     * Returns these options with another accepted content.
     *
     * @param content which content the files may have
     * @return new options
     */
    public MnistOptions content(Content content) {
        return new MnistOptions(normalize, flatten, oneHotLabel, content, maxBytes);
    }

    /**
     * Returns these options with another memory limit.
     *
     * @param maxBytes the largest number of bytes that all arrays together may take in memory
     * @return new options
     */
    public MnistOptions maxBytes(long maxBytes) {
        return new MnistOptions(normalize, flatten, oneHotLabel, content, maxBytes);
    }

    /**
     * Loads all of MNIST from the first folder listed at {@link Mnist#load()} that has the four files.
     *
     * @return training and test set
     * @throws NoSuchFileException if no folder has the files; the message names all folders, and the call that
     *     downloads the files
     * @throws IOException as {@link #load(Path)}
     */
    public Mnist load() throws IOException {
        return load(MnistFile.folderOf(MnistFile.values()));
    }

    /**
     * Loads all of MNIST. The arrays together may take at most {@link #maxBytes()} of memory. The default is 1 GiB, or
     * half of the largest heap ({@link Runtime#maxMemory}) if that is less; {@link #maxBytes(long)} changes it.
     * Normalised, MNIST takes 219 MB; with pixels as uint8, it takes 55 MB. While the arrays are read, normalising
     * takes an additional quarter of the images' memory, and one-hot labels take an additional half of theirs.
     *
     * @param folder the folder with the four files, compressed or not
     * @return training and test set
     * @throws NoSuchFileException if a file is missing
     * @throws FileFormatException if a file is damaged or its content is not accepted, if the arrays take too much
     *     memory, if the numbers of labels and images differ, or if one-hot labels are requested and a label is not
     *     from 0 to 9
     * @throws IOException if a file cannot be read
     */
    public Mnist load(Path folder) throws IOException {
        MemoryBudget budget = new MemoryBudget(maxBytes);
        Samples training = load(folder, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS, budget);
        Samples test = load(folder, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS, budget);
        return new Mnist(training.images(), training.labels(), test.images(), test.labels());
    }

    /**
     * Loads the 60,000 training images and their labels from the first folder listed at {@link Mnist#load()} that has
     * both files.
     *
     * @return the training set
     * @throws NoSuchFileException if no folder has the files; the message names all folders, and the call that
     *     downloads the files
     * @throws IOException as {@link #load(Path)}
     */
    public Samples loadTraining() throws IOException {
        return loadTraining(MnistFile.folderOf(MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS));
    }

    /**
     * Loads the 60,000 training images and their labels, with the memory limit of {@link #load(Path)}. The other two
     * files are not read.
     *
     * @param folder the folder with the files, compressed or not
     * @return the training set
     * @throws IOException as {@link #load(Path)}
     */
    public Samples loadTraining(Path folder) throws IOException {
        return load(folder, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS, new MemoryBudget(maxBytes));
    }

    /**
     * Loads the 10,000 test images and their labels from the first folder listed at {@link Mnist#load()} that has both
     * files.
     *
     * @return the test set
     * @throws NoSuchFileException if no folder has the files; the message names all folders, and the call that
     *     downloads the files
     * @throws IOException as {@link #load(Path)}
     */
    public Samples loadTest() throws IOException {
        return loadTest(MnistFile.folderOf(MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS));
    }

    /**
     * Loads the 10,000 test images and their labels, with the memory limit of {@link #load(Path)}. The other two files
     * are not read.
     *
     * @param folder the folder with the files, compressed or not
     * @return the test set
     * @throws IOException as {@link #load(Path)}
     */
    public Samples loadTest(Path folder) throws IOException {
        return load(folder, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS, new MemoryBudget(maxBytes));
    }

    private Samples load(Path folder, MnistFile imageFile, MnistFile labelFile, MemoryBudget budget)
            throws IOException {
        NDArray labels = labelFile.read(folder, content, oneHotLabel ? CLASSES * Double.BYTES : 1, budget);
        NDArray images = imageFile.read(folder, content, normalize ? Float.BYTES : 1, budget);
        int count = images.shape(0);
        if (labels.size() != count) {
            throw new FileFormatException(
                    labelFile.in(folder),
                    "IDX header",
                    4,
                    "a label for each of %s images".formatted(count),
                    labels.size() + " labels");
        }
        return new Samples(
                prepareImages(images, imageFile.in(folder)),
                oneHotLabel ? oneHot(labels, labelFile.in(folder)) : labels);
    }

    private NDArray prepareImages(NDArray images, Path file) throws FileFormatException {
        int rows = images.shape(1);
        int columns = images.shape(2);
        long pixels = (long) rows * columns;
        if (pixels > Integer.MAX_VALUE) {
            throw new FileFormatException(
                    file, "IDX header", 8, "images of at most " + Integer.MAX_VALUE + " pixels", pixels + " pixels");
        }
        NDArray shaped = flatten
                ? images.reshape(images.shape(0), (int) pixels)
                : images.reshape(images.shape(0), 1, rows, columns);
        return normalize ? shaped.astype(DType.FLOAT32).divi(255) : shaped;
    }

    private static NDArray oneHot(NDArray labels, Path file) throws FileFormatException {
        NDArray numbers = labels.astype(DType.INT64);
        for (int i = 0; i < numbers.size(); i++) {
            long label = numbers.getLong(i);
            if (label >= CLASSES) {
                throw new FileFormatException(file, "labels", i, "a label from 0 to 9", Long.toString(label));
            }
        }
        NDArray rows = NDArray.zeros(labels.size(), CLASSES);
        rows.at(NDArray.arange(labels.size()), numbers).set(1);
        return rows;
    }
}
