package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.List;

/**
 * A convolution, section 7.2: filters that slide over images. Its parameters are {@code W} and {@code b}.
 *
 * <pre>{@code
 * Conv2d conv = new Conv2d(3, 8, 5, 1, 2, new RandomState(0));
 * System.out.println(conv + " " + conv.predict(NDArray.zeros(10, 3, 28, 28)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * Conv2d(3, 8, 5, stride=1, padding=2) (10, 8, 28, 28)
 * }</pre>
 */
public final class Conv2d extends Model {
    private static final long serialVersionUID = 1;

    private final Variable filters;
    private final Variable bias;
    private final int stride;
    private final int padding;

    /**
     * Creates a layer of float64. The filters are drawn from the normal distribution with the deviation
     * <i>√(1/(channels · size²))</i>, and the bias is 0.
     *
     * @param channels the number of channels of an image
     * @param filters the number of filters
     * @param size the height and the width of a filter
     * @param stride the step from one position of a filter to the next
     * @param padding the width of the margin of zeros around an image
     * @param random the generator for the filters, for {@code randn}
     * @throws IllegalArgumentException {@code a window needs a positive size and stride and no negative padding, …}
     */
    public Conv2d(int channels, int filters, int size, int stride, int padding, RandomState random) {
        this(channels, filters, size, stride, padding, random, DType.FLOAT64);
    }

    /**
     * Creates a layer. The same numbers are drawn for both dtypes.
     *
     * @param channels the number of channels of an image
     * @param filters the number of filters
     * @param size the height and the width of a filter
     * @param stride the step from one position of a filter to the next
     * @param padding the width of the margin of zeros around an image
     * @param random the generator for the filters, for {@code randn}
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}, or {@code a window
     *     needs a positive size and stride and no negative padding, …}
     */
    public Conv2d(int channels, int filters, int size, int stride, int padding, RandomState random, DType dtype) {
        new SlidingWindow(size, size, stride, padding); // refuses a size before anything is drawn
        this.filters =
                parameter("W", FirstWeights.of(channels * size * size, random, dtype, filters, channels, size, size));
        this.bias = parameter("b", NDArray.zeros(dtype, filters));
        this.stride = stride;
        this.padding = padding;
    }

    /**
     * Slides the filters over images.
     *
     * @param x shape (n, channels, height, width)
     * @return shape (n, filters, out height, out width)
     * @throws IllegalArgumentException as for {@link Variable#conv2d(Variable, Variable, int, int) Variable.conv2d}
     */
    @Override
    public Variable forward(Variable x) {
        return x.conv2d(filters, bias, stride, padding);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        checkFields(List.of("W", "b"), filters, bias);
        if (filters.shape().ndim() != 4) {
            throw new InvalidObjectException("W must be filters, not of shape " + filters.shape());
        }
        checkArrays(List.of("W filters channels size size", "b filters"));
        int size = filters.shape().get(2);
        checked(() -> new SlidingWindow(size, size, stride, padding));
    }

    @Override
    public String toString() {
        return "Conv2d(%s, %s, %s, stride=%s, padding=%s)"
                .formatted(
                        filters.shape().get(1),
                        filters.shape().get(0),
                        filters.shape().get(2),
                        stride,
                        padding);
    }
}
