package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The parsed subscripts of an Einstein sum: a label for each axis of each operand and of the result. A letter is its
 * own label. The axes of an ellipsis are numbered from the last to the first, with numbers that no letter has.
 *
 * @param inputs the labels of each operand's axes
 * @param output the labels of the result's axes
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Subscripts(int[][] inputs, int[] output) {
    /** The label of the last axis of an ellipsis. */
    private static final int ELLIPSIS = 1 << 16;

    static Subscripts parse(String text, NDArray... operands) {
        int[][] inputs = new int[operands.length][];
        int broadcast = 0;
        int at = 0;
        for (int i = 0; i < operands.length; i++) {
            int end = at;
            while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '-') {
                end++;
            }
            boolean comma = end < text.length() && text.charAt(end) == ',';
            boolean last = i == operands.length - 1;
            if (comma == last) {
                throw new IllegalArgumentException((comma ? "more" : "fewer")
                        + " operands provided to einstein sum function than specified in the subscripts string");
            }
            String labels = text.substring(at, end);
            inputs[i] = input(labels, operands[i].ndim(), i);
            broadcast = Math.max(broadcast, (int)
                    Arrays.stream(inputs[i]).filter(label -> label >= ELLIPSIS).count());
            at = comma ? end + 1 : end;
        }
        if (at == text.length()) {
            return new Subscripts(inputs, implicitOutput(inputs, broadcast));
        }
        if (!text.startsWith("->", at)) {
            throw new IllegalArgumentException(
                    "einstein sum subscript string does not contain proper '->' output specified");
        }
        return new Subscripts(inputs, output(text.substring(at + 2), inputs, broadcast));
    }

    private static int[] input(String text, int ndim, int operand) {
        IntStream.Builder labels = IntStream.builder();
        int letters = (int) text.chars().filter(Subscripts::isLetter).count();
        boolean ellipsis = false;
        int axes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                if (++axes > ndim) {
                    throw new IllegalArgumentException(
                            "einstein sum subscripts string contains too many subscripts for operand " + operand);
                }
                labels.add(c);
            } else if (c == '.') {
                if (ellipsis || !text.startsWith("...", i)) {
                    throw lonelyDot("operand " + operand);
                }
                ellipsis = true;
                i += 2;
                ellipsis(Math.max(ndim - letters, 0)).forEach(labels::add);
            } else if (c != ' ') {
                throw invalidSubscript(c);
            }
        }
        if (!ellipsis && letters < ndim) {
            throw axesWithoutSubscript("operand");
        }
        return labels.build().toArray();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static IntStream ellipsis(int count) {
        return IntStream.range(0, count).map(i -> ELLIPSIS + count - 1 - i);
    }

    /** Returns the labels of the ellipsis, then the letters that occur once, in alphabetical order. */
    private static int[] implicitOutput(int[][] inputs, int broadcast) {
        IntStream once = IntStream.rangeClosed('A', 'z').filter(label -> count(inputs, label) == 1);
        int[] output = IntStream.concat(ellipsis(broadcast), once).toArray();
        if (output.length > Lengths.MAX_AXES) {
            throw new IllegalArgumentException("einstein sum subscript string has too many distinct labels");
        }
        return output;
    }

    private static long count(int[][] inputs, int label) {
        return Arrays.stream(inputs)
                .flatMapToInt(Arrays::stream)
                .filter(other -> other == label)
                .count();
    }

    private static int[] output(String text, int[][] inputs, int broadcast) {
        IntStream.Builder labels = IntStream.builder();
        boolean ellipsis = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                if (text.indexOf(c, i + 1) >= 0) {
                    throw new IllegalArgumentException(
                            "einstein sum subscripts string includes output subscript '%c' multiple times"
                                    .formatted(c));
                }
                if (count(inputs, c) == 0) {
                    throw new IllegalArgumentException(
                            "einstein sum subscripts string included output subscript '%c' which never appeared in an input"
                                    .formatted(c));
                }
                labels.add(c);
            } else if (c == '.') {
                if (ellipsis || !text.startsWith("...", i)) {
                    throw lonelyDot("the output");
                }
                ellipsis = true;
                i += 2;
                ellipsis(broadcast).forEach(labels::add);
            } else if (c != ' ') {
                throw invalidSubscript(c);
            }
        }
        if (!ellipsis && broadcast > 0) {
            throw axesWithoutSubscript("output");
        }
        int[] output = labels.build().toArray();
        if (output.length > Lengths.MAX_AXES) {
            throw new IllegalArgumentException(
                    "einstein sum subscripts string contains too many subscripts in the output");
        }
        return output;
    }

    /** Throws an error if axes of an operand that share a label differ in length. */
    void checkRepeated(int operand, Shape shape) {
        int[] labels = inputs[operand];
        boolean kept = inputs.length == 1;
        for (int axis = 0; axis < labels.length; axis++) {
            int first = position(labels, labels[axis]);
            // NumPy looks for the diagonals of a single operand first, up to an axis that is summed.
            kept &= position(output, labels[axis]) >= 0;
            if (shape.get(first) != shape.get(axis)) {
                throw new IllegalArgumentException("dimensions in %s for collapsing index '%c' don't match (%s != %s)"
                        .formatted(
                                kept ? "single operand" : "operand " + operand,
                                (char) labels[axis],
                                shape.get(first),
                                shape.get(axis)));
            }
        }
    }

    /** Throws an error if there are more labels than an array has axes. */
    void checkCount() {
        if (all().length > Lengths.MAX_AXES) {
            throw new IllegalArgumentException("too many subscripts in einsum");
        }
    }

    /** Returns all labels: those of the result, then the others in ascending order. */
    int[] all() {
        IntStream others = Arrays.stream(inputs)
                .flatMapToInt(Arrays::stream)
                .distinct()
                .filter(label -> position(output, label) < 0)
                .sorted();
        return IntStream.concat(Arrays.stream(output), others).toArray();
    }

    /** Returns the position of a label, or -1 if it is absent. */
    static int position(int[] labels, int label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                return i;
            }
        }
        return -1;
    }

    private static IllegalArgumentException lonelyDot(String place) {
        return new IllegalArgumentException(
                "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in " + place);
    }

    private static IllegalArgumentException invalidSubscript(char subscript) {
        return new IllegalArgumentException(
                "invalid subscript '%c' in einstein sum subscripts string, subscripts must be letters"
                        .formatted(subscript));
    }

    private static IllegalArgumentException axesWithoutSubscript(String what) {
        return new IllegalArgumentException(what
                + " has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to"
                + " broadcast the extra dimensions.");
    }
}
