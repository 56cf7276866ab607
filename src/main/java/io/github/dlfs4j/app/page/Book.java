package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.util.List;

/** The chapters of the book with their figures. They belong to the tests, so only who has those has a book. */
public interface Book {
    /**
     * The chapters, in order.
     *
     * @return unmodifiable
     */
    List<ShownChapter> chapters();

    /** A chapter. */
    interface ShownChapter {
        /**
         * The name of its class.
         *
         * @return for example {@code Chapter05}
         */
        String id();

        /**
         * Its number and name.
         *
         * @return for example {@code 5 Backpropagation}
         */
        String title();

        /**
         * Its figures, in order.
         *
         * @return unmodifiable
         */
        List<ShownFigure> figures();

        /**
         * The text of its program.
         *
         * @return the source code
         * @throws IOException if there is no such file
         */
        String code() throws IOException;
    }

    /** A figure. */
    interface ShownFigure {
        /**
         * Its section and what it shows.
         *
         * @return for example {@code 5.3.1-addition}
         */
        String name();

        /**
         * What to look at in it.
         *
         * @return a sentence without its point
         */
        String look();

        /**
         * Draws it, for which a network may have to learn first.
         *
         * @return the picture
         * @throws IOException if a file is missing that it takes, or Java has no font
         */
        Image draw() throws IOException;
    }

    /** A figure that was drawn. */
    final class Image {
        private final String type;
        private final byte[] content;

        /**
         * A figure.
         *
         * @param type of the content
         * @param content of its file
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
