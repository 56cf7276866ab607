package io.github.dlfs4j.ndarray.strided;

/**
 * What loops see of an array: its memory, and the positions of its elements in it.
 *
 * @param storage the memory, which other arrays may share
 * @param layout the positions
 */
public record Strided(Storage storage, Layout layout) {
    /** Returns the number of elements. */
    public int size() {
        return layout.size();
    }

    /** Returns the number of axes. */
    public int ndim() {
        return layout.ndim();
    }

    /** Returns the type of the elements. */
    public Primitive primitive() {
        return storage.primitive();
    }

    /** Returns other positions in the same memory. */
    public Strided withLayout(Layout view) {
        return new Strided(storage, view);
    }

    /** Returns these elements stretched to wider lengths, which must fit. */
    public Strided stretchedTo(Layout wider) {
        return layout.hasLengthsOf(wider) ? this : withLayout(layout.broadcastTo(wider.lengths()));
    }
}
