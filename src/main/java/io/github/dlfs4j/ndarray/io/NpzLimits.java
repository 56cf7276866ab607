package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;

/**
 * How much an {@code .npz} file may hold before it is taken for an attack and refused. A small archive can claim, and
 * even contain in compressed form, far more than memory holds.
 *
 * <pre>{@code
 * Npz.read(file, NpzLimits.DEFAULT.expandedBytes(8L << 30));
 * }</pre>
 *
 * @param entries the largest number of arrays
 * @param nameLength the largest number of bytes in a name, with its ending {@code .npy}
 * @param expandedBytes the largest number of bytes of all arrays together that are read, decompressed in the file and
 *     in their dtypes in memory: an int8 counts as the int64 that it becomes
 */
public record NpzLimits(int entries, int nameLength, long expandedBytes) {
    /**
     * 10,000 arrays, names of 256 bytes, and 1 GiB of arrays, or half of the largest heap ({@link Runtime#maxMemory})
     * where that is less.
     */
    public static final NpzLimits DEFAULT = new NpzLimits(10_000, 256, MemoryBudget.DEFAULT);

    /**
     * These limits with another number of arrays.
     *
     * @param entries the largest number of arrays
     * @return new limits
     */
    public NpzLimits entries(int entries) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }

    /**
     * These limits with another length of names.
     *
     * @param nameLength the largest number of bytes in a name
     * @return new limits
     */
    public NpzLimits nameLength(int nameLength) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }

    /**
     * These limits with another size of all arrays together.
     *
     * @param expandedBytes the largest number of bytes, decompressed
     * @return new limits
     */
    public NpzLimits expandedBytes(long expandedBytes) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }
}
