package io.github.dlfs4j.fuzz;

import io.github.dlfs4j.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The arrays that files describe, read in the simplest way and without checks. */
final class Described {
    private static final Pattern TYPE = Pattern.compile("descr['\"]\\s*:\\s*['\"]([<>|])(\\w\\d)['\"]");
    private static final Pattern ORDER = Pattern.compile("fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("shape['\"]\\s*:\\s*\\(([^)]*)\\)");

    private static final Pattern TENSOR = Pattern.compile("\\{[^{}]*\"data_offsets\"[^{}]*\\}");
    private static final Pattern TENSOR_TYPE = Pattern.compile("\"dtype\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern TENSOR_SHAPE = Pattern.compile("\"shape\"\\s*:\\s*\\[([^]]*)]");
    private static final Pattern TENSOR_OFFSETS = Pattern.compile("\"data_offsets\"\\s*:\\s*\\[([^]]*)]");

    /** What separates numbers in a text, as Python has it. */
    private static final String SPACE = "(?U)[\\s\\x1c-\\x1f]+";

    private Described() {}

    static NDArray idx(byte... file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int[] shape = new int[bytes.getInt() & 0xff];
        Arrays.setAll(shape, axis -> bytes.getInt());
        return NDArray.of(rest(bytes), shape);
    }

    static NDArray npy(byte... file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(6);
        boolean shortLength = bytes.getShort() == 1;
        byte[] text = new byte[shortLength ? bytes.getShort() : bytes.getInt()];
        bytes.get(text);
        String header = new String(text, StandardCharsets.ISO_8859_1);
        Matcher type = find(TYPE, header);
        int[] shape = Pattern.compile("\\d+")
                .matcher(find(SHAPE, header).group(1))
                .results()
                .mapToInt(length -> Integer.parseInt(length.group()))
                .toArray();
        ByteBuffer elements = ByteBuffer.wrap(rest(bytes));
        elements.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        NDArray array = elements(type.group(2), elements);
        return find(ORDER, header).group(1).equals("True")
                ? array.reshape(reversed(shape)).transpose()
                : array.reshape(shape);
    }

    /** The numbers of a text, of as many rows and columns as it has; axes of length 1 are removed. */
    static NDArray text(byte... content) {
        List<double[]> rows = new ArrayList<>();
        for (String line : new String(content, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            String numbers =
                    line.replaceFirst("(?s)#.*", "").replaceAll(SPACE, " ").strip();
            if (!numbers.isEmpty()) {
                rows.add(Stream.of(numbers.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return rows.isEmpty()
                ? NDArray.zeros(0)
                : NDArray.of(rows.toArray(new double[0][])).squeeze();
    }

    /**
     * Reads an archive. The JDK can do this too, but its versions differ in the archives that they refuse for fields
     * that do not matter.
     */
    static Map<String, NDArray> npz(byte... file) throws DataFormatException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, NDArray> arrays = new HashMap<>();
        int entry = bytes.getInt(file.length - 6);
        for (int count = bytes.getShort(file.length - 12); count > 0; count--) {
            int nameEnd = entry + 46 + bytes.getShort(entry + 28);
            String name = new String(file, entry + 46, nameEnd - entry - 46, StandardCharsets.UTF_8);
            int local = bytes.getInt(entry + 42);
            int start = local + 30 + bytes.getShort(local + 26) + Short.toUnsignedInt(bytes.getShort(local + 28));
            byte[] data = Arrays.copyOfRange(file, start, start + bytes.getInt(entry + 20));
            boolean deflated = bytes.getShort(entry + 10) != 0;
            byte[] content = deflated ? inflated(bytes.getInt(entry + 24), data) : data;
            arrays.put(name.replaceFirst("\\.npy$", ""), npy(content));
            entry = nameEnd
                    + Short.toUnsignedInt(bytes.getShort(entry + 30))
                    + Short.toUnsignedInt(bytes.getShort(entry + 32));
        }
        return arrays;
    }

    /** The arrays of a safetensors file in the order of its header, which has no other objects. */
    static List<NDArray> safetensors(byte... file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int start = Long.BYTES + (int) bytes.getLong(0);
        String header = new String(file, Long.BYTES, start - Long.BYTES, StandardCharsets.UTF_8);
        return TENSOR.matcher(header)
                .results()
                .map(tensor -> {
                    String type = find(TENSOR_TYPE, tensor.group()).group(1);
                    int[] shape = numbers(find(TENSOR_SHAPE, tensor.group()).group(1));
                    int[] offsets = numbers(find(TENSOR_OFFSETS, tensor.group()).group(1));
                    ByteBuffer elements = ByteBuffer.wrap(
                                    Arrays.copyOfRange(file, start + offsets[0], start + offsets[1]))
                            .order(ByteOrder.LITTLE_ENDIAN);
                    return tensor(type, elements).reshape(shape);
                })
                .toList();
    }

    /** The tensors of a model of ONNX that are outputs, by name. */
    static Map<String, NDArray> onnx(byte... file) {
        ByteBuffer graph = last(fields(ByteBuffer.wrap(file)), 7);
        Map<String, NDArray> tensors = new HashMap<>();
        Map<String, NDArray> outputs = new HashMap<>();
        for (Wire field : fields(graph)) {
            if (field.number == 5) {
                List<Wire> fields = fields(field.bytes);
                tensors.put(text(last(fields, 8)), onnxTensor(fields));
            }
        }
        for (Wire field : fields(graph)) {
            if (field.number == 12) {
                String name = text(last(fields(field.bytes), 1));
                outputs.put(name, tensors.get(name));
            }
        }
        return outputs;
    }

    private static NDArray onnxTensor(List<Wire> fields) {
        Map<Integer, List<Long>> integers = new HashMap<>();
        for (Wire field : fields) {
            List<Long> all = integers.computeIfAbsent(field.number, number -> new ArrayList<>());
            if (field.bytes == null) {
                all.add(field.value);
            } else if (field.number != 8 && field.number != 9) {
                for (ByteBuffer bytes = field.bytes.duplicate(); bytes.hasRemaining(); ) {
                    all.add(varint(bytes));
                }
            }
        }
        List<Long> types = integers.get(2);
        int type = types.get(types.size() - 1).intValue();
        List<Long> elements = integers.get(type == 7 ? 7 : 5);
        int[] shape = integers.getOrDefault(1, List.of()).stream()
                .mapToInt(Long::intValue)
                .toArray();
        String code =
                Map.of(1, "f4", 2, "u1", 6, "i4", 7, "i8", 9, "b1", 11, "f8").get(type);
        if (elements == null || type == 1 || type == 11) {
            return elements(code, last(fields, 9)).reshape(shape);
        }
        NDArray array = NDArray.of(elements.stream()
                .mapToLong(element -> type == 6 ? (int) (long) element : element)
                .toArray());
        return array.astype(elements(code, ByteBuffer.allocate(0)).dtype()).reshape(shape);
    }

    /** A field of Protocol Buffers: an integer, or bytes. */
    private record Wire(int number, long value, ByteBuffer bytes) {}

    private static List<Wire> fields(ByteBuffer message) {
        List<Wire> fields = new ArrayList<>();
        ByteBuffer bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            int type = (int) key & 7;
            long value = type == 0 || type == 2 ? varint(bytes) : 0;
            int length = type == 2 ? (int) value : type == 5 ? 4 : type == 1 ? 8 : 0;
            ByteBuffer content =
                    type == 0 ? null : bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.position() + length);
            fields.add(new Wire((int) (key >>> 3), value, content));
        }
        return fields;
    }

    private static long varint(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte bits = bytes.get();
            number |= (bits & 0x7fL) << shift;
            if (bits >= 0) {
                return number;
            }
        }
    }

    /** The bytes of the last field of a number; none if there is none. */
    private static ByteBuffer last(List<Wire> fields, int number) {
        ByteBuffer last = ByteBuffer.allocate(0);
        for (Wire field : fields) {
            last = field.number == number ? field.bytes : last;
        }
        return last;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static NDArray tensor(String type, ByteBuffer elements) {
        if (type.equals("BF16")) {
            return floats(IntStream.range(0, elements.remaining() / 2)
                    .mapToDouble(i -> Float.intBitsToFloat(elements.getShort(2 * i) << 16))
                    .toArray());
        }
        int bits = type.equals("BOOL") ? 8 : Integer.parseInt(type.substring(1));
        return elements(Character.toLowerCase(type.charAt(0)) + "" + bits / 8, elements);
    }

    private static int[] numbers(String list) {
        return Stream.of(list.split("[\\s,]+"))
                .filter(number -> !number.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** All numbers that are anywhere in a file, in any type and byte order; truth values are there in every file. */
    static Set<Double> numbers(byte... file) {
        Set<Double> numbers = new HashSet<>(List.of(0.0, 1.0));
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(file, file.length + Long.BYTES))
                    .order(order);
            for (int i = 0; i < file.length; i++) {
                numbers.add(half(bytes.getShort(i) & 0xffff));
                numbers.add((double) Float.intBitsToFloat(bytes.getShort(i) << 16));
                numbers.add((double) bytes.getFloat(i));
                numbers.add(bytes.getDouble(i));
                for (int size = 1; size <= Long.BYTES; size++) {
                    long unsigned = order == ByteOrder.LITTLE_ENDIAN
                            ? bytes.getLong(i) << (Long.SIZE - 8 * size)
                            : bytes.getLong(i) >>> (Long.SIZE - 8 * size) << (Long.SIZE - 8 * size);
                    numbers.add((double) (unsigned >> (Long.SIZE - 8 * size)));
                    numbers.add((double) (unsigned >>> (Long.SIZE - 8 * size)));
                }
            }
        }
        return numbers;
    }

    private static byte[] inflated(int length, byte... data) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            byte[] content = new byte[length];
            int count = inflater.inflate(content);
            return Arrays.copyOf(content, count);
        } finally {
            inflater.end();
        }
    }

    private static Matcher find(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new AssertionError("no %s in %s".formatted(pattern, header));
        }
        return matcher;
    }

    private static byte[] rest(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }

    private static int[] reversed(int... shape) {
        return IntStream.range(0, shape.length)
                .map(i -> shape[shape.length - 1 - i])
                .toArray();
    }

    private static NDArray elements(String code, ByteBuffer bytes) {
        int size = code.charAt(1) - '0';
        IntStream places = IntStream.range(0, bytes.remaining() / size).map(i -> i * size);
        return switch (code) {
            case "b1" -> booleans(bytes);
            case "u1" -> NDArray.of(rest(bytes));
            case "f2" -> floats(places.mapToDouble(i -> half(bytes.getShort(i))).toArray());
            case "f4" -> floats(places.mapToDouble(bytes::getFloat).toArray());
            case "f8" -> NDArray.of(places.mapToDouble(bytes::getDouble).toArray());
            case "i1" -> NDArray.of(places.mapToLong(bytes::get).toArray());
            case "i2" -> NDArray.of(places.mapToLong(bytes::getShort).toArray());
            case "i4" -> NDArray.of(places.mapToLong(bytes::getInt).toArray());
            case "u2" ->
                NDArray.of(places.mapToLong(i -> bytes.getShort(i) & 0xffff).toArray());
            case "u4" ->
                NDArray.of(places.mapToLong(i -> bytes.getInt(i) & 0xffff_ffffL).toArray());
            case "i8", "u8" -> NDArray.of(places.mapToLong(bytes::getLong).toArray());
            default -> throw new AssertionError("no type " + code);
        };
    }

    private static NDArray booleans(ByteBuffer bytes) {
        boolean[] values = new boolean[bytes.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.get(i) != 0;
        }
        return NDArray.of(values);
    }

    private static NDArray floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return NDArray.of(floats);
    }

    /** Converts a half-precision number: a sign bit, 5 bits of exponent, 10 bits of fraction. */
    private static double half(int bits) {
        int exponent = (bits >> 10) & 31;
        int fraction = bits & 1023;
        double value = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
        return (bits & 0x8000) == 0 ? value : -value;
    }
}
