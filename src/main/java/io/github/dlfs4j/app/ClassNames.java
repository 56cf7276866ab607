package io.github.dlfs4j.app;

import java.io.PrintStream;
import java.util.List;

/**
 * What the classes of a data set are called.
 *
 * @param names a name for each class; none where they are the digits themselves, or not known
 */
record ClassNames(List<String> names) {
    static final ClassNames DIGITS = new ClassNames(List.of());

    ClassNames {
        names = List.copyOf(names);
    }

    String of(long label) {
        return names.isEmpty() ? Long.toString(label) : names.get((int) label);
    }

    /** Says which number stands for which name, if there are names. */
    void printLegend(PrintStream out) {
        for (int label = 0; label < names.size(); label++) {
            out.println("    " + label + "  " + names.get(label));
        }
    }
}
