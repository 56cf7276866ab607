"""The array object: names of methods and operators."""

import builtins
import struct

from . import dtypes
from .process import Handle, Key, call

DEVICE = "cpu"


def wrap(value):
    """What a call gave, with arrays in the place of handles."""
    if isinstance(value, Handle):
        return Array(value)
    return [wrap(each) for each in value] if isinstance(value, list) else value


def unwrap(value):
    """What the process knows in the place of arrays and dtypes."""
    if isinstance(value, Array):
        return value.handle
    if isinstance(value, dtypes.DType):
        return value.name
    if isinstance(value, (list, tuple)) and not isinstance(value, Key):
        return [unwrap(each) for each in value]
    return value


def compute(name, *arguments):
    return wrap(call(name, *map(unwrap, arguments)))


def _part(part):
    if isinstance(part, slice):
        return [None if each is None else each.__index__() for each in (part.start, part.stop, part.step)]
    if part is Ellipsis:
        return "..."
    if isinstance(part, (list, tuple)):
        raise IndexError(f"{part!r} is no index")
    if isinstance(part, Array) or part is None:
        return unwrap(part)
    # A bool is an index of its own kind.
    return unwrap(from_elements([part], (), dtypes.bool)) if isinstance(part, builtins.bool) else part.__index__()


def _key(key):
    return Key(_part(part) for part in (key if isinstance(key, tuple) else (key,)))


def from_elements(elements, shape, dtype):
    """An array of Python's numbers."""
    try:
        content = struct.pack(f"<{len(elements)}{dtype.code}", *map(dtype.kind, elements))
    except struct.error:
        raise OverflowError(f"out of bounds for {dtype}") from None
    return compute("Compositions.fromBytes", dtype, list(shape), content)


class Array:
    """An array of the process."""

    def __init__(self, handle):
        self.handle = handle

    def __array_namespace__(self, /, *, api_version=None):
        import dlfs4j_arrays
        return dlfs4j_arrays

    dtype = property(lambda self: dtypes.BY_NAME[self.handle.dtype])
    shape = property(lambda self: self.handle.shape)
    device = property(lambda self: DEVICE)
    ndim = property(lambda self: len(self.handle.shape))
    size = property(lambda self: compute("NDArray.size", self))
    T = property(lambda self: compute("NDArray.T", self))
    mT = property(lambda self: compute("LinearAlgebra.matrixTranspose", self))

    def __repr__(self):
        return compute("NDArray.repr", self)

    def __dlpack_device__(self, /):
        return 1, 0  # kDLCPU, and the first device of its kind

    def to_device(self, device, /, *, stream=None):
        if device != DEVICE:
            raise ValueError(f"there is no device {device!r}")
        return self

    def elements(self):
        """The elements as Python's numbers, row by row."""
        content = compute("Compositions.toBytes", self)
        return [each for each, in struct.iter_unpack("<" + self.dtype.code, content)]

    def _scalar(self, kind):
        if self.shape != ():
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return kind(self.elements()[0])

    def __bool__(self, /):
        return self._scalar(builtins.bool)

    def __int__(self, /):
        return self._scalar(builtins.int)

    def __float__(self, /):
        return self._scalar(builtins.float)

    def __complex__(self, /):
        return self._scalar(builtins.complex)

    def __index__(self, /):
        if self.dtype.kind is not builtins.int:
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self._scalar(builtins.int)

    def __getitem__(self, key, /):
        return compute("NDArray.get", self, _key(key))

    def __setitem__(self, key, value, /):
        compute("Compositions.set", self, _key(key), value)

    def __iter__(self):
        if self.shape == ():
            raise TypeError("iteration over a 0-d array")
        return (self[i] for i in range(self.shape[0]))

    def __len__(self):
        return self.shape[0]

    def __abs__(self, /):
        return compute("NDArray.abs", self)

    def __invert__(self, /):
        return compute("NDArray.not", self)

    def __neg__(self, /):
        return compute("NDArray.neg", self)

    def __pos__(self, /):
        return compute("MathFunctions.positive", self)


def _operand(value):
    return isinstance(value, (Array, builtins.bool, builtins.int, builtins.float))


def _operator(name):
    def method(self, other, /):
        return compute(name, self, other) if _operand(other) else NotImplemented

    return method


def _reflected(name):
    def method(self, other, /):
        return compute(name, other, self) if _operand(other) else NotImplemented

    return method


def _in_place(name, *out):
    def method(self, other, /):
        compute(name, self, other, *([self] if out else []))
        return self

    return method


OPERATORS = {
    "add": "NDArray.add",
    "sub": "NDArray.sub",
    "mul": "NDArray.mul",
    "truediv": "NDArray.div",
    "floordiv": "MathFunctions.floorDivide",
    "mod": "MathFunctions.remainder",
    "pow": "NDArray.pow",
    "matmul": "LinearAlgebra.matmul",
    "and": "NDArray.and",
    "or": "NDArray.or",
    "xor": "NDArray.xor",
    "lshift": "BitOperations.leftShift",
    "rshift": "BitOperations.rightShift",
}
COMPARISONS = {
    "lt": "NDArray.lt",
    "le": "NDArray.le",
    "gt": "NDArray.gt",
    "ge": "NDArray.ge",
    "eq": "NDArray.eq",
    "ne": "NDArray.ne",
}
IN_PLACE = {
    "iadd": "NDArray.addi",
    "isub": "NDArray.subi",
    "imul": "NDArray.muli",
    "itruediv": "NDArray.divi",
}
# These take the array for their result as the last argument.
INTO = {
    "ifloordiv": "MathFunctions.floorDivide",
    "imod": "MathFunctions.remainder",
    "iand": "NDArray.and",
    "ior": "NDArray.or",
    "ixor": "NDArray.xor",
    "ilshift": "BitOperations.leftShift",
    "irshift": "BitOperations.rightShift",
}


def _define(name, method):
    method.__name__ = f"__{name}__"
    setattr(Array, method.__name__, method)


for _name, _function in {**OPERATORS, **COMPARISONS}.items():
    _define(_name, _operator(_function))
for _name, _function in OPERATORS.items():
    _define("r" + _name, _reflected(_function))
for _name, _function in IN_PLACE.items():
    _define(_name, _in_place(_function))
for _name, _function in INTO.items():
    _define(_name, _in_place(_function, "out"))
Array.__hash__ = None
