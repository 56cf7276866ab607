package io.github.dlfs4j.ndarray.strided;

/**
 * The inner loops of a reduction with a mask or an output: how far NumPy goes before it takes up another result, or
 * fills its buffers again. A sum depends on it, for each inner loop is added pairwise for itself.
 *
 * <p>NumPy goes over the operands (the output, the array and the mask) together. An operand goes through a buffer if it
 * is converted, or if its elements are not evenly spaced along all the axes that go together. More axes go together as
 * long as that is worth the copies.
 *
 * @param length the number of elements of an inner loop
 * @param fill the number of elements that fill the buffers
 * @param period the number of elements after which both begin anew
 * @param sharesResult whether the inner loops between two fills may have the same result; NumPy leaves it in the buffer
 *     then
 */
record InnerLoops(int length, int fill, int period, boolean sharesResult) {
    /** The number of elements in NumPy's buffers. */
    private static final int BUFFER = 8192;

    private static final int OPERANDS = 3;

    /**
     * Divides a nest of loops over output, array and mask, as {@code npyiter_find_buffering_setup} in NumPy's
     * {@code nditer_constr.c} does.
     *
     * @param reduces whether several elements go into one result
     * @param converted which operands have another type than the loop
     */
    static InnerLoops of(StridedLoop loop, boolean reduces, boolean... converted) {
        int ndim = loop.ndim();
        if (ndim == 0) {
            return new InnerLoops(1, 1, 1, false);
        }
        int cost = 1;
        int[] even = new int[OPERANDS];
        for (int k = 0; k < OPERANDS; k++) {
            even[k] = 1;
            cost += converted[k] ? 1 : 0;
        }
        int size = loop.length(ndim - 1);
        int best = 0;
        int bestCost = cost;
        int bestSize = size;
        int core = 1;
        int turn = 0;
        for (int depth = 1; depth < ndim && turn == 0 && (size < BUFFER || cost == 1); depth++) {
            int inner = ndim - depth;
            int outer = inner - 1;
            for (int k = 0; k < OPERANDS; k++) {
                int step = loop.stride(k, outer);
                int innerStep = loop.stride(k, inner);
                if (even[k] == depth) {
                    if (innerStep * loop.length(inner) == step) {
                        even[k]++;
                        continue;
                    }
                    cost += converted[k] ? 0 : 1;
                }
                if (k == 0 && reduces && (step == 0 || innerStep == 0)) {
                    turn = depth;
                }
            }
            int before = size;
            size *= loop.length(outer);
            int buffered = cost > 1 ? Math.min(size, BUFFER) : size;
            if ((long) cost * bestSize <= (long) bestCost * buffered) {
                best = depth;
                bestCost = cost;
                bestSize = size;
                core = before;
            }
        }
        boolean reducesOuter = turn > 0 && best == turn;
        int fill = bestSize;
        if (bestSize > BUFFER && takesBuffers(loop, even, best, reducesOuter, converted)) {
            fill = core * (BUFFER / core);
        }
        return new InnerLoops(reducesOuter ? core : fill, fill, bestSize, reducesOuter);
    }

    private static boolean takesBuffers(
            StridedLoop loop, int[] even, int best, boolean reducesOuter, boolean... converted) {
        for (int k = 0; k < OPERANDS; k++) {
            boolean along = reducesOuter
                    && (k == 0
                            || (even[k] == best && !converted[k])
                            || (even[k] <= best && loop.stride(k, loop.ndim() - 1 - best) == 0));
            if (converted[k] || even[k] + (along ? 1 : 0) <= best) {
                return true;
            }
        }
        return false;
    }
}
