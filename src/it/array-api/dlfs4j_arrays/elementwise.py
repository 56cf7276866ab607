"""Element-wise functions: each is one of the library."""

from .array import compute

UNARY = {
    "abs": "NDArray.abs",
    "acos": "MathFunctions.arccos",
    "acosh": "MathFunctions.arccosh",
    "asin": "MathFunctions.arcsin",
    "asinh": "MathFunctions.arcsinh",
    "atan": "MathFunctions.arctan",
    "atanh": "MathFunctions.arctanh",
    "bitwise_invert": "NDArray.not",
    "ceil": "MathFunctions.ceil",
    "conj": "MathFunctions.conj",
    "cos": "NDArray.cos",
    "cosh": "MathFunctions.cosh",
    "exp": "NDArray.exp",
    "expm1": "MathFunctions.expm1",
    "floor": "MathFunctions.floor",
    "imag": "MathFunctions.imag",
    "isfinite": "Logic.isFinite",
    "isinf": "Logic.isInfinite",
    "isnan": "Logic.isNaN",
    "log": "NDArray.log",
    "log10": "MathFunctions.log10",
    "log1p": "MathFunctions.log1p",
    "log2": "MathFunctions.log2",
    "logical_not": "Logic.logicalNot",
    "negative": "NDArray.neg",
    "positive": "MathFunctions.positive",
    "real": "MathFunctions.real",
    "reciprocal": "MathFunctions.reciprocal",
    "round": "NDArray.round",
    "sign": "NDArray.sign",
    "signbit": "MathFunctions.signbit",
    "sin": "NDArray.sin",
    "sinh": "MathFunctions.sinh",
    "sqrt": "NDArray.sqrt",
    "square": "NDArray.square",
    "tan": "MathFunctions.tan",
    "tanh": "NDArray.tanh",
    "trunc": "MathFunctions.trunc",
}
BINARY = {
    "add": "NDArray.add",
    "atan2": "MathFunctions.arctan2",
    "bitwise_and": "NDArray.and",
    "bitwise_left_shift": "BitOperations.leftShift",
    "bitwise_or": "NDArray.or",
    "bitwise_right_shift": "BitOperations.rightShift",
    "bitwise_xor": "NDArray.xor",
    "copysign": "MathFunctions.copysign",
    "divide": "NDArray.div",
    "equal": "NDArray.eq",
    "floor_divide": "MathFunctions.floorDivide",
    "greater": "NDArray.gt",
    "greater_equal": "NDArray.ge",
    "hypot": "MathFunctions.hypot",
    "less": "NDArray.lt",
    "less_equal": "NDArray.le",
    "logaddexp": "MathFunctions.logaddexp",
    "logical_and": "Logic.logicalAnd",
    "logical_or": "Logic.logicalOr",
    "logical_xor": "Logic.logicalXor",
    "maximum": "NDArray.maximum",
    "minimum": "NDArray.minimum",
    "multiply": "NDArray.mul",
    "nextafter": "MathFunctions.nextafter",
    "not_equal": "NDArray.ne",
    "pow": "NDArray.pow",
    "remainder": "MathFunctions.remainder",
    "subtract": "NDArray.sub",
}


def _unary(name):
    return lambda x, /: compute(name, x)


def _binary(name):
    return lambda x1, x2, /: compute(name, x1, x2)


def _named(name, function):
    function.__name__ = name
    return function


globals().update({name: _named(name, _unary(here)) for name, here in UNARY.items()})
globals().update({name: _named(name, _binary(here)) for name, here in BINARY.items()})


def clip(x, /, min=None, max=None):
    return compute("Compositions.clip", x, min, max)


__all__ = [*UNARY, *BINARY, "clip"]
