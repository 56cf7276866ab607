package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The {@link Carrier} of {@code double}. */
@AlsoFor({float.class, long.class, boolean.class})
public final class DoubleCarrier extends Carrier<double[]> {
    @Override
    public double[] allocate(int length) {
        return Allocation.doubles(length);
    }

    @Override
    public double[][] allocate(int arrays, int length) {
        return new double[arrays][length];
    }

    @Override
    public double[] arrayOf(Storage storage) {
        return storage instanceof DoubleStorage own ? own.values() : null;
    }

    @Override
    public void load(Storage storage, int offset, int stride, double[] block, int at, int n) {
        storage.load(offset, stride, block, at, n);
    }

    @Override
    public void store(Storage storage, int offset, int stride, double[] block, int at, int n) {
        storage.store(offset, stride, block, at, n);
    }
}
