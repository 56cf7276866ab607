"""Draws records of the functions that write and choose elements by positions, masks and numbers, of blocks, of functions of
lines, and of what the forms without an axis do.

Not generated, because NumPy does otherwise than we want: an error of put after some elements have been written (here none
is), values of place that overlap the array (read here before they are changed).
put_along_axis(axis=None) writes to a copy; its records are those of axis 0 of a view with one axis.
"""

import numpy as np

from basics import memory
from kinds import table
from statistics_kinds import elements, written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts

KINDS, kind = table()

MODES = ["raise", "wrap", "clip"]
CALLS = (
    "put put put putmask putmask place place compress compress compress take take take choose choose choose select select select"
    " block block block broadcast_shapes apply_along_axis apply_along_axis tril_indices triu_indices lexsort lexsort"
    " flip flip_all argsort_flat sort_flat partition_flat argpartition_flat take_along_axis_flat put_along_axis_flat"
    " extremes sliding_window_view ravel_multi_index unravel_index"
).split()


def changed(a, function):
    """What a copy of the array is after a function has changed it."""
    copy = a.copy()
    function(copy)
    return copy


@kind("call", "arrays joined by ;", "results joined by ;, or !error text", "v(iew), c(opy) or -")
def choosing(draw):
    op = draw.pick(CALLS)
    call, arrays, function = globals()[f"draw_{op}"](draw)
    with np.errstate(all="ignore"):
        result = outcome(function, write=lambda r: texts(r) if isinstance(r, tuple) else text(r))
        seen = "-"
        if op in ("flip", "flip_all", "sliding_window_view") and arrays[0].ndim > 0 and not result.startswith("!"):
            seen = memory(function(), arrays[0])
    return call, texts(arrays), result, seen


def positions_in(draw, n, shape, mode):
    """Positions of a length, of which some modes allow any."""
    far = 3 * n + 2 if mode != "raise" else 2 if n == 0 or draw.chance(0.1) else 0
    dtype = draw.pick([INT64] * 8 + [UINT8, BOOL, FLOAT64, FLOAT32] * draw.chance(0.3))
    low, high = (-n - far, max(n + far, 1)) if dtype == INT64 else (0, 2 if dtype == BOOL else max(n, 1))
    return np.asarray(draw.random.integers(low, max(high, low + 1), shape)).astype(dtype)


def values_for(draw, a, most=5):
    """Values mostly of a dtype that fits; sometimes none."""
    dtype = a.dtype if draw.chance(0.7) else draw.dtype(DTYPES if a.dtype != UINT8 else DTYPES[:3])
    return np.asarray(elements(draw, dtype, draw.pick([(), (draw.integer(0 if draw.chance(0.2) else 1, most),), (draw.integer(1, 3), 2)])))


def draw_put(draw):
    a, mode = draw.array(), draw.pick(MODES)
    positions = positions_in(draw, a.size, draw.shape(draw.integer(0, 2), 3), mode)
    values = values_for(draw, a)
    return written("put", mode=mode), [a, positions, values], lambda: changed(a, lambda c: np.put(c, positions, values, mode))


def mask_for(draw, a):
    shape = a.shape if draw.chance(0.8) else (a.size + draw.chance(0.2),)
    return draw.array(BOOL if draw.chance(0.7) else draw.dtype(DTYPES), shape)


def draw_putmask(draw):
    a = draw.array()
    mask, values = mask_for(draw, a), values_for(draw, a, 8)
    return "putmask", [a, mask, values], lambda: changed(a, lambda c: np.putmask(c, mask, values))


def draw_place(draw):
    a = draw.array()
    mask, values = mask_for(draw, a), values_for(draw, a, 8)
    return "place", [a, mask, values], lambda: changed(a, lambda c: np.place(c, mask, values))


def axis_or_none(draw, a, none=0.3):
    return None if draw.chance(none) else draw.axis(a.ndim)


def length_along(a, axis):
    return a.size if axis is None else a.shape[axis] if -a.ndim <= axis < a.ndim else 3


def draw_compress(draw):
    a = draw.array()
    axis = axis_or_none(draw, a)
    n = max(length_along(a, axis) + draw.pick([0, 0, 0, -1, -2, 1]), 0)
    condition = draw.array(BOOL if draw.chance(0.7) else draw.dtype(DTYPES), (n,) if draw.chance(0.95) else draw.shape())
    return written("compress", axis=axis), [a, condition], lambda: np.compress(condition, a, axis)


def draw_take(draw):
    a, mode = draw.array(), draw.pick(MODES)
    axis = axis_or_none(draw, a)
    positions = positions_in(draw, length_along(a, axis), draw.shape(draw.integer(0, 2), 3), mode)
    return written("take", axis=axis, mode=mode), [a, positions], lambda: np.take(a, positions, axis, mode=mode)


