package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.TorchTensor;
import java.util.List;
import java.util.Map;

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
@TorchTensor(name = "weight", of = "W")
@TorchTensor(name = "bias", of = "b")
public final class Conv2d extends ReadyModel {
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
        this(
                Variable.of(
                        firstFilters(new SlidingWindow(size, size, stride, padding), filters, channels, random, dtype)),
                Variable.of(NDArray.zeros(dtype, filters)),
                stride,
                padding);
    }

    /** Draws the filters, of the size of a window, which has been checked. */
    private static NDArray firstFilters(
            SlidingWindow window, int filters, int channels, RandomState random, DType dtype) {
        int size = window.height();
        return FirstWeights.of(channels * size * size, random, dtype, filters, channels, size, size);
    }

    private Conv2d(Variable filters, Variable bias, int stride, int padding) {
        if (filters.shape().ndim() != 4) {
            throw new IllegalArgumentException("W must be filters, not of shape " + filters.shape());
        }
        int size = filters.shape().get(2);
        new SlidingWindow(size, size, stride, padding); // checks them
        this.filters = parameter("W", filters);
        this.bias = parameter("b", bias);
        this.stride = stride;
        this.padding = padding;
        checkArrays(List.of("W filters channels size size", "b filters"));
    }

    static Conv2d unpacked(SerializedForm form) {
        return new Conv2d(
                form.part("W", Variable.class),
                form.part("b", Variable.class),
                Math.toIntExact(form.part("stride", NDArray.class).asLong()),
                Math.toIntExact(form.part("padding", NDArray.class).asLong()));
    }

    @Override
    Map<String, NDArray> options() {
        return NamedArrays.of("stride", NDArray.scalar((long) stride), "padding", NDArray.scalar((long) padding));
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
