"""Draws records of functions that have one short name in NumPy and stand for a line of code: those that the library has, and
those for which the page of NumPy's functions shows the line (a recipe).

Half of the arrays are edge cases: negative numbers, zeros of both signs, NaN, infinities, integers, none, a scalar, two axes.

Not generated, because NumPy does otherwise than we want: matrices with NaN or infinities for matrix_rank and qr, bmat of other
arrays than matrices, and what elementwise.py says of logaddexp and of float16.
"""

import numpy as np

from drawing import NOT_FINITE
from elementwise import loses_digits
from kinds import table
from statistics_kinds import written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts

KINDS, kind = table()

EDGES = [
    np.array([-2.5, -1, -0.0, 0.0, 0.5, np.nan, np.inf, -np.inf]),
    np.array([[-0.0, np.nan, -3], [np.inf, 0, -np.inf]]),
    np.array([[0.0, -0.0], [-0.0, 0.0], [np.nan, np.nan]], FLOAT32),
    np.array([1e300, -1e-300, 5e-324, 1.0]),
    np.array([-(2**63), 2**63 - 1, -1, 0, 7]),
    np.array([[0, 255, 3], [128, 1, 0]], UINT8),
    np.array([True, False]),
    np.array([[-1, 0, 2], [3, -4, 5], [0, 0, 9]]),
    np.zeros((0,)),
    np.zeros((0, 3), FLOAT32),
    np.zeros((3, 0), INT64),
    np.array(-0.0),
    np.array(np.nan, FLOAT32),
    np.array(-7),
    np.array(True),
]


def any_array(draw):
    return draw.pick(EDGES).copy() if draw.chance(0.5) else draw.array()


def changed(a, function):
    """What a copy of the array is after a function has changed it."""
    copy = a.copy()
    function(copy)
    return copy


def record(draw, ops, module):
    """Draws one of the functions; each `draw_…` returns the call, the arrays and a function of no arguments."""
    op = draw.pick(ops)
    call, arrays, function = module[f"draw_{op}"](draw)
    with np.errstate(all="ignore"):
        result = outcome(function, write=lambda r: texts(r) if isinstance(r, tuple) else text(r))
        return call, texts(arrays), result


# Functions of the library


FUNCTIONS = (
    "extract extract copyto copyto copyto fill_diagonal fill_diagonal fill_diagonal diag_indices diag_indices_from ix_ ix_"
    " tril_indices_from triu_indices_from float_power float_power float_power logaddexp2 logaddexp2 logaddexp2"
    " matvec matvec matvec vecmat vecmat vecmat bmat clip"
).split()


@kind("call", "arrays joined by ;", "results joined by ;, or !error text")
def shorthands(draw):
    return record(draw, FUNCTIONS, globals())


def draw_extract(draw):
    a = any_array(draw)
    shape = a.shape if draw.chance(0.7) else (a.size + draw.integer(0, 2),)
    condition = draw.array(BOOL if draw.chance(0.6) else None, shape)
    return "extract", [condition, a], lambda: np.extract(condition, a)


def fitting(draw, shape):
    """An array that is broadcast to a shape, or now and then does not fit."""
    if draw.chance(0.08):
        shape = draw.shape()
    shape = shape[draw.integer(0, len(shape)) if draw.chance(0.3) else 0 :]
    shape = tuple(1 if draw.chance(0.15) else n for n in shape)
    return (1, *shape) if draw.chance(0.05) else shape


def draw_copyto(draw):
    a = any_array(draw)
    values = draw.array(a.dtype if draw.chance(0.6) else draw.dtype(DTYPES), fitting(draw, a.shape))
    if values.dtype.kind == "f" and a.dtype.kind != "f" and draw.chance(0.8):
        values = values.astype(a.dtype)
    if draw.chance(0.4):
        return "copyto", [a, values], lambda: changed(a, lambda c: np.copyto(c, values))
    where = draw.array(BOOL if draw.chance(0.93) else None, fitting(draw, a.shape))
    return "copyto", [a, values, where], lambda: changed(a, lambda c: np.copyto(c, values, where=where))


def cube(draw):
    n = draw.integer(0, 4)
    return draw.array(shape=(n,) * draw.integer(2, 4))


def draw_fill_diagonal(draw):
    a = draw.pick([cube, any_array, lambda d: d.array(shape=d.shape(2, 7))])(draw)
    if draw.chance(0.4):
        shown, value = draw.scalar()
        if not isinstance(value, int) or -(2**63) <= value < 2**63:
            if a.dtype.kind not in "iu" or not isinstance(value, float) or abs(value) < 2**31 or not np.isfinite(value):
                return written("fill_diagonal", value=shown), [a], lambda: changed(a, lambda c: np.fill_diagonal(c, value))
    dtype = a.dtype if draw.chance(0.6) else draw.dtype(DTYPES if a.dtype != UINT8 else DTYPES[:3])
    values = draw.array(dtype, draw.pick([(), (draw.integer(0, 5),), (2, 2)]))
    wrap = draw.chance(0.4)
    return written("fill_diagonal", wrap=int(wrap)), [a, values], lambda: changed(a, lambda c: np.fill_diagonal(c, values, wrap))


