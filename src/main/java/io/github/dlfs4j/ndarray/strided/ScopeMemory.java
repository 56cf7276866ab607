package io.github.dlfs4j.ndarray.strided;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of the scopes of a thread. A scope asks for the same lengths as the scope before it. Memory that was given
 * back is found by its length, so that only the first scope allocates.
 */
public final class ScopeMemory {
    /** How many bytes may be lent or idle at most. */
    private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 4;

    /** The memory that the last scope of a thread left to the next; the garbage collector may take it. */
    private static final ThreadLocal<SoftReference<ScopeMemory>> LEFT = new ThreadLocal<>();

    private final Map<Primitive, Map<Integer, Deque<Storage>>> idle = new HashMap<>();
    private final SoftReference<ScopeMemory> reference = new SoftReference<>(this);
    private long idleBytes;
    private long lentBytes;

    private ScopeMemory() {
        for (Primitive primitive : Primitive.values()) {
            idle.put(primitive, new HashMap<>());
        }
    }

    /** Returns the memory that the last scope of this thread left, or new memory. */
    public static ScopeMemory ofThread() {
        SoftReference<ScopeMemory> left = LEFT.get();
        ScopeMemory memory = left == null ? null : left.get();
        return memory == null ? new ScopeMemory() : memory;
    }

    /** Lends idle memory, which still has the elements of its last array; returns null if there is none. */
    public Storage poll(Primitive primitive, int length) {
        Deque<Storage> storages = idle.get(primitive).get(length);
        Storage storage = storages == null ? null : storages.poll();
        if (storage != null) {
            idleBytes -= bytes(storage);
            lentBytes += bytes(storage);
        }
        return storage;
    }

    /**
     * Counts new memory as lent if there is room to keep it later, and returns whether there is; frees idle memory for
     * it.
     */
    public boolean hasRoomFor(Storage storage) {
        long bytes = bytes(storage);
        if (idleBytes + lentBytes + bytes > MAX_BYTES) {
            idle.values().forEach(Map::clear);
            idleBytes = 0;
        }
        boolean hasRoom = lentBytes + bytes <= MAX_BYTES;
        lentBytes += hasRoom ? bytes : 0;
        return hasRoom;
    }

    /** Takes back lent memory. */
    public void add(Storage storage) {
        lentBytes -= bytes(storage);
        idleBytes += bytes(storage);
        Map<Integer, Deque<Storage>> ofPrimitive = idle.get(storage.primitive());
        if (!ofPrimitive.containsKey(storage.length())) {
            ofPrimitive.put(storage.length(), new ArrayDeque<>());
        }
        ofPrimitive.get(storage.length()).push(storage);
    }

    /** Leaves the idle memory to the next scope of this thread. */
    public void leave() {
        if (LEFT.get() != reference) {
            LEFT.set(reference);
        }
    }

    private static long bytes(Storage storage) {
        return (long) storage.length() * storage.primitive().bytes();
    }
}
