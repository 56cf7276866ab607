package io.github.dlfs4j.app.data;

import java.io.PrintStream;
import java.util.List;

/**
 * The names of the classes of a data set.
 *
 * @param names a name for each class; empty if the classes are digits, or if their names are not known
 */
public record ClassNames(List<String> names) {
    /** The classes are digits. */
    public static final ClassNames DIGITS = new ClassNames(List.of());

    /** Keeps the names. */
    public ClassNames {
        names = List.copyOf(names);
    }

    /**
     * Returns the name of a class.
     *
     * @param label the number of the class
     * @return the name, or the number if there are no names
     */
    public String of(long label) {
        return names.isEmpty() ? Long.toString(label) : names.get((int) label);
    }

    /**
     * Prints the number and the name of each class, if the classes have names.
     *
     * @param out where they are printed
     */
    public void printLegend(PrintStream out) {
        for (int label = 0; label < names.size(); label++) {
            out.println("    " + label + "  " + names.get(label));
        }
    }
}
