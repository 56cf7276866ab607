"""What the namespace says of itself."""

from . import dtypes as _dtypes
from .array import DEVICE


def capabilities():
    return {"boolean indexing": True, "data-dependent shapes": True, "max dimensions": 64}


def default_device():
    return DEVICE


def devices():
    return [DEVICE]


def default_dtypes(*, device=None):
    return {"real floating": _dtypes.float64, "integral": _dtypes.int64, "indexing": _dtypes.int64}


def dtypes(*, device=None, kind=None):
    return {name: dtype for name, dtype in _dtypes.BY_NAME.items() if kind is None or _dtypes.isdtype(dtype, kind)}