def draw_diag_indices(draw):
    n, ndim = draw.integer(-1, 4), draw.integer(1, 4)
    if draw.chance(0.3):
        return written("diag_indices", n=n), [], lambda: np.diag_indices(n)
    return written("diag_indices", n=n, ndim=ndim), [], lambda: np.diag_indices(n, ndim)


def draw_diag_indices_from(draw):
    a = cube(draw) if draw.chance(0.6) else any_array(draw)
    return "diag_indices_from", [a], lambda: np.diag_indices_from(a)


def draw_ix_(draw):
    arrays = [draw.array(draw.pick([INT64, INT64, BOOL]), (draw.integer(0, 4),)) for _ in range(draw.integer(1, 3))]
    if draw.chance(0.1):
        arrays.append(any_array(draw))
    return "ix_", arrays, lambda: np.ix_(*arrays)


def triangle_from(draw, op):
    a, k = any_array(draw) if draw.chance(0.5) else draw.array(shape=draw.shape(2)), draw.integer(-6, 6)
    if draw.chance(0.3):
        return op, [a], lambda: getattr(np, op)(a)
    return written(op, k=k), [a], lambda: getattr(np, op)(a, k)


def draw_tril_indices_from(draw):
    return triangle_from(draw, "tril_indices_from")


def draw_triu_indices_from(draw):
    return triangle_from(draw, "triu_indices_from")


def pair(draw):
    """Two arrays that are broadcast, or an array and a Python number."""
    if draw.chance(0.3):
        a = any_array(draw)
        shown, number = draw.scalar(False)
        return {"number": shown}, [a], (a, number)
    if draw.chance(0.3):
        a = any_array(draw)
        b = draw.pick([e for e in EDGES if e.shape in ((), a.shape)] + [draw.array(shape=a.shape)])
    else:
        a, b = (draw.array(shape=shape) for shape in draw.shapes_to_broadcast())
    return {}, [a, b], (a, b)


def draw_float_power(draw):
    more, arrays, (a, b) = pair(draw)
    if draw.chance(0.3) and len(arrays) == 2:
        arrays[1] = b = draw.pick([np.array(0.5), np.array([2.0]), np.array(-1), np.array(0.5, FLOAT32)])
    return written("float_power", **more), arrays, lambda: np.float_power(a, b)


def draw_logaddexp2(draw):
    more, arrays, (a, b) = pair(draw)
    if np.result_type(a, b) in (BOOL, UINT8) or loses_digits(a, b, np.logaddexp2):
        return draw_logaddexp2(draw)
    return written("logaddexp2", **more), arrays, lambda: np.logaddexp2(a, b)


def small(draw, dtype, shape):
    """Small integers of a dtype, whose products have sums without rounding, and now and then what is not finite."""
    a = np.asarray(draw.random.integers(0 if dtype in (BOOL, UINT8) else -9, 10, shape)).astype(dtype)
    if a.size and dtype.kind == "f" and draw.chance(0.2):
        a.flat[draw.integer(0, a.size - 1)] = draw.pick(NOT_FINITE)
    return a


def vector_product(draw, op):
    n, m = draw.integer(0 if draw.chance(0.15) else 1, 6), draw.integer(0 if draw.chance(0.1) else 1, 6)
    other = n + 1 if draw.chance(0.06) else n
    stack = draw.shape(draw.integer(0, 3), 3)
    others = fitting(draw, stack) if draw.chance(0.9) else (*stack, 4)
    dtype = draw.dtype(DTYPES)
    matrix = (*stack, m, n) if op == "matvec" else (*stack, n, m)
    vector = (*others, other)
    if draw.chance(0.2):
        matrix, vector = matrix[-2:], (*stack, other)
    if draw.chance(0.05):
        matrix, vector = draw.pick([(matrix[-1:], vector), (matrix, ()), ((), vector)])
    matrix, vector = small(draw, dtype, matrix), small(draw, dtype if draw.chance(0.6) else draw.dtype(DTYPES), vector)
    arrays = [matrix, vector] if op == "matvec" else [vector, matrix]
    return op, arrays, lambda: getattr(np, op)(*arrays)


def draw_matvec(draw):
    return vector_product(draw, "matvec")


def draw_vecmat(draw):
    return vector_product(draw, "vecmat")


def draw_bmat(draw):
    heights, widths = ([draw.integer(0 if draw.chance(0.1) else 1, 3) for _ in range(draw.integer(1, 3))] for _ in "rc")
    wrong = 1 if draw.chance(0.1) else 0
    dtype = draw.dtype(DTYPES)
    parts = [
        draw.array(dtype if draw.chance(0.8) else None, (h, w + (wrong if i == j == 0 else 0)))
        for i, h in enumerate(heights)
        for j, w in enumerate(widths)
    ]
    columns = len(widths)
    rows = [parts[i * columns : (i + 1) * columns] for i in range(len(heights))]
    return written("bmat", columns=columns), parts, lambda: np.asarray(np.bmat(rows))


