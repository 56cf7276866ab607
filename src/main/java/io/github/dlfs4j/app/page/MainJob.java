package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the page needs of the main job: its data, its networks, and trainings by its options. */
public interface MainJob {
    /**
     * The options that a training may have.
     *
     * @return a field for each
     */
    List<Field> fields();

    /**
     * The test images of MNIST and their labels.
     *
     * @return as uint8, not normalised
     * @throws IOException if they cannot be read
     */
    Samples testImages() throws IOException;

    /**
     * The networks that have learned before, as far as they are there.
     *
     * @return at least the one of the library
     * @throws IOException if a file is there, and cannot be read
     */
    List<Model> networks() throws IOException;

    /**
     * A training that has not begun.
     *
     * @param options by the names of the fields, without those that are left open
     * @return the training
     * @throws Refused if they do not fit, or data or memory do not suffice
     */
    Course begin(Map<String, String> options) throws Refused;

    /**
     * A training that was saved.
     *
     * @param file the file
     * @param options as for one that begins; the file decides most of them
     * @return the training, as it was
     * @throws Refused if the file or the options do not fit, or data or memory do not suffice
     */
    Course resume(Path file, Map<String, String> options) throws Refused;
}
