"""Draws records of linear algebra: systems of equations, decompositions, eigenvalues, norms and products of vectors.

A result is rounded otherwise here than by LAPACK, so a record has a bound of the difference for each array: a small
factor times the number of elements, the precision and what the problem amplifies errors by (its condition, or the gap
between eigenvalues). The factor is 20. A vector whose sign is free is compared up to its sign. Not generated: problems whose answer the
rounding decides, such as matrices that are nearly singular, equal singular values, or eigenvalues that are complex.
"""

import numpy as np

from kinds import table
from statistics_kinds import written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts

KINDS, kind = table()

FACTOR = 20
SYSTEMS = "solve solve inv det slogdet cholesky matrix_power".split()
ORTHOGONAL = "qr svd svdvals lstsq lstsq pinv matrix_rank cond cond".split()
EIGEN = "eigh eigvalsh eig eigvals".split()
NORMS = "norm matrix_norm vector_norm vector_norm".split()
PRODUCTS = "multi_dot multi_dot cross cross vecdot vecdot matrix_transpose trace diagonal outer".split()
WORST = 1e8


class Unfit(Exception):
    """The rounding would decide the answer."""


def precision(*arrays):
    return 2.0**-23 if np.result_type(*arrays) == FLOAT32 else 2.0**-52


def wide(a):
    return np.asarray(a, FLOAT64)


def size(a):
    return float(np.abs(wide(a)).max(initial=0))


def matrices(draw, square=True, ndim=None):
    """A matrix or a stack of matrices, of numbers of one size, now and then without full rank."""
    ndim = draw.pick([2, 2, 2, 3, 3, 4]) if ndim is None else ndim
    stack = draw.shape(ndim - 2, 3)
    rows = draw.integer(0 if draw.chance(0.06) else 1, 7)
    columns = rows if square else draw.integer(0 if draw.chance(0.06) else 1, 7)
    if square and draw.chance(0.03):
        columns += 1
    return numbers(draw, (*stack, rows, columns))


def numbers(draw, shape, dtype=None):
    dtype = draw.dtype() if dtype is None else dtype
    n = int(np.prod(shape))
    if dtype == BOOL:
        elements = draw.random.random(n) < 0.5
    elif dtype == UINT8:
        elements = draw.random.integers(0, 10, n)
    elif dtype == INT64 or draw.chance(0.3):
        elements = draw.random.integers(-9, 10, n)
    else:
        elements = draw.random.standard_normal(n) * draw.pick([1, 1, 1e-5, 1e5])
    return np.asarray(elements).astype(dtype).reshape(shape)


def condition(a):
    """The condition of the worst matrix of a stack."""
    if a.size == 0 or a.ndim < 2:
        return 1.0
    worst = float(np.max(np.linalg.cond(wide(a))))
    if not worst < WORST / (1 if precision(a) < 1e-10 else 1e5):
        raise Unfit
    return worst


def gap(values):
    """The least distance between neighbours, relative to the largest."""
    values = np.sort(wide(values), axis=-1)
    if values.shape[-1] < 2 or values.size == 0:
        return 1.0
    largest = np.abs(values).max(axis=-1, keepdims=True)
    least = float(np.min(np.diff(values, axis=-1) / np.where(largest == 0, 1, largest)))
    if least < 1e-3:
        raise Unfit
    return least


def record(op, arrays, function, bounds=None, **arguments):
    """A call, its arrays, the bounds of its results, and these; bounds are a function of the results."""
    call = written(op, **arguments)
    with np.errstate(all="ignore"):
        try:
            results = function()
        except (ValueError, IndexError, TypeError):
            return call, texts(arrays), "-", outcome(function)
        results = results if isinstance(results, tuple) else (results,)
        results = tuple(np.asarray(r, INT64 if np.asarray(r).dtype == np.int32 else None) for r in results)
        limits = bounds(*results) if bounds else [0] * len(results)
    if not np.isfinite(limits).all():
        raise Unfit
    return call, texts(arrays), ",".join(f"{limit:.3g}" for limit in limits), texts(results)


