package io.github.dlfs4j.ndarray.manipulation;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.calculus.Windows;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replays the records of array creation, to the bit. */
class CreationReplayTest {
    @Test
    void arraysAreCreatedAsInNumPy() {
        replay(
                "seed1/creation.tsv",
                record -> compare(
                        record,
                        1,
                        Tolerance.BITS,
                        () -> call(record, record.field(0).split(" ", -1))));
    }

    private static NDArray call(NumPyRecord record, String... words) {
        return switch (words[0]) {
            case "arange" -> NDArray.arange(dtype(words[1]), number(words[2]), number(words[3]), number(words[4]));
            case "arange_int" ->
                NDArray.arange(dtype(words[1]), (long) integer(words[2]), integer(words[3]), integer(words[4]));
            case "linspace" ->
                NDArray.linspace(number(words[1]), number(words[2]), integer(words[3]), words[4].equals("1"));
            case "logspace" ->
                Creation.logspace(
                        number(words[1]), number(words[2]), integer(words[3]), words[4].equals("1"), number(words[5]));
            case "geomspace" ->
                Creation.geomspace(number(words[1]), number(words[2]), integer(words[3]), words[4].equals("1"));
            case "eye" -> NDArray.eye(dtype(words[1]), integer(words[2]), integer(words[3]), integer(words[4]));
            case "tri" -> Creation.tri(integer(words[1]), integer(words[2]), integer(words[3]));
            case "vander" -> Creation.vander(NumPyRecord.array(words[2].replace('_', ' ')), integer(words[1]), false);
            case "indices" -> Creation.indices(words[1].equals("-") ? new int[0] : NumPyRecord.ints(words[1], ","));
            case "full_like" ->
                Creation.fullLike(NumPyRecord.array(words[2].replace('_', ' ')), (long) integer(words[1]));
            case "bartlett" -> Windows.bartlett(integer(words[1]));
            case "blackman" -> Windows.blackman(integer(words[1]));
            case "hamming" -> Windows.hamming(integer(words[1]));
            case "hanning" -> Windows.hanning(integer(words[1]));
            case "kaiser" -> Windows.kaiser(integer(words[1]), number(words[2]));
            default -> throw unknown(record);
        };
    }

    private static DType dtype(String name) {
        return DType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    private static int integer(String word) {
        return Integer.parseInt(word);
    }
}
