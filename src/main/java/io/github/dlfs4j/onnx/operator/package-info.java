/**
 * The operators of ONNX, computed with arrays. This package is not exported.
 *
 * <p>{@link io.github.dlfs4j.onnx.operator.Operators Operators} is the table: a row has the name of an operator, its
 * attributes with their defaults, and what it computes. What is longer than a row stands in the class of its topic,
 * such as {@code Windows} for convolutions and pooling. A row gets a {@code Call}: the inputs and the attributes of a
 * node.
 *
 * <p>An array has the {@link io.github.dlfs4j.onnx.operator.OnnxType type} that ONNX says, except that int64 holds
 * int32. So the types of all values are found when a model is read, and what is int32 keeps 32 bits after each
 * operator.
 */
package io.github.dlfs4j.onnx.operator;