@kind("call", "arrays joined by ;", "bounds joined by , or -", "results joined by ; or !error text")
def linear(draw):
    while True:
        op = draw.pick(SYSTEMS * 2 + ORTHOGONAL * 2 + EIGEN * 2 + NORMS + PRODUCTS)
        group = next(g for names, g in GROUPS if op in names)
        try:
            return group(draw, op)
        except Unfit:
            pass


def wrong(draw, op):
    """An array of too few axes, or a matrix that is not square."""
    a = numbers(draw, draw.pick([(), (3,), (2, 3), (2, 2, 3)]))
    call = lambda: getattr(np.linalg, op)(a)
    if not outcome(lambda: [call()], lambda results: "").startswith("!"):
        raise Unfit
    return record(op, [a], call)


def systems(draw, op):
    if op not in ("solve", "matrix_power") and draw.chance(0.04):
        return wrong(draw, op)
    a = matrices(draw)
    function = getattr(np.linalg, op)
    n = a.shape[-1]
    if a.size and a.shape[-1] == a.shape[-2] and draw.chance(0.05):
        a = a.copy()
        a[..., draw.integer(0, n - 1)] = 0
        if op in ("solve", "inv", "det", "slogdet"):
            b = numbers(draw, (n,))
            more = [b] if op == "solve" else []
            return record(op, [a, *more], lambda: tuple(function(a, *more)) if op == "slogdet" else function(a, *more), lambda *r: [0] * len(r))
        raise Unfit
    square = a.shape[-1] == a.shape[-2]
    amplified = FACTOR * max(n, 1) * precision(a) * (condition(a) if square else 1)
    match op:
        case "solve":
            b = right_side(draw, a)
            single = a.dtype == FLOAT32 and b.dtype == FLOAT32
            amplified = FACTOR * max(n, 1) * (2.0**-23 if single else 2.0**-52) * (condition(a) if square else 1)
            return record(op, [a, b], lambda: function(a, b), lambda x: [amplified * size(x)])
        case "inv":
            return record(op, [a], lambda: function(a), lambda x: [amplified * size(x)])
        case "det":
            return record(op, [a], lambda: function(a), lambda x: [amplified * size(x)])
        case "slogdet":
            return record(op, [a], lambda: tuple(function(a)), lambda s, x: [0, amplified * (1 + size(x))])
        case "cholesky":
            upper = draw.chance(0.3)
            if square and draw.chance(0.9):
                a = (wide(a) @ wide(a).swapaxes(-1, -2)).astype(a.dtype if a.dtype in (FLOAT32, FLOAT64) else FLOAT64)
                condition(a)
            elif square and a.size and np.linalg.eigvalsh((wide(a) + wide(a).swapaxes(-1, -2)) / 2).min() > -1e-3:
                raise Unfit
            amplified = FACTOR * max(n, 1) * precision(a) * (condition(a) if square else 1)
            return record(op, [a], lambda: function(a, upper=upper), lambda x: [amplified * size(x)], upper=int(upper))
    power = draw.pick([-2, -1, 0, 1, 2, 3, 5])
    if draw.chance(0.05):
        a = numbers(draw, draw.pick([(), (3,), (2, 3)]))
    if a.dtype == BOOL and power > 1:
        raise Unfit
    bounds = lambda x: [0 if x.dtype.kind in "iub" else FACTOR * 8 * max(n, 1) * precision(a) * (amplifier(a, power) if a.ndim > 1 and square else 1)]
    return record(op, [a], lambda: function(a, power), bounds, n=power)


def amplifier(a, power):
    if a.size == 0:
        return 1.0
    base = np.linalg.inv(wide(a)) if power < 0 else wide(a)
    largest = float(np.abs(base).sum(axis=-1).max())
    return max(largest, 1e-30) ** abs(power) * (condition(a) if power < 0 else 1)


