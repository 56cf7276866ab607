package io.github.dlfs4j.mnist;

import io.github.dlfs4j.mnist.download.Mirrors;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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
    /** Refuses null. */
    public Mnist {
        Objects.requireNonNull(trainImages, "trainImages");
        Objects.requireNonNull(trainLabels, "trainLabels");
        Objects.requireNonNull(testImages, "testImages");
        Objects.requireNonNull(testLabels, "testLabels");
    }

    private static final String MIRRORS = "dlfs4j.mnist.mirrors";

    /**
     * Loads MNIST with the book's defaults, from the first of these folders that has the four files:
     *
     * <ol>
     *   <li>the folder in the system property {@code dlfs4j.data};
     *   <li>the folder in the environment variable {@code DLFS4J_DATA};
     *   <li>{@code data} in the working directory;
     *   <li>the cache folder that {@link #download()} fills.
     * </ol>
     *
     * @return images of float32 from 0 to 1 as rows of 784, labels of uint8
     * @throws NoSuchFileException if no folder has the files; the message names all folders, and the call that
     *     downloads the files
     * @throws IOException as {@link #load(Path)}
     */
    public static Mnist load() throws IOException {
        return options().load();
    }

    /**
     * Loads MNIST with the book's defaults.
     *
     * @param folder the folder with the four files, compressed or not
     * @return images of float32 from 0 to 1 as rows of 784, labels of uint8
     * @throws NoSuchFileException if a file is missing
     * @throws FileFormatException if a file is damaged or is not the published one
     * @throws IOException if a file cannot be read
     */
    public static Mnist load(Path folder) throws IOException {
        return options().load(folder);
    }

    /**
     * Finds a file in the folders that {@link #load()} searches.
     *
     * @param name the name of the file, such as {@code deep_convnet_params.pkl}
     * @return the file in the first folder that has it; empty if no folder has it
     */
    public static Optional<Path> find(String name) {
        Objects.requireNonNull(name, "name");
        return DataFolders.current().places().stream()
                .flatMap(place -> place.folder().stream())
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * {@return the book's defaults, which you can change: normalised and flat images, labels as numbers, only the
     * published files}
     */
    public static MnistOptions options() {
        return MnistOptions.DEFAULT;
    }

    /**
     * Downloads the four files to the user's cache folder: {@code dlfs4j} in {@code $XDG_CACHE_HOME} or
     * {@code ~/.cache}; on macOS {@code ~/Library/Caches/dlfs4j}; on Windows {@code %LOCALAPPDATA%\dlfs4j\Cache}.
     *
     * @return the folder
     * @throws IOException as {@link #download(Path)}, or if the user's home folder is unknown
     */
    public static Path download() throws IOException {
        Path folder = DataFolders.current().cache();
        download(folder);
        return folder;
    }

    /**
     * Downloads those of the four files that are missing or differ from the published ones. The four files have 11 MB
     * in all.
     *
     * <p>The files come from public mirrors, or from those in the system property {@code dlfs4j.mnist.mirrors}:
     * addresses of folders, separated by commas or spaces. The addresses and all redirects must use {@code https};
     * {@code http} is allowed only from this machine. For each file, the mirrors are tried in order, for up to two
     * minutes each. A file is held in memory until the SHA-256 of its decompressed content proves that it is the
     * published one. Only then is it written to the folder, completely or not at all.
     *
     * @param folder the folder, which is created if it does not exist
     * @throws IOException if an address is refused, if no mirror has a file, or if a file cannot be written. The
     *     message says what was wrong with each mirror. Or {@code a download needs module java.net.http, which is
     *     missing: start java with --add-modules java.net.http}. Files in the folder are unchanged
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
