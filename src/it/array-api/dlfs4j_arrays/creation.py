"""Arrays of numbers, lists and ranges."""

import builtins

from . import dtypes
from .array import DEVICE, Array, compute, from_elements

__all__ = ["arange", "asarray", "empty", "empty_like", "eye", "full", "full_like", "linspace", "meshgrid", "ones",
           "ones_like", "tril", "triu", "zeros", "zeros_like"]


def _check(device):
    if device not in (None, DEVICE):
        raise ValueError(f"there is no device {device!r}")


def _shape(shape):
    return [shape.__index__()] if hasattr(shape, "__index__") else [side.__index__() for side in shape]


def _diagonal(k):
    """A diagonal beyond every array is as good as one that is further away than a Java int can say."""
    return max(-2**31, min(k, 2**31 - 1))


def _nested(obj):
    """The elements of nested lists, row by row, and their shape."""
    if not isinstance(obj, (list, tuple)):
        return ([obj], ()) if not isinstance(obj, Array) else (obj.elements(), obj.shape)
    parts = [_nested(each) for each in obj]
    shapes = {shape for _, shape in parts}
    if len(shapes) > 1:
        raise ValueError("the nested lists have no common shape")
    return [each for elements, _ in parts for each in elements], (len(obj), *(shapes.pop() if shapes else ()))


def _dtype_of(elements):
    kinds = {type(each) for each in elements}
    for kind in (builtins.float, builtins.int, builtins.bool):
        if kind in kinds:
            return dtypes.OF_SCALARS[kind]
    if kinds:
        raise TypeError(f"there are no arrays of {kinds}")
    return dtypes.float64


def asarray(obj, /, *, dtype=None, device=None, copy=None):
    _check(device)
    if isinstance(obj, Array):
        if dtype not in (None, obj.dtype):
            if copy is False:
                raise ValueError("another dtype needs a copy")
            return compute("NDArray.astype", obj, dtype)
        return compute("NDArray.copy", obj) if copy else obj
    if copy is False:
        raise ValueError("an array of Python's numbers is a copy")
    elements, shape = _nested(obj)
    return from_elements(elements, shape, dtype or _dtype_of(elements))


def arange(start, /, stop=None, step=1, *, dtype=None, device=None):
    _check(device)
    if stop is None:
        start, stop = 0, start
    return compute("NDArray.arange", dtype or _dtype_of([start, stop, step]), start, stop, step)


def empty(shape, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.empty", dtype or dtypes.float64, _shape(shape))


def zeros(shape, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.zeros", dtype or dtypes.float64, _shape(shape))


def ones(shape, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.ones", dtype or dtypes.float64, _shape(shape))


def full(shape, fill_value, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.full", dtype or _dtype_of([fill_value]), fill_value, _shape(shape))


def empty_like(x, /, *, dtype=None, device=None):
    return empty(x.shape, dtype=dtype or x.dtype, device=device)


def zeros_like(x, /, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.zerosLike", x, dtype or x.dtype)


def ones_like(x, /, *, dtype=None, device=None):
    _check(device)
    return compute("NDArray.onesLike", x, dtype or x.dtype)


def full_like(x, /, fill_value, *, dtype=None, device=None):
    return full(x.shape, fill_value, dtype=dtype or x.dtype, device=device)


def eye(n_rows, n_cols=None, /, *, k=0, dtype=None, device=None):
    _check(device)
    return compute("NDArray.eye", dtype or dtypes.float64, n_rows, n_rows if n_cols is None else n_cols,
                   _diagonal(k))


def linspace(start, stop, /, num, *, dtype=None, device=None, endpoint=True):
    _check(device)
    result = compute("NDArray.linspace", start, stop, num, endpoint)
    return result if dtype is None else compute("NDArray.astype", result, dtype)


def meshgrid(*arrays, indexing="xy"):
    return compute("NDArray.meshgrid", indexing, False, arrays)


def tril(x, /, *, k=0):
    return compute("Creation.tril", x, _diagonal(k))


def triu(x, /, *, k=0):
    return compute("Creation.triu", x, _diagonal(k))