def right_side(draw, a):
    n = a.shape[-1]
    other = n + 1 if draw.chance(0.05) else n
    stack = tuple(1 if draw.chance(0.3) else length for length in a.shape[:-2][draw.integer(0, a.ndim - 2) :])
    if draw.chance(0.04):
        stack = (*stack, 5)
    shape = draw.pick([(other,), (*stack, other, draw.integer(1, 4)), (*stack, other, draw.integer(1, 4)), ()])
    return numbers(draw, shape)


def orthogonal(draw, op):
    function = getattr(np.linalg, op)
    if op not in ("lstsq", "cond", "matrix_rank") and draw.chance(0.04):
        return wrong(draw, op)
    if op == "lstsq":
        return least_squares(draw)
    a = matrices(draw, square=op == "cond")
    k = max(min(a.shape[-2:]), 1)
    eps = FACTOR * max(a.shape[-2:], default=1) * precision(a)
    scale = size(a) * k
    match op:
        case "qr":
            mode = draw.pick(["reduced", "reduced", "complete"])
            c = full_rank_condition(a)
            if mode == "complete" and a.shape[-2] > a.shape[-1]:
                raise Unfit
            leading(a)
            return record(op, [a], lambda: tuple(function(a, mode)), lambda q, r: [eps * c, eps * scale * c], mode=mode)
        case "svd":
            full = draw.chance(0.5) and a.shape[-1] == a.shape[-2]
            s = np.linalg.svd(wide(a), compute_uv=False)
            distance = gap(s) if a.size else 1.0
            full_rank_condition(a)
            vectors = eps * k / distance
            return record(op, [a], lambda: tuple(function(a, full)), lambda u, s, vh: [vectors, eps * scale, vectors * full_rank_condition(a)], full=int(full))
        case "svdvals":
            return record(op, [a], lambda: function(a), lambda s: [eps * scale])
        case "pinv":
            c = full_rank_condition(a)
            return record(op, [a], lambda: function(a), lambda x: [eps * c * size(x) * k])
        case "matrix_rank":
            if draw.chance(0.1):
                a = numbers(draw, draw.pick([(), (3,)]))
            elif a.size and draw.chance(0.5):
                a = a.copy()
                a[..., draw.integer(0, a.shape[-1] - 1)] = 0
            if draw.chance(0.3):
                tol = draw.pick([0.5, 1e-3, 1e3])
                s = np.linalg.svd(wide(a), compute_uv=False) if a.ndim > 1 else np.ones(1)
                if a.size and (abs(s / tol - 1) < 1e-3).any():
                    raise Unfit
                return record(op, [a], lambda: function(a, tol), lambda x: [0], tol=tol)
            if a.ndim > 1 and a.size:
                s = np.linalg.svd(wide(a), compute_uv=False)
                ratio = s / np.where(s.max() == 0, 1, s.max())
                if ((ratio > 1e-18) & (ratio < 1e-5)).any():
                    raise Unfit
            return record(op, [a], lambda: function(a), lambda x: [0])
    order = draw.pick([None, 2, -2, 1, -1, np.inf, -np.inf, "fro", "nuc"])
    if order not in (None, 2, -2) and a.ndim > 1 and a.size and a.shape[-1] == a.shape[-2] and draw.chance(0.1):
        a = a.copy()
        a[..., 0] = 0
        if a.shape[-1] == 1:
            raise Unfit
        return record(op, [a], lambda: function(a, order), lambda x: [0], p=order)
    c = condition(a) if a.ndim > 1 and a.shape[-1] == a.shape[-2] else full_rank_condition(a)
    return record(op, [a], lambda: function(a, order), lambda x: [eps * c * size(x) * k], p=order)


def leading(a):
    """Each reflection of QR needs a column that is clearly not a combination of those before."""
    for k in range(1, min(a.shape[-2:]) + 1):
        full_rank_condition(a[..., :k])


def full_rank_condition(a):
    if a.size == 0:
        return 1.0
    s = np.linalg.svd(wide(a), compute_uv=False)
    worst = float((s[..., 0] / np.maximum(s[..., -1], 1e-300)).max())
    if not worst < WORST / (1 if precision(a) < 1e-10 else 1e5):
        raise Unfit
    return worst


