package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Special;
import io.github.dlfs4j.ndarray.io.PickleValue.Text;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The functions of PyTorch that a pickle of tensors calls, with the arguments that {@code torch.save} writes. */
final class PickledTorch implements PickledObjects {
    private static final String EXPECTED = "a state dict: in Python, torch.save(model.state_dict(), file)";
    private static final int COMPLETE = 7;

    private final PickleStack stack;
    private final TorchArchive archive;

    PickledTorch(PickleStack stack, TorchArchive archive) {
        this.stack = stack;
        this.archive = archive;
    }

    /** A tensor. */
    record Tensor(NDArray array) implements Special {
        @Override
        public String kind() {
            return "a tensor";
        }
    }

    /** A type of elements, or of a storage of such elements. */
    private record Type(ElementType type) implements Special {
        @Override
        public String kind() {
            return "a type";
        }
    }

    /** The memory of tensors; its type is null if each tensor has one. */
    private record Storage(String key, ElementType type, long count) implements Special {
        @Override
        public String kind() {
            return "a storage";
        }
    }

    /** The names that pickles of tensors ask for, besides types. */
    private enum Function implements Special {
        ORDERED_DICT("collections.OrderedDict"),
        /** Of PyTorch before 0.4: storage, offset, shape and strides. */
        TENSOR("torch._utils._rebuild_tensor"),
        /** The same, whether it learns, its hooks and, rarely, more. */
        TENSOR_V2("torch._utils._rebuild_tensor_v2"),
        /** The same with a type before what is rare; the storage has none. */
        TENSOR_V3("torch._utils._rebuild_tensor_v3"),
        PARAMETER("torch._utils._rebuild_parameter"),
        UNTYPED("torch.storage.UntypedStorage");

        private final String name;

        Function(String name) {
            this.name = name;
        }

        @Override
        public String kind() {
            return name;
        }
    }

    @Override
    public String what() {
        return "a file of tensors";
    }

    @Override
    public boolean allow(PickleOpcode opcode) {
        return true;
    }

    @Override
    public PickleValue find(String module, String name) {
        if (module.equals("torch")) {
            ElementType type = typeOf(name);
            return type == null ? null : new Type(type);
        }
        return Arrays.stream(Function.values())
                .filter(function -> function.name.equals(module + "." + name))
                .findFirst()
                .orElse(null);
    }

    private static ElementType typeOf(String name) {
        return switch (name) {
            case "BoolStorage" -> ElementType.BOOL;
            case "ByteStorage" -> ElementType.UINT8;
            case "CharStorage" -> ElementType.INT8;
            case "ShortStorage" -> ElementType.INT16;
            case "IntStorage" -> ElementType.INT32;
            case "LongStorage" -> ElementType.INT64;
            case "HalfStorage" -> ElementType.FLOAT16;
            case "BFloat16Storage" -> ElementType.BFLOAT16;
            case "FloatStorage" -> ElementType.FLOAT32;
            case "DoubleStorage" -> ElementType.FLOAT64;
            default ->
                Arrays.stream(ElementType.values())
                        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElse(null);
        };
    }

    @Override
    public FileFormatException refused(String module, String name) {
        return stack.error(
                module.equals("torch") ? "types that an array can hold" : EXPECTED, Excerpt.of(module + "." + name));
    }

    @Override
    public FileFormatException unexpected(String expected, String found) {
        return stack.error(expected, found);
    }

    @Override
    public PickleValue call(PickleValue function, List<PickleValue> arguments) throws IOException {
        if (function instanceof Function known) {
            switch (known) {
                case ORDERED_DICT -> {
                    require(arguments.isEmpty(), "an OrderedDict without arguments", "some");
                    return new Dict();
                }
                case PARAMETER -> {
                    boolean isTensor = arguments.size() == 3 && arguments.get(0) instanceof Tensor;
                    require(isTensor, "a tensor and two more arguments of a parameter", "others");
                    return arguments.get(0);
                }
                case TENSOR -> {
                    require(arguments.size() == 4, "4 arguments of a tensor", "others");
                    return tensor(arguments, null);
                }
                case TENSOR_V2 -> {
                    checkRest(arguments, 6);
                    return tensor(arguments, null);
                }
                case TENSOR_V3 -> {
                    checkRest(arguments, COMPLETE);
                    return tensor(
                            arguments,
                            as(Type.class, arguments.get(COMPLETE - 1), "a type")
                                    .type());
                }
                default -> {
                    // not a function
                }
            }
        }
        throw stack.error("a function of PyTorch", function.kind());
    }

