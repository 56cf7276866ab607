package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.ArrayAccess;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Primitive;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.Strided;

/** The access to arrays for the packages above this one. */
final class ArrayMemory extends ArrayAccess<NDArray, ReductionOptions> {
    @Override
    public Strided elements(NDArray array) {
        return array.elements();
    }

    @Override
    public NDArray view(NDArray array, Layout layout) {
        return array.withLayout(layout);
    }

    @Override
    public NDArray around(Storage storage, Layout layout) {
        return ArrayScope.own(storage, layout);
    }

    @Override
    public void assign(NDArray target, NDArray value) {
        Casting.assign(target, value);
    }

    @Override
    public NDArray sum(NDArray array, Primitive type, int... axes) {
        return Reduction.reduce(Fold.SUM.to(DType.of(type)), array, Axes.of(array.ndim(), axes), false);
    }

    @Override
    public ReductionArguments<NDArray> arguments(ReductionOptions options) {
        return options.arguments();
    }

    @Override
    public ReductionOptions options(ReductionArguments<NDArray> arguments) {
        return new ReductionOptions(arguments);
    }

    @Override
    public boolean isSameKind(NDArray from, NDArray to) {
        return DType.isSameKind(from.dtype(), to.dtype());
    }
}
