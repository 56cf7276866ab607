package io.github.dlfs4j.ndarray.io;

/**
 * The names that entries of an {@code .npz} file may have. They are keys, but no program shall mistake one for a path.
 */
final class EntryNames {
    private EntryNames() {}

    /** What is wrong with the name, null if nothing is. */
    static String fault(String name) {
        if (!name.endsWith(Npz.SUFFIX)) {
            return "no ending " + Npz.SUFFIX;
        }
        String stem = name.substring(0, name.length() - Npz.SUFFIX.length());
        for (String part : stem.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
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