    /** Checks that what may follow the usual arguments says nothing, such as that the tensor is conjugate. */
    private void checkRest(List<PickleValue> arguments, int usual) throws FileFormatException {
        boolean isUsual = arguments.size() == usual;
        boolean saysNothing = arguments.size() == usual + 1
                && arguments.get(usual) instanceof Dict rest
                && rest.items().isEmpty();
        require(isUsual || saysNothing, usual + " arguments of a tensor", "others");
    }

    /** Makes a tensor of a storage, an offset, a shape and strides. */
    private Tensor tensor(List<PickleValue> arguments, ElementType type) throws IOException {
        Storage storage = as(Storage.class, arguments.get(0), "a storage");
        ElementType own = storage.type() == null ? type : storage.type();
        require(own != null && (type == null || storage.type() == null), "a tensor of one type", "none or two");
        long offset = as(Int.class, arguments.get(1), "an offset").value();
        List<Long> shape = numbers(arguments.get(2));
        List<Long> strides = numbers(arguments.get(3));
        long size = storage.type() == null ? 1 : own.size();
        return new Tensor(archive.tensor(storage.key(), storage.count() * size, own, offset, shape, strides, stack));
    }

    private List<Long> numbers(PickleValue value) throws FileFormatException {
        List<Long> numbers = new ArrayList<>();
        List<PickleValue> items = as(Tuple.class, value, "a tuple of numbers").items();
        require(items.size() <= ArrayHeader.MAX_NDIM, "at most " + ArrayHeader.MAX_NDIM + " axes", "more");
        for (PickleValue item : items) {
            numbers.add(as(Int.class, item, "a tuple of numbers").value());
        }
        return numbers;
    }

    /** Accepts what a state dict has besides its items: the versions of its modules. */
    @Override
    public void build(PickleValue target, PickleValue state) throws FileFormatException {
        require(target instanceof Dict && state instanceof Dict, "the state of a dictionary", target.kind());
    }

    @Override
    public void put(Dict dict, PickleValue key, PickleValue value) throws FileFormatException {
        String name = key instanceof Int number ? Long.toString(number.value()) : PickledNumPy.asText(key);
        require(name != null, "a short text or a whole number as a key", key.kind());
        dict.items().put(name, value);
    }

    /** Reads {@code ('storage', torch.FloatStorage, '0', 'cpu', 6)}: type, name, place and number of elements. */
    @Override
    public PickleValue stored(PickleValue id) throws FileFormatException {
        List<PickleValue> items = as(Tuple.class, id, "a storage as a tuple").items();
        boolean valid = items.size() == 5
                && "storage".equals(PickledNumPy.asText(items.get(0)))
                && (items.get(1) instanceof Type || items.get(1) == Function.UNTYPED)
                && items.get(2) instanceof Text key
                && key.name() != null
                && items.get(4) instanceof Int count
                && count.value() >= 0
                && count.value() <= Long.MAX_VALUE / Long.BYTES;
        require(valid, "a storage with type, name, place and number of elements", id.kind());
        ElementType type = items.get(1) instanceof Type typed ? typed.type() : null;
        return new Storage(((Text) items.get(2)).name(), type, ((Int) items.get(4)).value());
    }

    private <T extends PickleValue> T as(Class<T> type, PickleValue value, String expected) throws FileFormatException {
        require(type.isInstance(value), expected, value.kind());
        return type.cast(value);
    }

    private void require(boolean valid, String expected, String found) throws FileFormatException {
        if (!valid) {
            throw stack.error(expected, found);
        }
    }
}
