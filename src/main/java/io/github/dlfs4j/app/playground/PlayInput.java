package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a network may see of a point. */
public enum PlayInput {
    /** The coordinate x. */
    X("x", "x", (x, y) -> x),
    /** The coordinate y. */
    Y("y", "y", (x, y) -> y),
    /** The square of x. */
    XX("x²", "x.square()", (x, y) -> x.square()),
    /** The square of y. */
    YY("y²", "y.square()", (x, y) -> y.square()),
    /** The product of both coordinates. */
    XY("xy", "x.mul(y)", NDArray::mul),
    /** The sine of x. */
    SINX("sin x", "x.sin()", (x, y) -> x.sin()),
    /** The sine of y. */
    SINY("sin y", "y.sin()", (x, y) -> y.sin());

    /** The inputs of a network that sees a point as it is. */
    public static final List<PlayInput> COORDINATES = List.of(X, Y);

    private final String title;
    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final BinaryOperator<NDArray> values;

    PlayInput(String title, String code, BinaryOperator<NDArray> values) {
        this.title = title;
        this.code = code;
        this.values = values;
    }

    /** {@return the name as people write it} */
    public String title() {
        return title;
    }

    /**
     * Returns what makes the inputs of a network.
     *
     * @param inputs what the network sees of a point
     * @return makes inputs of shape (n, inputs) of points of shape (n, 2)
     */
    public static UnaryOperator<NDArray> preparation(List<PlayInput> inputs) {
        return points -> {
            NDArray x = points.get(Index.all(), Index.at(0));
            NDArray y = points.get(Index.all(), Index.at(1));
            return NDArray.stack(
                    1, inputs.stream().map(input -> input.values.apply(x, y)).toArray(NDArray[]::new));
        };
    }

    /** Returns the same as a method of a program. */
    static String declaration(List<PlayInput> inputs) {
        return """
                    /** What the network sees of points. */
                    private static NDArray inputs(NDArray points) {
                        NDArray x = points.get(Index.all(), Index.at(0));
                        NDArray y = points.get(Index.all(), Index.at(1));
                        return NDArray.stack(1, %s);
                    }

                """.formatted(inputs.stream().map(input -> input.code).collect(Collectors.joining(", ")));
    }
}
