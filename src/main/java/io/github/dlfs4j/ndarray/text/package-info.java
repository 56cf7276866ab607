/**
 * The decimal numbers of printed arrays: the shortest digits that read back as the same number, and their layout in a
 * column. {@code FloatFormat} in {@code ndarray} chooses among them as NumPy does.
 */
package io.github.dlfs4j.ndarray.text;
