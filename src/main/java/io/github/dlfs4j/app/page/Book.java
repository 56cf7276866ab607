package io.github.dlfs4j.app.page;

import io.github.dlfs4j.graph.GraphSteps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chapters of the book with their figures. They do not belong to the library: {@code src/book/java} holds them. */
public interface Book {
    /**
     * Lists the chapters in order.
     *
     * @return the chapters, unmodifiable
     */
    List<ShownChapter> chapters();

    /** A chapter. */
    interface ShownChapter {
        /**
         * Returns the name of its class.
         *
         * @return the name, for example {@code Chapter05}
         */
        String id();

        /**
         * Returns its number and name.
         *
         * @return the title, for example {@code 5 Backpropagation}
         */
        String title();

        /**
         * Lists its sections in order.
         *
         * @return the sections that print something, unmodifiable
         */
        List<ShownSection> sections();

        /**
         * Lists its figures in order.
         *
         * @return the figures, unmodifiable
         */
        List<ShownFigure> figures();

        /**
         * Reads the source code of its program and of the classes that it uses.
         *
         * @return the source code
         * @throws IOException if a file is missing
         */
        Code code() throws IOException;
    }

    /** A section that prints something. */
    interface ShownSection {
        /**
         * Returns its number and name.
         *
         * @return the title, for example {@code 5.5.1 The mask of the ReLU layer}
         */
        String title();

        /**
         * Runs it. For some sections a network is trained first.
         *
         * @return what it prints
         * @throws IOException if a file that it needs is missing
         */
        String print() throws IOException;
    }

    /** A figure. */
    interface ShownFigure {
        /**
         * Returns the number of its section and what it shows.
         *
         * @return the title, for example {@code 5.3.1 Addition}
         */
        String title();

        /**
         * Says what to look at in it.
         *
         * @return a sentence without the full stop
         */
        String look();

        /**
         * Draws it. For some figures a network is trained first.
         *
         * @return the picture
         * @throws IOException if a file that it needs is missing, or Java has no font
         */
        Image draw() throws IOException;
    }

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

    /** The picture of a figure. */
    final class Image {
        private final String type;
        private final byte[] content;

        /** The steps of the graph that the picture shows, if they are known. */
        Optional<GraphSteps> steps = Optional.empty();

        /**
         * Makes a picture.
         *
         * @param type the media type, for example {@code image/png}
         * @param content the bytes of the file
         */
        public Image(String type, byte[] content) {
            this.type = type;
            this.content = content.clone();
        }

        /**
         * Adds the steps of the graph that the picture shows.
         *
         * @param ofGraph the steps
         * @return this picture
         */
        public Image with(GraphSteps ofGraph) {
            steps = Optional.of(ofGraph);
            return this;
        }

        Reply reply() {
            return Reply.of(type, content);
        }
    }
}
