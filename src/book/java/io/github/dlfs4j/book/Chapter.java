package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A chapter of the book as a program: its sections in order, each with code that prints what the book prints, and its
 * figures. Titles, and what to look at in figures, are in the language of the thread.
 *
 * @param name the number of the chapter; a name for what comes after the chapters
 * @param sections the sections that print something
 * @param drawings the figures
 */
record Chapter(String name, List<Section> sections, List<Drawing> drawings) {
    /** The folder for the figures of the programs. */
    static final Path FIGURES = Path.of("target", "figures");

    private static final Words TITLES = new Words("io.github.dlfs4j.book.titles");

    /**
     * Returns a title behind the number, if there is one: that of {@code 5.3.1-addition} is 5.3.1 Addition. What has no
     * title of its own has that of its section.
     */
    private static String title(String name) {
        String number = name.replaceFirst("[a-z-].*", "");
        return (number + " " + TITLES.of(TITLES.has(name) ? name : number)).strip();
    }

    /** Returns the title that a computational graph itself has. */
    static String titleOfGraph(String name) {
        return TITLES.of(name + ".graph");
    }

    /** Returns what a computational graph calls a quantity that is no letter. */
    static String nameInGraph(String name) {
        return TITLES.of("name." + name);
    }

    /** Returns the title of this chapter behind its number. */
    String title() {
        return title(name);
    }

    /**
     * A section.
     *
     * @param name its number and, if that of another section is the same, its content
     * @param code the code, which prints
     */
    record Section(String name, Output.Code code) {
        /** Returns the title of this section behind its number. */
        String title() {
            return Chapter.title(name);
        }
    }

    /**
     * A figure.
     *
     * @param name the section and the content, which make the name of the file
     * @param sentence the key of the sentence that says what to look at
     * @param numbers the numbers in this sentence
     * @param code the code
     */
    record Drawing(String name, String sentence, List<Object> numbers, DrawingCode code) {
        /** Returns the title of this figure behind the number of its section. */
        String title() {
            return Chapter.title(name);
        }

        /** Returns what to look at in this figure. */
        String look() {
            return TITLES.of(sentence, numbers.toArray());
        }

        /** Returns this figure, with another sentence unless the program does what it usually does. */
        Drawing unless(boolean isUsual, String otherSentence, Object... otherNumbers) {
            return isUsual ? this : new Drawing(name, otherSentence, List.of(otherNumbers), code);
        }

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

    static Chapter of(String name, Section... sections) {
        return new Chapter(name, List.of(sections), List.of());
    }

    static Section section(String name, Output.Code code) {
        return new Section(name, code);
    }

    static Drawing figure(String name, DrawingCode code) {
        return new Drawing(name, name + ".look", List.of(), code);
    }

    /** Returns this chapter with figures. */
    Chapter with(Drawing... figures) {
        return new Chapter(name, sections, List.of(figures));
    }

    /** Prints the sections and draws the figures, as the program of a chapter does. */
    void run() {
        printSections();
        draw(FIGURES, System.err);
    }

    /** Prints the title, and for each section its title and the output of its code, or which file is missing. */
    void printSections() {
        print(title());
        for (Section section : sections) {
            print();
            print("=== " + section.title());
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
