package io.github.dlfs4j.ndarray;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of the {@link ArrayScope}s of a thread. A scope asks for the same lengths as the one before it, so what
 * was given back is found by its length, and after the first scope nothing is allocated.
 */
final class ScopeMemory {
    /** Bytes, of what is lent and of what is idle. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 4;

    /** What the last scope of a thread left to the next; the garbage collector may take it. */
    private static final ThreadLocal<SoftReference<ScopeMemory>> LEFT = new ThreadLocal<>();

    private final Map<DType, Map<Integer, Deque<Storage>>> idle = new EnumMap<>(DType.class);
    private final SoftReference<ScopeMemory> left = new SoftReference<>(this);
    private long idleBytes;
    private long lentBytes;

    private ScopeMemory() {}

    /** What is left by the last scope of this thread, or new. */
    static ScopeMemory ofThread() {
        SoftReference<ScopeMemory> left = LEFT.get();
        ScopeMemory memory = left == null ? null : left.get();
        return memory == null ? new ScopeMemory() : memory;
    }

    /** Lends memory that is idle, with the elements of its last array; null if there is none. */
    Storage poll(DType dtype, int length) {
        Map<Integer, Deque<Storage>> lengths = idle.get(dtype);
        Deque<Storage> storages = lengths == null ? null : lengths.get(length);
        Storage storage = storages == null ? null : storages.poll();
        if (storage != null) {
            idleBytes -= bytes(storage);
            lentBytes += bytes(storage);
        }
        return storage;
    }

    /** Whether new memory, which is lent already, can be taken back later; what is idle makes room for it. */
    boolean hasRoomFor(Storage storage) {
        long bytes = bytes(storage);
        if (idleBytes + lentBytes + bytes > MOST) {
            idle.clear();
            idleBytes = 0;
        }
        boolean hasRoom = lentBytes + bytes <= MOST;
        lentBytes += hasRoom ? bytes : 0;
        return hasRoom;
    }

    /** Takes back what was lent. */
    void add(Storage storage) {
        lentBytes -= bytes(storage);
        idleBytes += bytes(storage);
        idle.computeIfAbsent(storage.dtype(), dtype -> new HashMap<>())
                .computeIfAbsent(storage.length(), length -> new ArrayDeque<>())
                .push(storage);
    }

    /** Leaves what is idle to the next scope of this thread. */
    void leave() {
        if (LEFT.get() != left) {
            LEFT.set(left);
        }
    }

    private static long bytes(Storage storage) {
        return (long) storage.length() * storage.dtype().itemSize();
    }
}
