"""Draws records of the element-wise functions that NDArray has not as methods: one operand, and two."""

import operator

import numpy as np

from kinds import table
from writing import BOOL, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts, words

KINDS, kind = table()

# C's functions, each of which NumPy's platform rounds in its own way: 4 ulp.
LIBRARY = """tan arcsin arccos arctan sinh cosh arcsinh arccosh arctanh exp2 expm1 log2 log10 log1p cbrt""".split()
FLOATING = ["rint", "deg2rad", "rad2deg", "radians", "degrees"]
ROUNDING = ["floor", "ceil", "trunc", "fix", "round", "round"]
TESTS = ["isnan", "isfinite", "isinf", "isposinf", "isneginf", "logical_not"]
NUMBERS = [INT64, FLOAT32, FLOAT64, FLOAT32, FLOAT64]


@kind("op, with the decimals of round", "array", "result or !error text")
def function(draw):
    op = draw.pick(LIBRARY * 2 + FLOATING + ROUNDING * 2 + TESTS + ["invert"])
    a = draw.array(draw.dtype(NUMBERS) if op in LIBRARY + FLOATING else draw.dtype())
    if a.dtype.kind == "f" and draw.chance(0.4):
        a = near_integers(draw, a.shape, a.dtype) if op not in LIBRARY else a * 0 + draw.random.uniform(-1, 1, a.shape)
        a = np.asarray(a, a.dtype)
    if op == "round":
        decimals = draw.pick([0, 0, 1, 1, 2, 3, 5, 8, 15, 22, 23, 40, 330, -1, -1, -2, -5, -19, -400])
        # What float64 cannot hold as int64 depends on the processor; of bool float16 is the dtype.
        if a.dtype == BOOL and decimals == 0 or a.dtype == INT64 and decimals < 0 and np.any(np.abs(a) > 2.0**62):
            return function(draw)
        return words(op, decimals), text(a), outcome(lambda: a.round(decimals))
    return op, text(a), outcome(lambda: getattr(np, op)(a))


def near_integers(draw, shape, dtype):
    """Integers, halves between them, and their neighbours, large ones too."""
    halves = draw.random.integers(-9, 10, shape) / 2 * draw.pick([1, 1, 2.0**20, 2.0**51, 0.1])
    a = np.asarray(halves, dtype)
    return np.nextafter(a, draw.pick([a, np.asarray(np.inf, dtype), np.asarray(-np.inf, dtype)]))


FLOATING_PAIRS = ["arctan2", "hypot", "logaddexp", "copysign", "nextafter"]
DIVISIONS = ["floor_divide", "remainder", "fmod", "divmod"]
BITS = ["bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift"]
LOGIC = ["logical_and", "logical_or", "logical_xor"]
IN_PLACE = {
    "ifloor_divide": operator.ifloordiv,
    "iremainder": operator.imod,
    "ibitwise_and": operator.iand,
    "ibitwise_or": operator.ior,
    "ibitwise_xor": operator.ixor,
    "ileft_shift": operator.ilshift,
    "iright_shift": operator.irshift,
}
ONE_SIDED = {"clip_min": lambda a, b: np.clip(a, b, None), "clip_max": lambda a, b: np.clip(a, None, b)}
CLOSENESS = {
    "isclose": np.isclose,
    "isclose_nan": lambda a, b: np.isclose(a, b, rtol=1e-3, atol=1e-4, equal_nan=True),
    "allclose": np.allclose,
    "array_equal": np.array_equal,
    "array_equal_nan": lambda a, b: np.array_equal(a, b, equal_nan=True),
    "array_equiv": np.array_equiv,
}
WITH_SCALAR = FLOATING_PAIRS + DIVISIONS + BITS + ["fmax", "fmin"]
PAIRS = FLOATING_PAIRS * 2 + DIVISIONS * 3 + BITS * 2 + LOGIC + ["fmax", "fmin"] * 2
PAIRS += [*IN_PLACE, *ONE_SIDED, *CLOSENESS, *CLOSENESS]


@kind("op", "left", "right: ARRAY or i:int or f:float", "results joined by ;, or !error text")
def pair(draw):
    op = draw.pick(PAIRS)
    call = (IN_PLACE | ONE_SIDED | CLOSENESS).get(op) or getattr(np, op)
    in_bits = op.removeprefix("i") in BITS
    among = [BOOL, UINT8, INT64, INT64] if in_bits and draw.chance(0.9) else None
    shapes = draw.shapes_to_broadcast()
    left = draw.array(among and draw.dtype(among), shapes[0])
    if op in WITH_SCALAR and draw.chance(0.25):
        written, right = draw.scalar(True if in_bits else None)
    else:
        right = draw.array(among and draw.dtype(among), shapes[1])
        if "shift" in op and right.dtype == INT64 and draw.chance(0.7):
            right = np.asarray(draw.random.integers(-2, 66, right.shape), INT64)
        elif op in DIVISIONS + list(IN_PLACE) and draw.chance(0.3):
            right = np.asarray(draw.random.integers(-3, 4, right.shape)).astype(right.dtype)
        elif op in CLOSENESS and draw.chance(0.7):
            right = alike(draw, left)
        written = text(right)
    if is_ours_alone(op, left, right):
        return pair(draw)
    results = outcome(lambda: call(left.copy(), right), lambda r: texts(r) if op == "divmod" else text(r))
    return op, text(left), written, results


def alike(draw, a):
    """The array, with some of its elements changed by more or less than a tolerance."""
    if a.dtype.kind != "f":
        return np.where(draw.random.random(a.shape) < draw.pick([0, 0, 0.1]), 1, a).astype(a.dtype)
    scale = draw.random.choice([0, 1e-6, 1e-5, 1e-3], a.shape) if draw.chance(0.6) else 0
    return np.asarray(a * (1 + scale * draw.random.uniform(-1.2, 1.2, a.shape)), a.dtype)


def is_ours_alone(op, left, right):
    """Whether NumPy's result has a dtype that we do not have, or bits that are its processor's."""
    common = np.result_type(left, right)
    if op in FLOATING_PAIRS and common in (BOOL, UINT8):
        return True
    if op.removeprefix("i") in DIVISIONS + ["left_shift", "right_shift"] and common == BOOL:
        return True
    return op == "logaddexp" and loses_digits(left, right)


def loses_digits(left, right, function=np.logaddexp):
    """Whether two logarithms nearly cancel in some place, so that one ulp of the one is many of the result."""
    try:
        result, largest = function(left, right), np.maximum(np.abs(left), np.abs(right))
    except ValueError:
        return False
    return bool(np.any(np.abs(result) < largest / 2))
