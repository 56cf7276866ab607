package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.ElementDType;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Items;
import io.github.dlfs4j.ndarray.io.PickleValue.Storage;
import io.github.dlfs4j.ndarray.io.PickleValue.Torch;
import io.github.dlfs4j.ndarray.io.PickleValue.Truth;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of PyTorch that a pickle of tensors calls, with the arguments that {@code torch.save} writes. Several
 * tensors may share a storage, each with a shape, strides and an offset of its own; they are views of it.
 */
final class PickledTorch extends PickledObjects {
    private static final String DICT = "collections.OrderedDict";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    /** The same with a type: the storage has none. */
    private static final String TYPED_TENSOR = "torch._utils._rebuild_tensor_v3";

    /** The type of a storage that has none. */
    private static final String UNTYPED = "torch.storage.UntypedStorage";
    /** The functions that a pickle may ask for, with the number of arguments. What may follow these says nothing. */
    private static final Map<String, Integer> NAMES = Map.of(DICT, 0, PARAMETER, 3, TENSOR, 6, TYPED_TENSOR, 7);

    private static final int DEEPEST = 32;

    private final TorchArchive archive;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    /** A value may be in many lists, each of which is in many lists, and so on. */
    private int visits;

    PickledTorch(CheckedInput in, TorchArchive archive) {
        super(in);
        this.archive = archive;
    }

    /** Reads the pickle, and gives each tensor a name: the keys and numbers on the way to it, between dots. */
    Map<String, NDArray> read() throws IOException {
        add("", new PickleMachine(this).run(PickleValue.class, "tensors"), 0);
        return arrays;
    }

    private void add(String name, PickleValue value, int depth) throws FileFormatException {
        visits++;
        boolean isTooMuch = depth > DEEPEST || visits > PickleMachine.MAX_INSTRUCTIONS;
        stack.refuseIf(isTooMuch, "tensors in fewer or shallower lists", "too many, or a list in itself");
        boolean isLong = name.length() > Extent.MAX_NAME;
        stack.refuseIf(isLong, "names of at most " + Extent.MAX_NAME + " characters", "a longer one");
        Map<String, PickleValue> parts = value instanceof Dict dict ? dict.items() : new LinkedHashMap<>();
        List<PickleValue> list =
                value instanceof Items items ? items.items() : value instanceof Tuple tuple ? tuple.items() : List.of();
        list.forEach(item -> parts.put(Integer.toString(parts.size()), item));
        if (value instanceof Array tensor) {
            put(name, tensor.array());
        } else if (value instanceof Int number) {
            put(name, NDArray.scalar(number.value()));
        } else if (value instanceof Truth truth) {
            put(name, NDArray.scalar(truth == Truth.TRUE));
        }
        boolean isOther = value instanceof ElementDType || value instanceof Storage || value instanceof Torch;
        stack.refuseIf(isOther, "tensors, numbers and texts in dictionaries and lists", value.kind());
        for (Map.Entry<String, PickleValue> part : parts.entrySet()) {
            add(name.isEmpty() ? part.getKey() : name + "." + part.getKey(), part.getValue(), depth + 1);
        }
    }

    private void put(String name, NDArray array) throws FileFormatException {
        stack.refuseIf(arrays.put(name, array) != null, "names that differ", Excerpt.of(name) + " twice");
        int most = NpzLimits.DEFAULT.entries();
        stack.refuseIf(arrays.size() > most, "at most " + most + " tensors", "more");
    }

    @Override
    PickleValue find(String module, String name) throws FileFormatException {
        String whole = module + "." + name;
        ElementType type = module.equals("torch") ? ElementType.ofTorch(name) : null;
        if (type != null || whole.equals(UNTYPED)) {
            return new ElementDType(type);
        }
        if (!NAMES.containsKey(whole)) {
            throw refused(module, name);
        }
        return new Torch(whole);
    }

    @Override
    FileFormatException refused(String module, String name) {
        String expected = module.equals("torch")
                ? "types that an array can hold"
                : "a state dict: in Python, torch.save(model.state_dict(), file)";
        return stack.error(expected, Excerpt.of(module + "." + name));
    }

