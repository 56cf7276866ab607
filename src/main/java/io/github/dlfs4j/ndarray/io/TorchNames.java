package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import io.github.dlfs4j.ndarray.io.PickleValue.Floating;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Items;
import io.github.dlfs4j.ndarray.io.PickleValue.Special;
import io.github.dlfs4j.ndarray.io.PickleValue.Truth;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each tensor in dictionaries and lists a name: the keys and numbers on the way to it, between dots. */
final class TorchNames {
    private static final int DEEPEST = 32;
    private static final int MAX_ARRAYS = NpzLimits.DEFAULT.entries();

    private final PickleStack stack;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    /** A value may be in many lists, each of which is in many lists, and so on. */
    private int visits;

    /** @param stack the stack of the pickle, for errors */
    TorchNames(PickleStack stack) {
        this.stack = stack;
    }

    Map<String, NDArray> arrays(PickleValue result) throws FileFormatException {
        add("", result, 0);
        return arrays;
    }

    private void add(String name, PickleValue value, int depth) throws FileFormatException {
        visits++;
        if (depth > DEEPEST || visits > PickleMachine.MAX_INSTRUCTIONS || name.length() > Extent.MAX_NAME) {
            throw stack.error("tensors in fewer or shallower lists", "too many, or a list in itself");
        }
        if (value instanceof Dict dict) {
            for (Map.Entry<String, PickleValue> item : dict.items().entrySet()) {
                add(within(name, item.getKey()), item.getValue(), depth + 1);
            }
        } else if (value instanceof Items list) {
            addAll(name, list.items(), depth);
        } else if (value instanceof Tuple tuple) {
            addAll(name, tuple.items(), depth);
        } else if (value instanceof PickledTorch.Tensor tensor) {
            put(name, tensor.array());
        } else if (value instanceof Int number) {
            put(name, NDArray.scalar(number.value()));
        } else if (value instanceof Floating number) {
            put(name, NDArray.scalar(number.value()));
        } else if (value instanceof Truth truth) {
            put(name, NDArray.scalar(truth == Truth.TRUE));
        } else if (value instanceof Special) {
            throw stack.error("tensors, numbers and texts in dictionaries and lists", value.kind());
        }
    }

    private void addAll(String name, List<PickleValue> items, int depth) throws FileFormatException {
        for (int i = 0; i < items.size(); i++) {
            add(within(name, Integer.toString(i)), items.get(i), depth + 1);
        }
    }

    private static String within(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private void put(String name, NDArray array) throws FileFormatException {
        if (arrays.put(name, array) != null) {
            throw stack.error("names that differ", Excerpt.of(name) + " twice");
        }
        if (arrays.size() > MAX_ARRAYS) {
            throw stack.error("at most " + MAX_ARRAYS + " tensors", "more");
        }
    }
}
