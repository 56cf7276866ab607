package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays the records of reading and writing through an index. */
class NumPyIndexReplayTest {
    @ParameterizedTest
    @ValueSource(strings = {"index.tsv", "seed1/index.tsv"})
    void indicesSelectAsInNumPy(String file) {
        replay(
                file,
                record ->
                        compare(record, 2, Tolerance.BITS, () -> record.array(1).get(index(record.field(0)))));
    }

    @ParameterizedTest
    @ValueSource(strings = "seed1/write.tsv")
    void selectionsAreWrittenAsInNumPy(String file) {
        replay(
                file,
                record -> compare(record, 4, Tolerance.BITS, () -> {
                    NDArray a = record.array(2);
                    Selection selection = a.at(index(record.field(1)));
                    switch (record.field(0)) {
                        case "set" -> write(record, selection::set, selection::set, selection::set);
                        case "iadd" -> write(record, selection::addi, selection::addi, selection::addi);
                        case "isubtract" -> write(record, selection::subi, selection::subi, selection::subi);
                        case "imultiply" -> write(record, selection::muli, selection::muli, selection::muli);
                        case "idivide" -> write(record, selection::divi, selection::divi, selection::divi);
                        default -> throw unknown(record);
                    }
                    return a;
                }));
    }

    private static void write(
            NumPyRecord record, Consumer<NDArray> ofArray, LongConsumer ofInteger, DoubleConsumer ofNumber) {
        if (record.isInteger(3)) {
            ofInteger.accept(record.integer(3));
        } else if (record.isNumber(3)) {
            ofNumber.accept(record.number(3));
        } else {
            ofArray.accept(record.array(3));
        }
    }

    static Index[] index(String text) {
        String[] parts = text.split(";", -1);
        Index[] index = new Index[parts.length];
        for (int i = 0; i < parts.length; i++) {
            index[i] = part(parts[i]);
        }
        return index;
    }

    private static Index part(String part) {
        if (part.equals("...")) {
            return Index.ellipsis();
        }
        if (part.equals("newaxis")) {
            return Index.newAxis();
        }
        String[] words = part.split(" ", 2);
        return switch (words[0]) {
            case "int" -> Index.at(Integer.parseInt(words[1]));
            case "slice" -> slice(words[1].split(":", -1));
            case "mask", "ints" -> Index.of(NumPyRecord.array(words[1]));
            default -> throw new IllegalStateException("unknown part of an index: " + part);
        };
    }

    private static Index slice(String... bounds) {
        Integer step = bound(bounds[2]);
        return Index.range(bound(bounds[0]), bound(bounds[1]), step == null ? 1 : step);
    }

    private static Integer bound(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
