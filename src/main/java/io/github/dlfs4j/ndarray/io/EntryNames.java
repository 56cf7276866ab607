package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The rules for names of entries in an archive. Names are keys, and none of them may look like a path to another
 * program.
 */
final class EntryNames {
    /** @throws IllegalArgumentException if the name or array is null */
    static void checkNamed(String name, NDArray array) {
        if (name == null || array == null) {
            throw new IllegalArgumentException(
                    name == null ? "cannot name an array null" : "array '%s' is null".formatted(Excerpt.of(name)));
        }
    }

    /** Says what is wrong with a name, or returns null if it is good. */
    static String fault(String name, String suffix) {
        if (!name.endsWith(suffix)) {
            return "no ending " + suffix;
        }
        String stem = name.substring(0, name.length() - suffix.length());
        for (String part : stem.split("/", -1)) {
            boolean isDrive = part.length() == 2 && part.endsWith(":");
            if (part.isEmpty() || part.equals(".") || part.equals("..") || isDrive) {
                return part.isEmpty() ? "an empty part" : "the part " + part;
            }
        }
        for (int i = 0; i < stem.length(); i++) {
            if (stem.charAt(i) == '\\' || Character.isISOControl(stem.charAt(i))) {
                return "a backslash or control character";
            }
        }
        return null;
    }
}
