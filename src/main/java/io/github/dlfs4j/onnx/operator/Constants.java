package io.github.dlfs4j.onnx.operator;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Operators that make arrays of attributes and of single numbers. */
final class Constants {
    private static final Tensor ZERO = new Tensor(OnnxType.FLOAT, NDArray.scalar(0f));

    private Constants() {}

    /** Returns the only attribute of a node: a tensor, or a number or more. */
    static Tensor tensor(Node node) {
        Object value = node.attributes().size() == 1
                ? node.attributes().values().iterator().next()
                : null;
        if (value instanceof Tensor tensor) {
            return tensor;
        } else if (value instanceof Long number) {
            return new Tensor(OnnxType.INT64, NDArray.scalar(number));
        } else if (value instanceof Float number) {
            return new Tensor(OnnxType.FLOAT, NDArray.scalar(number));
        } else if (value instanceof long[] numbers) {
            return new Tensor(OnnxType.INT64, NDArray.of(numbers));
        } else if (value instanceof float[] numbers) {
            return new Tensor(OnnxType.FLOAT, NDArray.of(numbers));
        }
        throw new IllegalArgumentException("a constant needs a value of one kind");
    }

    /** Returns the value that repeats, 0 unless a node has another. */
    static Tensor value(Node node) {
        return node.attributes().isEmpty() ? ZERO : tensor(node);
    }

    static NDArray ofShape(Call n) {
        return value(n.node()).array().reshape().broadcastTo(Shape.of(n.numbers("shape", 0)));
    }

    /** Returns the type that a node converts to. */
    static OnnxType castType(Node node) {
        long number = node.attributes().get("to") instanceof Long to ? to : 0;
        OnnxType type = OnnxType.of(number);
        if (type == null) {
            throw new IllegalArgumentException(OnnxType.name(number));
        }
        return type;
    }

    static NDArray cast(Call n) {
        return n.x().astype(castType(n.node()).dtype());
    }

    static NDArray range(Call n) {
        NDArray start = n.x();
        NDArray delta = n.in(2);
        double count = Math.ceil(n.in(1).sub(start).item() / delta.item());
        int length = Lengths.checkLength((long) Math.max(count, 0));
        return NDArray.arange(length).astype(start.dtype()).mul(delta).add(start);
    }
}
