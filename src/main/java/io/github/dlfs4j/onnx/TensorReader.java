package io.github.dlfs4j.onnx;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.FileRegion;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.file.ProtocolBufferReader;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.onnx.operator.OnnxType;
import io.github.dlfs4j.onnx.operator.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads tensors, whose elements go straight from the file to the memory of their array.
 *
 * @param folder the folder for elements in files of their own, or null if there must be none
 * @param budget the memory of arrays is taken from it
 */
record TensorReader(Path folder, MemoryBudget budget) {
    private static final int CHUNK = 1 << 16;

    /**
     * TensorProto: dims 1, data_type 2, segment 3, float_data 4, int32_data 5, int64_data 7, name 8, raw_data 9,
     * double_data 10, external_data 13.
     */
    Tensor read(ProtocolBufferReader m) throws IOException {
        OnnxType type = OnnxType.of(m.integer(2));
        if (type == null || m.has(3)) {
            String found = type == null ? OnnxType.name(m.integer(2)) : "a part";
            throw m.error("a whole tensor of " + OnnxType.all(), found + " of " + Excerpt.of(m.text(8)));
        }
        int[] shape = shape(m, m.integers(1));
        long count = Lengths.product(shape);
        int integers = type == OnnxType.INT64 ? 7 : 5;
        if (m.has(13)) {
            return new Tensor(type, outside(m, type, count * type.bytes(), shape));
        } else if (m.has(integers) && !type.dtype().isFloating()) {
            long[] elements = m.integers(integers);
            check(m, "elements", count, elements.length);
            NDArray array = NDArray.wrap(elements, shape).astype(type.dtype());
            return new Tensor(type, type.wrapped(array).keep());
        }
        int field = m.has(9) ? 9 : type == OnnxType.FLOAT ? 4 : 10;
        check(m, "bytes for %s elements".formatted(count), count * type.bytes(), m.length(field));
        return new Tensor(type, array(m, type, m.bytes(field), shape));
    }

    private static void check(ProtocolBufferReader m, String what, long expected, long found) throws IOException {
        if (found != expected) {
            throw m.error("%s %s".formatted(expected, what), Long.toString(found));
        }
    }

    private static int[] shape(ProtocolBufferReader m, long... lengths) throws IOException {
        int[] shape = new int[lengths.length];
        try {
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = Math.toIntExact(lengths[axis]);
            }
            Lengths.checkedSize(shape);
            return shape;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw m.error("a shape that an array can have", e.getMessage());
        }
    }

    /** Reads the elements of an array, which belongs to no scope. */
    private NDArray array(ProtocolBufferReader m, OnnxType type, InputStream in, int... shape) throws IOException {
        int count = Lengths.checkedSize(shape);
        if (!budget.take((long) count * type.dtype().itemSize())) {
            throw m.error("arrays of at most %s bytes".formatted(budget.limit()), "more");
        }
        NDArray array = switch (type.dtype()) {
            case BOOL -> NDArray.wrap(new boolean[count], shape);
            case UINT8 -> NDArray.wrap(new byte[count], shape);
            case INT64 -> NDArray.wrap(new long[count], shape);
            case FLOAT32 -> NDArray.wrap(new float[count], shape);
            case FLOAT64 -> NDArray.wrap(new double[count], shape);
        };
        Storage storage = Inside.storage(array);
        byte[] bytes = new byte[CHUNK];
        for (int at = 0, n; at < count; at += n) {
            n = Math.min(CHUNK / type.bytes(), count - at);
            check(m, "bytes", (long) n * type.bytes(), in.readNBytes(bytes, 0, n * type.bytes()));
            ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            switch (type) {
                case FLOAT -> chunk.asFloatBuffer().get((float[]) storage.values(), at, n);
                case DOUBLE -> chunk.asDoubleBuffer().get((double[]) storage.values(), at, n);
                case INT64 -> chunk.asLongBuffer().get((long[]) storage.values(), at, n);
                case UINT8, BOOL, INT32 -> {
                    for (int i = 0; i < n; i++) {
                        storage.setLong(at + i, type == OnnxType.INT32 ? chunk.getInt() : chunk.get());
                    }
                }
            }
        }
        return array;
    }

    /** Reads elements in a file that must be in the folder of the model; StringStringEntryProto: key 1, value 2. */
    private NDArray outside(ProtocolBufferReader m, OnnxType type, long bytes, int... shape) throws IOException {
        Map<String, String> entries = new HashMap<>();
        for (ProtocolBufferReader entry : m.messages(13)) {
            entries.put(entry.text(1), entry.text(2));
        }
        String location = entries.getOrDefault("location", "");
        try {
            Path file = folder == null ? null : folder.resolve(location).toRealPath();
            if (folder == null || !file.startsWith(folder.toRealPath())) {
                throw m.error("elements in the file or in its folder", "elements in " + Excerpt.of(location));
            }
            long from = Long.parseLong(entries.getOrDefault("offset", "0"));
            check(m, "bytes", bytes, Long.parseLong(entries.getOrDefault("length", Long.toString(bytes))));
            try (FileChannel channel = InputFile.open(file)) {
                check(
                        m,
                        "bytes in " + Excerpt.of(location),
                        bytes,
                        Math.max(0, Math.min(bytes, channel.size() - from)));
                return array(m, type, new FileRegion(new FileRegion.OfChannel(channel), from, from + bytes), shape);
            }
        } catch (InvalidPathException | NumberFormatException e) {
            throw m.error("the place of elements in a file", Excerpt.of(String.valueOf(entries)));
        }
    }
}
