package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A chapter of the book as a program: its sections in order, each a heading and code that prints what the book prints,
 * and its figures.
 *
 * @param title the chapter's number and name
 * @param sections the sections that print something
 * @param drawings the figures
 */
record Chapter(String title, List<Section> sections, List<Drawing> drawings) {
    /** Where the programs draw their figures to. */
    static final Path FIGURES = Path.of("target", "figures");

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

    /**
     * A figure.
     *
     * @param name its section and what it shows, the name of its file
     * @param look what to look at in it
     * @param code its code
     */
    record Drawing(String name, String look, DrawingCode code) {
        /** The file that holds the figure when it has been drawn. */
        Path file(Path folder) {
            return folder.resolve(name + ".png");
        }
    }

    /** Code that draws. */
    @FunctionalInterface
    interface DrawingCode {
        Figure draw() throws IOException;
    }

    static Chapter of(String title, Section... sections) {
        return new Chapter(title, List.of(sections), List.of());
    }

    static Section section(String heading, Code code) {
        return new Section(heading, code);
    }

    static Drawing figure(String name, String look, DrawingCode code) {
        return new Drawing(name, look, code);
    }

    /** This chapter with figures. */
    Chapter with(Drawing... figures) {
        return new Chapter(title, sections, List.of(figures));
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

    /** Draws the figures to files in the folder, and prints their names and what to look at, or why there is none. */
    void draw(Path folder, PrintStream out) {
        draw(drawings, folder, out);
    }

    static void draw(List<Drawing> drawings, Path folder, PrintStream out) {
        // No window is opened, so no display is looked for.
        System.setProperty("java.awt.headless", "true");
        if (!drawings.isEmpty() && !Fonts.installed()) {
            out.println("no figures: Java finds no font");
            return;
        }
        for (Drawing drawing : drawings) {
            Path file = drawing.file(folder);
            try {
                drawing.code().draw().write(file);
                out.println(file + ": " + drawing.look());
            } catch (IOException e) {
                out.println("no " + file + ": " + e.getMessage());
            }
        }
    }
}
