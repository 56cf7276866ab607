"""Draws records of calls that are mostly wrong: Einstein sums with random subscripts, averages with axes and weights
that do not fit, positions of extremes along axes that do not exist. An operand is written as its lengths; its elements
are 1, 2, 3 and so on. The few calls that are right have their results.

Not generated: an operand by itself with a repeated label of length 0 and of another length, for which NumPy reads
beyond the array.
"""

import numpy as np

from kinds import table
from statistics_kinds import written
from writing import FLOAT64, INT64, escape, text

KINDS, kind = table()


def outcome(call):
    try:
        return text(call())
    except (ValueError, IndexError, TypeError, ZeroDivisionError) as error:
        return "!" + escape(str(error).strip())


def counted(shape, dtype=FLOAT64):
    return np.arange(1, 1 + int(np.prod(shape))).reshape(shape).astype(dtype)


def lengths(shape):
    return ",".join(map(str, shape)) or "()"


def term(draw):
    letters = "".join(draw.pick("iiijjjkkl") for _ in range(draw.integer(0, 3)))
    if draw.chance(0.35):
        place = draw.integer(0, len(letters))
        letters = letters[:place] + "..." + letters[place:]
    return letters


def subscripts(draw, terms):
    result = ""
    if draw.chance(0.6):
        result = "->" + "".join(dict.fromkeys(draw.pick("ijkl") for _ in range(draw.integer(0, 3))))
        result += "..." if draw.chance(0.3) else ""
    whole = ",".join(terms) + result
    if draw.chance(0.35):
        place = draw.integer(0, len(whole))
        kept = place if draw.chance(0.6) else place + 1
        whole = whole[:place] + (draw.pick(["i", "j", ".", ",", "-", ">", "1", "l"]) if kept == place else "") + whole[kept:]
    return whole


def einsum(draw):
    terms = [term(draw) for _ in range(draw.pick([1, 1, 2, 2, 3]))]
    shapes = []
    for each in terms:
        ndim = len(each.replace("...", "")) + (draw.integer(0, 2) if "..." in each else 0)
        ndim += draw.pick([-1, 1]) if draw.chance(0.07) else 0
        shapes.append([draw.pick([2, 2, 2, 3, 1, 0]) if draw.chance(0.3) else 2 for _ in range(ndim)])
    shapes = shapes[:1] if draw.chance(0.05) else shapes * 32 if draw.chance(0.02) else shapes
    called = subscripts(draw, terms)
    result = outcome(lambda: np.einsum(called, *map(counted, shapes)))
    if len(shapes) == 1 and 0 in shapes[0] and not result.startswith("!"):
        return einsum(draw)
    return written("einsum", subscripts=called, shapes=";".join(map(lengths, shapes))), result


def average(draw):
    shape = draw.shape()
    ndim = len(shape)
    axes = tuple(draw.axis(ndim) for _ in range(draw.integer(0, 3)))
    along = [shape[axis] for axis in axes if -ndim <= axis < ndim]
    weights = draw.pick([shape, shape[::-1], along, along, draw.shape()])
    call = written("average", shape=lengths(shape), axes=axes, weights=lengths(weights))
    return call, outcome(lambda: np.average(counted(shape), axis=axes, weights=counted(weights)))


def extremes(draw):
    shape = () if draw.chance(0.4) else draw.shape()
    dtype = draw.pick([FLOAT64, INT64])
    a = counted(shape, dtype)
    missing = dtype == FLOAT64 and draw.chance(0.3)
    if missing:
        a[...] = np.nan
    axis = draw.integer(-len(shape) - 2, len(shape) + 1)
    op = draw.pick(["nanargmax", "nanargmin"])
    call = written(op, shape=lengths(shape), dtype=dtype, missing=int(missing), axis=axis)
    return call, outcome(lambda: getattr(np, op)(a, axis))


@kind("call", "result or !error text")
def refusals(draw):
    return draw.pick([einsum, einsum, einsum, average, extremes])(draw)