def alike(draw, shape):
    """An array whose shape is broadcast to a shape, or now and then does not fit."""
    if draw.chance(0.04):
        shape = draw.shape()
    shape = shape[draw.integer(0, len(shape)) if draw.chance(0.2) else 0 :]
    return tuple(1 if draw.chance(0.1) else n for n in shape)


def draw_choose(draw):
    mode, shape = draw.pick(MODES), draw.shape()
    count = draw.integer(0 if draw.chance(0.05) else 1, 5)
    dtype = draw.dtype(DTYPES)
    choices = [draw.array(dtype if draw.chance(0.7) else None, alike(draw, shape)) for _ in range(count)]
    far = 9 if mode != "raise" else draw.chance(0.08)
    numbers = draw.random.integers(-far, count + far + (count == 0), alike(draw, shape))
    numbers = np.asarray(numbers).astype(draw.pick([INT64] * 12 + [FLOAT64] + [UINT8, BOOL] * (count > 1 and mode == "clip")))
    return written("choose", mode=mode), [numbers, *choices], lambda: np.choose(numbers, choices, mode=mode)


def draw_select(draw):
    shape, count = draw.shape(), draw.integer(0 if draw.chance(0.05) else 1, 3)
    dtype = draw.dtype(DTYPES)
    wrong = draw.chance(0.04)
    conditions = [draw.array(BOOL if draw.chance(0.97) else None, alike(draw, shape)) for _ in range(count)]
    choices = [draw.array(dtype if draw.chance(0.7) else None, alike(draw, shape)) for _ in range(count + wrong)]
    if draw.chance(0.4):
        other = draw.array(dtype if draw.chance(0.7) else None, alike(draw, shape))
        call = written("select", count=count)
        return call, [*conditions, *choices, other], lambda: np.select(conditions, choices, other)
    shown, other = draw.scalar()
    result = np.result_type(*choices, other) if choices else FLOAT64
    if isinstance(other, int) and (not -(2**63) <= other < 2**63 or result == UINT8 and not 0 <= other < 256):
        return draw_select(draw)
    return written("select", count=count, value=shown), conditions + choices, lambda: np.select(conditions, choices, other)


def draw_block(draw):
    if draw.chance(0.3):
        shape = draw.shape()
        parts = [draw.array(shape=widened(draw, shape, -1)) for _ in range(draw.integer(0 if draw.chance(0.1) else 1, 3))]
        return "block", parts, lambda: np.block(parts)
    rows, columns = draw.integer(1, 3), draw.integer(1, 3)
    dtype = draw.dtype(DTYPES)
    heights, widths = ([draw.integer(1, 3) for _ in range(n)] for n in (rows, columns))
    more = draw.shape(draw.pick([0, 0, 0, 1]), 3)
    parts = [
        draw.array(dtype if draw.chance(0.8) else None, block_shape(draw, (*more, h, w))) for h in heights for w in widths
    ]
    return written("block", rows=rows, columns=columns), parts, lambda: np.block(
        [parts[r * columns : (r + 1) * columns] for r in range(rows)]
    )


def widened(draw, shape, axis):
    if not shape or draw.chance(0.1):
        return draw.shape()
    return (*shape[:axis], draw.integer(1, 3))


def block_shape(draw, shape):
    if draw.chance(0.03):
        return draw.shape()
    while shape and shape[0] == 1 and draw.chance(0.6):
        shape = shape[1:]
    return shape


def draw_broadcast_shapes(draw):
    whole = draw.shape()
    shapes = [alike(draw, whole) for _ in range(draw.integer(0 if draw.chance(0.1) else 1, 4))]
    shown = "/".join(",".join(map(str, shape)) or "()" for shape in shapes)
    return written("broadcast_shapes", shapes=shown or "-"), [], lambda: np.array(np.broadcast_shapes(*shapes), INT64)


FUNCTIONS = {
    "max": np.max,
    "sort": np.sort,
    "head": lambda line: line[:2],
    "outer": lambda line: line[:, None] == line[None, :2],
    "shorter": lambda line: line[: 1 + int(bool(line[0]))],
}


def draw_apply_along_axis(draw):
    a = draw.array()
    axis, of = draw.axis(a.ndim), draw.pick(list(FUNCTIONS))
    if -a.ndim <= axis < a.ndim and a.shape[axis] == 0:
        return draw_apply_along_axis(draw)
    if of in ("max", "sort") and a.dtype in (FLOAT32, FLOAT64):
        a = np.abs(np.nan_to_num(a)) + a.dtype.type(1)
    return written("apply_along_axis", of=of, axis=axis), [a], lambda: np.apply_along_axis(FUNCTIONS[of], axis, a)


def triangle(draw, op):
    n, k, m = draw.integer(-1 if draw.chance(0.1) else 0, 5), draw.integer(-6, 6), draw.integer(0, 5)
    k = draw.pick([-(2**31), 2**31 - 1]) if draw.chance(0.1) else k
    m = None if draw.chance(0.4) else m
    return written(op, n=n, k=k, m=m), [], lambda: getattr(np, op)(n, k, m)