def draw_clip(draw):
    a = any_array(draw)
    lower = draw.chance(0.5)
    bound = {"lower": int(lower)}
    if draw.chance(0.5):
        shown, number = draw.scalar()
        if isinstance(number, int) and not -(2**63) <= number < 2**63 or a.dtype == BOOL:
            return draw_clip(draw)
        return written("clip", number=shown, **bound), [a], lambda: np.clip(a, *((number, None) if lower else (None, number)))
    b = draw.array(shape=fitting(draw, a.shape))
    return written("clip", **bound), [a, b], lambda: np.clip(a, *((b, None) if lower else (None, b)))


# Recipes


RECIPES = (
    "ascontiguousarray base_repr binary_repr histogram_bin_edges histogram_bin_edges histogram_bin_edges unique_all unique_all"
    " add_at add_at add_at qr matrix_rank matrix_rank"
).split()


@kind("call", "arrays joined by ;", "results joined by ;, or !error text")
def recipes(draw):
    return record(draw, RECIPES, globals())


def draw_ascontiguousarray(draw):
    a = any_array(draw)
    return "ascontiguousarray", [a], lambda: np.ascontiguousarray(a)


def ascii(string):
    return np.frombuffer(string.encode(), UINT8)


def any_integer(draw):
    return draw.pick([0, 1, -1, -5, 255, 2**63 - 1, -(2**63), draw.integer(-99, 99), draw.integer(-(2**62), 2**62)])


def draw_base_repr(draw):
    x, base = any_integer(draw), draw.integer(2, 36)
    return written("base_repr", x=x, base=base), [], lambda: ascii(np.base_repr(x, base))


def draw_binary_repr(draw):
    x = any_integer(draw)
    return written("binary_repr", x=x), [], lambda: ascii(np.binary_repr(x))


def draw_histogram_bin_edges(draw):
    a = any_array(draw)
    if a.dtype == BOOL:
        a = a.astype(INT64)
    if a.dtype != UINT8 and draw.chance(0.7):
        a = np.nan_to_num(a, nan=3, posinf=5, neginf=-5) % a.dtype.type(1000)
    form = draw.pick(["number", "number", "rule", "edges"])
    if form == "number":
        bins = draw.integer(-1 if draw.chance(0.2) else 1, 6)
        return written("histogram_bin_edges", bins=bins), [a], lambda: np.histogram_bin_edges(a, bins)
    if form == "rule":
        rule = draw.pick("auto doane fd rice scott sqrt stone sturges".split())
        return written("histogram_bin_edges", rule=rule), [a], lambda: np.histogram_bin_edges(a, rule)
    edges = np.sort(draw.array(draw.pick([INT64, FLOAT64, FLOAT32]), (draw.integer(1, 5),)))
    return "histogram_bin_edges", [a, edges], lambda: np.histogram_bin_edges(a, edges)


def draw_unique_all(draw):
    a = any_array(draw)
    a = a if a.dtype.kind != "f" else a + 0  # of zeros of both signs, which one is kept is not specified
    return "unique_all", [a], lambda: tuple(np.unique_all(a))


def draw_add_at(draw):
    a = any_array(draw)
    if a.ndim == 0:
        index = ()
    elif draw.chance(0.3):
        index = (draw.array(BOOL, a.shape if draw.chance(0.9) else (2,)),)
    else:
        shape = draw.shape(draw.integer(0, 2), 4)
        far = draw.chance(0.1)
        index = tuple(
            np.asarray(draw.random.integers(-n - far, max(n + far, 1 - n), shape)) for n in a.shape[: draw.integer(1, a.ndim)]
        )
    try:
        target = a[index].shape
    except IndexError:
        target = ()
    values = draw.array(a.dtype if draw.chance(0.7) else None, target if draw.chance(0.6) else ())
    if draw.chance(0.04):
        values = draw.array(a.dtype, (7, 7))
    return "add_at", [a, values, *index], lambda: changed(a, lambda c: np.add.at(c, index, values))


def matrix(draw):
    """A matrix, or a stack of them, of random numbers, so that no result depends on a rounding error."""
    shape = (*draw.shape(draw.pick([0, 0, 1]), 3), draw.integer(1, 5), draw.integer(1, 5))
    return draw.random.standard_normal(shape).astype(draw.pick([FLOAT32, FLOAT64, FLOAT64]))


def draw_qr(draw):
    a = matrix(draw)
    return "qr", [a], lambda: np.linalg.qr(a, "r")


def draw_matrix_rank(draw):
    a = matrix(draw)
    if draw.chance(0.4):
        a = (a[..., :1] * draw.pick([1, -2, 0])) @ a[..., :1, :]
    if draw.chance(0.15):
        a = np.asarray(a * 9).astype(INT64)
    if draw.chance(0.15):
        a = a[..., :0, :]
    rtol = draw.pick([1e-3, 0.1, 0.3, 1.0, 2.0])
    return written("matrix_rank", rtol=rtol), [a], lambda: np.linalg.matrix_rank(a, rtol=rtol)
