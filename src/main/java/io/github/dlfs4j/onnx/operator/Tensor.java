package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * An array with its type in ONNX.
 *
 * @param type the type
 * @param array the elements, in the dtype of the type
 */
public record Tensor(OnnxType type, NDArray array) {}
