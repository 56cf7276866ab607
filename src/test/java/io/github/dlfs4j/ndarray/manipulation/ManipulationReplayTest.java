package io.github.dlfs4j.ndarray.manipulation;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.differenceOfMemory;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.MemoryOrder;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replays the records of joining, splitting, repeating, rotating and editing arrays, in several layouts. */
class ManipulationReplayTest {
    @Test
    void arraysAreManipulatedAsInNumPy() {
        replay("seed1/manipulation.tsv", record -> firstDifference(record, Tolerance.BITS));
    }

    /** Which of two zeros is the larger is not specified. */
    @Test
    void marginsAreComputedAsInNumPy() {
        replay("seed1/margins.tsv", record -> firstDifference(record, Tolerance.VALUES));
    }

    private static String firstDifference(NumPyRecord record, Tolerance tolerance) {
        return inEachLayout(record, 1, (arrays, way) -> {
            Supplier<NDArray[]> call =
                    () -> call(record, arrays, record.field(0).split(" ", -1));
            String difference = compareAll(record, 2, tolerance, call);
            return difference == null && way == 0
                    ? differenceOfMemory(record, 3, () -> Inside.storage(call.get()[0]) == Inside.storage(arrays[0]))
                    : difference;
        });
    }

    private static NDArray[] call(NumPyRecord record, NDArray[] arrays, String... words) {
        NDArray a = arrays[0];
        return switch (words[0]) {
            case "split" -> Manipulation.split(a, integer(words[1]), integer(words[2]));
            case "array_split" -> Manipulation.arraySplit(a, integer(words[1]), integer(words[2]));
            case "split_at" -> Manipulation.split(a, integers(words[1]), integer(words[2]));
            case "hsplit" -> Manipulation.hsplit(a, integer(words[1]));
            case "vsplit" -> Manipulation.vsplit(a, integer(words[1]));
            case "dsplit" -> Manipulation.dsplit(a, integer(words[1]));
            case "unstack" -> Manipulation.unstack(a, integer(words[1]));
            case "broadcast" -> Manipulation.broadcastArrays(arrays);
            case "vstack", "hstack", "dstack", "column_stack", "concatenate_flat", "r", "c" ->
                new NDArray[] {join(words[0], arrays)};
            case "insert", "delete", "append", "pad", "pad_constant" -> new NDArray[] {edit(arrays, words)};
            default -> new NDArray[] {change(record, a, words)};
        };
    }

    private static NDArray join(String name, NDArray... arrays) {
        return switch (name) {
            case "vstack" -> Manipulation.vstack(arrays);
            case "hstack" -> Manipulation.hstack(arrays);
            case "dstack" -> Manipulation.dstack(arrays);
            case "column_stack" -> Manipulation.columnStack(arrays);
            case "concatenate_flat" -> Manipulation.concatenateFlat(arrays);
            case "r" -> Creation.r(arrays);
            default -> Creation.c(arrays);
        };
    }

    private static NDArray edit(NDArray[] arrays, String... words) {
        NDArray a = arrays[0];
        boolean flat = words[1].equals("-");
        return switch (words[0]) {
            case "append" ->
                flat ? Manipulation.append(a, arrays[1]) : Manipulation.append(a, arrays[1], integer(words[1]));
            case "insert" ->
                flat
                        ? Manipulation.insert(a, index(words), arrays[1])
                        : Manipulation.insert(a, index(words), arrays[1], integer(words[1]));
            case "delete" ->
                flat ? Manipulation.delete(a, index(words)) : Manipulation.delete(a, index(words), integer(words[1]));
            case "pad" -> a.pad(pairs(words), PadMode.valueOf(words[1].toUpperCase(Locale.ROOT)));
            default -> a.pad(pairs(words), Long.parseLong(words[1]));
        };
    }

    private static Index index(String... words) {
        return switch (words[2]) {
            case "at" -> Index.at(integer(words[3]));
            case "list" -> Index.of(NDArray.of(integers(words[3])));
            case "mask" -> Index.of(NDArray.of(integers(words[3])).astype(DType.BOOL));
            default -> {
                String[] bounds = words[3].split(":", -1);
                yield Index.range(bound(bounds[0]), bound(bounds[1]), bounds[2].isEmpty() ? 1 : integer(bounds[2]));
            }
        };
    }

    private static Integer bound(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static int[][] pairs(String... words) {
        if (words.length == 3 && words[2].isEmpty()) {
            return new int[0][];
        }
        int[][] pairs = new int[words.length - 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = integers(words[i + 2]);
        }
        return pairs;
    }

    private static NDArray change(NumPyRecord record, NDArray a, String... words) {
        int[] numbers =
                words.length > 1 && !words[1].equals("-") && isNumber(words[1]) ? integers(words[1]) : new int[0];
        boolean flat = words.length == 3 && words[2].equals("-");
        return switch (words[0]) {
            case "tile" -> Manipulation.tile(a, numbers);
            case "repeat" -> flat ? a.repeat(numbers[0]) : a.repeat(numbers[0], integer(words[2]));
            case "repeat_each" ->
                flat ? a.repeat(NDArray.of(numbers)) : a.repeat(NDArray.of(numbers), integer(words[2]));
            case "roll" -> Manipulation.roll(a, numbers[0]);
            case "roll_axes" -> Manipulation.roll(a, numbers, integers(words[2]));
            case "flip" -> numbers.length == 0 ? Manipulation.flip(a) : Manipulation.flip(a, numbers);
            case "rot90" -> Manipulation.rot90(a, numbers[0], integer(words[2]), integer(words[3]));
            case "moveaxis" -> Manipulation.moveaxis(a, numbers, integers(words[2]));
            case "rollaxis" -> Manipulation.rollaxis(a, numbers[0], integer(words[2]));
            case "swapaxes" -> a.swapaxes(numbers[0], integer(words[2]));
            case "squeeze" -> a.squeeze(numbers);
            case "expand_dims" -> a.expandDims(numbers);
            case "ravel_f" -> a.ravel(MemoryOrder.F);
            case "flatten_f" -> a.flatten(MemoryOrder.F);
            case "reshape_f" -> a.reshape(MemoryOrder.F, numbers);
            case "transpose" -> a.T();
            case "atleast_1d" -> Manipulation.atleast1d(a);
            case "atleast_2d" -> Manipulation.atleast2d(a);
            case "atleast_3d" -> Manipulation.atleast3d(a);
            case "resize" -> Manipulation.resize(a, numbers);
            case "trim_zeros" -> Manipulation.trimZeros(a, words[1].contains("f"), words[1].contains("b"));
            case "diagonal" -> a.diagonal(numbers[0], integer(words[2]), integer(words[3]));
            case "trace" -> a.trace(numbers[0], integer(words[2]), integer(words[3]));
            case "diag" -> Creation.diag(a, numbers[0]);
            case "diagflat" -> Creation.diagflat(a, numbers[0]);
            case "tril" -> Creation.tril(a, numbers[0]);
            case "triu" -> Creation.triu(a, numbers[0]);
            default -> throw unknown(record);
        };
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(word.length() - 1));
    }

    private static int integer(String word) {
        return Integer.parseInt(word);
    }

    private static int[] integers(String word) {
        return word.equals("-") ? new int[0] : NumPyRecord.ints(word, ",");
    }
}
