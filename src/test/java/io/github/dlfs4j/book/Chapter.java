package io.github.dlfs4j.book;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

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
    record Section(String heading, Consumer<PrintStream> code) {}

    static Chapter of(String title, Section... sections) {
        return new Chapter(title, List.of(sections));
    }

    static Section section(String heading, Consumer<PrintStream> code) {
        return new Section(heading, code);
    }

    /** Prints the title, and of each section the heading and what its code prints. */
    void print(PrintStream out) {
        out.println(title);
        for (Section section : sections) {
            out.println();
            out.println("=== " + section.heading());
            section.code().accept(out);
        }
    }
}
