package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;

/**
 * A nest of loops over operands of the same shape, outermost first, with a stride for each operand and loop: the order
 * in which an operation visits its elements.
 *
 * <p>Axes of length 1 are left out, and neighbouring axes are merged if the elements of all operands are evenly spaced
 * across them. So contiguous arrays of any shape become a single loop.
 */
public final class StridedLoop {
    /** The strides of a single loop over neighbours. */
    private static final int[] NEIGHBOURS = {1};

    private static final int[] NOTHING = {};

    /** Fewer elements than this are copied faster with others than by themselves. */
    static final int FEW = 8;

    private final int[] lengths;
    private final int[][] strides;

    /** Creates a single loop over contiguous arrays. */
    private StridedLoop(int length, int operands) {
        boolean loops = length != 1;
        lengths = loops ? new int[] {length} : NOTHING;
        strides = new int[operands][];
        Arrays.fill(strides, loops ? NEIGHBOURS : NOTHING);
    }

    private StridedLoop(int[] axes, Layout... operands) {
        int[] kept = new int[axes.length];
        int[][] keptStrides = new int[operands.length][axes.length];
        int count = 0;
        for (int axis : axes) {
            int length = operands[0].length(axis);
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

    /** Returns the loops that visit the operands in the order of their memory, see {@link #memoryOrder}. */
    public static StridedLoop over(Layout... operands) {
        if (areContiguous(operands)) {
            return new StridedLoop(operands[0].size(), operands.length);
        }
        return new StridedLoop(memoryOrder(operands), operands);
    }

    /** Returns the loops that visit the operands in C order, with the last axis innermost. */
    public static StridedLoop inOrder(Layout... operands) {
        if (areContiguous(operands)) {
            return new StridedLoop(operands[0].size(), operands.length);
        }
        return new StridedLoop(Layout.axes(operands[0].ndim()), operands);
    }

    /** Returns the loops over one of the operands in the same order, in which more axes may be merged. */
    StridedLoop of(int operand) {
        boolean merges = strides.length > 1 && lengths.length > 1;
        return merges || operand > 0 ? inOrder(new Layout(lengths, strides[operand], 0)) : this;
    }

    /**
     * Returns the loops that copy the elements of one operand to the other, which is the first: neighbours of the
     * target innermost, and next to them neighbours of the source, or many elements if there are few neighbours.
     */
    public static StridedLoop forCopy(Layout to, Layout from) {
        if (areContiguous(to, from)) {
            return new StridedLoop(to.size(), 2);
        }
        int[] axes = memoryOrder(to, from);
        int inner = nearest(axes, to);
        int next = nearest(axes, from);
        for (int i = axes.length - 1; i >= 0 && next == inner && to.length(inner) < FEW; i--) {
            next = to.length(axes[i]) < FEW ? inner : axes[i];
        }
        moveToEnd(axes, next);
        moveToEnd(axes, inner);
        return new StridedLoop(axes, to, from);
    }

    /** Returns the axis with the smallest step, the innermost of several. */
    private static int nearest(int[] axes, Layout operand) {
        int nearest = axes[axes.length - 1];
        for (int i = axes.length - 2; i >= 0; i--) {
            int step = step(operand, axes[i]);
            int least = step(operand, nearest);
            nearest = step > 0 && (step < least || least == 0) ? axes[i] : nearest;
        }
        return nearest;
    }

    private static void moveToEnd(int[] axes, int axis) {
        int next = 0;
        for (int each : axes.clone()) {
            if (each != axis) {
                axes[next++] = each;
            }
        }
        axes[next] = axis;
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
     * Returns the axes from the largest step in memory to the smallest, as NumPy orders them for the result of an
     * element-wise operation: the sum of the transposes of two arrays in C order is a transpose too. Two axes are
     * exchanged only if all operands that have a step along both agree; otherwise they stay in C order.
     */
    public static int[] memoryOrder(Layout... operands) {
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

    /** Returns 1 if the outer axis belongs outside, -1 if it belongs inside, and 0 if no operand decides. */
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
        return operand.length(axis) == 1 ? 0 : Math.abs(operand.strides()[axis]);
    }

    public int ndim() {
        return lengths.length;
    }

    public int length(int axis) {
        return lengths[axis];
    }

    public int stride(int operand, int axis) {
        return strides[operand][axis];
    }

    /**
     * Moves an index of the outermost axes to the next position. Returns the axis along which it moved forward, while
     * the axes inside that one began again; -1 if all began again.
     */
    int next(int[] index) {
        int axis = index.length - 1;
        while (axis >= 0 && ++index[axis] == lengths[axis]) {
            index[axis] = 0;
            axis--;
        }
        return axis;
    }

    /** Returns how far {@link #next} moves in an operand's memory, if it moves along the axis an index of n axes. */
    int step(int operand, int axis, int n) {
        int step = axis < 0 ? 0 : strides[operand][axis];
        for (int inner = axis + 1; inner < n; inner++) {
            step -= (lengths[inner] - 1) * strides[operand][inner];
        }
        return step;
    }

    /** Returns whether the operand's elements follow one another in memory without gaps. */
    public boolean isContiguous(int operand) {
        int stride = 1;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            if (strides[operand][axis] != stride) {
                return false;
            }
            stride *= lengths[axis];
        }
        return true;
    }

    /** Returns after how many elements the operand repeats itself: 1 for a number, the length for a broadcast row. */
    public int period(int operand) {
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
