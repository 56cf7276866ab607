package io.github.dlfs4j.ndarray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file of records made by NumPy: fields separated by tabs.
 *
 * <p>An array is written {@code DTYPE:SHAPE:HEX}, its elements in C order as big-endian hexadecimal; an error is
 * written {@code !text}.
 */
public record NumPyRecord(String file, int line, List<String> fields) {
    public static List<NumPyRecord> read(String file) {
        InputStream stream = NumPyRecord.class.getResourceAsStream("/numpy/" + file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<NumPyRecord> records = new ArrayList<>();
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.startsWith("#")) {
                    records.add(new NumPyRecord(file, number, List.of(line.split("\t", -1))));
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String field(int i) {
        return fields.get(i);
    }

    /** Splits a field at semicolons into fields. */
    public NumPyRecord split(int i) {
        return new NumPyRecord(file, line, List.of(field(i).split(";", -1)));
    }

    /** Returns a text field without its escapes. */
    public String text(int i) {
        StringBuilder text = new StringBuilder();
        String escaped = field(i);
        for (int k = 0; k < escaped.length(); k++) {
            char c = escaped.charAt(k);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char next = escaped.charAt(++k);
            text.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
        }
        return text.toString();
    }

    /** Returns whether a field is a Python int, {@code i:7}. */
    public boolean isInteger(int i) {
        return field(i).startsWith("i:");
    }

    /** Returns whether a field is a Python int or float, {@code f:0.5}. */
    public boolean isNumber(int i) {
        return isInteger(i) || field(i).startsWith("f:");
    }

    public long integer(int i) {
        return Long.parseLong(field(i).substring(2));
    }

    public double number(int i) {
        String text = field(i).substring(2);
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    public NDArray array(int i) {
        return array(field(i));
    }

    public NDArray[] arrays(int i) {
        String[] parts = field(i).isEmpty() ? new String[0] : field(i).split(";", -1);
        NDArray[] arrays = new NDArray[parts.length];
        for (int k = 0; k < parts.length; k++) {
            arrays[k] = array(parts[k]);
        }
        return arrays;
    }

    public static NDArray array(String text) {
        String[] parts = text.split(":", -1);
        int[] shape = ints(parts[1], ",");
        String[] hex = parts[2].isEmpty() ? new String[0] : parts[2].split(" ", -1);
        long[] bits = new long[hex.length];
        for (int i = 0; i < hex.length; i++) {
            bits[i] = Long.parseUnsignedLong(hex[i], 16);
        }
        return switch (parts[0]) {
            case "bool" -> ofLongs(bits, shape).astype(DType.BOOL);
            case "uint8" -> ofLongs(bits, shape).astype(DType.UINT8);
            case "int64" -> ofLongs(bits, shape);
            case "float32" -> {
                float[] values = new float[bits.length];
                for (int i = 0; i < bits.length; i++) {
                    values[i] = Float.intBitsToFloat((int) bits[i]);
                }
                yield shape.length == 0 ? NDArray.scalar(values[0]) : NDArray.of(values, shape);
            }
            case "float64" -> {
                double[] values = new double[bits.length];
                for (int i = 0; i < bits.length; i++) {
                    values[i] = Double.longBitsToDouble(bits[i]);
                }
                yield shape.length == 0 ? NDArray.scalar(values[0]) : NDArray.of(values, shape);
            }
            default -> throw new IllegalArgumentException("no such dtype: " + parts[0]);
        };
    }

    private static NDArray ofLongs(long[] values, int[] shape) {
        return shape.length == 0 ? NDArray.scalar(values[0]) : NDArray.of(values, shape);
    }

    public static int[] ints(String text, String separator) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return new int[0];
        }
        String[] parts = trimmed.split(separator, -1);
        int[] values = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Integer.parseInt(parts[i].trim());
        }
        return values;
    }
}
