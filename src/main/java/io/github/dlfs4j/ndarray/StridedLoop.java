package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/**
 * The order in which an operation visits its operands, all of one shape: a nest of loops, outermost first, with a
 * stride for each operand.
 *
 * <p>Axes of length 1 are left out, and neighbouring axes that all operands cross with even steps are merged, so that
 * contiguous arrays of any shape become a single loop.
 */
final class StridedLoop {
    /** The strides of a single loop over neighbours. */
    private static final int[] NEIGHBOURS = {1};

    private static final int[] NOTHING = {};

    private final int[] lengths;
    private final int[][] strides;

    /** One loop over arrays that are all in C order. */
    private StridedLoop(int length, int operands) {
        boolean loops = length != 1;
        lengths = loops ? new int[] {length} : NOTHING;
        strides = new int[operands][];
        Arrays.fill(strides, loops ? NEIGHBOURS : NOTHING);
    }

    private StridedLoop(int[] axes, Layout... operands) {
        Shape shape = operands[0].shape();
        int[] kept = new int[axes.length];
        int[][] keptStrides = new int[operands.length][axes.length];
        int count = 0;
        for (int axis : axes) {
            int length = shape.get(axis);
            if (length == 1) {
                continue;
            }
            boolean merges = count > 0;
            for (int k = 0; merges && k < operands.length; k++) {
                merges = keptStrides[k][count - 1] == operands[k].strides()[axis] * length;
            }
            if (!merges) {
                kept[count++] = 1;
            }
            kept[count - 1] *= length;
            for (int k = 0; k < operands.length; k++) {
                keptStrides[k][count - 1] = operands[k].strides()[axis];
            }
        }
        lengths = Arrays.copyOf(kept, count);
        strides = new int[operands.length][];
        for (int k = 0; k < operands.length; k++) {
            strides[k] = Arrays.copyOf(keptStrides[k], count);
        }
    }

    /** Visits the operands along their memory, see {@link #memoryOrder}. */
    static StridedLoop over(Layout... operands) {
        if (areContiguous(operands)) {
            return new StridedLoop(operands[0].size(), operands.length);
        }
        return new StridedLoop(memoryOrder(operands), operands);
    }

    /** Visits the operands in C order: the last axis is innermost. */
    static StridedLoop inOrder(Layout... operands) {
        if (areContiguous(operands)) {
            return new StridedLoop(operands[0].size(), operands.length);
        }
        int[] axes = new int[operands[0].ndim()];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = axis;
        }
        return new StridedLoop(axes, operands);
    }

    private static boolean areContiguous(Layout... operands) {
        for (Layout operand : operands) {
            if (!operand.isContiguous()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The axes from the largest step in memory to the smallest, as NumPy chooses them for the result of an element-wise
     * operation: the transposes of two C-ordered arrays add up to an array that is transposed too. An axis moves
     * inwards only past axes whose steps are larger in all operands that tell; where operands disagree, C order stays.
     */
    static int[] memoryOrder(Layout... operands) {
        int ndim = operands[0].ndim();
        int[] axes = new int[ndim];
        int count = 0;
        for (int axis = ndim - 1; axis >= 0; axis--) {
            int place = count;
            for (int i = count - 1; i >= 0; i--) {
                int relation = compareSteps(axis, axes[i], operands);
                if (relation > 0) {
                    break;
                }
                if (relation < 0) {
                    place = i;
                }
            }
            System.arraycopy(axes, place, axes, place + 1, count - place);
            axes[place] = axis;
            count++;
        }
        for (int i = 0; i < ndim / 2; i++) {
            int swapped = axes[i];
            axes[i] = axes[ndim - 1 - i];
            axes[ndim - 1 - i] = swapped;
        }
        return axes;
    }

    /** Positive where the outer axis belongs outside, negative where inside, 0 where no operand tells. */
    private static int compareSteps(int outer, int inner, Layout... operands) {
        int relation = 0;
        for (Layout operand : operands) {
            int outerStep = step(operand, outer);
            int innerStep = step(operand, inner);
            if (outerStep != 0 && innerStep != 0) {
                if (innerStep <= outerStep) {
                    return 1;
                }
                relation = -1;
            }
        }
        return relation;
    }

    private static int step(Layout operand, int axis) {
        return operand.shape().get(axis) == 1 ? 0 : Math.abs(operand.strides()[axis]);
    }

    int ndim() {
        return lengths.length;
    }

    int length(int axis) {
        return lengths[axis];
    }

    int stride(int operand, int axis) {
        return strides[operand][axis];
    }

    /** Whether the operand's elements follow one another in memory without a gap. */
    boolean isContiguous(int operand) {
        int stride = 1;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            if (strides[operand][axis] != stride) {
                return false;
            }
            stride *= lengths[axis];
        }
        return true;
    }

    /** After how many elements the operand repeats itself: 1 for a number, the length of a row that is broadcast. */
    int period(int operand) {
        int axis = 0;
        while (axis < lengths.length && strides[operand][axis] == 0) {
            axis++;
        }
        int period = 1;
        for (; axis < lengths.length; axis++) {
            period *= lengths[axis];
        }
        return period;
    }
}
