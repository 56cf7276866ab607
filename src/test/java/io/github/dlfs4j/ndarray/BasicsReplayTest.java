package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.differenceOfMemory;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.calculus.Windows;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays the records of the functions that create, copy, choose and turn, of comparisons, and of random states. */
@BothKernels
class BasicsReplayTest {
    @Test
    void arraysAreMadeChosenAndTurnedAsInNumPy() {
        replay("seed1/basics.tsv", BasicsReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            Supplier<NDArray> operation = () -> result(call, arrays);
            String difference = compare(record, 2, tolerance(call), operation);
            return difference == null && way == 0
                    ? differenceOfMemory(record, 3, () -> operation.get().storage() == arrays[0].storage())
                    : difference;
        });
    }

    /** Which of equal zeros is first is not specified. */
    private static Tolerance tolerance(NumPyCall call) {
        return call.name().endsWith("partition") ? Tolerance.VALUES : Tolerance.BITS;
    }

    private static NDArray result(NumPyCall call, NDArray... arrays) {
        return arrays.length == 0 ? made(call) : changed(call, arrays[0], arrays);
    }

    private static NDArray made(NumPyCall call) {
        return switch (call.name()) {
            case "zeros" -> NDArray.zeros(call.dtype("dtype"), call.integers("shape"));
            case "ones" -> NDArray.ones(call.dtype("dtype"), call.integers("shape"));
            case "full" -> {
                NumPyRecord value = value(call);
                DType dtype = call.dtype("dtype");
                int[] shape = call.integers("shape");
                yield value.isInteger(0)
                        ? NDArray.full(dtype, value.integer(0), shape)
                        : NDArray.full(dtype, value.number(0), shape);
            }
            case "fromfunction" ->
                Creation.fromFunction(call.dtype("dtype"), BasicsReplayTest::weightedPositions, call.integers("shape"));
            case "promote_types" -> NDArray.zeros(DType.promote(call.dtype("a"), call.dtype("b")));
            case "ndindex" -> positions(NDArray.zeros(call.integers("shape")));
            default -> throw call.unknown();
        };
    }

    private static NDArray changed(NumPyCall call, NDArray a, NDArray... arrays) {
        return switch (call.name()) {
            case "ndim" -> NDArray.scalar((long) a.ndim());
            case "shape" -> NDArray.of(a.shape().toArray());
            case "size" -> NDArray.scalar((long) a.size());
            case "zeros_like" -> call.has("dtype") ? NDArray.zerosLike(a, call.dtype("dtype")) : NDArray.zerosLike(a);
            case "ones_like" -> call.has("dtype") ? NDArray.onesLike(a, call.dtype("dtype")) : NDArray.onesLike(a);
            case "fill" -> {
                NumPyRecord value = value(call);
                yield value.isInteger(0) ? a.fill(value.integer(0)) : a.fill(value.number(0));
            }
            case "copy" -> a.copy();
            case "take" -> a.take(arrays[1], call.integer("axis"));
            case "compress", "extract" -> a.get(arrays[1]);
            case "fliplr" -> Manipulation.fliplr(a);
            case "flipud" -> Manipulation.flipud(a);
            case "broadcast_to" -> a.broadcastTo(Shape.of(call.integers("shape")));
            case "sliding_window_view" ->
                call.has("axes")
                        ? a.slidingWindowView(call.integers("window"), call.integers("axes"))
                        : a.slidingWindowView(call.integers("window"));
            case "partition" -> a.partition(call.integer("kth")).get(Index.ellipsis(), Index.at(call.integer("kth")));
            case "argpartition" -> {
                NDArray sorted = IndexRoutines.takeAlongAxis(a, a.argpartition(call.integer("kth")), -1);
                yield sorted.get(Index.ellipsis(), Index.at(call.integer("kth")));
            }
            case "writeable" -> NDArray.scalar(view(call, a).isWriteable());
            case "i0" -> Windows.i0(a);
            default -> throw call.unknown();
        };
    }

    private static NDArray view(NumPyCall call, NDArray a) {
        return switch (call.arguments().get("of")) {
            case "copy" -> a.copy();
            case "transpose" -> a.transpose();
            case "diagonal" -> a.diagonal();
            case "broadcast_to" -> a.broadcastTo(NDArray.stack(0, a, a).shape());
            case "sliding_window_view" -> a.slidingWindowView(a.shape().toArray());
            default -> throw call.unknown();
        };
    }

    private static NDArray weightedPositions(NDArray... positions) {
        NDArray sum = positions[0].mul(2);
        for (int axis = 1; axis < positions.length; axis++) {
            sum = sum.add(positions[axis].mul(axis + 2));
        }
        return sum;
    }

    private static NDArray positions(NDArray a) {
        List<NDArray> rows = new ArrayList<>();
        for (int[] position : a.indices()) {
            rows.add(NDArray.of(position));
        }
        return rows.isEmpty() ? NDArray.zeros(DType.INT64, 0, a.ndim()) : NDArray.stack(0, rows);
    }

    private static NumPyRecord value(NumPyCall call) {
        return new NumPyRecord("", 0, List.of(call.arguments().get("value")));
    }

    /** The operators of {@link NDArray} replay the same records; these are the functions. */
    @ParameterizedTest
    @ValueSource(strings = {"binary.tsv", "seed1/binary.tsv"})
    void comparisonsGiveNumPysResults(String file) {
        replay(
                file,
                record -> isComparison(record)
                        ? compare(record, 3, Tolerance.BITS, () -> compared(record, record.array(1), record.array(2)))
                        : null);
    }

    private static boolean isComparison(NumPyRecord record) {
        return List.of("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")
                .contains(record.field(0));
    }

    private static NDArray compared(NumPyRecord record, NDArray a, NDArray b) {
        return switch (record.field(0)) {
            case "equal" -> Logic.equal(a, b);
            case "not_equal" -> Logic.notEqual(a, b);
            case "less" -> Logic.less(a, b);
            case "less_equal" -> Logic.lessEqual(a, b);
            case "greater" -> Logic.greater(a, b);
            case "greater_equal" -> Logic.greaterEqual(a, b);
            default -> throw Replay.unknown(record);
        };
    }

    /** As for comparisons, the function has been replayed, and this is the method. */
    @Test
    void closenessIsThatOfNumPy() {
        replay(
                "seed1/pair.tsv",
                record -> record.field(0).equals("allclose")
                        ? compare(record, 3, Tolerance.BITS, () -> allClose(record.array(1), record.array(2)))
                        : null);
    }

    private static NDArray allClose(NDArray a, NDArray b) {
        return NDArray.scalar(a.allClose(b, 1e-5, 1e-8));
    }

    @Test
    void statesOfRandomGeneratorsAreThoseOfNumPy() {
        replay("seed1/states.tsv", BasicsReplayTest::firstDifferenceOfStates);
    }

    private static String firstDifferenceOfStates(NumPyRecord record) {
        RandomState random = new RandomState(Long.parseLong(record.field(0)));
        RandomState.State saved = random.state();
        List<NDArray> results = new ArrayList<>();
        for (String call : record.field(1).split(";", -1)) {
            String[] words = call.split(" ", 2);
            String numbers = words.length == 1 ? "" : words[1];
            switch (words[0]) {
                case "random_sample" -> results.add(random.randomSample(NumPyRecord.ints(numbers, " ")));
                case "standard_normal" -> results.add(random.standardNormal(NumPyRecord.ints(numbers, " ")));
                case "RandomState" -> random = RandomState.ofSeeds(longs(numbers));
                case "set_state" -> random.restore(saved);
                case "get_state" -> {
                    saved = random.state();
                    results.add(summary(saved));
                    results.add(NDArray.scalar(saved.cachedGaussian()));
                }
                default -> throw Replay.unknown(record);
            }
        }
        return Replay.compareAll(record, 2, Tolerance.BITS, () -> results.toArray(new NDArray[0]));
    }

    private static long[] longs(String numbers) {
        String[] words = numbers.split(" ", -1);
        long[] longs = new long[words.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = Long.parseLong(words[i]);
        }
        return longs;
    }

    /** The sum of the words, their exclusive or, the first, the last, the position, and whether a number waits. */
    private static NDArray summary(RandomState.State state) {
        long sum = 0;
        long xor = 0;
        for (long word : state.key()) {
            sum += word;
            xor ^= word;
        }
        long[] key = state.key();
        return NDArray.of(sum, xor, key[0], key[key.length - 1], state.position(), state.hasGauss() ? 1 : 0);
    }
}