def draw_tril_indices(draw):
    return triangle(draw, "tril_indices")


def draw_triu_indices(draw):
    return triangle(draw, "triu_indices")


def draw_extremes(draw):
    """Diagonals as far away as an int can say."""
    op, k = draw.pick(["tril", "triu", "eye", "tri"]), draw.pick([-(2**31), 2**31 - 1, -(2**31) + 1, 2**31 - 2])
    if op in ("eye", "tri"):
        n, m = draw.integer(0, 4), draw.integer(0, 4)
        return written(op, n=n, m=m, k=k), [], lambda: getattr(np, op)(n, m, k)
    a = draw.array(shape=draw.shape(draw.integer(1, 3)))
    return written(op, k=k), [a], lambda: getattr(np, op)(a, k)


def draw_lexsort(draw):
    shape = draw.shape(draw.integer(0, 3))
    shapes = [shape if draw.chance(0.97) else draw.shape() for _ in range(draw.integer(0 if draw.chance(0.05) else 1, 3))]
    keys = [few(draw, shape) for shape in shapes]
    axis = draw.axis(len(shape))
    return written("lexsort", axis=axis), keys, lambda: np.lexsort(keys, axis)


def few(draw, shape):
    """Elements of which many are equal."""
    if draw.chance(0.3):
        return draw.array(shape=shape)
    dtype = draw.dtype(DTYPES)
    return np.asarray(draw.random.integers(0, 3, shape)).astype(dtype)


def draw_flip(draw):
    a = draw.array()
    axes = tuple(draw.axis(a.ndim) for _ in range(draw.integer(0, 2)))
    return written("flip", axes=axes), [a], lambda: np.flip(a, axes)


def draw_flip_all(draw):
    a = draw.array()
    return "flip_all", [a], lambda: np.flip(a)


def draw_argsort_flat(draw):
    a = few(draw, draw.shape())
    return "argsort_flat", [a], lambda: np.argsort(a, None, kind="stable")


def draw_sort_flat(draw):
    a = few(draw, draw.shape())
    return "sort_flat", [a], lambda: np.sort(a, None, kind="stable")


def draw_partition_flat(draw):
    return nth(draw, "partition_flat")


def draw_argpartition_flat(draw):
    return nth(draw, "argpartition_flat")


def nth(draw, op):
    """The element at the position kth."""
    a = np.asarray(elements(draw, draw.dtype([BOOL, UINT8, INT64])))
    if a.size == 0:
        return nth(draw, op)
    kth = draw.integer(-a.size - draw.chance(0.1), a.size - 1 + draw.chance(0.1))
    return written(op, kth=kth), [a], lambda: np.partition(a, kth, None)[kth]


def draw_take_along_axis_flat(draw):
    a = draw.array()
    positions = positions_in(draw, a.size, draw.shape(1 if draw.chance(0.9) else 2, 4), "raise")
    return "take_along_axis_flat", [a, positions], lambda: np.take_along_axis(a, positions, None)


def draw_put_along_axis_flat(draw):
    a = draw.array()
    positions = positions_in(draw, a.size, draw.shape(1, 4), "raise")
    values = np.asarray(elements(draw, a.dtype, draw.pick([(), positions.shape, positions.shape])))
    write = lambda c: np.put_along_axis(c.reshape(-1), positions, values, 0)
    return "put_along_axis_flat", [a, positions, values], lambda: changed(a, write)


def large_shape(draw):
    """A shape that may have more elements than an array, or than an int64 can count."""
    return tuple(draw.pick([0, 2, 1000, 10**6, 2**31 - 1, 2**31 - 1]) for _ in range(draw.integer(1, 4)))


def draw_ravel_multi_index(draw):
    shape = large_shape(draw)
    positions = [np.array([draw.integer(0, max(n - 1, 0)) for _ in range(2)], INT64) for n in shape]
    return written("ravel_multi_index", shape=shape), positions, lambda: np.ravel_multi_index(tuple(positions), shape)


def draw_unravel_index(draw):
    shape = large_shape(draw)
    size = min(int(np.prod(np.array(shape, object))), 2**63 - 1)
    positions = np.array([draw.integer(0, max(size - 1, 0)) for _ in range(3)], INT64)
    return written("unravel_index", shape=shape), [positions], lambda: np.unravel_index(positions, shape)


def draw_sliding_window_view(draw):
    """Windows and axes that may fit neither each other nor the array."""
    a = draw.array()
    axes = tuple(draw.axis(a.ndim) for _ in range(draw.integer(0, 2)))
    window = tuple(-1 if draw.chance(0.05) else draw.integer(0, 4) for _ in range(len(axes) + draw.pick([0, 0, 0, 1])))
    call = written("sliding_window_view", window=window, axes=axes)
    return call, [a], lambda: np.lib.stride_tricks.sliding_window_view(a, window, axes)
