package io.github.dlfs4j.ndarray.kernel.product;

/**
 * The vectors of a processor, for elements of some type.
 *
 * @param lanes the elements of a vector
 * @param bytes the bytes of an element
 */
record VectorUnit(int lanes, int bytes) {
    /** The bytes of an AVX-512 vector. */
    private static final int LONGEST_VECTOR = 64;

    /** The bytes of an AVX2 vector. AVX2 has 16 registers; AVX-512 and NEON have 32. */
    private static final int VECTOR_OF_FEW_REGISTERS = 32;

    /**
     * Returns whether tiles have 24 sums, eight rows by three vectors or twelve by two. They need 32 registers; others
     * hold vectors of b and one of a. Otherwise tiles have what fits sixteen: see the table of {@code Tiles}, from
     * which the build writes them.
     */
    boolean hasManySums() {
        return lanes * bytes != VECTOR_OF_FEW_REGISTERS;
    }

    /**
     * Returns whether vectors are those of AVX-512. Only these have masks in registers, with which the columns that are
     * not zero are listed. And only these are halved, so that tiles may end with half a vector or consist of two
     * halves: half an AVX2 vector has only two doubles.
     */
    boolean isLongest() {
        return lanes * bytes == LONGEST_VECTOR;
    }

    /** Returns the fewest columns with which tiles can read a row of b without a copy. */
    int leastColumns() {
        return isLongest() ? lanes / 2 : lanes;
    }
}
