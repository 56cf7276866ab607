package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Kinds of layouts in memory. Each kind creates random arrays with such a layout, by its own arithmetic and not by
 * slicing. The memory around and between the elements is random too. Axes of length 1 have any stride.
 */
public enum ViewKind {
    CONTIGUOUS,
    TRANSPOSED,
    PERMUTED,
    STEPPED,
    REVERSED,
    OFFSET,
    BROADCAST,
    MIXED;

    private static final int MARGIN = 5;

    /** Multiples of a quarter in this range: their sums and products are exact in every order, in float32 too. */
    private static final int QUARTERS = 32;

    /** Returns an array of this kind with random elements. */
    public NDArray array(DType dtype, Shape shape, Random random) {
        List<Integer> order = IntStream.range(0, shape.ndim()).boxed().collect(Collectors.toList());
        if (this == TRANSPOSED) {
            Collections.reverse(order);
        } else if (this == PERMUTED || this == MIXED) {
            Collections.shuffle(order, random);
        }
        int[] strides = new int[shape.ndim()];
        int offset = this == OFFSET || this == MIXED ? MARGIN : 0;
        int extent = 1;
        for (int i = order.size() - 1; i >= 0; i--) {
            int axis = order.get(i);
            int length = shape.get(axis);
            boolean oneElement = this == BROADCAST && random.nextInt(3) > 0;
            int step = step(random);
            if (length == 1 && this != CONTIGUOUS) {
                strides[axis] = random.nextInt(200) - 100;
            } else if (!oneElement) {
                strides[axis] = extent * step;
                offset += step < 0 ? Math.max(length - 1, 0) * extent * -step : 0;
                extent *= Math.max(length, 1) * Math.abs(step);
            }
        }
        Storage storage = dtype.primitive().allocate(offset + extent + MARGIN);
        fill(storage, random);
        return new NDArray(storage, new Layout(shape.toArray(), strides, offset));
    }

    private int step(Random random) {
        return switch (this) {
            case CONTIGUOUS, TRANSPOSED, PERMUTED, OFFSET, BROADCAST -> 1;
            case STEPPED -> 1 + random.nextInt(3);
            case REVERSED -> random.nextBoolean() ? -1 : 1;
            case MIXED -> (1 + random.nextInt(2)) * (random.nextBoolean() ? -1 : 1);
        };
    }

    private static void fill(Storage storage, Random random) {
        for (int i = 0; i < storage.length(); i++) {
            int value = random.nextInt(2 * QUARTERS + 1) - QUARTERS;
            switch (DType.of(storage.primitive())) {
                case BOOL -> storage.setLong(i, value & 1);
                case UINT8, INT64 -> storage.setLong(i, value);
                case FLOAT32, FLOAT64 -> storage.setDouble(i, value / 4.0);
            }
        }
    }

    /** Returns random lengths, sometimes 1 or 0, or no axes at all. */
    public static Shape randomShape(Random random) {
        int[] lengths = new int[random.nextInt(5)];
        for (int axis = 0; axis < lengths.length; axis++) {
            int chance = random.nextInt(12);
            lengths[axis] = chance == 0 ? 0 : chance < 3 ? 1 : 2 + random.nextInt(4);
        }
        return Shape.of(lengths);
    }

    /** Copies the elements one by one to C order without gaps. */
    public static NDArray contiguous(NDArray a) {
        Storage copy = a.dtype().primitive().allocate(a.size());
        int next = 0;
        for (int[] index : a.indices()) {
            int position = a.layout().position(index);
            if (a.dtype().isFloating()) {
                copy.setDouble(next++, a.storage().getDouble(position));
            } else {
                copy.setLong(next++, a.storage().getLong(position));
            }
        }
        return new NDArray(copy, Layout.contiguous(a.shape().toArray()));
    }
}
