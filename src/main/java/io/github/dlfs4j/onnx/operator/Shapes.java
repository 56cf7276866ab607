package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** Operators that give elements another shape, or take some of them. */
final class Shapes {
    private Shapes() {}

    /** Returns a view of some elements along an axis. */
    static NDArray part(NDArray x, int axis, Index some) {
        return x.swapaxes(0, axis).get(some).swapaxes(0, axis);
    }

    static NDArray squeezed(NDArray x, int... axes) {
        return axes == null ? x.squeeze() : x.squeeze(axes);
    }

    /** Returns a view that repeats elements, in a shape that each of the two can be broadcast to. */
    static NDArray expanded(NDArray x, int... lengths) {
        return x.broadcastTo(Manipulation.broadcastShapes(x.shape(), Shape.of(lengths)));
    }

    /** Returns a matrix whose rows have the axes from one on. */
    static NDArray flattened(NDArray x, int axis) {
        int[] lengths = x.shape().toArray();
        int first = Objects.checkIndex(axis < 0 ? axis + lengths.length : axis, lengths.length + 1);
        int rows = (int) Lengths.product(Arrays.copyOf(lengths, first));
        return x.reshape(rows, (int) Lengths.product(Arrays.copyOfRange(lengths, first, lengths.length)));
    }

    static NDArray reshape(Call n) {
        int[] lengths = n.numbers("shape", 1);
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = lengths[axis] == 0 && !n.flag("allowzero") ? n.x().shape(axis) : lengths[axis];
        }
        return n.x().reshape(lengths);
    }

    static NDArray shape(Call n) {
        Index some = Index.range(n.number("start"), n.has("end") ? n.number("end") : null);
        return NDArray.of(n.x().shape().toArray()).get(some);
    }

    static NDArray slice(Call n) {
        int[] starts = n.numbers("starts", 1);
        int[] ends = n.numbers("ends", 2);
        int[] axes = n.optional("axes", 3);
        int[] steps = n.optional("steps", 4);
        NDArray x = n.x();
        for (int i = 0; i < starts.length; i++) {
            Index some = Index.range(starts[i], ends[i], steps == null ? 1 : steps[i]);
            x = part(x, axes == null ? i : axes[i], some);
        }
        return x;
    }

    /** Splits in given lengths, or in equal ones, of which the last may be shorter. */
    static NDArray[] split(Call n) {
        int axis = n.number("axis");
        int[] lengths = n.optional("split", 1);
        NDArray[] parts = new NDArray[n.outputs()];
        int each = (n.x().shape(axis) + parts.length - 1) / parts.length;
        for (int i = 0, first = 0, end; i < parts.length; i++, first = end) {
            end = first + (lengths == null ? each : lengths[i]);
            parts[i] = part(n.x(), axis, Index.range(first, end));
        }
        return parts;
    }

    static NDArray pad(Call n) {
        NDArray x = n.x();
        int[] pads = n.numbers("pads", 1);
        int[] axes = n.optional("axes", 3);
        int count = pads.length / 2;
        int[][] widths = new int[x.ndim()][2];
        for (int i = 0; i < count; i++) {
            int axis = axes == null ? i : Math.floorMod(axes[i], x.ndim());
            int end = pads[count + i];
            // A negative width removes elements.
            x = part(x, axis, Index.range(Math.max(-pads[i], 0), x.shape(axis) + Math.min(end, 0)));
            widths[axis] = new int[] {Math.max(pads[i], 0), Math.max(end, 0)};
        }
        PadMode mode = PadMode.valueOf(n.text("mode").toUpperCase(Locale.ROOT));
        if (mode != PadMode.CONSTANT) {
            return x.pad(widths, mode);
        }
        NDArray value = n.has(2) ? n.in(2) : NDArray.scalar(n.real("value"));
        return x.dtype().isFloating()
                ? x.pad(widths, value.item())
                : x.pad(widths, value.astype(DType.INT64).reshape().asLong());
    }

    /** Takes elements along an axis. The indices may be fewer along the others. */
    static NDArray gatherElements(Call n) {
        NDArray x = n.x();
        int axis = n.number("axis");
        for (int other = 0; other < x.ndim(); other++) {
            boolean isOther = other != axis && other != axis + x.ndim();
            x = isOther ? part(x, other, Index.to(n.in(1).shape(other))) : x;
        }
        return IndexRoutines.takeAlongAxis(x, n.in(1), axis);
    }

    /** Takes what indices along several axes point to, in each part of a batch. */
    static NDArray gatherNd(Call n) {
        int[] lengths = n.x().shape().toArray();
        int[] of = n.in(1).shape().toArray();
        int batch = n.number("batch_dims");
        int depth = of[of.length - 1];
        int parts = (int) Lengths.product(Arrays.copyOf(lengths, batch));
        int[] ofPart = Arrays.copyOfRange(lengths, batch, lengths.length);
        NDArray positions = n.in(1).reshape(parts, -1, depth);
        NDArray[] indices = new NDArray[depth + 1];
        indices[0] = NDArray.arange(parts).expandDims(1);
        for (int i = 0; i < depth; i++) {
            indices[i + 1] = positions.get(Index.ellipsis(), Index.at(i));
        }
        NDArray taken = n.x().reshape(Lengths.joined(new int[] {parts}, ofPart)).get(indices);
        int[] rest = Arrays.copyOfRange(ofPart, depth, ofPart.length);
        return taken.reshape(Lengths.joined(Arrays.copyOf(of, of.length - 1), rest));
    }
}
