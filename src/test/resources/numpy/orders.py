"""Draws records of sums whose last bits depend on the order of the additions: averages with weights of another dtype
and reductions that ignore NaN, of arrays that are longer than NumPy's buffer, turned, stretched or with gaps. An array
is written as dtype, lengths, order of axes, lengths to which it is stretched, and step along the last axis; Java makes
it by the same formula.
"""

import numpy as np

from kinds import table
from statistics_kinds import written
from writing import DTYPES, FLOAT32, FLOAT64, INT64, outcome

KINDS, kind = table()

LENGTHS = [1, 2, 3, 5, 7, 17, 130, 1000, 4099]
MOST = 40_000
MOST_RESULTS = 20


def numbers(values):
    return ",".join(map(str, values)) or "()"


def lengths(draw, ndim):
    return [draw.pick(LENGTHS) for _ in range(ndim)]


def laid_out(draw, shape, dtype, nan):
    """An array of the shape, and how it is written."""
    step = draw.pick([1, 1, 1, 2])
    turn = [int(axis) for axis in draw.random.permutation(len(shape))]
    if draw.chance(0.5):
        turn = sorted(turn)
    narrow = [1 if draw.chance(0.25) else length for length in shape]
    base = [0] * len(shape)
    for place, axis in enumerate(turn):
        base[axis] = narrow[place]
    whole = list(base)
    if whole:
        whole[-1] *= step
    i = np.arange(int(np.prod(whole)), dtype=np.int64)
    mixed = (i * 7919 + 13) % 10007
    if dtype in (FLOAT32, FLOAT64):
        flat = (mixed / 1000.0).astype(dtype)
        if nan:
            flat[mixed % 11 == 0] = np.nan
    else:
        flat = (mixed % 9).astype(dtype)
    array = flat.reshape(whole)
    if whole:
        array = array[..., ::step]
    array = np.broadcast_to(array.transpose(turn), shape)
    return array, ":".join([str(dtype), numbers(base), numbers(turn), numbers(shape), str(step)])


def shape_of(draw):
    while True:
        shape = lengths(draw, draw.pick([1, 2, 2, 3, 3, 4]))
        if 500 < np.prod(shape) < MOST:
            return shape


def axes_of(draw, shape):
    while True:
        axes = [int(axis) for axis in draw.random.permutation(len(shape))[: draw.integer(1, len(shape))]]
        if np.prod([length for axis, length in enumerate(shape) if axis not in axes]) <= MOST_RESULTS:
            return axes


@kind("call", "result or !error text")
def orders(draw):
    shape = shape_of(draw)
    axes = axes_of(draw, shape)
    with np.errstate(all="ignore"):
        if draw.chance(0.4):
            a, written_a = laid_out(draw, shape, draw.pick([FLOAT32, FLOAT64, FLOAT64, INT64]), False)
            other = shape if draw.chance(0.6) else [shape[axis] for axis in axes]
            w, written_w = laid_out(draw, other, draw.pick([*DTYPES, FLOAT32, FLOAT32, INT64]), False)
            call = written("average", a=written_a, weights=written_w, axes=numbers(axes))
            return call, outcome(lambda: np.average(a, axis=tuple(axes), weights=w))
        op = draw.pick("nansum nansum nanprod nanmean nanmean nanvar nanstd".split())
        a, written_a = laid_out(draw, shape, draw.pick([FLOAT32, FLOAT64]), True)
        if op == "nanprod":
            return orders(draw) if a.size > 3000 else product(a, written_a, axes)
        call = written(op, a=written_a, axes=numbers(axes))
        return call, outcome(lambda: getattr(np, op)(a, axis=tuple(axes)))


def product(a, written_a, axes):
    return written("nanprod", a=written_a, axes=numbers(axes)), outcome(lambda: np.nanprod(a, axis=tuple(axes)))
