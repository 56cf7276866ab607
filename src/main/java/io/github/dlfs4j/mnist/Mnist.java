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

    private static final String MIRRORS = "dlfs4j.mnist.mirrors";

    /**
     * Loads MNIST with the book's defaults from the first of these folders that has the four files:
     *
     * <ol>
     *   <li>the one that the system property {@code dlfs4j.data} names;
     *   <li>the one that the environment variable {@code DLFS4J_DATA} names;
     *   <li>{@code data} in the working directory;
     *   <li>the cache folder that {@link #download()} fills.
     * </ol>
     *
     * @return images of float32 from 0 to 1 as rows of 784, labels of uint8
     * @throws NoSuchFileException if none has them; the message names all, and the call that fills the last
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

    /**
     * Fetches the four files to the user's cache folder: {@code dlfs4j} in {@code $XDG_CACHE_HOME} or {@code ~/.cache};
     * on macOS {@code ~/Library/Caches/dlfs4j}; on Windows {@code %LOCALAPPDATA%\dlfs4j\Cache}.
     *
     * @return the folder
     * @throws IOException as {@link #download(Path)}, or if no home of the user is known
     */
    public static Path download() throws IOException {
        Path folder = DataFolders.current().cache();
        download(folder);
        return folder;
    }

    /**
     * Fetches the four files that are not there, or are not as published; 11 MB in all.
     *
     * <p>They come from public mirrors, or from those that the system property {@code dlfs4j.mnist.mirrors} lists,
     * separated by commas or spaces: addresses of folders, all {@code https}; {@code http} is taken from this machine
     * alone, also where an address redirects to another. Each file is asked of one mirror after the other; each may
     * take two minutes for it. A file is held in memory until its decompressed content is known by its SHA-256 to be
     * the published one, and only then appears in the folder, complete.
     *
     * @param folder made if it does not exist
     * @throws IOException if an address is refused, if no mirror gives a file, with what was wrong with each of them,
     *     or if a file cannot be written; files that are there are as they were
     */
    public static void download(Path folder) throws IOException {
        Mirrors mirrors = Mirrors.of(
                MIRRORS,
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://storage.googleapis.com/cvdf-datasets/mnist/");
        for (MnistFile file : MnistFile.values()) {
            file.download(folder, mirrors);
        }
    }
}
