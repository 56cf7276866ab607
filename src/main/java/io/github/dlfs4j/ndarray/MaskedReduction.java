package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.MaskedFold;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.ReductionShapes;
import io.github.dlfs4j.ndarray.strided.Strided;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import java.util.Arrays;

/** Reductions with {@link ReductionOptions}: a mask, an initial number, an output. */
final class MaskedReduction {
    /** Reduces in the dtype to which those of the operand and of an output are promoted. */
    static NDArray reduce(Fold fold, NDArray a, ReductionOptions options) {
        NDArray out = options.arguments().out();
        return reduce(out == null ? fold.of(a.dtype()) : fold.to(DType.promote(out.dtype(), a.dtype())), a, options);
    }

    static NDArray reduce(Fold.Folding fold, NDArray a, ReductionOptions options) {
        NDArray mask = options.checkedMask();
        ReductionArguments<NDArray> arguments = options.arguments();
        Axes axes = arguments.axesOf(a.ndim());
        NDArray out = arguments.out();
        int[] lengths = a.layout().lengths();
        ReductionShapes shapes = new ReductionShapes(fold.toString(), lengths, axes, arguments.keepDims());
        checkShapes(shapes, out, mask);
        NDArray initial = options.initial(fold.dtype());
        Fold.Folding begun = fold.from(initial == null ? null : initial.elements());
        if (!begun.hasStart()) {
            checkStart(fold, mask, axes.elements(lengths));
        }
        Layout spread = out == null ? null : shapes.spread(out.layout());
        NDArray result;
        if (mask == null && (out == null || isUsual(fold, a, spread, out))) {
            result = Reduction.reduce(begun, a, axes, arguments.keepDims());
        } else if (!begun.hasStart() && out.dtype() != fold.dtype()) {
            result = foldOthers(begun, a, out.dtype(), out.elements().withLayout(spread), shapes);
        } else {
            Strided output = out == null ? null : out.elements().withLayout(spread);
            result = foldSelected(begun, a, mask, output, shapes);
        }
        if (out == null) {
            return result;
        }
        Casting.assign(out, result);
        return out;
    }

    private static void checkShapes(ReductionShapes shapes, NDArray out, NDArray mask) {
        if (out != null) {
            shapes.checkAxesOf(out.layout().lengths());
            if (!out.isWriteable()) {
                throw Errors.readOnlyOutput();
            }
        }
        shapes.check(
                out == null ? null : out.layout().lengths(),
                mask == null ? null : mask.layout().lengths());
    }

    private static void checkStart(Fold.Folding fold, NDArray mask, long elements) {
        if (mask != null) {
            throw new IllegalArgumentException(
                    ("reduction operation '%s' does not have an identity, so to use a where mask one has to specify"
                                    + " 'initial'")
                            .formatted(fold));
        }
        if (elements == 0) {
            throw Errors.emptyReduction(fold.toString());
        }
    }

    /** Returns whether the elements go into the output in the order in which they would go into a new array. */
    private static boolean isUsual(Fold.Folding fold, NDArray a, Layout spread, NDArray out) {
        return out.dtype() == fold.dtype()
                && out.layout().isContiguous()
                && Arrays.equals(StridedLoop.memoryOrder(spread, a.layout()), StridedLoop.memoryOrder(a.layout()));
    }

    /** Folds all elements but the first ones, which have been in the output and come back converted. */
    private static NDArray foldOthers(
            Fold.Folding fold, NDArray a, DType converted, Strided out, ReductionShapes shapes) {
        NDArray others = NDArray.ones(DType.BOOL, a.shape().toArray());
        Layout first = a.layout();
        Layout firstOfOthers = others.layout();
        for (int axis : shapes.axes().numbers()) {
            first = first.along(axis, 0, 1, 1);
            firstOfOthers = firstOfOthers.along(axis, 0, 1, 1);
        }
        others.withLayout(firstOfOthers).fill(0);
        // The results begin in the order in which they lie in memory.
        int[] order = StridedLoop.memoryOrder(out.layout(), a.layout(), others.layout());
        NDArray initial = a.withLayout(first.transpose(order)).astype(converted).astype(fold.dtype());
        return foldSelected(fold.from(initial.elements()), a, others, out, shapes);
    }

    /** Folds the elements that a mask selects, or all, into a new array, in the order for an output. */
    private static NDArray foldSelected(
            Fold.Folding fold, NDArray a, NDArray mask, Strided out, ReductionShapes shapes) {
        int[] lengths = shapes.lengths();
        Strided selected =
                mask == null ? null : mask.elements().withLayout(mask.layout().broadcastTo(lengths));
        Layout elements = a.layout();
        // As in NumPy, a stride of 0 has no say in the order.
        Layout outLayout = out == null ? new Layout(lengths, new int[lengths.length], 0) : out.layout();
        Layout maskLayout = mask == null ? outLayout : selected.layout();
        int[] order = StridedLoop.memoryOrder(outLayout, elements, maskLayout);
        Layout results = Layout.inOrder(shapes.axes().reduced(lengths, true), order);
        NDArray result = ArrayScope.allocate(fold.dtype(), results);
        Layout spread = results.broadcastTo(lengths).transpose(order);
        Strided output = out == null
                ? result.elements().withLayout(spread)
                : out.withLayout(out.layout().transpose(order));
        MaskedFold.Operands operands = new MaskedFold.Operands(
                output,
                a.elements().withLayout(elements.transpose(order)),
                selected == null ? null : selected.withLayout(selected.layout().transpose(order)),
                spread,
                fold.dtype().primitive());
        fold.foldSelected(operands, result.storage());
        return shapes.keepDims() ? result : result.squeeze(shapes.axes().numbers());
    }

    /** Divides as NumPy does: by a count of int64, which makes the quotient float64, and then rounds it. */
    static NDArray mean(NDArray a, ReductionOptions options) {
        return dividedSum(a, a, counts(a, options), options);
    }

    /** Returns a sum, in float64 for integers, divided by counts. */
    static NDArray dividedSum(NDArray a, NDArray terms, NDArray counts, ReductionOptions options) {
        NDArray sum = a.dtype().isFloating()
                ? reduce(Fold.SUM, terms, options)
                : reduce(Fold.SUM.to(DType.FLOAT64), terms, options);
        Casting.assign(sum, sum.div(counts));
        return sum;
    }

    /** Returns how many elements go into each result. */
    static NDArray counts(NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = options.arguments();
        NDArray mask = arguments.where();
        if (mask == null) {
            return NDArray.scalar(
                    arguments.existingAxesOf(a.ndim()).elements(a.layout().lengths()));
        }
        NDArray selected = Broadcast.view(mask, a.shape());
        return Reduction.reduce(Fold.SUM.to(DType.INT64), selected, arguments.axesOf(a.ndim()), arguments.keepDims());
    }
}
