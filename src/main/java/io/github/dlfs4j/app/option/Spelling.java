package io.github.dlfs4j.app.option;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant by a mistyped one. */
final class Spelling {
    /** Returns the nearest name, if at most a third of it is wrong. */
    static Optional<String> nearest(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> 3 * distance(typed, name) <= name.length())
                .min(Comparator.comparing(name -> distance(typed, name)));
    }

    /** Counts the characters to insert, to delete or to replace (Levenshtein, 1966), row by row of the two texts. */
    private static int distance(String typed, String name) {
        int[] row = new int[name.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int changed = i == 0 || typed.charAt(i - 1) == name.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = i == 0 ? j : Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[name.length()];
    }
}
