/**
 * Graphs in the format of ONNX, which other programs run: <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a> says which messages it has.
 *
 * <p>A {@link io.github.dlfs4j.graph.onnx.Recording Recording} computes a function once, and writes each operation of
 * variables as an {@link io.github.dlfs4j.graph.onnx.OnnxOperator OnnxOperator} to an
 * {@link io.github.dlfs4j.graph.onnx.OnnxGraph OnnxGraph}. That consists of messages of
 * {@link io.github.dlfs4j.graph.onnx.ProtocolBuffer Protocol Buffers}.
 *
 * <p>This package knows arrays, but no variables. Package {@code graph} says beside each operation which operator it
 * is.
 */
package io.github.dlfs4j.graph.onnx;
