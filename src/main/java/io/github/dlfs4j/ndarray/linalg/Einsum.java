package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Einstein sums. Two operands at a time become a matrix product or a stack of matrix products. A label that both
 * operands have is summed over if it disappears and indexes the stack if it stays. A label that only one operand has
 * indexes rows or columns. Of several operands, the two with the smallest product are multiplied first.
 */
final class Einsum {
    /** NumPy takes this many operands at most. */
    private static final int MOST_OPERANDS = 63;

    /** An operand with a different label on each axis. */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    private record Term(NDArray array, int... labels) {
        boolean has(int label) {
            return Subscripts.position(labels, label) >= 0;
        }

        int length(int label) {
            return array.shape(Subscripts.position(labels, label));
        }

        int[] labels(IntPredicate wanted) {
            return Arrays.stream(labels).filter(wanted).toArray();
        }

        /** Returns a view with the axes in another order. */
        Term ordered(int... order) {
            int[] axes = Arrays.stream(order)
                    .map(label -> Subscripts.position(labels, label))
                    .toArray();
            return new Term(Inside.view(array, Inside.layout(array).transpose(axes)), order);
        }

        /** Sums over the labels that are not wanted. */
        Term sum(IntPredicate wanted) {
            NDArray sum = array;
            for (int axis = labels.length - 1; axis >= 0; axis--) {
                sum = wanted.test(labels[axis]) ? sum : Einsum.sum(sum, axis);
            }
            return new Term(sum, labels(wanted));
        }
    }

    static NDArray einsum(String text, NDArray... operands) {
        if (operands.length == 0) {
            throw new IllegalArgumentException("must provide at least an operand and a subscripts list to einsum");
        }
        if (operands.length > MOST_OPERANDS) {
            throw new IllegalArgumentException("too many operands");
        }
        Subscripts subscripts = Subscripts.parse(text, operands);
        DType dtype = operands[0].dtype();
        for (NDArray operand : operands) {
            dtype = DType.promote(dtype, operand.dtype());
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            subscripts.checkRepeated(i, operands[i].shape());
            NDArray own = Inside.converted(operands[i], dtype);
            terms.add(collapsed(own, subscripts.inputs()[i]));
        }
        subscripts.checkCount();
        checkLengths(subscripts, terms);
        List<Term> left = new ArrayList<>();
        terms.forEach(term -> left.add(stretched(term, terms)));
        int[] output = subscripts.output();
        while (left.size() > 1) {
            contractSmallest(left, output);
        }
        return left.get(0)
                .sum(label -> Subscripts.position(output, label) >= 0)
                .ordered(output)
                .array();
    }

    /** Sums along an axis and keeps the dtype: uint8 wraps, and bool is true if any element is true. */
    static NDArray sum(NDArray a, int axis) {
        return switch (a.dtype()) {
            case BOOL -> a.any(axis);
            case UINT8 -> a.sum(axis).astype(DType.UINT8);
            case INT64, FLOAT32, FLOAT64 -> a.sum(axis);
        };
    }

    /** Reduces axes that share a label to their diagonal. */
    private static Term collapsed(NDArray a, int... labels) {
        for (int i = 0; i < labels.length; i++) {
            for (int k = i + 1; k < labels.length; k++) {
                if (labels[i] == labels[k]) {
                    int label = labels[i];
                    int[] rest = Lengths.without(Lengths.without(labels, k), i);
                    int[] diagonal = Arrays.copyOf(rest, rest.length + 1);
                    diagonal[rest.length] = label;
                    return collapsed(Inside.view(a, Inside.layout(a).diagonal(0, i, k)), diagonal);
                }
            }
        }
        return new Term(a, labels);
    }

    private static void checkLengths(Subscripts subscripts, List<Term> terms) {
        for (int label : subscripts.all()) {
            int length = 1;
            for (Term term : terms) {
                int own = term.has(label) ? term.length(label) : 1;
                if (own != 1 && length != 1 && own != length) {
                    throw new IllegalArgumentException(
                            "operands could not be broadcast together with remapped shapes [original->remapped]: "
                                    + remapped(subscripts, terms));
                }
                length = own == 1 ? length : own;
            }
        }
    }

