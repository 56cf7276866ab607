package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.image.WindowMaximum;
import io.github.dlfs4j.ndarray.image.WindowProduct;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Operators of windows that slide over the axes after the first two, however many there are. A pixel of a window meets,
 * in all positions of the window, a strided view of the input with its margin: one view for each pixel.
 */
final class Windows {
    private static final int FIRST = 2;

    private final NDArray x;
    /** The lengths of the input, of the window and of the output. */
    private final int[] lengths;

    private final int[] size;
    private final int[] out;
    private final int[] strides;
    private final int[] dilations;
    /** The margins before and after the input, and what lies behind these in the last windows. */
    private final int[] before;

    private final int[] after;
    private final int[] behind;

    /** @param size the lengths of the window */
    private Windows(Call n, int... size) {
        x = n.x();
        int count = x.ndim() - FIRST;
        if (count < 1 || size.length != count) {
            throw new IllegalArgumentException(
                    "a window of %s axes does not fit an input of shape %s".formatted(size.length, x.shape()));
        }
        this.size = size;
        lengths = Arrays.copyOfRange(x.shape().toArray(), FIRST, x.ndim());
        strides = n.numbersOr("strides", count, 1);
        dilations = n.numbersOr("dilations", count, 1);
        int[] pads = n.numbersOr("pads", 2 * count, 0);
        before = Arrays.copyOf(pads, count);
        after = Arrays.copyOfRange(pads, count, 2 * count);
        behind = new int[count];
        out = new int[count];
        for (int i = 0; i < count; i++) {
            place(i, n.text("auto_pad"), n.has("ceil_mode") && n.flag("ceil_mode"));
        }
    }

    /** Finds the margins and the positions along an axis. */
    private void place(int i, String auto, boolean isUp) {
        long span = (size[i] - 1L) * dilations[i] + 1;
        if (Math.min(Math.min(size[i], strides[i]), Math.min(dilations[i], before[i] + 1)) < 1 || after[i] < 0) {
            throw new IllegalArgumentException("a window needs positive lengths and steps and no negative margins");
        }
        if (!auto.equals("NOTSET")) {
            long missing = Math.max((lengths[i] - 1L) / strides[i] * strides[i] + span - lengths[i], 0);
            int all = auto.equals("VALID") ? 0 : Lengths.checkLength(missing);
            before[i] = auto.equals("SAME_LOWER") ? all - all / 2 : all / 2;
            after[i] = all - before[i];
        }
        long room = (long) before[i] + lengths[i] + after[i] - span;
        if (room < 0) {
            throw new IllegalArgumentException("a window of %s does not fit into %s".formatted(span, room + span));
        }
        long last = (isUp ? room + strides[i] - 1 : room) / strides[i];
        // No window begins behind the input.
        last -= isUp && last * strides[i] >= (long) lengths[i] + before[i] ? 1 : 0;
        out[i] = Lengths.checkLength(last + 1);
        behind[i] = Lengths.checkLength(Math.max(last * strides[i] - room, 0));
    }

    /** Returns an array of the input's last axes with a margin, and what lies behind it. */
    private NDArray padded(NDArray array, double inMargin, double beyond) {
        return padded(padded(array, before, after, inMargin), new int[size.length], behind, beyond);
    }

    private static NDArray padded(NDArray array, int[] before, int[] after, double value) {
        int[][] widths = new int[array.ndim()][2];
        for (int i = 0; i < before.length; i++) {
            widths[array.ndim() - before.length + i] = new int[] {before[i], after[i]};
        }
        boolean isPadded =
                IntStream.concat(IntStream.of(before), IntStream.of(after)).anyMatch(width -> width > 0);
        return !isPadded
                ? array
                : array.dtype().isFloating() ? array.pad(widths, value) : array.pad(widths, (long) value);
    }

    /** Returns what each pixel of the window meets in a padded array. */
    private List<NDArray> met(NDArray padded) {
        List<NDArray> views = new ArrayList<>();
        for (IndexIterator pixels = new IndexIterator(size); pixels.hasNext(); ) {
            int[] pixel = pixels.next();
            Index[] index = new Index[size.length + 1];
            index[0] = Index.ellipsis();
            for (int i = 0; i < size.length; i++) {
                int first = pixel[i] * dilations[i];
                index[i + 1] = Index.range(first, first + (out[i] - 1) * strides[i] + 1, strides[i]);
            }
            views.add(padded.get(index));
        }
        return views;
    }

