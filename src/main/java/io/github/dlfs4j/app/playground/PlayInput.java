package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a network may see of a point. */
public enum PlayInput {
    /** The coordinate x. */
    X((x, y) -> x),
    /** The coordinate y. */
    Y((x, y) -> y),
    /** The square of x. */
    XX((x, y) -> x.square()),
    /** The square of y. */
    YY((x, y) -> y.square()),
    /** The product of both coordinates. */
    XY(NDArray::mul),
    /** The sine of x. */
    SINX((x, y) -> x.sin()),
    /** The sine of y. */
    SINY((x, y) -> y.sin());

    /** The inputs of a network that sees a point as it is. */
    public static final List<PlayInput> COORDINATES = List.of(X, Y);

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final BinaryOperator<NDArray> values;

    PlayInput(BinaryOperator<NDArray> values) {
        this.values = values;
    }

    /**
     * Returns what makes the inputs of a network.
     *
     * @param inputs what the network sees of a point
     * @return makes inputs of shape (n, inputs) of points of shape (n, 2)
     */
    public static UnaryOperator<NDArray> preparation(PlayInput... inputs) {
        return points -> {
            NDArray x = points.get(Index.all(), Index.at(0));
            NDArray y = points.get(Index.all(), Index.at(1));
            return NDArray.stack(
                    1, Stream.of(inputs).map(input -> input.values.apply(x, y)).toArray(NDArray[]::new));
        };
    }
}
