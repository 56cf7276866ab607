package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The {@link Lane} of {@code double}. */
@AlsoFor({float.class, long.class, boolean.class})
final class DoubleLane extends Lane<double[]> {
    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    double[][] allocate(int arrays, int length) {
        return new double[arrays][length];
    }

    @Override
    double[] arrayOf(Storage storage) {
        return storage instanceof Storage.Doubles own ? own.values() : null;
    }

    @Override
    void load(Storage storage, int offset, int stride, double[] block, int at, int n) {
        storage.load(offset, stride, block, at, n);
    }

    @Override
    void store(Storage storage, int offset, int stride, double[] block, int at, int n) {
        storage.store(offset, stride, block, at, n);
    }
}
