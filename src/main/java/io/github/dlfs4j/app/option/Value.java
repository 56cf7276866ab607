package io.github.dlfs4j.app.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kind of value that an option takes.
 *
 * @param <T> the type of the value
 */
public interface Value<T> {
    /**
     * Describes the value for messages.
     *
     * @return for example {@code an integer from 0 to 9}
     */
    String words();

    /**
     * Reads a value.
     *
     * @param text what was typed
     * @return the value
     * @throws IllegalArgumentException if the text is not such a value
     */
    T read(String text);

    private static <T> T checked(T value, boolean isAllowed) {
        if (!isAllowed) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    /**
     * The name of a file or folder.
     *
     * @param words what it is, for messages
     */
    record Place(String words) implements Value<Path> {
        @Override
        public Path read(String text) {
            return Path.of(text);
        }
    }

    /**
     * The file of a saved network, which is no picture.
     *
     * @param words what it is, for messages
     */
    record Saved(String words) implements Value<Path> {
        @Override
        public Path read(String text) {
            return checked(Path.of(text), !text.toLowerCase(Locale.ROOT).matches("(?s).*\\.(png|jpe?g)"));
        }
    }

    /**
     * An integer of 64 bits in a range.
     *
     * @param least the smallest
     * @param most the largest
     */
    record Whole(long least, long most) implements Value<Long> {
        @Override
        public String words() {
            return "an integer from " + least + (most == Long.MAX_VALUE ? " on" : " to " + most);
        }

        @Override
        public Long read(String text) {
            long value = Long.parseLong(text);
            return checked(value, value >= least && value <= most);
        }
    }

    /**
     * An integer of 32 bits in a range.
     *
     * @param range the range
     */
    record Count(Whole range) implements Value<Integer> {
        Count(int least, int most) {
            this(new Whole(least, most));
        }

        @Override
        public String words() {
            return range.words();
        }

        @Override
        public Integer read(String text) {
            return range.read(text).intValue();
        }
    }

    /**
     * A number in a range.
     *
     * @param words what it is, for messages
     * @param least the smallest
     * @param limit what it is below
     */
    record Real(String words, double least, double limit) implements Value<Double> {
        @Override
        public Double read(String text) {
            double value = Double.parseDouble(text);
            return checked(value, value >= least && value < limit);
        }
    }

    /**
     * One of several names, in upper or lower case.
     *
     * @param <T> the type of what is named
     * @param values what can be chosen
     */
    record Choice<T>(List<T> values) implements Value<T> {
        @Override
        public String words() {
            return values.stream().map(T::toString).collect(Collectors.joining(", ", "one of ", ""));
        }

        @Override
        public T read(String text) {
            for (T value : values) {
                if (value.toString().equalsIgnoreCase(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException();
        }
    }
}