def least_squares(draw):
    a = matrices(draw, square=False, ndim=draw.pick([2, 2, 2, 2, 2, 2, 1, 3]))
    rows = a.shape[0]
    other = rows + 1 if draw.chance(0.05) else rows
    b = numbers(draw, draw.pick([(other,), (other, draw.integer(1, 3)), (other, draw.integer(0, 3)), (other, 2, 2)]))
    arrays = [a, b]
    if a.ndim != 2 or b.ndim > 2:
        return record("lstsq", arrays, lambda: np.linalg.lstsq(a, b))
    c = full_rank_condition(a)
    both_single = a.dtype == FLOAT32 and b.dtype == FLOAT32
    eps = FACTOR * max(*a.shape, 1) * (2.0**-23 if both_single else 2.0**-52) * c
    if a.size == 0:
        return record("lstsq", arrays, lambda: np.linalg.lstsq(a, b), lambda x, r, k, s: [0, 10 * eps * size(b) ** 2 * max(rows, 1), 0, 0])

    def bounds(x, residuals, rank, s):
        return [eps * (size(x) + c * size(b) / max(size(s), 1e-300)), eps * (size(b) ** 2) * max(rows, 1), 0, eps * size(s)]

    return record("lstsq", arrays, lambda: np.linalg.lstsq(a, b), bounds)


def eigen(draw, op):
    function = getattr(np.linalg, op)
    if draw.chance(0.04):
        return wrong(draw, op)
    a = matrices(draw)
    if a.shape[-1] != a.shape[-2]:
        return record(op, [a], lambda: function(a))
    n = max(a.shape[-1], 1)
    eps = FACTOR * n * precision(a)
    if op in ("eigh", "eigvalsh"):
        uplo = draw.pick("LU")
        values = np.linalg.eigvalsh(wide(a), uplo)
        largest = size(values)
        if op == "eigvalsh":
            return record(op, [a], lambda: function(a, uplo), lambda w: [eps * largest], uplo=uplo)
        distance = gap(values)
        return record(op, [a], lambda: tuple(function(a, uplo)), lambda w, v: [eps * largest, eps * n / distance], uplo=uplo)
    if a.size and draw.chance(0.8):
        # Real eigenvalues that are well apart.
        values = draw.random.permutation(np.arange(1, n + 1)) * draw.pick([1, -1, 0.5])
        vectors = draw.random.standard_normal((n, n)) + 2 * np.eye(n)
        if np.linalg.cond(vectors) > 100:
            raise Unfit
        a = (vectors * values @ np.linalg.inv(vectors)).astype(FLOAT32 if a.dtype == FLOAT32 else FLOAT64)
    values, vectors = np.linalg.eig(wide(a))
    if np.iscomplexobj(values):
        raise Unfit
    distance = gap(values)
    c = np.linalg.cond(vectors).max() if a.size else 1.0
    if c > 1e4:
        raise Unfit
    eps = FACTOR * n * precision(a) * float(c)
    if op == "eigvals":
        return record(op, [a], lambda: function(a), lambda w: [eps * size(a) * n])
    return record(op, [a], lambda: tuple(function(a)), lambda w, v: [eps * size(a) * n, eps * n * c / distance])


