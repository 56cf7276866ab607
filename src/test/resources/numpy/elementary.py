"""Draws records of small functions: parts and signs of numbers, sets by the rule of the array API, the trapezoidal rule,
quantiles and running sums without NaN, limits of dtypes, frequencies, polynomials, and histograms of pairs.

Not generated, because NumPy does otherwise than we want: modf, fabs and heaviside of bool and uint8 (float16), reciprocal
and conjugate of bool (int8).
"""

import numpy as np

from basics import record
from kinds import table
from statistics_kinds import elements, written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts

KINDS, kind = table()

COLUMNS = "call", "arrays joined by ;", "results joined by ;, or !error text"


def called(call, arrays, function):
    """The outcome of a function, whose results are one array or several."""
    with np.errstate(all="ignore"):
        return call, texts(arrays), outcome(function, lambda r: texts(r) if isinstance(r, tuple) else text(r))


# Parts and signs of numbers

FLOATING = ["modf", "fabs", "heaviside", "heaviside"]
NUMBERS = ["reciprocal", "reciprocal", "positive", "conj"]
ANY = ["signbit", "signbit", "real", "imag", "nan_to_num", "nan_to_num", "nan_to_num"]


@kind(*COLUMNS, "v(iew), c(opy) or -")
def elementary(draw):
    op = draw.pick(FLOATING * 2 + NUMBERS + ANY)
    among = {"f": [INT64, FLOAT32, FLOAT64], "n": [UINT8, INT64, FLOAT32, FLOAT64], "a": list(DTYPES)}
    a = elements(draw, draw.pick(among["f" if op in FLOATING else "n" if op in NUMBERS else "a"]))
    if op == "positive" and draw.chance(0.1):
        a = a.astype(BOOL)
    if op in ("reciprocal", "modf") and draw.chance(0.4):
        a = np.asarray(draw.random.integers(-3, 4, a.shape)).astype(a.dtype) / a.dtype.type(1 if a.dtype.kind in "iu" else 2)
        a = np.asarray(a).astype(INT64 if draw.chance(0.3) else FLOAT64)
    if op == "modf":
        return (*called(op, [a], lambda: np.modf(a)), "c" if a.size else "-")
    if op == "heaviside":
        return heaviside(draw, a)
    if op == "nan_to_num":
        return nan_to_num(draw, a)
    call, arrays, result, seen = record(op, [a], lambda: getattr(np, op)(a))
    return call, arrays, result, seen if a.ndim else "-"


def heaviside(draw, a):
    if draw.chance(0.4):
        number = draw.pick([0.5, 0.0, -0.0, 1.0, np.nan, np.inf, 0.1])
        return (*called(written("heaviside", number=number), [a], lambda: np.heaviside(a, number)), "-")
    left, right = draw.shapes_to_broadcast()
    a, b = elements(draw, a.dtype, left), elements(draw, draw.pick([INT64, FLOAT32, FLOAT64]), right)
    return (*called("heaviside", [a, b], lambda: np.heaviside(a, b)), "-")


def nan_to_num(draw, a):
    values = {}
    if draw.chance(0.7):
        values["nan"] = draw.pick([0.0, -0.0, 1.5, np.inf, np.nan])
    if draw.chance(0.7) and values:
        values |= {"posinf": draw.pick([1e10, np.inf, np.nan, -1.0]), "neginf": draw.pick([-1e10, 0.0, np.inf])}
    copy = False if len(values) == 3 and draw.chance(0.5) else None
    given = values if copy is None else values | {"copy": copy}
    call = written("nan_to_num", **values, copy=None if copy is None else 0)
    if a.ndim == 0:
        return (*called(call, [a], lambda: np.nan_to_num(a.copy(), **given)), "-")
    if copy is None:
        return record(call, [a], lambda: np.nan_to_num(a, **given))
    seen = "v" if a.size else "-"
    return (*called(call, [a], lambda: np.nan_to_num(a.copy(), **given)), seen)
