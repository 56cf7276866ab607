package io.github.dlfs4j.app.page;

import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.app.page.training.TrainingJob;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What the page needs from the main job: its data, its networks, and its trainings. */
public interface MainJob extends TrainingJob {
    /**
     * Lists the optimisers.
     *
     * @return what makes an optimiser from a learning rate, by the names on the command line
     */
    Map<String, DoubleFunction<Optimizer>> optimizers();

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
}
