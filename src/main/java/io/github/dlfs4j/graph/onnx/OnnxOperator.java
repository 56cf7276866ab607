package io.github.dlfs4j.graph.onnx;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.Map;

/**
 * An <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">operator of ONNX</a>.
 *
 * @param type its name, such as {@code Conv}
 * @param attributes its options by name: a double, which becomes a float, an int, or ints
 * @param arrays the inputs that follow those of the operation: float32 or float64, or int64
 */
@SuppressWarnings("ArrayRecordComponent") // stays in these packages
public record OnnxOperator(String type, Map<String, ?> attributes, NDArray... arrays) {
    /** The number of float32 among the types of ONNX. */
    public static final int FLOAT = 1;

    /**
     * {@return an operator of images}
     *
     * @param type its name
     * @param window the window that slides over them
     * @param paddingY the height of the margin that the operator adds
     * @param paddingX its width
     */
    public static OnnxOperator of(String type, SlidingWindow window, int paddingY, int paddingX) {
        int[] size = {window.height(), window.width()};
        int[] strides = {window.strideY(), window.strideX()};
        int[] pads = {paddingY, paddingX, paddingY, paddingX};
        return new OnnxOperator(type, Map.of("kernel_shape", size, "strides", strides, "pads", pads));
    }
}
