package io.github.dlfs4j.book;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * A chapter of the book as a program: its sections in order, each a heading and code that prints what the book prints.
 *
 * @param title the chapter's number and name
 * @param sections the sections that print something
 */
record Chapter(String title, List<Section> sections) {
    /**
     * A section.
     *
     * @param heading its number and name
     * @param code its code, which prints to the given stream
     */
    record Section(String heading, Code code) {}

    /** Code that prints. */
    @FunctionalInterface
    interface Code {
        void print(PrintStream out) throws IOException;
    }

    static Chapter of(String title, Section... sections) {
        return new Chapter(title, List.of(sections));
    }

    static Section section(String heading, Code code) {
        return new Section(heading, code);
    }

    /** Prints the title, and of each section the heading and what its code prints, or which file it lacks. */
    void print(PrintStream out) {
        out.println(title);
        for (Section section : sections) {
            out.println();
            out.println("=== " + section.heading());
            try {
                section.code().print(out);
            } catch (IOException e) {
                out.println(e.getMessage());
            }
        }
    }
}
