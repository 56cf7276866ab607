package io.github.dlfs4j.fuzz;

import io.github.dlfs4j.graph.onnx.ProtocolBuffer;
import io.github.dlfs4j.onnx.operator.Operators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** A model of ONNX whose outputs are its tensors, beside nodes that compute something of them. */
final class MadeOnnx {
    private static final String[] OPERATORS = Operators.names().toArray(String[]::new);

    /** The numbers of float, uint8, int32, int64, bool and double, and the bytes of an element. */
    private static final List<int[]> TYPES = List.of(
            new int[] {1, 4}, new int[] {2, 1}, new int[] {6, 4}, new int[] {7, 8}, new int[] {9, 1}, new int[] {11, 8
            });

    private final Parts parts;
    /** How many parts are right for each wrong one. */
    private final int right;

    private final ProtocolBuffer graph = new ProtocolBuffer();

    MadeOnnx(SplittableRandom random, int right) {
        this.parts = new Parts(random);
        this.right = right;
    }

    byte[] file() throws IOException {
        int tensors = 1 + parts.length(5);
        for (int i = 0; i < tensors; i++) {
            addTensor(i);
        }
        int nodes = parts.length(6);
        for (int i = 0; i < nodes; i++) {
            ProtocolBuffer node = new ProtocolBuffer().add(1, name("t", parts.length(tensors)));
            for (int input = parts.length(4); input > 0; input--) {
                node.add(1, parts.oneIn(3) && i > 0 ? name("n", parts.length(i)) : name("t", parts.length(tensors)));
            }
            node.add(2, name("n", i)).add(4, parts.nearly(parts.oneOf(OPERATORS), right));
            if (parts.oneIn(4)) {
                node.add(5, attribute());
            }
            graph.add(1, node);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProtocolBuffer()
                .add(1, 8)
                .add(7, graph)
                .add(8, new ProtocolBuffer().add(2, parts.nearly(17, right)))
                .writeTo(out);
        return out.toByteArray();
    }

    private String name(String kind, int number) {
        return parts.nearly(kind + number, right);
    }

    private void addTensor(int number) {
        int[] type = parts.oneOf(TYPES.toArray(int[][]::new));
        int rows = parts.length(5);
        int columns = parts.length(5);
        ProtocolBuffer tensor = new ProtocolBuffer()
                .add(1, parts.nearly(rows, right))
                .add(1, parts.nearly(columns, right))
                .add(2, parts.nearly(type[0], right))
                .add(8, name("t", number));
        boolean isInteger = type[0] != 1 && type[0] != 11;
        if (isInteger && parts.oneIn(3)) {
            for (int i = (int) parts.nearly((long) rows * columns, right) & 0xff; i > 0; i--) {
                tensor.add(type[0] == 7 ? 7 : 5, parts.length(2));
            }
        } else {
            tensor.add(9, parts.noise((int) parts.nearly((long) rows * columns * type[1], right) & 0xfff));
        }
        graph.add(5, tensor);
        ProtocolBuffer ofType = new ProtocolBuffer().add(1, type[0]);
        String name = parts.nearly("t" + number, 10 * right);
        graph.add(12, new ProtocolBuffer().add(1, name).add(2, new ProtocolBuffer().add(1, ofType)));
    }

    private ProtocolBuffer attribute() {
        String name = parts.oneOf("axis", "axes", "to", "keepdims", "alpha", "k", "perm", "value_int", "mode");
        ProtocolBuffer attribute = new ProtocolBuffer().add(1, name).add(20, parts.nearly(2, right));
        return parts.oneIn(4) ? attribute.add(8, parts.length(4)) : attribute.add(3, parts.nearly(parts.length(9), 3));
    }
}
