package arrays;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The values of requests and replies: a byte says of which kind a value is, and numbers are big-endian. */
final class Wire {
    private final DataInputStream in;
    private final DataOutputStream out;
    private int next;

    Wire(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** What stands between the brackets of an index. */
    record Key(List<?> parts) {}

    /** Returns whether there is one more request. */
    boolean hasNext() throws IOException {
        next = in.read();
        return next >= 0;
    }

    Object read(Map<Long, NDArray> arrays) throws IOException {
        int kind = next >= 0 ? next : in.readByte();
        next = -1;
        return switch (kind) {
            case '0' -> null;
            case 'b' -> in.readBoolean();
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 's' -> new String(bytes(), StandardCharsets.UTF_8);
            case 'y' -> bytes();
            case 'a' -> arrays.get(in.readLong());
            case '[' -> list(arrays);
            case 'k' -> new Key(list(arrays));
            default -> throw new IOException("no kind of value: " + kind);
        };
    }

    private byte[] bytes() throws IOException {
        return in.readNBytes(in.readInt());
    }

    private List<Object> list(Map<Long, NDArray> arrays) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            list.add(read(arrays));
        }
        return list;
    }

    void write(Object value, ToLongFunction<NDArray> keep) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Number number) {
            out.writeByte('l');
            out.writeLong(number.longValue());
        } else if (value instanceof byte[] bytes) {
            write('y', bytes);
        } else if (value instanceof NDArray array) {
            out.writeByte('a');
            out.writeLong(keep.applyAsLong(array));
            write(array.dtype(), keep);
            write(array.shape(), keep);
        } else if (value instanceof Shape shape) {
            write(Arrays.stream(shape.toArray()).boxed().toList(), keep);
        } else if (value instanceof NDArray[] several) {
            write(Arrays.asList(several), keep);
        } else if (value instanceof Record record) {
            write(components(record), keep);
        } else if (value instanceof List<?> list) {
            out.writeByte('[');
            out.writeInt(list.size());
            for (Object element : list) {
                write(element, keep);
            }
        } else if (value instanceof Throwable error) {
            out.writeByte('e');
            write(error.getClass().getName(), keep);
            write(String.valueOf(error.getMessage()), keep);
        } else {
            write('s', value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(int kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<Object> components(Record record) {
        List<Object> components = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                components.add(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return components;
    }

    void flush() throws IOException {
        out.flush();
    }
}
