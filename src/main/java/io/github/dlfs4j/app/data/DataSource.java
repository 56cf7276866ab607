package io.github.dlfs4j.app.data;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.mnist.Content;
import io.github.dlfs4j.mnist.FashionMnist;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.MnistOptions;
import io.github.dlfs4j.mnist.SampleWeight;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the images and the book's weights come from.
 *
 * @param folder the folder that the command line names; empty to search the folders of {@link Mnist#load()}
 * @param kind the data set
 * @param anyContent whether any files with MNIST's names and shapes are accepted
 */
public record DataSource(Optional<Path> folder, DatasetKind kind, boolean anyContent) {
    private static final Path FASHION = Path.of("data", "fashion");
    private static final int PIXELS = 28 * 28;
    private static final int CLASSES = 10;

    /**
     * Creates the source of MNIST itself.
     *
     * @param folder its folder; empty to search the usual ones
     */
    public DataSource(Optional<Path> folder) {
        this(folder, DatasetKind.MNIST, false);
    }

    /** Gives Fashion-MNIST its usual folder if none is named. */
    public DataSource {
        folder = folder.isEmpty() && kind == DatasetKind.FASHION ? Optional.of(FASHION) : folder;
    }

    /**
     * Whether the images are those of MNIST itself. The book's weights suit no others.
     *
     * @return false for another data set, and for any content
     */
    public boolean isMnist() {
        return kind == DatasetKind.MNIST && !anyContent;
    }

    /**
     * {@return the names of the classes; none if they are digits, or not known}
     *
     * @throws IOException if a file cannot be read
     */
    public ClassNames classNames() throws IOException {
        boolean isFashion =
                kind == DatasetKind.FASHION || (anyContent && folder.isPresent() && FashionMnist.isIn(folder.get()));
        return isFashion ? new ClassNames(FashionMnist.CLASS_NAMES) : ClassNames.DIGITS;
    }

    /** Keeps the images as uint8, without a limit of memory: the main job has its own message for too little memory. */
    private static final MnistOptions IMAGES = Mnist.options().normalize(false).maxBytes(Long.MAX_VALUE);

    private static final String OURS = "{t10k,train,sample_weight}*";
    private static final String REMEDY = "; on the command line, --download does";

    /**
     * Loads the test images.
     *
     * @return the images as uint8, with their labels
     * @throws IOException if a file is missing or cannot be used
     */
    public Samples loadTest() throws IOException {
        return load(false);
    }

    /**
     * Loads the training images.
     *
     * @return the images as uint8, with their labels
     * @throws IOException if a file is missing or cannot be used
     */
    public Samples loadTraining() throws IOException {
        return load(true);
    }

    private Samples load(boolean training) throws IOException {
        MnistOptions options = anyContent ? IMAGES.content(Content.ANY) : IMAGES;
        try {
            if (kind == DatasetKind.FASHION) {
                Path from = folder.get();
                return checked(
                        training ? FashionMnist.loadTraining(from, options) : FashionMnist.loadTest(from, options));
            }
            if (folder.isEmpty()) {
                return training ? options.loadTraining() : options.loadTest();
            }
            Samples samples = training ? options.loadTraining(folder.get()) : options.loadTest(folder.get());
            return anyContent ? checked(samples) : samples;
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** Checks that the images have MNIST's size and ten classes, as the networks need. */
    private Samples checked(Samples samples) {
        boolean fits = samples.images().shape(0) > 0
                && samples.images().shape(1) == PIXELS
                && samples.labels().max().asLong() < CLASSES;
        if (!fits) {
            throw new Refusal("%s: images of 28x28 pixels with labels from 0 to 9 are needed"
                    .formatted(Excerpt.endOf(folder.get().toString())));
        }
        return samples;
    }

    /**
     * Adds the remedy of the command line for a missing file in a named folder, for which the library names a method.
     */
    private IOException explained(IOException e) throws IOException {
        if (folder.isEmpty() || e instanceof FileFormatException || kind == DatasetKind.FASHION) {
            return e;
        }
        if (e instanceof NoSuchFileException missing) {
            return new NoSuchFileException(missing.getFile(), null, missing.getReason() + REMEDY);
        }
        return e instanceof FileSystemException ? e : FileTrouble.of(culprit(folder.get()), e);
    }

    /** Finds the folder that was read as a file, which Java's exception does not name. */
    private static Path culprit(Path folder) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, OURS)) {
            for (Path file : folders) {
                if (Files.isDirectory(file)) {
                    return file;
                }
            }
        }
        return folder;
    }

    /**
     * Loads the weights of the book; empty if they are missing.
     *
     * @return the weights by name
     * @throws IOException if the file cannot be used
     */
    public Optional<Map<String, NDArray>> loadWeights() throws IOException {
        try {
            return Optional.of(folder.isPresent() ? SampleWeight.load(folder.get()) : SampleWeight.load());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /**
     * Finds a file in the folder, or in the first folder of {@link Mnist#load()} that has it.
     *
     * @param name the name of the file
     * @return the file; empty if it is missing
     */
    public Optional<Path> find(String name) {
        return folder.isPresent() ? folder.map(named -> named.resolve(name)).filter(Files::exists) : Mnist.find(name);
    }

    /**
     * Downloads missing files to the folder, or to the user's cache folder.
     *
     * @throws IOException if a file can be neither found nor downloaded
     */
    public void download() throws IOException {
        if (folder.isPresent()) {
            if (Files.exists(folder.get()) && !Files.isDirectory(folder.get())) {
                throw new NotDirectoryException(folder.get().toString());
            }
            Mnist.download(folder.get());
            SampleWeight.download(folder.get());
        } else {
            try {
                loadTest();
                loadTraining();
            } catch (NoSuchFileException e) {
                Mnist.download();
            }
            if (loadWeights().isEmpty()) {
                SampleWeight.download();
            }
        }
    }
}
