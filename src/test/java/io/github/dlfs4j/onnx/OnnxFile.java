package io.github.dlfs4j.onnx;

import io.github.dlfs4j.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A program in ONNX, read as onnx.proto and the wire format of Protocol Buffers say. */
record OnnxFile(OnnxFile.Message model) {
    /** A message: its fields by number, each a long, a float, or the bytes of a text or of a message. */
    record Message(Map<Integer, List<Object>> fields) {
        static Message of(ByteBuffer in) {
            Map<Integer, List<Object>> fields = new TreeMap<>();
            while (in.hasRemaining()) {
                long key = varint(in);
                Object value = switch ((int) key & 7) {
                    case 0 -> varint(in);
                    case 2 -> bytes(in, (int) varint(in));
                    case 5 -> in.getFloat();
                    default -> throw new IllegalStateException("type " + (key & 7));
                };
                fields.computeIfAbsent((int) (key >>> 3), field -> new ArrayList<>())
                        .add(value);
            }
            return new Message(fields);
        }

        private static long varint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte bits = in.get();
                value |= (bits & 0x7fL) << shift;
                if (bits >= 0) {
                    return value;
                }
            }
        }

        private static ByteBuffer bytes(ByteBuffer in, int length) {
            ByteBuffer bytes = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + length);
            return bytes;
        }

        List<Object> all(int field) {
            return fields.getOrDefault(field, List.of());
        }

        List<String> texts(int field) {
            return all(field).stream()
                    .map(text -> StandardCharsets.UTF_8
                            .decode(((ByteBuffer) text).duplicate())
                            .toString())
                    .toList();
        }

        List<Message> messages(int field) {
            return all(field).stream()
                    .map(bytes -> of(((ByteBuffer) bytes).duplicate().order(ByteOrder.LITTLE_ENDIAN)))
                    .toList();
        }

        int[] integers(int field) {
            return all(field).stream()
                    .mapToInt(value -> ((Long) value).intValue())
                    .toArray();
        }

        Message only(int field) {
            return messages(field).get(0);
        }

        String text(int field) {
            return texts(field).get(0);
        }
    }

    static OnnxFile of(byte[] bytes) {
        return new OnnxFile(Message.of(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)));
    }

    Message graph() {
        return model.only(7);
    }

    /** Returns the nodes, such as {@code Add = Add(MatMul, b1)}, with their attributes in the order of their names. */
    List<String> nodes() {
        return graph().messages(1).stream()
                .map(node -> "%s = %s(%s)%s"
                        .formatted(
                                String.join(", ", node.texts(2)),
                                node.text(4),
                                String.join(", ", node.texts(1)),
                                node.messages(5).stream()
                                        .map(OnnxFile::attribute)
                                        .collect(Collectors.joining())))
                .toList();
    }

    /** Describes an attribute, whose type says which field it has: f 2, i 3 or ints 8. */
    private static String attribute(Message attribute) {
        int field = Map.of(1, 2, 2, 3, 7, 8).get(attribute.integers(20)[0]);
        return " %s=%s".formatted(attribute.text(1), attribute.all(field));
    }

    /** Describes an input (11) or an output (12), such as {@code scores: 1 [batch, 10]}, where 1 is float32. */
    String value(int field) {
        Message value = graph().only(field);
        Message tensor = value.only(2).only(1);
        return "%s: %s [%s]"
                .formatted(
                        value.text(1),
                        tensor.all(1).get(0),
                        tensor.only(2).messages(1).stream()
                                .map(dim ->
                                        dim.all(2).isEmpty() ? dim.all(1).get(0).toString() : dim.text(2))
                                .collect(Collectors.joining(", ")));
    }

    Map<String, NDArray> constants() {
        Map<String, NDArray> constants = new TreeMap<>();
        for (Message tensor : graph().messages(5)) {
            int[] shape = tensor.integers(1);
            ByteBuffer data = (ByteBuffer) tensor.all(9).get(0);
            if (tensor.integers(2)[0] == 7) {
                long[] numbers = new long[data.remaining() / Long.BYTES];
                data.asLongBuffer().get(numbers);
                constants.put(tensor.text(8), NDArray.of(numbers, shape));
            } else {
                float[] numbers = new float[data.remaining() / Float.BYTES];
                data.asFloatBuffer().get(numbers);
                constants.put(tensor.text(8), NDArray.of(numbers, shape));
            }
        }
        return constants;
    }
}
