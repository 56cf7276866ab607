package io.github.dlfs4j.ndarray.kernel.warmup;

import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp.Sample;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A comparison of the bits of compiled vector code with those of plain code, over many samples. Every NaN counts as the
 * same.
 */
final class Trial {
    private static final int ROUNDS = 32;

    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Float.MIN_VALUE, -Float.MAX_VALUE
    };

    /** Of so many numbers, one is special in the rounds that have such numbers. */
    private static final int ONE_SPECIAL_OF = 300;

    private final SplittableRandom random = new SplittableRandom(1);

    /** Returns whether both codes of all samples give the same bits. */
    static boolean isPassed(List<Sample> samples) {
        Trial trial = new Trial();
        for (int round = 0; round < ROUNDS; round++) {
            for (Sample sample : samples) {
                for (Object operand : sample.operands()) {
                    trial.draw(operand, Kind.values()[round % Kind.values().length]);
                }
                if (!Arrays.deepEquals(results(sample, sample.vector()), results(sample, sample.plain()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Object[] results(Sample sample, Runnable code) {
        sample.results().forEach(array -> System.arraycopy(empty(array), 0, array, 0, Array.getLength(array)));
        code.run();
        return sample.results().stream().map(Trial::copy).toArray();
    }

    /** Returns an array of zeros, or false, of the same length. */
    private static Object empty(Object array) {
        return Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
    }

    private static Object copy(Object array) {
        Object copy = empty(array);
        System.arraycopy(array, 0, copy, 0, Array.getLength(array));
        return copy;
    }

    /** What stands in an operand: each kind takes other branches of the code. */
    private enum Kind {
        USUAL,
        MOSTLY_ZERO,
        LARGE_AND_SMALL,
        WITH_SPECIAL
    }

    private void draw(Object array, Kind kind) {
        for (int i = 0; i < Array.getLength(array); i++) {
            if (array instanceof double[] doubles) {
                doubles[i] = number(kind);
            } else if (array instanceof float[] floats) {
                floats[i] = (float) number(kind);
            } else if (array instanceof long[] longs) {
                longs[i] = (long) number(kind);
            } else {
                ((boolean[]) array)[i] = random.nextBoolean();
            }
        }
    }

    private double number(Kind kind) {
        double number = random.nextDouble(-4, 4);
        return switch (kind) {
            case USUAL -> number;
            case MOSTLY_ZERO -> random.nextInt(4) == 0 ? number : 0;
            case LARGE_AND_SMALL -> Math.scalb(number, random.nextInt(-40, 40));
            case WITH_SPECIAL -> random.nextInt(ONE_SPECIAL_OF) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : number;
        };
    }
}
