package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The zip archive that {@code torch.save} writes: a pickle, and the memory of the tensors in it. Several tensors may
 * share a memory, each with a shape, strides and an offset of its own. It is read once, and they are views of it.
 */
final class TorchArchive {
    /** The end of the name of the pickle. What comes before it is the same in all names. */
    static final String PICKLE = "/data.pkl";

    private static final ZipReader.Kind KIND = new ZipReader.Kind("", true);
    private static final int LONGEST_BYTE_ORDER = 8;

    private final CheckedInput file;
    private final ZipReader zip;
    private final Map<String, ZipEntryRecord> entries = new HashMap<>();
    private final ZipEntryRecord pickle;
    private final String folder;
    private final ByteOrder byteOrder;
    private final MemoryBudget budget;
    private final Map<String, Memory> memories = new HashMap<>();

    private record Memory(ElementType type, NDArray elements) {}

    TorchArchive(CheckedInput file, long maxBytes) throws IOException {
        this.file = file;
        budget = new MemoryBudget(maxBytes);
        zip = new ZipReader(file, new NpzLimits(20_000, 1000, maxBytes), KIND);
        zip.expectStored();
        zip.entries().forEach(entry -> entries.put(entry.name(), entry));
        pickle = zip.entries().stream()
                .filter(entry -> entry.name().endsWith(PICKLE))
                .findFirst()
                .orElseThrow(() -> file.error(0, "an archive with " + PICKLE.substring(1), "one without it"));
        folder = pickle.name().substring(0, pickle.name().length() - PICKLE.length() + 1);
        byteOrder = readByteOrder();
    }

    private ByteOrder readByteOrder() throws IOException {
        ZipEntryRecord entry = entries.get(folder + "byteorder");
        if (entry == null) {
            return ByteOrder.LITTLE_ENDIAN; // files of PyTorch 2.0 and before
        }
        return zip.read(entry, content -> {
            long length = Math.min(content.left(), LONGEST_BYTE_ORDER);
            String order = new String(content.readBytes(length, "a byte order"), StandardCharsets.ISO_8859_1);
            if (content.left() > 0 || !(order.equals("little") || order.equals("big"))) {
                throw content.error(0, "the byte order little or big", Excerpt.of(order));
            }
            return order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        });
    }

    /** Reads the tensors by name. */
    Map<String, NDArray> read() throws IOException {
        return zip.read(pickle, content -> {
            PickleStack stack = new PickleStack(content);
            PickledTorch objects = new PickledTorch(stack, this);
            PickleValue result = new PickleMachine(content, stack, objects).run(PickleValue.class, "tensors");
            return new TorchNames(stack).arrays(result);
        });
    }

    /**
     * Returns a tensor.
     *
     * @param key the name of its memory
     * @param bytes the length of the memory
     * @param stack what reads the tensor, for errors
     */
    NDArray tensor(
            String key,
            long bytes,
            ElementType type,
            long offset,
            List<Long> shape,
            List<Long> strides,
            PickleStack stack)
            throws IOException {
        NDArray memory = memory(key, bytes, type, stack);
        Shape lengths = ArrayHeader.of(type, byteOrder, false, shape, file, stack.place())
                .shape();
        if ((long) lengths.size() * type.dtype().itemSize() > budget.limit()) {
            throw stack.error(
                    "tensors of at most " + budget.limit() + " bytes",
                    "one of shape " + Excerpt.of(lengths.toString()));
        }
        int[] steps = new int[shape.size()];
        long last = offset;
        boolean valid = strides.size() == shape.size() && offset >= 0 && offset <= memory.size();
        for (int axis = 0; valid && lengths.size() > 0 && axis < steps.length; axis++) {
            long stride = strides.get(axis);
            if (lengths.get(axis) > 1) {
                valid = stride >= 0 && stride <= memory.size();
                last += stride * (lengths.get(axis) - 1);
                steps[axis] = (int) stride;
            }
            valid = valid && last < memory.size();
        }
        if (!valid || lengths.size() > 0 && last >= memory.size()) {
            throw stack.error(
                    "strides and an offset within the %s elements of storage %s"
                            .formatted(memory.size(), Excerpt.of(key)),
                    "%s and %s".formatted(Excerpt.of(strides.toString()), offset));
        }
        Layout layout = new Layout(lengths.toArray(), steps, lengths.size() == 0 ? 0 : (int) offset);
        boolean isWhole = layout.size() == memory.size() && layout.isPlain();
        return isWhole ? memory.reshape(lengths.toArray()) : Inside.view(memory, layout);
    }

    private NDArray memory(String key, long bytes, ElementType type, PickleStack stack) throws IOException {
        Memory known = memories.get(key);
        if (known == null) {
            ZipEntryRecord entry = entries.get(folder + "data/" + key);
            if (entry == null || entry.length() != bytes || bytes % type.size() != 0) {
                throw stack.error(
                        "storage %s of %s bytes in the archive".formatted(Excerpt.of(key), bytes),
                        entry == null ? "none" : CheckedInput.bytes(entry.length()));
            }
            NDArray elements = zip.read(
                    entry,
                    content -> ArrayHeader.of(type, byteOrder, false, List.of(bytes / type.size()), content, 0)
                            .readElements(content, budget));
            known = new Memory(type, elements);
            memories.put(key, known);
        }
        if (known.type() != type || bytes != (long) known.elements().size() * type.size()) {
            throw stack.error("storage %s of one type and length".formatted(Excerpt.of(key)), "two");
        }
        return known.elements();
    }
}
