package io.github.dlfs4j.graph;

import static io.github.dlfs4j.graph.Operation.unary;

import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.image.WindowProduct;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.Objects;

/**
 * Convolutions, section 7.2. Images, filters and outputs have one form that is linear in each of them: the sum of all
 * products of a pixel, an element of a filter that meets it, and the output at that position. The derivative of this
 * form by one of the three is an operation on the other two: {@link #conv2d} gives that by the outputs,
 * {@link #deconv2d} that by the images, and {@link #gradientOfFilters} that by the filters. So each of the three is the
 * backward pass of the others, and derivatives of every order exist.
 *
 * @param window the window, of the size of a filter
 * @param images the shape (n, channels, height, width) of the images
 * @param filters the shape (filters, channels, window height, window width) of the filters
 */
record ConvolutionOperations(SlidingWindow window, Shape images, Shape filters) {
    /** Filters images; the bias is null for none. */
    static Variable conv2d(Variable images, Variable filters, Variable bias, int[] stride, int[] padding) {
        SlidingWindow window = window(filters, stride, padding);
        int[] out = window.output("conv2d", images.shape());
        int count = filters.shape().get(0);
        checkChannels("conv2d", filters.shape().get(1), out[1]);
        checkBias(bias, count);
        Operation operation = new ConvolutionOperations(window, images.shape(), filters.shape()).conv2d();
        return bias == null ? operation.apply(images, filters) : operation.apply(images, filters, bias);
    }

    /** Spreads outputs over the smallest images that give outputs of their shape; the bias is null for none. */
    static Variable deconv2d(Variable outputs, Variable filters, Variable bias, int[] stride, int[] padding) {
        SlidingWindow window = window(filters, stride, padding);
        Shape small = outputs.shape();
        if (small.ndim() != 4) {
            throw new IllegalArgumentException(
                    "deconv2d needs images of shape (n, channels, height, width), not " + small);
        }
        int channels = filters.shape().get(1);
        checkChannels("deconv2d", filters.shape().get(0), small.get(1));
        checkBias(bias, channels);
        int height = window.strideY() * (small.get(2) - 1) + window.height() - 2 * window.paddingY();
        int width = window.strideX() * (small.get(3) - 1) + window.width() - 2 * window.paddingX();
        if (small.get(2) == 0 || small.get(3) == 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("deconv2d of images of %sx%s leaves none of %sx%s"
                    .formatted(small.get(2), small.get(3), height, width));
        }
        Shape large = Shape.of(small.get(0), channels, height, width);
        Operation operation = new ConvolutionOperations(window, large, filters.shape()).deconv2d();
        return bias == null ? operation.apply(outputs, filters) : operation.apply(outputs, filters, bias);
    }

    private static SlidingWindow window(Variable filters, int[] stride, int... padding) {
        Shape shape = Objects.requireNonNull(filters, "w").shape();
        if (shape.ndim() != 4) {
            throw new IllegalArgumentException(
                    "W must have the shape (filters, channels, height, width), not " + shape);
        }
        return SlidingWindow.of(shape.get(2), shape.get(3), stride, padding);
    }

    private static void checkChannels(String operation, int expected, int channels) {
        if (channels != expected) {
            throw new IllegalArgumentException(
                    "%s of %s channels cannot take images of %s".formatted(operation, expected, channels));
        }
    }

    private static void checkBias(Variable bias, int length) {
        if (bias != null && !bias.shape().equals(Shape.of(length))) {
            throw new IllegalArgumentException(
                    "b must have the shape %s, not %s".formatted(Shape.of(length), bias.shape()));
        }
    }

    /** Filters images, and adds a bias if there is a third input. */
    private Operation conv2d() {
        return new Operation("conv2d", this::filtered, (input, dout, inputs, y) -> switch (input) {
                    case 0 -> deconv2d().apply(dout, inputs[1]);
                    case 1 -> gradientOfFilters().apply(inputs[0], dout);
                    default -> dout.apply(gradientOfBias());
                })
                .inOnnx(inputs -> OnnxOperator.of("Conv", window, window.paddingY(), window.paddingX()));
    }

    private NDArray filtered(NDArray... inputs) {
        NDArray bias = inputs.length == 3
                ? inputs[2]
                : NDArray.zeros(DType.promote(inputs[0].dtype(), inputs[1].dtype()), filters.get(0));
        return new WindowProduct(inputs[0], inputs[1], window).filtered(bias);
    }

    /** Adds each output, times its filter, to the pixels under it, and a bias if there is a third input. */
    private Operation deconv2d() {
        return new Operation("deconv2d", this::spread, (input, dout, inputs, y) -> switch (input) {
            case 0 -> conv2d().apply(dout, inputs[1]);
            case 1 -> gradientOfFilters().apply(dout, inputs[0]);
            default -> dout.sum(ReductionOptions.axes(0, 2, 3));
        });
    }

    private NDArray spread(NDArray... inputs) {
        DType dtype = DType.promote(inputs[0].dtype(), inputs[1].dtype());
        NDArray sums = new WindowProduct(ofShape(images, dtype), inputs[1], window)
                .gradientOfImages(inDType(inputs[0], dtype));
        return inputs.length == 3 ? sums.addi(inputs[2].reshape(-1, 1, 1)) : sums;
    }

    /** Adds up, for each element of a filter, the pixels that it meets, times the outputs. */
    private Operation gradientOfFilters() {
        return new Operation("filter gradient", this::filterGradient, (input, dout, inputs, y) -> switch (input) {
            case 0 -> deconv2d().apply(inputs[1], dout);
            default -> conv2d().apply(inputs[0], dout);
        });
    }

    private NDArray filterGradient(NDArray... inputs) {
        DType dtype = DType.promote(inputs[0].dtype(), inputs[1].dtype());
        return new WindowProduct(inputs[0], ofShape(filters, dtype), window)
                .gradientOfFilters(inDType(inputs[1], dtype));
    }

    /** Adds up the outputs of each filter, in the order of the sums of {@link #gradientOfFilters}. */
    private Operation gradientOfBias() {
        return unary(
                "sum",
                x -> new WindowProduct(ofShape(images, x.dtype()), ofShape(filters, x.dtype()), window)
                        .gradientOfBias(x),
                (dout, x, y) -> dout.reshape(-1, 1, 1).broadcastTo(x.shape()));
    }

    /** Returns an array of zeros that takes no memory, for a product that only needs its shape. */
    private static NDArray ofShape(Shape shape, DType dtype) {
        return NDArray.zeros(dtype).broadcastTo(shape);
    }

    private static NDArray inDType(NDArray array, DType dtype) {
        return array.dtype() == dtype ? array : array.astype(dtype);
    }
}
