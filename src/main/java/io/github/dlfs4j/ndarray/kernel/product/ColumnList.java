package io.github.dlfs4j.ndarray.kernel.product;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Writes the columns that a mask chooses one after the other, eight at a time. */
final class ColumnList {
    /** Columns of a call. */
    static final int WIDTH = 8;

    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_256;

    /** For each of the 256 masks the positions of its bits, filled up to eight. */
    private static final int[] POSITIONS = positions();

    private ColumnList() {}

    private static int[] positions() {
        int[] positions = new int[WIDTH << WIDTH];
        for (int mask = 0; mask < 1 << WIDTH; mask++) {
            int at = mask * WIDTH;
            for (int bits = mask; bits != 0; bits &= bits - 1) {
                positions[at++] = Integer.numberOfTrailingZeros(bits);
            }
        }
        return positions;
    }

    /**
     * Appends the columns whose bits are set.
     *
     * @param columns the list, with room for eight more
     * @param count how many it has
     * @param first the column of the lowest bit
     * @param mask eight bits
     * @return how many the list has then
     */
    static int append(int[] columns, int count, int first, int mask) {
        IntVector.fromArray(SPECIES, POSITIONS, mask * WIDTH).add(first).intoArray(columns, count);
        return count + Integer.bitCount(mask);
    }
}
