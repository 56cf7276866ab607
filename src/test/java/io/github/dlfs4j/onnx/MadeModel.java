package io.github.dlfs4j.onnx;

import io.github.dlfs4j.graph.onnx.ProtocolBuffer;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A file of ONNX, put together field by field: see onnx.proto for their numbers. */
final class MadeModel {
    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;

    private final ProtocolBuffer graph = new ProtocolBuffer();
    private int opset = 17;

    MadeModel opset(int version) {
        opset = version;
        return this;
    }

    MadeModel input(String name, int type, String... shape) {
        graph.add(11, value(name, type, shape));
        return this;
    }

    MadeModel output(String name, int type, String... shape) {
        graph.add(12, value(name, type, shape));
        return this;
    }

    private static ProtocolBuffer value(String name, int type, String... shape) {
        ProtocolBuffer dims = new ProtocolBuffer();
        for (String length : shape) {
            boolean isFixed = Character.isDigit(length.charAt(0));
            ProtocolBuffer dim = new ProtocolBuffer();
            dims.add(1, isFixed ? dim.add(1, Long.parseLong(length)) : dim.add(2, length));
        }
        ProtocolBuffer tensor = new ProtocolBuffer().add(1, type).add(2, dims);
        return new ProtocolBuffer().add(1, name).add(2, new ProtocolBuffer().add(1, tensor));
    }

    /** Adds a node. The names of inputs stand before an arrow, those of outputs after it: {@code "a b -> c"}. */
    MadeModel node(String operator, String values, ProtocolBuffer... attributes) {
        String[] sides = values.split(" ?-> ?", -1);
        ProtocolBuffer node = new ProtocolBuffer();
        for (String input : sides[0].isEmpty() ? new String[0] : sides[0].split(" ", -1)) {
            node.add(1, input.equals("_") ? "" : input);
        }
        for (String output : sides[1].split(" ", -1)) {
            node.add(2, output);
        }
        node.add(3, "the " + operator).add(4, operator);
        for (ProtocolBuffer attribute : attributes) {
            node.add(5, attribute);
        }
        graph.add(1, node);
        return this;
    }

    static ProtocolBuffer attribute(String name, long value) {
        return new ProtocolBuffer().add(1, name).add(3, value).add(20, 2);
    }

    MadeModel tensor(ProtocolBuffer tensor) {
        graph.add(5, tensor);
        return this;
    }

    /** Adds a constant of int64. */
    MadeModel integers(String name, long... values) {
        return tensor(raw(name, INT64, bytes(values), values.length));
    }

    static byte[] bytes(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    static byte[] bytes(NDArray floats) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats.toFloatArray());
        return bytes.array();
    }

    static ProtocolBuffer raw(String name, int type, byte[] data, long... shape) {
        return tensor(name, type, shape).add(9, data);
    }

    /** Returns a tensor that has no elements yet. */
    static ProtocolBuffer tensor(String name, int type, long... shape) {
        ProtocolBuffer tensor = new ProtocolBuffer();
        for (long length : shape) {
            tensor.add(1, length);
        }
        return tensor.add(2, type).add(8, name);
    }

    /** Returns a tensor whose elements are in another file. */
    static ProtocolBuffer outside(ProtocolBuffer tensor, String... entries) {
        for (int i = 0; i < entries.length; i += 2) {
            tensor.add(13, new ProtocolBuffer().add(1, entries[i]).add(2, entries[i + 1]));
        }
        return tensor.add(14, 1);
    }

    byte[] content() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ProtocolBuffer()
                    .add(1, 8)
                    .add(7, graph)
                    .add(8, new ProtocolBuffer().add(2, opset))
                    .writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    OnnxModel read() throws IOException {
        return OnnxModel.read(
                new ByteArrayInputStream(content()), Path.of("made.onnx").toString());
    }
}
