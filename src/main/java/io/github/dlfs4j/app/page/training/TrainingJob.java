package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.mnist.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes the trainings. */
public interface TrainingJob {
    /**
     * Lists the options of a training.
     *
     * @return a field for each option
     */
    List<Field> fields();

    /**
     * Loads the test images of MNIST and their labels.
     *
     * @return images of uint8, not normalised, and labels
     * @throws IOException if they cannot be read
     */
    Samples testImages() throws IOException;

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
