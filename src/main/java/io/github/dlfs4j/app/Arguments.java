package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/** The arguments of the command line, from the first to the last, as values of the types that options need. */
final class Arguments {
    private final String[] args;
    private int next;

    Arguments(String... args) {
        this.args = args.clone();
    }

    boolean hasNext() {
        return next < args.length;
    }

    /** The next argument as it is: an option. */
    String option() {
        return args[next++];
    }

    private String value(String option, String what) throws UsageException {
        if (!hasNext()) {
            throw new UsageException(option + " needs " + what);
        }
        return args[next++];
    }

    private static UsageException refused(String option, String what, String text) {
        return new UsageException("%s needs %s, not %s".formatted(option, what, Printable.startOf(text)));
    }

    Path path(String option, String what) throws UsageException {
        String name = value(option, what);
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("not the name of " + what + ": " + Printable.startOf(name));
        }
    }

    /** One path or several, up to the next option. */
    List<Path> paths(String option, String what) throws UsageException {
        List<Path> paths = new ArrayList<>();
        do {
            paths.add(path(option, what));
        } while (hasNext() && !args[next].startsWith("--"));
        return paths;
    }

    long integer(String option, long least, long most) throws UsageException {
        String what = most == Long.MAX_VALUE
                ? "an integer from " + least + " on"
                : "an integer from %d to %d".formatted(least, most);
        return integer(option, what, value(option, what), least, most);
    }

    private static long integer(String option, String what, String text, long least, long most) throws UsageException {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for an integer that is too small.
        }
        throw refused(option, what, text);
    }

    /** One integer or several, with commas between them. */
    List<Integer> integers(String option, int least, int most) throws UsageException {
        String what = "an integer from %d to %d, or several with commas".formatted(least, most);
        List<Integer> values = new ArrayList<>();
        for (String part : value(option, what).split(",", -1)) {
            values.add((int) integer(option, what, part, least, most));
        }
        return values;
    }

    /** A number that is finite and that a condition holds for. */
    double number(String option, String what, DoublePredicate condition) throws UsageException {
        String text = value(option, what);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && condition.test(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is not finite.
        }
        throw refused(option, what, text);
    }

    /** One of the values, by its name in upper or lower case. */
    <T> T choice(String option, T[] values) throws UsageException {
        String what = "one of " + Arrays.stream(values).map(T::toString).collect(Collectors.joining(", "));
        String text = value(option, what);
        for (T value : values) {
            if (value.toString().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw refused(option, what, text);
    }
}
