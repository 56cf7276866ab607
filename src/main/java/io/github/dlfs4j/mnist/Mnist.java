package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The MNIST database of handwritten digits: 60,000 images to train with and 10,000 to test with, each with its label.
 *
 * <pre>{@code
 * Mnist mnist = Mnist.load();
 * System.out.println(mnist.trainImages().shape());
 * System.out.println(mnist.trainLabels().get(0));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * (60000, 784)
 * 5
 * }</pre>
 *
 * @param trainImages the images to train with
 * @param trainLabels their labels
 * @param testImages the images to test with
 * @param testLabels their labels
 */
public record Mnist(NDArray trainImages, NDArray trainLabels, NDArray testImages, NDArray testLabels) {

    /**
     * Loads MNIST from the folder {@code data} in the working directory, with the book's defaults.
     *
     * @return images of float32 from 0 to 1 as rows of 784, labels of uint8
     * @throws IOException as {@link #load(Path)}
     */
    public static Mnist load() throws IOException {
        return options().load();
    }

    /**
     * Loads MNIST with the book's defaults.
     *
     * @param folder where the four files are, compressed or not
     * @return images of float32 from 0 to 1 as rows of 784, labels of uint8
     * @throws NoSuchFileException if a file is not there
     * @throws FileFormatException if a file is damaged or is not the published one
     * @throws IOException if a file cannot be read
     */
    public static Mnist load(Path folder) throws IOException {
        return options().load(folder);
    }

    /**
     * The book's defaults, to be changed: normalised, flat, labels as numbers, only the published files.
     *
     * @return the options
     */
    public static MnistOptions options() {
        return MnistOptions.DEFAULT;
    }
}
