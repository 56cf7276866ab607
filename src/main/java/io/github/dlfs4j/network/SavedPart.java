package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Line;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a file says of a layer or a network of your own, from which a {@link NetworkRegistry} makes it again: the text
 * that its {@code toString()} gave, and its arrays. A text such as {@code Swish(1.5)} or {@code Swish(beta=1.5)} has a
 * name and arguments. If {@code toString()} gave something else, there are no arguments.
 */
public final class SavedPart {
    private final Line line;
    private final Function<String, NDArray> arrays;
    private final RandomState random;

    /** @param arrays returns the part's own array of a name, such as W */
    SavedPart(Line line, Function<String, NDArray> arrays, RandomState random) {
        this.line = line;
        this.arrays = arrays;
        this.random = random;
    }

    /** {@return the name, for example {@code Swish}} */
    public String name() {
        return line.name();
    }

    /** {@return the arguments, the texts between the commas in parentheses; unmodifiable} */
    public List<String> arguments() {
        return List.copyOf(line.arguments());
    }

    /**
     * {@return an argument that is a number}
     *
     * @param position the position of the argument, from 0
     * @throws IllegalArgumentException {@code argument 1 of Swish(1.5) is missing}, or {@code argument 0 of Swish(x)
     *     must be a number}; loading then fails with a message that names the file
     */
    public double number(int position) {
        return parsed(Integer.toString(position), text(position), "a number", Double::valueOf);
    }

    /**
     * {@return an argument that is a number and has a name, as in {@code Swish(beta=1.5)}}
     *
     * @param argument the name of the argument
     * @throws IllegalArgumentException as for the other method
     */
    public double number(String argument) {
        return parsed(argument, text(argument), "a number", Double::valueOf);
    }

    /**
     * {@return an argument that is an integer, such as the number of inputs}
     *
     * @param position the position of the argument, from 0
     * @throws IllegalArgumentException {@code argument 1 of Scale(5) is missing}, or {@code argument 0 of Scale(x) must
     *     be an integer}
     */
    public int integer(int position) {
        return parsed(Integer.toString(position), text(position), "an integer", Integer::valueOf);
    }

    /**
     * {@return an argument that is an integer and has a name, as in {@code Scale(size=5)}}
     *
     * @param argument the name of the argument
     * @throws IllegalArgumentException as for the other method
     */
    public int integer(String argument) {
        return parsed(argument, text(argument), "an integer", Integer::valueOf);
    }

    /**
     * {@return an argument as a text}
     *
     * @param position the position of the argument, from 0
     * @throws IllegalArgumentException {@code argument 1 of Swish(1.5) is missing}
     */
    public String text(int position) {
        if (position < 0 || position >= line.arguments().size()) {
            throw wrong(Integer.toString(position), "is missing");
        }
        return line.arguments().get(position);
    }

    /**
     * Returns an argument that has a name, as a text.
     *
     * @param argument the name of the argument
     * @return the text behind the equals sign
     * @throws IllegalArgumentException {@code argument beta of Swish(1.5) is missing}
     */
    public String text(String argument) {
        String start = Objects.requireNonNull(argument, "argument") + "=";
        return line.arguments().stream()
                .filter(text -> text.startsWith(start))
                .findFirst()
                .orElseThrow(() -> wrong(argument, "is missing"))
                .substring(start.length());
    }

    private <T> T parsed(String argument, String text, String kind, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            IllegalArgumentException wrong = wrong(argument, "must be " + kind);
            wrong.initCause(e);
            throw wrong;
        }
    }

    private IllegalArgumentException wrong(String argument, String fault) {
        return new IllegalArgumentException(
                "argument %s of %s %s".formatted(Excerpt.of(argument), Excerpt.of(toString()), fault));
    }

    /**
     * Returns a saved array. You need it only if its shape cannot be told from the arguments: when the layer or the
     * network is made, all its arrays get the saved numbers anyway.
     *
     * @param array the name of the array in the layer, such as {@code W}, or in the network, such as {@code l1/W}
     * @return the array, which the layer may use as its own
     * @throws IllegalArgumentException {@code parameter W2 is missing}
     */
    public NDArray array(String array) {
        return arrays.apply(Objects.requireNonNull(array, "array"));
    }

    /** {@return a generator, for layers such as dropout: that of seed 0 which all layers of the network share} */
    public RandomState random() {
        return random;
    }

    /** {@return the text, for example {@code Swish(1.5)}} */
    @Override
    public String toString() {
        List<String> arguments = line.arguments();
        return line.name() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }
}
