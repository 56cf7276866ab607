package io.github.dlfs4j.ndarray;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random indices of every kind that fit a shape. */
public final class RandomIndex {
    private RandomIndex() {}

    public static Index[] of(Shape shape, Random random) {
        List<Index> parts = new ArrayList<>();
        int arrayLength = random.nextInt(4);
        int axis = 0;
        while (axis < shape.ndim()) {
            int length = shape.get(axis);
            switch (random.nextInt(8)) {
                case 0 -> parts.add(Index.newAxis());
                case 1 -> {
                    if (parts.contains(Index.ellipsis())) {
                        continue;
                    }
                    parts.add(Index.ellipsis());
                    axis += random.nextInt(shape.ndim() - axis + 1);
                }
                case 2 -> {
                    parts.add(length == 0 ? Index.all() : Index.at(random.nextInt(2 * length) - length));
                    axis++;
                }
                case 3, 4, 5 -> {
                    parts.add(range(length, random));
                    axis++;
                }
                case 6 -> {
                    parts.add(length == 0 ? Index.all() : Index.of(positions(arrayLength, length, random)));
                    axis++;
                }
                default -> {
                    parts.add(length == 0 ? Index.all() : Index.of(mask(arrayLength, length, random)));
                    axis++;
                }
            }
        }
        return parts.toArray(new Index[0]);
    }

    private static Index range(int length, Random random) {
        Integer start = random.nextBoolean() ? null : random.nextInt(2 * length + 3) - length - 1;
        Integer stop = random.nextBoolean() ? null : random.nextInt(2 * length + 3) - length - 1;
        int step = 1 + random.nextInt(3);
        return Index.range(start, stop, random.nextInt(3) == 0 ? -step : step);
    }

    private static NDArray positions(int count, int length, Random random) {
        return NDArray.of(random.ints(count, -length, length).toArray());
    }

    /** Returns a mask with as many true elements as the arrays of positions are long, if the axis is long enough. */
    private static NDArray mask(int count, int length, Random random) {
        boolean[] mask = new boolean[length];
        for (int left = Math.min(count, length); left > 0; ) {
            int position = random.nextInt(length);
            left -= mask[position] ? 0 : 1;
            mask[position] = true;
        }
        return NDArray.of(mask);
    }
}
