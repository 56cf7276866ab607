package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** A replay of the records of a file, which collects the differences from NumPy. */
public final class Replay {
    private Replay() {}

    /** Replays every record of a file; the function returns what differs, or null. */
    public static void replay(String file, Function<NumPyRecord, String> difference) {
        List<NumPyRecord> records = NumPyRecord.read(file);
        List<String> differences = new ArrayList<>();
        for (NumPyRecord record : records) {
            String text = difference.apply(record);
            if (text != null) {
                differences.add("line " + record.line() + ", " + record.field(0) + ": " + text);
            }
        }
        assertThat(records).isNotEmpty();
        assertThat(differences).as("%d records of %s", records.size(), file).isEmpty();
        System.out.printf("%s: %d records replayed%n", file, records.size());
    }

    /** Compares the outcome of an operation with the array or the error in a field. */
    public static String compare(NumPyRecord record, int field, Tolerance tolerance, Supplier<NDArray> operation) {
        return compareAll(record, field, tolerance, () -> new NDArray[] {operation.get()});
    }

    /** Compares the outcome of an operation with the arrays or the error in a field. */
    public static String compareAll(NumPyRecord record, int field, Tolerance tolerance, Supplier<NDArray[]> operation) {
        String expected = record.field(field);
        NDArray[] actual;
        try {
            actual = operation.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | UnsupportedOperationException e) {
            return expected.startsWith("!")
                    ? firstDifference(
                            record.text(field).substring(1).trim(),
                            e.getMessage().trim())
                    : "unexpected " + e;
        }
        if (expected.startsWith("!")) {
            return "no error, but expected: " + expected;
        }
        NDArray[] arrays = record.arrays(field);
        if (arrays.length != actual.length) {
            return "expected %s arrays but were %s".formatted(arrays.length, actual.length);
        }
        for (int i = 0; i < arrays.length; i++) {
            String difference = Differences.first(arrays[i], actual[i], tolerance);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Compares in each layout of the arrays in a field; the function gets them and the number of the layout. */
    public static String inEachLayout(
            NumPyRecord record, int field, BiFunction<NDArray[], Integer, String> difference) {
        for (int way = 0; way < ViewsOf.count(); way++) {
            String text = difference.apply(ViewsOf.of(record.arrays(field), way), way);
            if (text != null) {
                return "way " + way + ": " + text;
            }
        }
        return null;
    }

    /** Compares whether the result shares memory with a field: v for a view, - if it does not matter. */
    public static String differenceOfMemory(NumPyRecord record, int field, BooleanSupplier shared) {
        String expected = record.field(field);
        if (expected.equals("-") || shared.getAsBoolean() == expected.equals("v")) {
            return null;
        }
        return "shares memory: " + !expected.equals("v");
    }

    public static String firstDifference(String expected, String actual) {
        return expected.equals(actual) ? null : "expected\n" + expected + "\nbut was\n" + actual;
    }

    public static RuntimeException unknown(NumPyRecord record) {
        return new IllegalStateException("unknown operation: " + record.field(0));
    }
}
