package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What the page needs from the main job: its data, its networks, and its trainings. */
public interface MainJob {
    /**
     * Lists the options of a training.
     *
     * @return a field for each option
     */
    List<Field> fields();

    /**
     * Lists the optimisers.
     *
     * @return what makes an optimiser from a learning rate, by the names on the command line
     */
    Map<String, DoubleFunction<Optimizer>> optimizers();

    /**
     * Loads the test images of MNIST and their labels.
     *
     * @return images of uint8, not normalised, and labels
     * @throws IOException if they cannot be read
     */
    Samples testImages() throws IOException;

    /**
     * Loads the trained networks whose files exist.
     *
     * @return the networks, at least the one in the library
     * @throws IOException if a file exists but cannot be read
     */
    List<Model> networks() throws IOException;

    /**
     * Returns the book.
     *
     * @return its chapters; empty if the main job was started without them
     */
    Optional<Book> book();

    /**
     * Prepares a training.
     *
     * @param options the values of the fields that are filled in, by name
     * @param file the file of a saved training to continue, which decides most options; empty for a new training
     * @return the training
     * @throws Refused if the file or an option is wrong, or if data or memory are missing
     */
    Course prepare(Map<String, String> options, Optional<Path> file) throws Refused;

    /**
     * Says what is wrong with a file, in plain words.
     *
     * @param e the exception for the file
     * @return one line, for example {@code trainings/first.npz: No space left on device}
     */
    String trouble(IOException e);
}
