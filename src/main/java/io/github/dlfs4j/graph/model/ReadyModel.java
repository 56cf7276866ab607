package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of this library. Java's serialisation writes what it has registered and its options, and makes it again by a
 * constructor that takes them and checks them.
 */
abstract class ReadyModel extends Model {
    private static final long serialVersionUID = 1;

    /** Returns what else the constructor needs, by name. */
    Map<String, ?> options() {
        return Map.of();
    }

    final Object writeReplace() {
        return new SerializedForm(getClass(), null).with(registered()).with(options());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Refuses a stream that has a model, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /**
     * Refuses arrays that are not of one dtype, or not of these shapes.
     *
     * @param shapes the full name of each array and names for its lengths: {@code h2h/W hidden hidden} is square
     * @throws IllegalArgumentException such as {@code h2h/W must be float64 of shape (3, 3), not float64 of shape (4,
     *     3)}
     */
    final void checkArrays(List<String> shapes) {
        SavedArrays saved = new SavedArrays("", NamedArrays.joined(values(), statistics()));
        Map<String, Integer> lengths = new HashMap<>();
        List<String> names =
                shapes.stream().map(shape -> shape.split(" ", -1)[0]).toList();
        saved.expectNames(names, "this " + getClass().getSimpleName());
        DType dtype = saved.arrays().get(names.get(0)).dtype();
        for (String shape : shapes) {
            String[] words = shape.split(" ", -1);
            int[] expected = new int[words.length - 1];
            for (int axis = 0; axis < expected.length; axis++) {
                int length = saved.arrays().get(words[0]).shape(axis);
                expected[axis] = lengths.computeIfAbsent(words[axis + 1], word -> length);
            }
            saved.ofKind(words[0], dtype, Shape.of(expected));
        }
    }
}
