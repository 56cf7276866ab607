package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.util.List;

/** The chapters of the book with their figures. They belong to the tests, so only who has those has a book. */
public interface Book {
    /** The chapters, in order. */
    List<ShownChapter> chapters();

    /** A chapter. */
    interface ShownChapter {
        /** The name of its class. */
        String id();

        /** Its number and name. */
        String title();

        /** Its figures, in order. */
        List<ShownFigure> figures();

        /** The text of its program. */
        String code() throws IOException;
    }

    /** A figure. */
    interface ShownFigure {
        /** Its section and what it shows. */
        String name();

        /** What to look at in it. */
        String look();

        /** Draws it, for which a network may have to learn first. */
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
