package io.github.dlfs4j.ndarray.kernel.product;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Lists the columns that a mask selects, eight bits of the mask at a time. */
final class ColumnList {
    /** The columns of a call. */
    static final int WIDTH = 8;

    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_256;

    /** The positions of the bits of each of the 256 masks, padded to eight. */
    private static final int[] POSITIONS = positions();

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
     * @param count the length of the list
     * @param first the column of the lowest bit
     * @param mask eight bits
     * @return the new length of the list
     */
    static int append(int[] columns, int count, int first, int mask) {
        IntVector.fromArray(SPECIES, POSITIONS, mask * WIDTH).add(first).intoArray(columns, count);
        return count + Integer.bitCount(mask);
    }
}
