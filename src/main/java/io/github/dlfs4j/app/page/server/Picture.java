package io.github.dlfs4j.app.page.server;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Encodes numbers as grey levels: a byte for each number, in base64. */
public final class Picture {
    private static final double LIGHTEST = 255;
    private static final double MIDDLE = 128;

    private Picture() {}

    /**
     * Scales values so that the least is black and the most is white.
     *
     * @param values the values
     * @param least the value that is black
     * @param most the value that is white
     * @return the levels in base64
     */
    public static String ofRange(NDArray values, double least, double most) {
        double factor = most > least ? LIGHTEST / (most - least) : 0;
        return bytes(values.astype(DType.FLOAT64).sub(least).mul(factor));
    }

    /**
     * Scales values so that 0 is grey, 128, and the largest of either sign is 1 or 255.
     *
     * @param values the values
     * @param largest the largest without its sign
     * @return the levels in base64
     */
    public static String ofSigned(NDArray values, double largest) {
        double factor = largest > 0 ? (MIDDLE - 1) / largest : 0;
        return bytes(values.astype(DType.FLOAT64).mul(factor).add(MIDDLE));
    }

    /**
     * Makes a picture of each of several arrays, each on a scale of its own, as {@link #ofSigned} does.
     *
     * @param arrays the arrays, of shape (n, rows, columns)
     * @return the levels of each picture in base64
     */
    public static List<String> ofEach(NDArray arrays) {
        return IntStream.range(0, arrays.shape(0))
                .mapToObj(arrays::get)
                .map(array -> ofSigned(array, array.abs().max().asDouble()))
                .toList();
    }

    /**
     * Encodes levels of uint8 as they are.
     *
     * @param levels the levels
     * @return the levels in base64
     */
    public static String ofLevels(NDArray levels) {
        return base64(levels.toByteArray());
    }

    /**
     * Makes pictures of weights of shape (n, rows, columns), all on one scale.
     *
     * @param weights the weights
     * @return the levels of each picture in base64
     */
    public static List<String> ofWeights(NDArray weights) {
        double largest = weights.abs().max().asDouble();
        return IntStream.range(0, weights.shape(0))
                .mapToObj(i -> ofSigned(weights.get(i), largest))
                .toList();
    }

    /** Rounds the levels. NaN becomes black. */
    private static String bytes(NDArray levels) {
        double[] values = levels.toDoubleArray();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(LIGHTEST, values[i])));
        }
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
