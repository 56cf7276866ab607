package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The checks of the shapes that go into a reduction: the output has that of the result, and the mask can be broadcast
 * to the array.
 *
 * @param function NumPy's name of the function
 * @param lengths the lengths of the array
 * @param axes the axes along which it is reduced
 * @param keepDims whether they stay in the result
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record ReductionShapes(String function, int[] lengths, Axes axes, boolean keepDims) {
    private static final int NEW_AXIS = -1;

    /** Throws an error if the output has not as many axes as the result. */
    public void checkAxesOf(int... out) {
        int expected = axes.reduced(lengths, keepDims).length;
        if (out.length != expected) {
            throw new IllegalArgumentException(
                    "output parameter for reduction operation %s has the wrong number of dimensions: Found %s but expected %s%s"
                            .formatted(
                                    function,
                                    out.length,
                                    expected,
                                    keepDims ? " (must match the operand's when keepdims=True)" : ""));
        }
    }

    /** Throws an error if output or mask, each of which may be null, do not fit the array. */
    public void check(int[] out, int[] mask) {
        if (mask != null && mask.length > lengths.length) {
            throw new IllegalArgumentException("input operand has more dimensions than allowed by the axis remapping");
        }
        int[] spread = out == null ? null : spread(out);
        int[] walked = new int[lengths.length];
        for (int axis = 0; axis < lengths.length; axis++) {
            walked[axis] = 1;
            int ofMask = mask == null ? -1 : axis - lengths.length + mask.length;
            walk(walked, axis, spread == null ? 1 : spread[axis], out, mask);
            walk(walked, axis, lengths[axis], out, mask);
            walk(walked, axis, ofMask < 0 ? 1 : mask[ofMask], out, mask);
        }
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            if (spread != null) {
                checkOutput(axis, spread[axis], walked[axis]);
            }
            if (walked[axis] != lengths[axis]) {
                throw new IllegalArgumentException(
                        "non-broadcastable operand with shape %s doesn't match the broadcast shape %s"
                                .formatted(Lengths.tuple(lengths, ","), Lengths.tuple(walked, ",")));
            }
        }
    }

    /** Returns the lengths of the output on the axes of the array. */
    private int[] spread(int... out) {
        int[] spread = new int[lengths.length];
        int next = 0;
        for (int axis = 0; axis < spread.length; axis++) {
            spread[axis] = axes.contains(axis) && !keepDims ? NEW_AXIS : out[next++];
        }
        return spread;
    }

    /**
     * Returns the layout of the output with the axes of the array, with stride 0 where a result takes more elements.
     */
    public Layout spread(Layout out) {
        Layout spread = out;
        for (int axis = 0; axis < lengths.length && !keepDims; axis++) {
            spread = axes.contains(axis) ? spread.insertAxis(axis) : spread;
        }
        return spread.broadcastTo(lengths);
    }

    private void walk(int[] walked, int axis, int length, int[] out, int[] mask) {
        if (length == 1 || length == NEW_AXIS || length == walked[axis]) {
            return;
        }
        if (walked[axis] != 1) {
            throw notBroadcastable(out, mask);
        }
        walked[axis] = length;
    }

    private void checkOutput(int axis, int length, int walked) {
        if (axes.contains(axis)) {
            if (keepDims && length != 1) {
                throw new IllegalArgumentException(
                        "operand was set up as a reduction along axis %s, but the length of the axis is %s (it has to be 1)"
                                .formatted(axis, length));
            }
        } else if (length != walked) {
            int number = keepDims ? axis : axes.without(Layout.axes(axis)).length;
            throw new IllegalArgumentException(
                    ("output operand requires a reduction along dimension %s, but the reduction is not enabled. The"
                                    + " dimension size of %s does not match the expected output shape.")
                            .formatted(number, length));
        }
    }

    private IllegalArgumentException notBroadcastable(int[] out, int[] mask) {
        StringBuilder operands = new StringBuilder();
        if (out != null) {
            operands.append(Lengths.tuple(out, ","))
                    .append("->")
                    .append(written(spread(out)))
                    .append(' ');
        }
        operands.append(Lengths.tuple(lengths, ",")).append(' ');
        if (mask != null) {
            operands.append(Lengths.tuple(mask, ",")).append(' ');
        }
        return new IllegalArgumentException(
                "operands could not be broadcast together with remapped shapes [original->remapped]: " + operands);
    }

    private static String written(int... spread) {
        return Arrays.stream(spread)
                .dropWhile(length -> length == NEW_AXIS)
                .mapToObj(length -> length == NEW_AXIS ? "newaxis" : Integer.toString(length))
                .collect(Collectors.joining(",", "(", spread.length == 1 ? ",)" : ")"));
    }
}
