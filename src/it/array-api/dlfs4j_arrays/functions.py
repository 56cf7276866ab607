"""The other functions of the main namespace: names and the order of arguments."""

import typing

from .array import Array, compute

__all__ = ["all", "any", "argmax", "argmin", "argsort", "astype", "broadcast_arrays", "broadcast_to", "concat",
           "count_nonzero", "cumulative_prod", "cumulative_sum", "diff", "expand_dims", "flip", "max", "mean", "min",
           "moveaxis", "nonzero", "permute_dims", "prod", "repeat", "reshape", "roll", "searchsorted", "sort",
           "squeeze", "stack", "std", "sum", "take", "take_along_axis", "tile", "unique_all", "unique_counts",
           "unique_inverse", "unique_values", "unstack", "var", "where"]

UniqueAll = typing.NamedTuple("UniqueAll", [
    ("values", Array), ("indices", Array), ("inverse_indices", Array), ("counts", Array)])
UniqueCounts = typing.NamedTuple("UniqueCounts", [("values", Array), ("counts", Array)])
UniqueInverse = typing.NamedTuple("UniqueInverse", [("values", Array), ("inverse_indices", Array)])


def _listed(axes):
    return list(axes) if isinstance(axes, (list, tuple)) else [axes]


def _reduce(name, x, axis, keepdims, correction=None):
    return compute(name, x, [None if axis is None else _listed(axis), keepdims, correction])


def astype(x, dtype, /, *, copy=True, device=None):
    return x if not copy and dtype == x.dtype else compute("NDArray.astype", x, dtype)


def _accumulate(function, x, dtype):
    """The function, whose result is of a dtype, if one is given, as its operand is."""
    if dtype is None:
        return function(x)
    return astype(function(astype(x, dtype, copy=False)), dtype, copy=False)


def all(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.all", x, axis, keepdims)


def any(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.any", x, axis, keepdims)


def argmax(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.argmax", x, axis, keepdims)


def argmin(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.argmin", x, axis, keepdims)


def max(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.max", x, axis, keepdims)


def min(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.min", x, axis, keepdims)


def mean(x, /, *, axis=None, keepdims=False):
    return _reduce("NDArray.mean", x, axis, keepdims)


def prod(x, /, *, axis=None, dtype=None, keepdims=False):
    return _accumulate(lambda a: _reduce("NDArray.prod", a, axis, keepdims), x, dtype)


def sum(x, /, *, axis=None, dtype=None, keepdims=False):
    return _accumulate(lambda a: _reduce("NDArray.sum", a, axis, keepdims), x, dtype)


def std(x, /, *, axis=None, correction=0.0, keepdims=False):
    return _reduce("NDArray.std", x, axis, keepdims, correction)


def var(x, /, *, axis=None, correction=0.0, keepdims=False):
    return _reduce("NDArray.var", x, axis, keepdims, correction)


def count_nonzero(x, /, *, axis=None, keepdims=False):
    return _reduce("Sorting.countNonzero", x, axis, keepdims)


def _cumulative(name, x, axis, dtype, initial):
    if axis is None:
        if x.ndim != 1:
            raise ValueError("axis is missing")
        axis = 0
    result = _accumulate(lambda a: compute(name, a, axis), x, dtype)
    return result if initial is None else compute("Compositions.cumulative", result, axis, initial)


def cumulative_sum(x, /, *, axis=None, dtype=None, include_initial=False):
    return _cumulative("NDArray.cumsum", x, axis, dtype, 0 if include_initial else None)


def cumulative_prod(x, /, *, axis=None, dtype=None, include_initial=False):
    return _cumulative("NDArray.cumprod", x, axis, dtype, 1 if include_initial else None)


def diff(x, /, *, axis=-1, n=1, prepend=None, append=None):
    return compute("Calculus.diff", x, n, axis, prepend, append)


def argsort(x, /, *, axis=-1, descending=False, stable=True):
    return compute("Compositions.argsortDescending" if descending else "NDArray.argsort", x, axis)


def sort(x, /, *, axis=-1, descending=False, stable=True):
    result = compute("Compositions.sort", x, axis)
    return flip(result, axis=axis) if descending else result


def searchsorted(x1, x2, /, *, side="left", sorter=None):
    return compute("NDArray.searchsorted", x1, x2, side, *([] if sorter is None else [sorter]))


def nonzero(x, /):
    return tuple(compute("NDArray.nonzero", x))


def where(condition, x1, x2, /):
    return compute("NDArray.where", condition, x1, x2)


def take(x, indices, /, *, axis=None):
    return compute("NDArray.take", x, indices, *([] if axis is None else [axis]))


def take_along_axis(x, indices, /, *, axis=-1):
    return compute("IndexRoutines.takeAlongAxis", x, indices, axis)


def unique_all(x, /):
    return UniqueAll(*compute("Sets.uniqueAll", x, False))


def unique_counts(x, /):
    return UniqueCounts(*compute("Sets.uniqueCounts", x))


def unique_inverse(x, /):
    return UniqueInverse(*compute("Sets.uniqueInverse", x))


def unique_values(x, /):
    return compute("Sets.uniqueValues", x)


def broadcast_arrays(*arrays):
    return compute("Manipulation.broadcastArrays", arrays)


def broadcast_to(x, /, shape):
    return compute("NDArray.broadcastTo", x, shape)


def concat(arrays, /, *, axis=0):
    return (compute("Manipulation.concatenateFlat", arrays) if axis is None
            else compute("NDArray.concatenate", axis, arrays))


def expand_dims(x, /, axis):
    return compute("NDArray.expandDims", x, axis)


def flip(x, /, *, axis=None):
    return compute("Manipulation.flip", x, *([] if axis is None else [_listed(axis)]))


def moveaxis(x, source, destination, /):
    return compute("Manipulation.moveaxis", x, source, destination)


def permute_dims(x, /, axes):
    return compute("NDArray.transpose", x, axes)


def repeat(x, repeats, /, *, axis=None):
    return compute("NDArray.repeat", x, repeats, *([] if axis is None else [axis]))


def reshape(x, /, shape, *, copy=None):
    return compute("NDArray.reshape", compute("NDArray.copy", x) if copy else x, _listed(shape))


def roll(x, /, shift, *, axis=None):
    if axis is None:
        return compute("Manipulation.roll", x, shift)
    shifts, axes = _listed(shift), _listed(axis)
    return compute("Manipulation.roll", x, shifts if isinstance(shift, tuple) else shifts * len(axes), axes)


def squeeze(x, /, axis):
    return compute("NDArray.squeeze", x, _listed(axis))


def stack(arrays, /, *, axis=0):
    return compute("NDArray.stack", axis, arrays)


def tile(x, repetitions, /):
    return compute("Manipulation.tile", x, repetitions)


def unstack(x, /, *, axis=0):
    return tuple(compute("Manipulation.unstack", x, axis))
