package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A chapter of the book as a program: its sections in order, each with a heading and code that prints what the book
 * prints, and its figures.
 *
 * @param title the chapter's number and name
 * @param sections the sections that print something
 * @param drawings the figures
 */
record Chapter(String title, List<Section> sections, List<Drawing> drawings) {
    /** The folder for the figures of the programs. */
    static final Path FIGURES = Path.of("target", "figures");

    /**
     * A section.
     *
     * @param heading the number and name of the section
     * @param code the code, which prints
     */
    record Section(String heading, Output.Code code) {}

    /**
     * A figure.
     *
     * @param name the section and the content, which make the name of the file
     * @param look what to look at in the figure
     * @param code the code
     */
    record Drawing(String name, String look, DrawingCode code) {
        /** Returns the file of the figure. */
        Path file(Path folder) {
            return folder.resolve(name + ".png");
        }
    }

    /** Code that draws. */
    @FunctionalInterface
    interface DrawingCode {
        Figure draw() throws IOException;
    }

    /** The folder for the parameters of networks that learn all that the book's do. */
    static final Path PARAMETERS = Path.of("target", "parameters");

    /** Returns whether the arguments of a program ask for all that the book does. */
    static boolean isFull(String... args) {
        return args.length > 0 && args[0].equals("full");
    }

    /** Returns the folder for parameters that the arguments of a program name after {@code full}. */
    static Path parameters(String... args) {
        return args.length > 1 ? Path.of(args[1]) : PARAMETERS;
    }

    static Chapter of(String title, Section... sections) {
        return new Chapter(title, List.of(sections), List.of());
    }

    static Section section(String heading, Output.Code code) {
        return new Section(heading, code);
    }

    static Drawing figure(String name, String look, DrawingCode code) {
        return new Drawing(name, look, code);
    }

    /** Returns this chapter with figures. */
    Chapter with(Drawing... figures) {
        return new Chapter(title, sections, List.of(figures));
    }

    /** Prints the sections and draws the figures, as the program of a chapter does. */
    void run() {
        printSections();
        draw(FIGURES, System.err);
    }

    /** Prints the title, and for each section the heading and the output of its code, or which file is missing. */
    void printSections() {
        print(title);
        for (Section section : sections) {
            print();
            print("=== " + section.heading());
            try {
                section.code().run();
            } catch (IOException e) {
                print(e.getMessage());
            }
        }
    }

    /** Draws the figures to files in the folder, and prints their names and what to look at, or why one is missing. */
    void draw(Path folder, PrintStream out) {
        draw(drawings, folder, out);
    }

    static void draw(List<Drawing> drawings, Path folder, PrintStream out) {
        // Nothing opens a window, so Java need not look for a display.
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
