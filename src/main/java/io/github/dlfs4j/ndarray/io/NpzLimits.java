package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;

/**
 * Limits for an {@code .npz} file; a file that exceeds them is treated as an attack and refused. A small archive can
 * claim far more than memory holds, and compressed, even contain it.
 *
 * <pre>{@code
 * Npz.read(file, NpzLimits.DEFAULT.expandedBytes(8L << 30));
 * }</pre>
 *
 * @param entries the largest number of arrays
 * @param nameLength the largest number of bytes in a name, including its ending {@code .npy}
 * @param expandedBytes the largest number of bytes of all arrays that are read together, both decompressed in the file
 *     and in their dtypes in memory: an int8 counts as the int64 that it becomes
 */
public record NpzLimits(int entries, int nameLength, long expandedBytes) {
    /**
     * The default limits: 10,000 arrays, names of 256 bytes, and 1 GiB of arrays, or half of the largest heap
     * ({@link Runtime#maxMemory}) if that is less.
     */
    public static final NpzLimits DEFAULT = new NpzLimits(10_000, 256, MemoryBudget.DEFAULT);

    /**
     * Returns these limits with another number of arrays.
     *
     * @param entries the largest number of arrays
     * @return new limits
     */
    public NpzLimits entries(int entries) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }

    /**
     * Returns these limits with another length of names.
     *
     * @param nameLength the largest number of bytes in a name
     * @return new limits
     */
    public NpzLimits nameLength(int nameLength) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }

    /**
     * Returns these limits with another size of all arrays together.
     *
     * @param expandedBytes the largest number of bytes, decompressed
     * @return new limits
     */
    public NpzLimits expandedBytes(long expandedBytes) {
        return new NpzLimits(entries, nameLength, expandedBytes);
    }
}
