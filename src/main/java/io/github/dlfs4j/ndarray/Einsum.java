package io.github.dlfs4j.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Einstein sums. Two operands at a time become one matrix product, or a stack of them: the labels that both have and
 * that go away are its sum, those that both have and that stay its stack, those of one alone its rows or columns. Of
 * several operands, the two with the smallest product come first.
 */
final class Einsum {
    private Einsum() {}

    /** An operand whose axes have different labels. */
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

        /** A view with the axes in another order. */
        Term ordered(int... order) {
            int[] axes = Arrays.stream(order)
                    .map(label -> Subscripts.position(labels, label))
                    .toArray();
            return new Term(array.withLayout(array.layout().transpose(axes)), order);
        }

        /** Without the labels that are not wanted, summed over. */
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
            throw ProductErrors.noOperands();
        }
        Subscripts subscripts = Subscripts.parse(text, operands);
        DType dtype = operands[0].dtype();
        for (NDArray operand : operands) {
            dtype = DType.promote(dtype, operand.dtype());
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            NDArray own = operands[i].dtype() == dtype ? operands[i] : operands[i].astype(dtype);
            terms.add(collapsed(own, subscripts.inputs()[i]));
        }
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

    /** A sum keeps the dtype: narrow integers wrap, and of truth values it is whether one is true. */
    private static NDArray sum(NDArray a, int axis) {
        return switch (a.dtype()) {
            case BOOL -> a.any(axis);
            case UINT8 -> a.sum(axis).astype(DType.UINT8);
            case INT64, FLOAT32, FLOAT64 -> a.sum(axis);
        };
    }

    /** A label that an operand has several times stands for the diagonal. */
    private static Term collapsed(NDArray a, int... labels) {
        for (int i = 0; i < labels.length; i++) {
            for (int k = i + 1; k < labels.length; k++) {
                if (labels[i] == labels[k]) {
                    if (a.shape(i) != a.shape(k)) {
                        throw ProductErrors.collapsingMismatch((char) labels[i], a.shape(i), a.shape(k));
                    }
                    int label = labels[i];
                    int[] rest = Shape.without(Shape.without(labels, k), i);
                    int[] diagonal = Arrays.copyOf(rest, rest.length + 1);
                    diagonal[rest.length] = label;
                    return collapsed(a.withLayout(a.layout().diagonal(0, i, k)), diagonal);
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
                    throw ProductErrors.subscriptsNotBroadcastable(remapped(subscripts.all(), terms));
                }
                length = own == 1 ? length : own;
            }
        }
    }

    /** Each operand's shape, and the lengths that it has for all labels, -1 for a label that it has not. */
    private static String remapped(int[] labels, List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            int[] lengths = Arrays.stream(labels)
                    .map(label -> term.has(label) ? term.length(label) : -1)
                    .toArray();
            text.append(term.array().shape().toMessage())
                    .append("->")
                    .append(Errors.message(lengths))
                    .append(' ');
        }
        return text.toString();
    }

    /** An axis of length 1 that stands for a longer one gets its length, by a step of 0. */
    private static Term stretched(Term term, List<Term> terms) {
        int[] lengths = term.array().shape().toArray();
        for (int axis = 0; axis < lengths.length; axis++) {
            int label = term.labels()[axis];
            for (Term other : terms) {
                lengths[axis] = lengths[axis] == 1 && other.has(label) ? other.length(label) : lengths[axis];
            }
        }
        return new Term(term.array().stretchedTo(Shape.of(lengths)), term.labels());
    }

    private static void contractSmallest(List<Term> terms, int... output) {
        int first = 0;
        int second = 1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; terms.size() > 2 && i < terms.size(); i++) {
            for (int k = i + 1; k < terms.size(); k++) {
                double size = size(terms.get(i), terms.get(k), needed(terms, i, k, output));
                if (size < smallest) {
                    smallest = size;
                    first = i;
                    second = k;
                }
            }
        }
        IntPredicate needed = needed(terms, first, second, output);
        Term product = contract(terms.get(first), terms.get(second), needed);
        terms.remove(second);
        terms.set(first, product);
    }

    /** Which labels must stay in the product of two terms: those of the others, and of the result. */
    private static IntPredicate needed(List<Term> terms, int first, int second, int... output) {
        IntStream.Builder labels = IntStream.builder();
        Arrays.stream(output).forEach(labels::add);
        for (int i = 0; i < terms.size(); i++) {
            if (i != first && i != second) {
                Arrays.stream(terms.get(i).labels()).forEach(labels::add);
            }
        }
        int[] needed = labels.build().toArray();
        return label -> Subscripts.position(needed, label) >= 0;
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
        Term first = left.ordered(joined(stack, rows, summed));
        Term second = right.ordered(joined(stack, summed, columns));
        NDArray product = summed.length == 0
                ? multiply(first.array(), second.array(), rows.length, columns.length)
                : matmul(first, second, stack, rows.length, summed.length);
        return new Term(product, joined(stack, rows, columns));
    }

    /** Nothing is summed: element by element, with axes of length 1 for the columns of a and the rows of b. */
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
        int[] shapeA = a.array().shape().lengths();
        int[] shapeB = b.array().shape().lengths();
        int k = product(shapeB, depth, depth + summed);
        int[] left = Arrays.copyOf(shapeA, depth + 2);
        left[depth] = product(shapeA, depth, depth + rows);
        left[depth + 1] = k;
        int[] right = Arrays.copyOf(shapeB, depth + 2);
        right[depth] = k;
        right[depth + 1] = product(shapeB, depth + summed, shapeB.length);
        int[] lengths =
                joined(Arrays.copyOf(shapeA, depth + rows), Arrays.copyOfRange(shapeB, depth + summed, shapeB.length));
        return Products.matmul(a.array().reshape(left), b.array().reshape(right))
                .reshape(lengths);
    }

    private static int product(int[] lengths, int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product *= lengths[i];
        }
        return product;
    }

    private static int[] joined(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }
}