    /** Returns the text of NumPy's error: each operand's shape and its length for every label, -1 if it has none. */
    private static String remapped(Subscripts subscripts, List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int[] own = Arrays.stream(subscripts.inputs()[i]).distinct().toArray();
            text.append(Lengths.tuple(lengths(term, own), ","))
                    .append("->")
                    .append(Errors.message(lengths(term, subscripts.all())))
                    .append(' ');
        }
        return text.toString();
    }

    private static int[] lengths(Term term, int... labels) {
        return Arrays.stream(labels)
                .map(label -> term.has(label) ? term.length(label) : -1)
                .toArray();
    }

    /** Broadcasts axes of length 1 to the length that another operand has for the label. */
    private static Term stretched(Term term, List<Term> terms) {
        int[] lengths = term.array().shape().toArray();
        for (int axis = 0; axis < lengths.length; axis++) {
            int label = term.labels()[axis];
            for (Term other : terms) {
                lengths[axis] = lengths[axis] == 1 && other.has(label) ? other.length(label) : lengths[axis];
            }
        }
        return new Term(Inside.stretched(term.array(), lengths), term.labels());
    }

    private static void contractSmallest(List<Term> terms, int... output) {
        Map<Integer, Integer> uses = uses(terms, output);
        int first = 0;
        int second = 1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; terms.size() > 2 && i < terms.size(); i++) {
            for (int k = i + 1; k < terms.size(); k++) {
                double size = size(terms.get(i), terms.get(k), needed(uses, terms.get(i), terms.get(k)));
                if (size < smallest) {
                    smallest = size;
                    first = i;
                    second = k;
                }
            }
        }
        Term a = terms.get(first);
        Term b = terms.get(second);
        terms.remove(second);
        terms.set(first, contract(a, b, needed(uses, a, b)));
    }

    /** Counts for each label the terms that have it, and the result if it has it. */
    private static Map<Integer, Integer> uses(List<Term> terms, int... output) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (int label : output) {
            uses.merge(label, 1, Integer::sum);
        }
        for (Term term : terms) {
            for (int label : term.labels()) {
                uses.merge(label, 1, Integer::sum);
            }
        }
        return uses;
    }

    /** Tests whether a label must stay in the product of two terms: whether another term or the result has it. */
    private static IntPredicate needed(Map<Integer, Integer> uses, Term a, Term b) {
        return label -> uses.get(label) > (a.has(label) ? 1 : 0) + (b.has(label) ? 1 : 0);
    }

    private static double size(Term a, Term b, IntPredicate needed) {
        double size = 1;
        for (int label : a.labels(needed)) {
            size *= a.length(label);
        }
        for (int label : b.labels(needed.and(label -> !a.has(label)))) {
            size *= b.length(label);
        }
        return size;
    }

    private static Term contract(Term a, Term b, IntPredicate needed) {
        Term left = a.sum(needed.or(b::has));
        Term right = b.sum(needed.or(a::has));
        int[] stack = left.labels(label -> right.has(label) && needed.test(label));
        int[] summed = left.labels(label -> right.has(label) && !needed.test(label));
        int[] rows = left.labels(label -> !right.has(label));
        int[] columns = right.labels(label -> !left.has(label));
        Term first = left.ordered(Lengths.joined(stack, rows, summed));
        Term second = right.ordered(Lengths.joined(stack, summed, columns));
        NDArray product = summed.length == 0
                ? multiply(first.array(), second.array(), rows.length, columns.length)
                : matmul(first, second, stack, rows.length, summed.length);
        return new Term(product, Lengths.joined(stack, rows, columns));
    }

    /** Multiplies element by element, since nothing is summed; axes of length 1 are columns of a and rows of b. */
    private static NDArray multiply(NDArray a, NDArray b, int rows, int columns) {
        NDArray left = a;
        NDArray right = b;
        int stack = a.ndim() - rows;
        for (int i = 0; i < columns; i++) {
            left = left.expandDims(left.ndim());
        }
        for (int i = 0; i < rows; i++) {
            right = right.expandDims(stack);
        }
        return left.mul(right);
    }

    private static NDArray matmul(Term a, Term b, int[] stack, int rows, int summed) {
        int depth = stack.length;
        int[] shapeA = a.array().shape().toArray();
        int[] shapeB = b.array().shape().toArray();
        int[] lengths = Lengths.joined(
                Arrays.copyOf(shapeA, depth + rows), Arrays.copyOfRange(shapeB, depth + summed, shapeB.length));
        if (a.array().size() == 0 || b.array().size() == 0) {
            // The merged lengths of an empty stack may be too large for an array.
            return NDArray.zeros(a.array().dtype(), lengths);
        }
        int k = (int) Lengths.product(Arrays.copyOfRange(shapeB, depth, depth + summed));
        int[] left = Arrays.copyOf(shapeA, depth + 2);
        left[depth] = -1;
        left[depth + 1] = k;
        int[] right = Arrays.copyOf(shapeB, depth + 2);
        right[depth] = k;
        right[depth + 1] = -1;
        return a.array().reshape(left).matmul(b.array().reshape(right)).reshape(lengths);
    }
}
