package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Storage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The zip archive that {@code torch.save} writes: a pickle, and the storages of the tensors in it. */
final class TorchArchive {
    /** The end of the name of the pickle. What comes before it is the same in all names. */
    static final String PICKLE = "/data.pkl";

    private final ZipReader zip;
    private final Map<String, ZipEntryRecord> entries = new HashMap<>();
    private final ZipEntryRecord pickle;
    private final String folder;
    private final ByteOrder byteOrder;
    private final MemoryBudget budget;
    private final Map<Storage, NDArray> memories = new HashMap<>();

    TorchArchive(CheckedInput file, long maxBytes) throws IOException {
        budget = new MemoryBudget(maxBytes);
        zip = new ZipReader(file, new NpzLimits(20_000, 1000, maxBytes), true);
        zip.entries().forEach(entry -> entries.put(entry.name(), entry));
        pickle = zip.entries().stream()
                .filter(entry -> entry.name().endsWith(PICKLE))
                .findFirst()
                .orElseThrow(() -> file.error(0, "an archive with " + PICKLE.substring(1), "one without it"));
        folder = pickle.name().substring(0, pickle.name().length() - PICKLE.length() + 1);
        ZipEntryRecord order = entries.get(folder + "byteorder"); // not there before PyTorch 2.1
        byteOrder = order == null ? ByteOrder.LITTLE_ENDIAN : zip.read(order, TorchArchive::byteOrder);
    }

    private static ByteOrder byteOrder(CheckedInput content) throws IOException {
        String order = new String(content.readBytes(content.left(), "a byte order"), StandardCharsets.ISO_8859_1);
        boolean isBig = order.equals("big");
        content.refuseIf(!isBig && !order.equals("little"), 0, "the byte order little or big", Excerpt.of(order));
        return isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Reads the tensors by name. */
    Map<String, NDArray> read() throws IOException {
        return zip.read(pickle, content -> new PickledTorch(content, this).read());
    }

    /** Refuses a tensor that takes more than the limit, be it only by repeating elements. */
    void checkSize(long bytes, PickleStack stack) throws FileFormatException {
        stack.refuseIf(bytes > budget.limit(), "tensors of at most " + budget.limit() + " bytes", "one of " + bytes);
    }

    /** Returns the whole memory of a storage, whose elements are of the type. */
    NDArray memory(Storage storage, ElementType type, PickleStack stack) throws IOException {
        Storage key = new Storage(storage.key(), type, storage.count());
        if (!memories.containsKey(key)) {
            ZipEntryRecord entry = entries.get(folder + "data/" + storage.key());
            int unit = storage.type() == null ? 1 : type.size();
            stack.refuseIf(
                    entry == null || entry.length() % type.size() != 0 || entry.length() / unit != storage.count(),
                    "storage %s of %s times %s"
                            .formatted(Excerpt.of(storage.key()), storage.count(), CheckedInput.bytes(unit)),
                    entry == null ? "none" : CheckedInput.bytes(entry.length()));
            List<Long> shape = List.of(entry.length() / type.size());
            memories.put(
                    key,
                    zip.read(
                            entry,
                            content -> ArrayHeader.of(type, byteOrder, false, shape, content, 0)
                                    .readElements(content, budget)));
        }
        return memories.get(key);
    }
}
