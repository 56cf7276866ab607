package io.github.dlfs4j.ndarray.strided;

/** Copies of all elements of an array to another of the same shape, converted if their types differ. */
public final class ElementCopy {
    /** Copies the elements; the arrays must not overlap, unless they are the same. */
    public static void copy(Strided from, Strided to) {
        if (to.size() == 0) {
            return;
        }
        Primitive type = to.primitive();
        if (from.primitive() != type) {
            copyThrough(carrierBetween(from.primitive(), type), from, to);
            return;
        }
        StridedLoop loop = StridedLoop.forCopy(to.layout(), from.layout());
        Object source = from.storage().values();
        Object target = to.storage().values();
        int p = from.layout().offset();
        int q = to.layout().offset();
        switch (type) {
            case BOOLEAN -> BooleanCopy.copy((boolean[]) source, p, (boolean[]) target, q, loop);
            case BYTE -> ByteCopy.copy((byte[]) source, p, (byte[]) target, q, loop);
            case LONG -> LongCopy.copy((long[]) source, p, (long[]) target, q, loop);
            case FLOAT -> FloatCopy.copy((float[]) source, p, (float[]) target, q, loop);
            case DOUBLE -> DoubleCopy.copy((double[]) source, p, (double[]) target, q, loop);
        }
    }

    /** Returns a carrier that holds every source value exactly, or as exactly as the target can. */
    private static Carrier<?> carrierBetween(Primitive from, Primitive to) {
        return from.isFloating() ? Carrier.DOUBLES : Carrier.of(to.isFloating() ? to : from);
    }

    private static <A> void copyThrough(Carrier<A> carrier, Strided from, Strided to) {
        StridedLoop loop = StridedLoop.over(to.layout(), from.layout());
        if (loop.period(1) == 1 && to.size() > 1) {
            // One number is converted once.
            Strided number = new Strided(to.primitive().allocate(1), Layout.contiguous());
            copyThrough(carrier, from.withLayout(from.layout().at(new int[from.ndim()])), number);
            copy(number.stretchedTo(to.layout()), to);
            return;
        }
        Cursor<A> source = new Cursor<>(carrier, from, loop, 1);
        A own = carrier.arrayOf(to.storage());
        if (own != null && loop.isContiguous(0)) {
            source.load(own, to.layout().offset(), to.size());
            return;
        }
        Cursor<A> target = new Cursor<>(carrier, to, loop, 0);
        A block = carrier.allocate(Math.min(to.size(), Cursor.BLOCK));
        for (int left = to.size(); left > 0; left -= Cursor.BLOCK) {
            int n = Math.min(left, Cursor.BLOCK);
            source.load(block, n);
            target.store(block, n);
        }
    }
}
