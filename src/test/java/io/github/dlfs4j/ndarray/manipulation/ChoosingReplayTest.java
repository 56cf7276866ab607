package io.github.dlfs4j.ndarray.manipulation;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.differenceOfMemory;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replays the records of writing and choosing elements, of blocks and lines, and of forms without an axis. */
class ChoosingReplayTest {
    @Test
    void elementsAreWrittenAndChosenAsInNumPy() {
        replay("seed1/choosing.tsv", ChoosingReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            Supplier<NDArray[]> operation = () -> results(call, arrays);
            String difference = compareAll(record, 2, Tolerance.BITS, operation);
            return difference == null && way == 0
                    ? differenceOfMemory(
                            record, 3, () -> Inside.storage(operation.get()[0]) == Inside.storage(arrays[0]))
                    : difference;
        });
    }

    private static NDArray[] results(NumPyCall call, NDArray... arrays) {
        return switch (call.name()) {
            case "tril_indices" -> trilIndices(call.integer("n"), call.integer("k"), call);
            case "triu_indices" -> triuIndices(call.integer("n"), call.integer("k"), call);
            case "unravel_index" -> IndexRoutines.unravelIndex(arrays[0], call.integers("shape"));
            default -> new NDArray[] {arrays.length == 0 ? made(call) : result(call, arrays[0], arrays)};
        };
    }

    private static NDArray[] trilIndices(int n, int k, NumPyCall call) {
        if (call.has("m")) {
            return IndexRoutines.trilIndices(n, k, call.integer("m"));
        }
        return k == 0 ? IndexRoutines.trilIndices(n) : IndexRoutines.trilIndices(n, k);
    }

    private static NDArray[] triuIndices(int n, int k, NumPyCall call) {
        if (call.has("m")) {
            return IndexRoutines.triuIndices(n, k, call.integer("m"));
        }
        return k == 0 ? IndexRoutines.triuIndices(n) : IndexRoutines.triuIndices(n, k);
    }

    private static NDArray made(NumPyCall call) {
        return switch (call.name()) {
            case "eye" -> NDArray.eye(call.integer("n"), call.integer("m"), call.integer("k"));
            case "tri" -> Creation.tri(call.integer("n"), call.integer("m"), call.integer("k"));
            case "block" -> Manipulation.block();
            case "lexsort" -> Sorting.lexsort();
            case "broadcast_shapes" ->
                NDArray.of(Manipulation.broadcastShapes(shapes(call.arguments().get("shapes")))
                        .toArray());
            case "select" -> IndexRoutines.select(new NDArray[0], new NDArray[0]);
            default -> throw call.unknown();
        };
    }

    private static Shape[] shapes(String text) {
        return text.equals("-")
                ? new Shape[0]
                : Arrays.stream(text.split("/", -1))
                        .map(shape -> shape.equals("()") ? Shape.of() : Shape.of(NumPyRecord.ints(shape, ",")))
                        .toArray(Shape[]::new);
    }

    private static NDArray result(NumPyCall call, NDArray a, NDArray... arrays) {
        NDArray[] others = Arrays.copyOfRange(arrays, 1, arrays.length);
        return switch (call.name()) {
            case "put" -> changed(a, copy -> copy.put(arrays[1], arrays[2], mode(call)));
            case "putmask" -> changed(a, copy -> IndexRoutines.putmask(copy, arrays[1], arrays[2]));
            case "place" -> changed(a, copy -> IndexRoutines.place(copy, arrays[1], arrays[2]));
            case "compress" -> call.has("axis") ? a.compress(arrays[1], call.integer("axis")) : a.compress(arrays[1]);
            case "take" -> take(call, a, arrays[1]);
            case "choose" -> mode(call) == Index.Mode.RAISE ? a.choose(others) : a.choose(others, mode(call));
            case "select" -> select(call, arrays);
            case "block" -> call.has("rows") ? blocks(call, arrays) : Manipulation.block(arrays);
            case "ravel_multi_index" -> IndexRoutines.ravelMultiIndex(arrays, call.integers("shape"));
            case "lexsort" ->
                call.integer("axis") == -1 ? Sorting.lexsort(arrays) : Sorting.lexsort(arrays, call.integer("axis"));
            default -> lined(call, a, others);
        };
    }

    private static NDArray lined(NumPyCall call, NDArray a, NDArray... others) {
        return switch (call.name()) {
            case "apply_along_axis" ->
                Manipulation.applyAlongAxis(function(call.arguments().get("of")), call.integer("axis"), a);
            case "tril" -> Creation.tril(a, call.integer("k"));
            case "triu" -> Creation.triu(a, call.integer("k"));
            case "flip" -> Manipulation.flip(a, call.integers("axes"));
            case "flip_all" -> Manipulation.flip(a);
            case "argsort_flat" -> a.argsortFlat();
            case "sort_flat" -> NDArray.sortFlat(a);
            case "partition_flat" ->
                NDArray.partitionFlat(a, call.integer("kth")).get(call.integer("kth"));
            case "argpartition_flat" ->
                a.take(a.argpartitionFlat(call.integer("kth")).get(call.integer("kth")));
            case "take_along_axis_flat" -> IndexRoutines.takeAlongAxisFlat(a, others[0]);
            case "put_along_axis_flat" ->
                changed(a, copy -> IndexRoutines.putAlongAxisFlat(copy, others[0], others[1]));
            case "sliding_window_view" -> a.slidingWindowView(call.integers("window"), call.integers("axes"));
            default -> throw call.unknown();
        };
    }

    private static Index.Mode mode(NumPyCall call) {
        return call.constant("mode", Index.Mode.class);
    }

    /** Changes an array in its own layout; if it cannot be written to, a copy. */
    private static NDArray changed(NDArray a, Consumer<NDArray> change) {
        NDArray target = a.isWriteable() && !Inside.layout(a).repeatsElements() ? a : a.copy();
        change.accept(target);
        return target;
    }

    private static NDArray take(NumPyCall call, NDArray a, NDArray positions) {
        boolean raises = mode(call) == Index.Mode.RAISE;
        if (call.has("axis")) {
            int axis = call.integer("axis");
            return raises ? a.take(positions, axis) : a.take(positions, axis, mode(call));
        }
        return raises ? a.take(positions) : a.take(positions, mode(call));
    }

    private static NDArray select(NumPyCall call, NDArray... arrays) {
        int count = call.integer("count");
        NDArray[] conditions = Arrays.copyOf(arrays, count);
        if (!call.has("value")) {
            NDArray[] choices = Arrays.copyOfRange(arrays, count, arrays.length - 1);
            return IndexRoutines.select(conditions, choices, arrays[arrays.length - 1]);
        }
        NDArray[] choices = Arrays.copyOfRange(arrays, count, arrays.length);
        NumPyRecord value = new NumPyRecord("", 0, List.of(call.arguments().get("value")));
        if (!value.isInteger(0)) {
            return IndexRoutines.select(conditions, choices, value.number(0));
        }
        return value.integer(0) == 0
                ? IndexRoutines.select(conditions, choices)
                : IndexRoutines.select(conditions, choices, value.integer(0));
    }

    private static NDArray blocks(NumPyCall call, NDArray... parts) {
        int columns = call.integer("columns");
        NDArray[][] rows = new NDArray[call.integer("rows")][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(parts, i * columns, (i + 1) * columns);
        }
        return Manipulation.block(rows);
    }

    private static Function<NDArray, NDArray> function(String name) {
        return switch (name) {
            case "max" -> NDArray::max;
            case "sort" -> line -> NDArray.sort(line);
            case "head" -> line -> line.get(Index.to(2));
            case "outer" -> line -> line.expandDims(1).eq(line.get(Index.to(2)));
            case "shorter" -> line -> line.get(Index.to(line.get(0).ne(0).asBoolean() ? 2 : 1));
            default -> throw new IllegalStateException(name);
        };
    }
}
