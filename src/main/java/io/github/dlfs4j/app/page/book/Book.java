package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Course;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.graph.GraphSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chapters of the book with their figures. They do not belong to the library: {@code src/book/java} holds them. */
public interface Book {
    /**
     * Lists the chapters in order, with titles in the language of the thread.
     *
     * @return the chapters, unmodifiable
     */
    List<ShownChapter> chapters();

    /**
     * Returns the language models.
     *
     * @return the models of the view "Language"; empty if the book has none
     */
    default Optional<LanguageModels> languageModels() {
        return Optional.empty();
    }

    /**
     * Adds the fields of its language model, if it has one, to the form of the view "Train".
     *
     * @param others the fields of the other networks
     * @return all fields
     */
    default List<Field> fields(List<Field> others) {
        return others;
    }

    /**
     * Prepares a training, if it is one of its language model.
     *
     * @param options the values of the fields that are filled in, by name
     * @param file the file of a saved training to continue; empty for a new one
     * @return the training; empty if it is one of another network
     * @throws IOException if the file or the text cannot be used
     * @throws Refused if an option is wrong
     */
    default Optional<Course> course(Map<String, String> options, Optional<Path> file) throws IOException, Refused {
        return Optional.empty();
    }

    /**
     * A chapter.
     *
     * @param id the name of its class, for example {@code Chapter05}
     * @param title its number and name, for example {@code 5 Backpropagation}
     * @param sections the sections that print something, in order
     * @param figures its figures, in order
     * @param code the source code of its program and of the classes that it uses
     */
    record ShownChapter(
            String id, String title, List<ShownSection> sections, List<ShownFigure> figures, Source<Code> code) {}

    /**
     * What is made when somebody asks for it.
     *
     * @param <T> the type of what is made
     */
    interface Source<T> {
        /**
         * Makes it. For some sections and figures a network is trained first.
         *
         * @return what is made
         * @throws IOException if a file that it needs is missing, or Java has no font
         */
        T get() throws IOException;
    }

    /**
     * A section that prints something.
     *
     * @param title its number and name, for example {@code 5.5.1 The mask of the ReLU layer}
     * @param work about how many seconds each piece of its work takes, by names that no other work of the book has.
     *     Sections and figures may share a piece, which is done once
     * @param text what it prints
     */
    record ShownSection(String title, Source<Map<String, Double>> work, Source<String> text) {}

    /**
     * A figure.
     *
     * @param title the number of its section and what it shows, for example {@code 5.3.1 Addition}
     * @param look says what to look at in it: a sentence without the full stop
     * @param work its work, as that of a section
     * @param image the picture
     */
    record ShownFigure(String title, String look, Source<Map<String, Double>> work, Source<Image> image) {}

    /**
     * Source code.
     *
     * @param files the text of each file by its name, that of the chapter first
     * @param sections where the method of each section is; empty for an unknown one
     * @param figures where the method of each figure is
     */
    record Code(Map<String, String> files, List<Optional<Place>> sections, List<Optional<Place>> figures) {}

    /**
     * A method in a file.
     *
     * @param file the name of the file
     * @param from the number of its first line, from 1
     * @param to the number of its last line
     */
    record Place(String file, int from, int to) {}

    /**
     * The picture of a figure.
     *
     * @param type the media type, for example {@code image/png}
     * @param content the bytes of the file
     * @param steps the steps of the graph that the picture shows, in the language of the thread, if they are known
     */
    @SuppressWarnings("ArrayRecordComponent") // nothing changes or compares the content
    record Image(String type, byte[] content, Optional<Source<GraphSteps>> steps) {}
}
