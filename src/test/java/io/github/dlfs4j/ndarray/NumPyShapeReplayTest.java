package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays the records of reshaping, joining, choosing and creating arrays. */
class NumPyShapeReplayTest {
    @ParameterizedTest
    @ValueSource(strings = {"shape.tsv", "seed1/shape.tsv"})
    void shapesChangeAsInNumPy(String file) {
        replay(
                file,
                record -> compare(record, 2, Tolerance.BITS, () -> {
                    NDArray[] arrays = record.arrays(1);
                    NDArray a = arrays[0];
                    String[] words = record.field(0).trim().split(" ", 2);
                    String arguments = words.length == 1 ? "" : words[1];
                    if (words[0].equals("pad")) {
                        return a.pad(pairs(arguments));
                    }
                    int[] numbers = NumPyRecord.ints(arguments, " ");
                    return switch (words[0]) {
                        case "reshape" -> a.reshape(numbers);
                        case "transpose" -> numbers.length == 0 ? a.transpose() : a.transpose(numbers);
                        case "flatten" -> a.flatten();
                        case "ravel" -> a.ravel();
                        case "concatenate" -> NDArray.concatenate(numbers[0], arrays);
                        case "stack" -> NDArray.stack(numbers[0], arrays);
                        case "expand_dims" -> a.expandDims(numbers[0]);
                        case "squeeze" -> a.squeeze();
                        default -> throw unknown(record);
                    };
                }));
    }

    private static int[][] pairs(String text) {
        String[] words = text.split(" ", -1);
        int[][] pairs = new int[words.length][];
        for (int i = 0; i < words.length; i++) {
            pairs[i] = NumPyRecord.ints(words[i], ",");
        }
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(strings = "seed1/ranges.tsv")
    void rangesAreSpacedAsInNumPy(String file) {
        replay(
                file,
                record -> compare(record, 1, Tolerance.BITS, () -> {
                    String[] words = record.field(0).split(" ", -1);
                    if (words[0].equals("eye")) {
                        return NDArray.eye(Integer.parseInt(words[1]));
                    }
                    if (!record.field(0).contains(".")) {
                        return NDArray.arange(
                                Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
                    }
                    double start = Double.parseDouble(words[1]);
                    double stop = Double.parseDouble(words[2]);
                    return switch (words[0]) {
                        case "arange" -> NDArray.arange(start, stop, Double.parseDouble(words[3]));
                        case "linspace" -> NDArray.linspace(start, stop, Integer.parseInt(words[3]));
                        default -> throw unknown(record);
                    };
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = "seed1/choose.tsv")
    void choicesAreMadeAsInNumPy(String file) {
        replay(
                file,
                record -> compareAll(record, 2, tolerance(record), () -> switch (record.field(0)) {
                    case "meshgrid" -> NDArray.meshgrid(record.arrays(1));
                    case "where" -> new NDArray[] {where(record.split(1))};
                    case "clip" -> new NDArray[] {clip(record.split(1))};
                    default -> throw unknown(record);
                }));
    }

    private static Tolerance tolerance(NumPyRecord record) {
        return record.field(0).equals("clip") ? Tolerance.VALUES : Tolerance.BITS;
    }

    private static NDArray where(NumPyRecord operands) {
        NDArray condition = operands.array(0);
        if (operands.isNumber(1) && operands.isNumber(2)) {
            return operands.isInteger(1) && operands.isInteger(2)
                    ? NDArray.where(condition, operands.integer(1), operands.integer(2))
                    : NDArray.where(condition, operands.number(1), operands.number(2));
        }
        if (operands.isNumber(1)) {
            return operands.isInteger(1)
                    ? NDArray.where(condition, operands.integer(1), operands.array(2))
                    : NDArray.where(condition, operands.number(1), operands.array(2));
        }
        if (operands.isNumber(2)) {
            return operands.isInteger(2)
                    ? NDArray.where(condition, operands.array(1), operands.integer(2))
                    : NDArray.where(condition, operands.array(1), operands.number(2));
        }
        return NDArray.where(condition, operands.array(1), operands.array(2));
    }

    private static NDArray clip(NumPyRecord operands) {
        NDArray a = operands.array(0);
        if (operands.isInteger(1)) {
            return a.clip(operands.integer(1), operands.integer(2));
        }
        return operands.isNumber(1)
                ? a.clip(operands.number(1), operands.number(2))
                : a.clip(operands.array(1), operands.array(2));
    }
}
