package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.util.List;

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
         * Lists its figures in order.
         *
         * @return the figures, unmodifiable
         */
        List<ShownFigure> figures();

        /**
         * Reads the source code of its program.
         *
         * @return the source code
         * @throws IOException if the file is missing
         */
        String code() throws IOException;
    }

    /** A figure. */
    interface ShownFigure {
        /**
         * Returns its section and what it shows.
         *
         * @return the name, for example {@code 5.3.1-addition}
         */
        String name();

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

    /** The picture of a figure. */
    final class Image {
        private final String type;
        private final byte[] content;

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

        Reply reply() {
            return Reply.of(type, content);
        }
    }
}