    /** Returns the window if it is one of images or lines without gaps, otherwise null. */
    private SlidingWindow plain() {
        boolean isLine = size.length == 1;
        boolean isPlain = size.length <= 2 && Arrays.stream(dilations).allMatch(dilation -> dilation == 1);
        int last = size.length - 1;
        return isPlain
                ? new SlidingWindow(isLine ? 1 : size[0], size[last], isLine ? 1 : strides[0], strides[last], 0, 0)
                : null;
    }

    private static NDArray asImages(NDArray array) {
        return array.ndim() == FIRST + 1 ? array.expandDims(FIRST) : array;
    }

    /** Gives the elements of positions the shape of the output. */
    private NDArray shaped(NDArray elements, int channels) {
        return elements.reshape(Lengths.joined(new int[] {x.shape(0), channels}, out));
    }

    static NDArray convolution(Call n) {
        int[] filters = n.in(1).shape().toArray();
        Windows windows = new Windows(n, Arrays.copyOfRange(filters, Math.min(FIRST, filters.length), filters.length));
        int groups = n.number("group");
        if (groups < 1 || n.x().shape(1) != groups * filters[1] || Math.floorMod(filters[0], groups) != 0) {
            throw new IllegalArgumentException("filters of shape %s in %s groups do not fit an input of shape %s"
                    .formatted(n.in(1).shape(), groups, n.x().shape()));
        }
        NDArray padded = windows.padded(n.x(), 0, 0);
        NDArray bias = n.has(2) ? n.in(2) : NDArray.zeros(n.x().dtype(), filters[0]);
        SlidingWindow plain = windows.plain();
        if (groups == 1 && plain != null) {
            NDArray filtered = new WindowProduct(asImages(padded), asImages(n.in(1)), plain).filtered(bias);
            return windows.shaped(filtered, filters[0]);
        }
        NDArray columns = NDArray.stack(FIRST, windows.met(padded));
        NDArray ofGroups = columns.reshape(n.x().shape(0), groups, n.in(1).size() / filters[0], -1);
        NDArray product = n.in(1).reshape(groups, filters[0] / groups, -1).matmul(ofGroups);
        return windows.shaped(product, filters[0]).addi(Normalization.ofChannels(bias, n.x()));
    }

    static NDArray average(Call n) {
        Windows windows = new Windows(n, n.numbers("kernel_shape"));
        NDArray ones = NDArray.ones(n.x().dtype(), windows.lengths);
        NDArray counts = windows.sum(windows.padded(ones, n.flag("count_include_pad") ? 1 : 0, 0));
        return windows.sum(windows.padded(n.x(), 0, 0)).divi(counts);
    }

    private NDArray sum(NDArray padded) {
        List<NDArray> views = met(padded);
        NDArray sum = views.get(0).copy();
        views.subList(1, views.size()).forEach(sum::addi);
        return sum;
    }

    /** Returns the largest elements, and their positions in the whole input if they are wanted. */
    static NDArray[] max(Call n) {
        Windows windows = new Windows(n, n.numbers("kernel_shape"));
        NDArray x = n.x();
        NDArray padded = windows.padded(x, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        SlidingWindow plain = windows.plain();
        if (plain == null) {
            return new NDArray[] {
                windows.met(padded).stream().reduce(NDArray::maximum).orElseThrow()
            };
        }
        NDArray images = asImages(padded);
        NDArray positions = n.outputs() == 1 ? null : NDArray.zeros(DType.INT64, plain.output("", images.shape()));
        NDArray largest = windows.shaped(WindowMaximum.find(images, plain, positions), x.shape(1));
        return positions == null
                ? new NDArray[] {largest}
                : new NDArray[] {largest, windows.inInput(positions, images.shape(-1), n.flag("storage_order"))};
    }

    /** Returns positions in the whole input for those in padded images, whose rows have some width. */
    private NDArray inInput(NDArray inImages, int width, boolean isColumnMajor) {
        int last = size.length - 1;
        NDArray[] rowAndColumn = MathFunctions.divmod(inImages, (long) width);
        NDArray row = rowAndColumn[0].subi(last == 0 ? 0L : before[0]);
        NDArray column = rowAndColumn[1].subi((long) before[last]);
        int pixels = (int) Lengths.product(lengths);
        NDArray inPlane = isColumnMajor
                ? column.mul(pixels / lengths[last]).add(row)
                : row.mul(lengths[last]).add(column);
        NDArray planes = NDArray.arange(x.shape(0) * x.shape(1)).mul(pixels);
        return shaped(inPlane.add(planes.reshape(x.shape(0), x.shape(1), 1, 1)), x.shape(1));
    }

    /** Returns the axes after the first two, which stay with length 1. */
    static ReductionOptions spatialAxes(NDArray x) {
        return ReductionOptions.axes(IntStream.range(FIRST, x.ndim()).toArray()).keepDims();
    }
}