    @Override
    PickleValue call(PickleValue function, List<PickleValue> arguments) throws IOException {
        String name = as(Torch.class, function, "a function of PyTorch").kind();
        int count = NAMES.get(name);
        // What follows would say that a tensor is conjugate, or negative.
        boolean hasRest = arguments.size() == count + 1
                && arguments.get(count) instanceof Dict rest
                && rest.items().isEmpty();
        require(arguments.size() == count || hasRest, count + " arguments of " + name, new Tuple(arguments));
        if (name.equals(DICT)) {
            return new Dict();
        }
        return name.equals(PARAMETER)
                ? as(Array.class, arguments.get(0), "a tensor")
                : tensor(arguments, name.equals(TYPED_TENSOR));
    }

    /** Makes a tensor of a storage, an offset, a shape, strides, whether it learns, its hooks and perhaps a type. */
    private Array tensor(List<PickleValue> arguments, boolean hasType) throws IOException {
        Storage storage = as(Storage.class, arguments.get(0), "a storage");
        ElementType type =
                hasType ? as(ElementDType.class, arguments.get(6), "a type").type() : storage.type();
        require(type != null && hasType == (storage.type() == null), "a tensor of one type", storage);
        NDArray memory = archive.memory(storage, type, stack);
        long offset = as(Int.class, arguments.get(1), "an offset").value();
        List<Long> lengths = numbersOf(arguments.get(2), "a shape");
        Shape shape = ArrayHeader.of(type, ByteOrder.nativeOrder(), false, lengths, in, stack.place())
                .shape();
        archive.checkSize((long) shape.size() * type.dtype().itemSize(), stack);
        List<Long> strides = numbersOf(arguments.get(3), "strides");
        boolean isInside = offset >= 0 && offset <= memory.size() && strides.size() == lengths.size();
        long end = offset + Math.min(shape.size(), 1);
        int[] steps = new int[lengths.size()];
        for (int axis = 0; isInside && axis < steps.length; axis++) {
            // A larger stride is outside of the memory, too.
            long stride = shape.size() == 0 || shape.get(axis) == 1 ? 0 : Math.min(strides.get(axis), memory.size());
            isInside = stride >= 0;
            end += stride * (shape.get(axis) - 1L);
            steps[axis] = (int) stride;
        }
        if (!isInside || end > memory.size()) {
            throw stack.error(
                    "strides and an offset within the %s elements of storage %s"
                            .formatted(memory.size(), Excerpt.of(storage.key())),
                    "%s and %s".formatted(Excerpt.of(strides.toString()), offset));
        }
        return new Array(Inside.view(memory, new Layout(shape.toArray(), steps, shape.size() == 0 ? 0 : (int) offset)));
    }

    /** Accepts what a state dict has besides its items: the versions of its modules. */
    @Override
    void build(PickleValue target, PickleValue state) throws FileFormatException {
        require(target instanceof Dict && state instanceof Dict, "the state of a dictionary", target);
    }

    @Override
    void put(Dict dict, PickleValue key, PickleValue value) throws FileFormatException {
        String name = key instanceof Int number ? Long.toString(number.value()) : asText(key);
        require(name != null, "a short text or a whole number as a key", key);
        if (dict.items().putIfAbsent(name, value) != null) {
            throw twice(name);
        }
    }

    @Override
    void execute(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case BINFLOAT ->
                stack.push(new Array(NDArray.scalar(
                        Double.longBitsToDouble(Long.reverseBytes(in.readNumber(Long.BYTES, "a number"))))));
            case EMPTY_LIST -> stack.push(new Items(new ArrayList<>()));
            case APPEND -> append(stack.pop(1));
            case APPENDS -> append(stack.popToMark());
            case BINPERSID -> stack.push(storage(stack.pop(Tuple.class, "a storage as a tuple")));
            default -> throw unexpected("an instruction that a file of tensors needs", opcode.name());
        }
    }

    private void append(List<PickleValue> items) throws FileFormatException {
        stack.peek(Items.class, "a list on the stack").items().addAll(items);
    }

    /** Reads {@code ('storage', torch.FloatStorage, '0', 'cpu', 6)}: type, name, place and number of elements. */
    private Storage storage(Tuple id) throws FileFormatException {
        List<PickleValue> items = id.items();
        String expected = "a storage with type, name, place and number of elements";
        require(
                items.size() == 5 && "storage".equals(asText(items.get(0))) && asText(items.get(2)) != null,
                expected,
                id);
        return new Storage(
                asText(items.get(2)),
                as(ElementDType.class, items.get(1), expected).type(),
                as(Int.class, items.get(4), expected).value());
    }
}
