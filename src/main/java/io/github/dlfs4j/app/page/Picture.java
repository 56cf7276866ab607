package io.github.dlfs4j.app.page;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/** Numbers as grey levels, a byte for each, as base64. */
final class Picture {
    private static final double LIGHTEST = 255;
    private static final double MIDDLE = 128;

    private Picture() {}

    /** From the least, black, to the largest, white. */
    static String ofRange(NDArray values, double least, double most) {
        double factor = most > least ? LIGHTEST / (most - least) : 0;
        return bytes(values.astype(DType.FLOAT64).sub(least).mul(factor));
    }

    /** Zero is 128; as far as the largest on either side, 1 or 255. */
    static String ofSigned(NDArray values, double largest) {
        double factor = largest > 0 ? (MIDDLE - 1) / largest : 0;
        return bytes(values.astype(DType.FLOAT64).mul(factor).add(MIDDLE));
    }

    /** Levels of uint8 as they are. */
    static String ofLevels(NDArray levels) {
        return Json.base64(levels.flatten().toByteArray());
    }

    /** What is no number is black. */
    private static String bytes(NDArray levels) {
        double[] values = levels.flatten().toDoubleArray();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(LIGHTEST, values[i])));
        }
        return Json.base64(bytes);
    }
}
