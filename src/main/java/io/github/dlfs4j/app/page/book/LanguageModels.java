package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Route;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** The language models of the view "Language". The book has them. */
public interface LanguageModels {
    /**
     * Lists what is at hand: the model that comes with the book, and others that are in files.
     *
     * @return what reads each of them, by the ids that requests have, in which a name may follow a kind:
     *     {@code saved-novel}
     */
    Map<String, Book.Source<Shown>> atHand();

    /**
     * Reads a file that a reader has chosen.
     *
     * @param content the content of the file
     * @return its model
     * @throws IOException if it has no model of the book; the message says so to the reader
     */
    Shown read(byte[] content) throws IOException;

    /**
     * A model.
     *
     * @param form returns its size and its characters, in the language of the thread
     * @param answers what answers each of the view's questions, such as {@code next}
     */
    record Shown(Supplier<Map<String, Object>> form, Map<String, Route.Post> answers) {}
}
