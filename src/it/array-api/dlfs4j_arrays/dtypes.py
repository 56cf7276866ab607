"""The five dtypes, and what the array API asks of dtypes."""

import builtins
import typing

from .process import call


class DType:
    """A dtype, which has nothing but its name."""

    def __init__(self, name, code, kind):
        self.name = name
        self.code = code  # how struct writes an element
        self.kind = kind  # the Python type of an element

    def __repr__(self):
        return self.name


bool = DType("bool", "?", builtins.bool)
uint8 = DType("uint8", "B", builtins.int)
int64 = DType("int64", "q", builtins.int)
float32 = DType("float32", "f", builtins.float)
float64 = DType("float64", "d", builtins.float)

BY_NAME = {dtype.name: dtype for dtype in (bool, uint8, int64, float32, float64)}
OF_SCALARS = {builtins.bool: bool, builtins.int: int64, builtins.float: float64}

# The kinds of dtypes that a scalar of Python leaves as they are.
KEEPS = {
    builtins.bool: ("bool", "numeric"),
    builtins.int: ("numeric",),
    builtins.float: ("real floating",),
}

FloatLimits = typing.NamedTuple("FloatLimits", [
    ("bits", int), ("eps", float), ("max", float), ("min", float), ("smallest_normal", float), ("dtype", DType)])
IntegerLimits = typing.NamedTuple("IntegerLimits", [("bits", int), ("max", int), ("min", int), ("dtype", DType)])


def _dtype(thing):
    return thing if isinstance(thing, DType) else thing.dtype


def finfo(type, /):
    *limits, name = call("Compositions.finfo", _dtype(type).name)
    return FloatLimits(*limits, BY_NAME[name])


def iinfo(type, /):
    name, bits, least, largest = call("DType.iinfo", _dtype(type).name)
    return IntegerLimits(bits, largest, least, BY_NAME[name])


def isdtype(dtype, kind):
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any(call("DType.isdtype", dtype.name, [each]) if isinstance(each, str) else dtype == each for each in kinds)


def can_cast(from_, to, /):
    return call("DType.canCast", _dtype(from_).name, to.name)


def result_type(*arrays_and_dtypes):
    scalars = [thing for thing in arrays_and_dtypes if type(thing) in OF_SCALARS]
    dtypes = [_dtype(thing).name for thing in arrays_and_dtypes if type(thing) not in OF_SCALARS]
    name = dtypes[0] if dtypes else OF_SCALARS[type(scalars[0])].name
    for other in dtypes[1:]:
        name = call("DType.promote", name, other)
    for scalar in scalars:
        # A scalar is weak: it counts where its kind is a wider one.
        if not any(isdtype(BY_NAME[name], kind) for kind in KEEPS[type(scalar)]):
            name = call("DType.promote", name, OF_SCALARS[type(scalar)].name)
    return BY_NAME[name]