def norms(draw, op):
    a = numbers(draw, draw.shape(), draw.dtype())
    order = draw.pick([2, 1, 3, -1, 0, 0.5, -2, np.inf, -np.inf])
    matrix = draw.pick(["fro", "nuc", 2, -2, 1, -1, np.inf, -np.inf, 3])
    keep = draw.chance(0.4)
    bounds = lambda x: [FACTOR * max(a.size, 1) * precision(a) * size(x)]
    rough = lambda x: [FACTOR * max(a.size, 1) * precision(a) * size(np.linalg.norm(wide(a).ravel()))]
    if op == "norm":
        named = draw.pick(["fro", "nuc"])
        if draw.chance(0.4):
            return record(op, [a], lambda: np.linalg.norm(a, named), rough, p=named)
        axes = draw.axis(a.ndim), draw.axis(a.ndim)
        return record(op, [a], lambda: np.linalg.norm(a, named, axes, keep), rough, p=named, axes=axes, keepdims=int(keep))
    if op == "matrix_norm":
        return record(op, [a], lambda: np.linalg.matrix_norm(a, ord=matrix, keepdims=keep), rough, p=matrix, keepdims=int(keep))
    if order < 0 and (a == 0).any():
        raise Unfit
    if draw.chance(0.3):
        return record(op, [a], lambda: np.linalg.vector_norm(a, ord=order), bounds, p=order)
    if a.ndim and draw.chance(0.5):
        axes = tuple(draw.axis(a.ndim) for _ in range(draw.integer(1, 3)))
        return record(op, [a], lambda: np.linalg.vector_norm(a, axis=axes, keepdims=keep, ord=order), bounds, p=order, axes=axes, keepdims=int(keep))
    axis = draw.axis(a.ndim)
    return record(op, [a], lambda: np.linalg.vector_norm(a, axis=axis, keepdims=keep, ord=order), bounds, p=order, axis=axis, keepdims=int(keep))


def products(draw, op):
    function = getattr(np.linalg, op)
    if op == "multi_dot":
        count = draw.integer(1 if draw.chance(0.1) else 2, 5)
        lengths = [draw.integer(1, 6) for _ in range(count + 1)]
        arrays = [numbers(draw, (i, k), FLOAT64 if draw.chance(0.7) else None) for i, k in zip(lengths, lengths[1:])]
        if draw.chance(0.3):
            arrays[0] = arrays[0][0]
        if draw.chance(0.3):
            arrays[-1] = arrays[-1][..., 0]
        if draw.chance(0.05):
            arrays[draw.integer(0, count - 1)] = numbers(draw, draw.shape(), FLOAT64)
        dtype = np.result_type(*arrays)
        if any(a.ndim == 0 for a in arrays) or dtype.kind == "b" or (dtype.kind != "f" and draw.chance(0.5)):
            raise Unfit
        scale = float(np.prod([max(size(a), 1e-300) * 7 for a in arrays]))
        eps = 2.0**-23 if any(a.dtype == FLOAT32 for a in arrays) else 2.0**-52
        return record(op, arrays, lambda: function(arrays), lambda x: [0 if x.dtype.kind != "f" else FACTOR * 10 * eps * scale])
    if op in ("cross", "vecdot"):
        first, second = (list(s) for s in draw.shapes_to_broadcast())
        axis = draw.pick([-1, -1, -1, draw.axis(max(len(first), 1))])
        k = 3 if op == "cross" else draw.integer(1, 6)
        for shape in (first, second):
            if draw.chance(0.97) and -len(shape) <= axis < len(shape):
                shape[axis] = k
        a, b = numbers(draw, tuple(first)), numbers(draw, tuple(second))
        if a.dtype == b.dtype == BOOL and op == "cross":
            raise Unfit
        call = lambda: function(a, b, axis=axis)
        return record(op, [a, b], call, lambda x: [0 if x.dtype.kind != "f" else FACTOR * 10 * max(precision(a, b), 0) * size(a) * size(b)], axis=axis)
    if op == "outer":
        a, b = (numbers(draw, (draw.integer(0, 5),)) for _ in "ab")
        return record(op, [a, b], lambda: function(a, b), lambda x: [0])
    a = numbers(draw, draw.shape())
    if op == "matrix_transpose":
        return record(op, [a], lambda: function(a), lambda x: [0])
    offset = draw.integer(-4, 4)
    if op == "trace" and a.dtype == UINT8:
        raise Unfit
    bounds = lambda x: [FACTOR * precision(a) * size(a) * 6 if x.dtype.kind == "f" else 0]
    return record(op, [a], lambda: function(a, offset=offset), bounds, offset=offset)


GROUPS = [(SYSTEMS, systems), (ORTHOGONAL, orthogonal), (EIGEN, eigen), (NORMS, norms), (PRODUCTS, products)]
