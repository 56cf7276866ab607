"""Records of sorting, searching, sets, statistics and cumulative functions.

A record is a call, the arrays that it takes and its results. A call is a function and its other arguments, name=value:
axes are joined by commas, an empty list of them is (), and what is not there is None in Python.
"""

import numpy as np

from drawing import NOT_FINITE
from indices import an_index, index_text
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, outcome, text, texts, words

CALL = ("call", "arrays joined by ;", "results joined by ;, or !error text")
NUMBERS = [INT64, FLOAT32, FLOAT64]


def written(name, **arguments):
    """The call in words. Only arguments that are there are written."""
    return words(name, *(f"{key}={shown(value)}" for key, value in arguments.items() if value is not None))


def shown(value):
    return (",".join(map(str, value)) or "()") if isinstance(value, tuple) else value


def record(call, arrays, function):
    def results():
        result = np.errstate(all="ignore")(function)()
        return list(result) if isinstance(result, tuple | list) else [result]

    return call, texts(arrays), outcome(results, texts)


def elements(draw, dtype=None, shape=None):
    """An array, often of few different elements, and often with NaN and zeros of both signs."""
    a = draw.array(dtype, shape)
    if draw.chance(0.4):
        if a.dtype == INT64:
            a = a % 5 - 2
        elif a.dtype in (FLOAT32, FLOAT64):
            few = [-1.5, -0.0, 0.0, 0.0, 2, 1e300 if a.dtype == FLOAT64 else 1e30, *NOT_FINITE]
            a = np.asarray(draw.random.choice(few, a.shape)).astype(a.dtype)
    return a


def finite(draw, dtype=None, shape=None, largest=1000):
    """An array of moderate numbers."""
    dtype = draw.dtype() if dtype is None else dtype
    shape = draw.shape() if shape is None else shape
    values = draw.random.normal(0, largest / 4, shape)
    low = 0 if dtype == UINT8 else -largest
    return np.clip(np.round(values) if draw.chance(0.5) else values, low, 255 if dtype == UINT8 else largest).astype(
        dtype
    )


def some_axes(draw, ndim, wrong=0.05):
    """Several axes, all of them (None), or now and then wrong ones."""
    if draw.chance(0.15):
        return None
    axes = [int(axis) - ndim * draw.chance(0.3) for axis in draw.random.permutation(ndim)]
    axes = axes[: draw.integer(0, ndim)]
    if axes and draw.chance(wrong):
        axes[0] = draw.pick([ndim, -ndim - 1, axes[-1]])
    return tuple(axes)


def axis_or_none(draw, ndim):
    return None if draw.chance(0.25) or ndim == 0 else draw.axis(ndim)


LONG = [(300, 5), (5, 300), (4, 9, 17), (3, 129, 2), (2, 3, 130), (130, 2, 3)]
REDUCTIONS = "sum prod mean max min var std any all".split()


def axes(draw):
    """Reductions over several axes, or none that keep all."""
    op = draw.pick(REDUCTIONS)
    dtype = draw.dtype([BOOL, INT64, FLOAT32, FLOAT64] if op in ("sum", "prod") else DTYPES)
    a = draw.array(dtype, draw.pick(LONG) if draw.chance(0.08) else None)
    reduced, keepdims = some_axes(draw, a.ndim), draw.chance(0.5)
    ddof = draw.pick([1, 2, 0.5, 30]) if op in ("var", "std") and draw.chance(0.5) else None
    more = {} if ddof is None else {"ddof": ddof}
    call = written(op, axes=reduced, keepdims=int(keepdims), ddof=ddof)
    return record(call, [a], lambda: getattr(a, op)(axis=reduced, keepdims=keepdims, **more))


VIEWED = [(5, 40), (130, 90), (4, 9, 17), (12, 30, 40), (3, 4, 5, 6), (2, 3, 50, 40)]


def axesview(draw):
    """The same of views with gaps, whose order in memory decides the order of sums, as in the records of views."""
    op = draw.pick("sum mean mean var std".split())
    dtype = draw.pick([FLOAT32, FLOAT64])
    seed, lengths = draw.integer(0, 999), draw.pick(VIEWED)
    whole = np.random.RandomState(seed).rand(*lengths).astype(dtype)
    slices = tuple(slice(None, None, draw.pick([None, None, None, 2, -1])) for _ in lengths)
    order = draw.random.permutation(len(lengths))
    a = whole[slices].transpose(order)
    reduced = tuple(sorted(int(axis) for axis in draw.random.permutation(a.ndim)[: draw.integer(2, a.ndim)]))
    while np.prod([a.shape[axis] for axis in range(a.ndim) if axis not in reduced]) > 150:
        reduced = tuple(range(a.ndim))
    call = written(op, axes=reduced, dtype=dtype, seed=seed, shape=lengths, order=tuple(order))
    return call, index_text(slices), text(getattr(np, op)(a, axis=reduced))


def sorting(draw):
    op = draw.pick(
        "sort sort argsort argsort searchsorted searchsorted nonzero argwhere flatnonzero count_nonzero count_nonzero "
        "take_along_axis put_along_axis unravel_index ravel_multi_index partition_errors ptp argmax argmin".split()
    )
    a = elements(draw)
    axis = draw.axis(a.ndim)
    match op:
        case "sort" | "argsort":
            if draw.chance(0.1):
                a = elements(draw, shape=draw.pick([(100,), (3, 60), (60, 3)]))
                axis = draw.axis(a.ndim)
            return record(written(op, axis=axis), [a], lambda: getattr(np, op)(a, axis=axis, kind="stable"))
        case "partition_errors":
            kth = draw.integer(-8, 8)
            if a.ndim and 0 not in a.shape and -a.shape[-1] <= kth < a.shape[-1] or a.ndim == 0:
                return sorting(draw)
            op = draw.pick(["partition", "argpartition"])
            return record(written(op, kth=kth), [a], lambda: getattr(np, op)(a, kth))
        case "searchsorted":
            ndim = draw.pick([1] * 12 + [0, 2])
            a = elements(draw, shape=draw.shape(ndim) if draw.chance(0.7) else (50,) * ndim)
            values = elements(draw) if draw.chance(0.5) else draw.array(a.dtype)
            side = draw.pick(["left", "right"])
            if draw.chance(0.3) and a.ndim == 1:
                sorter = np.argsort(a, kind="stable")
                sorter = draw.pick([sorter] * 5 + [sorter[1:], sorter + a.size, sorter.astype(FLOAT64), sorter[None]])
                arrays = [a, values, sorter]
                return record(
                    written(op, side=side), arrays, lambda: np.searchsorted(a, values, side=side, sorter=sorter)
                )
            a = np.sort(a, axis=-1) if a.ndim else a
            return record(written(op, side=side), [a, values], lambda: np.searchsorted(a, values, side=side))
        case "nonzero" | "argwhere" | "flatnonzero":
            if op == "nonzero" and a.ndim == 0 and draw.chance(0.8):
                return sorting(draw)
            return record(op, [a], lambda: getattr(np, op)(a))
        case "count_nonzero":
            some, keepdims = some_axes(draw, a.ndim), draw.chance(0.5)
            some = () if some is None and a.ndim == 0 else some
            if some is None:
                return record(op, [a], lambda: np.count_nonzero(a))
            call = written(op, axes=some, keepdims=int(keepdims))
            return record(call, [a], lambda: np.count_nonzero(a, axis=some, keepdims=keepdims))
        case "take_along_axis" | "put_along_axis":
            return along_axis(draw, op)
        case "unravel_index":
            shape = draw.shape()
            size = int(np.prod(shape))
            high = size + draw.chance(0.05)
            positions = draw.random.integers(-draw.chance(0.05), max(high, 1), draw.shape() if size else (0,))
            positions = positions.astype(draw.pick([INT64] * 20 + [UINT8, FLOAT32]))
            return record(written(op, shape=shape), [positions], lambda: np.unravel_index(positions, shape))
        case "ravel_multi_index":
            shape = draw.shape(draw.integer(1, 4))
            lengths, other = draw.shapes_to_broadcast()
            positions = [
                draw.random.integers(-draw.chance(0.02), max(n, 1) + draw.chance(0.03), draw.pick([lengths, other]))
                for n in shape
            ]
            positions = positions[: len(shape) - draw.chance(0.04)] or positions
            positions = [p.astype(draw.pick([INT64] * 40 + [UINT8, FLOAT32])) if np.all(p >= 0) else p for p in positions]
            call = written(op, shape=shape)
            return record(call, positions, lambda: np.ravel_multi_index(tuple(positions), shape))
        case "ptp":
            axis = axis_or_none(draw, a.ndim)
            return record(written(op, axis=axis), [a], lambda: np.ptp(a, axis=axis))
    return record(written(op, keepdims=1), [a], lambda: getattr(a, op)(keepdims=True))


def along_axis(draw, op):
    a = draw.array(shape=draw.shape(draw.pick([1, 2, 2, 3])))
    axis = draw.axis(a.ndim)
    n = a.shape[axis] if -a.ndim <= axis < a.ndim else 3
    lengths = [length + draw.chance(0.02) for length in a.shape]
    if -a.ndim <= axis < a.ndim:
        lengths[axis] = draw.integer(0, 4)
        other = draw.integer(0, a.ndim - 1)
        lengths[other] = 1 if draw.chance(0.2) else lengths[other]
    lengths = lengths[draw.chance(0.03) :]
    outside = 2 if n == 0 or draw.chance(0.03) else 0
    positions = draw.random.integers(-n - outside, max(n + outside, 1), lengths)
    if draw.chance(0.05):
        positions = positions.astype(draw.pick([FLOAT32, BOOL]))
    if op == "take_along_axis":
        return record(written(op, axis=axis), [a, positions], lambda: np.take_along_axis(a, positions, axis))
    shape = tuple(1 if draw.chance(0.2) else length for length in lengths)
    values = finite(draw, a.dtype, shape if draw.chance(0.95) else draw.shape())

    def changed():
        copy = a.copy()
        np.put_along_axis(copy, positions, values, axis)
        return copy

    return record(written(op, axis=axis), [a, positions, values], changed)


ALL = {"return_index": True, "return_inverse": True, "return_counts": True}


def sets(draw):
    """Which of two equal zeros stays is not compared."""
    op = draw.pick("unique unique unique_all unique_all isin intersect1d intersect1d_all union1d setdiff1d setxor1d".split())
    a = elements(draw)
    if op.startswith("unique"):
        if draw.chance(0.35):
            values = draw.random.integers(0, 2, draw.shape(draw.pick([1, 2, 2, 3]))).astype(draw.dtype())
            a = np.where(values == 1, np.nan, values).astype(values.dtype) if draw.chance(0.1) else values
            axis = draw.axis(a.ndim)
            more = ALL if op == "unique_all" else {}
            return record(written(op, axis=axis), [a], lambda: np.unique(a, axis=axis, **more))
        return record(op, [a], lambda: np.unique(a, **(ALL if op == "unique_all" else {})))
    b = elements(draw, a.dtype if draw.chance(0.6) else None)
    if draw.chance(0.5) and a.size:
        b = draw.random.choice(a.ravel(), b.shape)
    if op == "isin":
        invert = draw.chance(0.4)
        return record(written(op, invert=int(invert)), [a, b], lambda: np.isin(a, b, invert=invert))
    if op == "intersect1d_all":
        return record(op, [a, b], lambda: np.intersect1d(a, b, return_indices=True))
    if {a.dtype, b.dtype} == {INT64, FLOAT32} or {a.dtype, b.dtype} == {INT64, FLOAT64}:
        a, b = (np.where(np.abs(x) < 1e9, x, 7).astype(x.dtype) for x in (a, b))
    return record(op, [a, b], lambda: getattr(np, op)(a, b))


def statistics(draw):
    op = draw.pick(
        "median median percentile percentile percentile quantile quantile average average cov corrcoef histogram "
        "histogram histogram bincount bincount digitize".split()
    )
    if op in ("median", "percentile", "quantile"):
        return order_statistic(draw, op)
    if op == "average":
        return average(draw)
    if op in ("cov", "corrcoef"):
        shape = draw.pick([(5,), (3, 8), (2, 5), (1, 6), (0, 3), (3, 1), (2, 2, 2)])
        a = finite(draw, draw.dtype(NUMBERS), shape, largest=100)
        if draw.chance(0.3):
            b = finite(draw, draw.dtype(NUMBERS), shape if draw.chance(0.9) else (2, 4), largest=100)
            return record(op, [a, b], lambda: getattr(np, op)(a, b))
        rowvar = draw.chance(0.6)
        ddof = draw.pick([None, 0, 1, 2, 9]) if op == "cov" else None
        more = {} if ddof is None else {"ddof": ddof}
        call = written(op, rowvar=int(rowvar), ddof=ddof)
        return record(call, [a], lambda: getattr(np, op)(a, rowvar=rowvar, **more))
    if op == "histogram":
        return histogram(draw)
    if op == "bincount":
        return bincount(draw)
    bins = finite(draw, draw.dtype(), draw.shape(draw.pick([1] * 15 + [0, 2])), largest=10)
    if bins.ndim:
        bins = np.sort(bins)[:: draw.pick([1, 1, -1])]
    a = finite(draw, largest=12) if draw.chance(0.7) else elements(draw)
    if draw.chance(0.05) and bins.ndim:
        bins = draw.random.permutation(bins)
    right = draw.chance(0.5)
    return record(written(op, right=int(right)), [a, bins], lambda: np.digitize(a, bins, right))


def order_statistic(draw, op):
    a = elements(draw) if draw.chance(0.6) else finite(draw)
    if draw.chance(0.1):
        a = finite(draw, shape=draw.pick([(101,), (60,), (7, 50)]))
    some, keepdims = some_axes(draw, a.ndim), draw.chance(0.4)
    if some is None:
        keepdims = False
    elif len(some) != 1 and 0 in a.shape:
        return order_statistic(draw, op)  # refused there, since it reshapes to an unknown length
    more = {"axes": some, "keepdims": int(keepdims)} if some is not None else {}
    if op == "median":
        return record(written(op, **more), [a], lambda: np.median(a, axis=some, keepdims=keepdims))
    whole = 100 if op == "percentile" else 1
    function = getattr(np, op)
    if draw.chance(0.5):
        q = draw.pick([0.0, 0.25, 0.5, 1.0, 0.1, 0.9, round(draw.random.random(), 3)]) * whole
        q = draw.pick([-0.5, 2.0 * whole]) if draw.chance(0.03) else q
        return record(written(op, q=q, **more), [a], lambda: function(a, q, axis=some, keepdims=keepdims))
    q = draw.random.random(draw.pick([(1,), (3,), (2, 2), (), (0,), (1, 1, 1)] if draw.chance(0.3) else [(2,), (3,)]))
    q = np.asarray(q * whole).astype(draw.pick([FLOAT32, FLOAT64, FLOAT64, INT64]))
    return record(written(op, **more), [a, q], lambda: function(a, q, axis=some, keepdims=keepdims))


def average(draw):
    a = finite(draw)
    weights = finite(draw, draw.dtype(), a.shape, largest=9)
    some = None

    def averaged():
        try:
            return np.average(a, axis=some, weights=weights)
        except ZeroDivisionError as error:
            raise ValueError(error) from error

    if draw.chance(0.3):
        weights = weights if draw.chance(0.8) else draw.array(shape=draw.shape())
        return record("average", [a, weights], averaged)
    some = tuple(int(axis) for axis in draw.random.permutation(a.ndim)[: draw.integer(0, a.ndim)])
    if draw.chance(0.5):
        lengths = tuple(a.shape[axis] + draw.chance(0.03) for axis in some)
        weights = finite(draw, draw.dtype(), lengths, largest=9)
    return record(written("average", axes=some), [a, weights], averaged)


def histogram(draw):
    a = finite(draw, largest=draw.pick([5, 100]))
    a = draw.array() if draw.chance(0.15) else a
    if a.dtype == INT64 and draw.chance(0.1):
        a = draw.random.choice(draw.EXTREMES, a.shape)
    arrays, more = [a], {}
    bins = draw.integer(1, 12) if draw.chance(0.97) else 0
    arguments = {"bins": bins}
    if draw.chance(0.35):
        edges = np.sort(finite(draw, draw.dtype(DTYPES[1:]), draw.shape(draw.pick([1] * 12 + [2])), largest=10))
        edges = edges[..., ::-1] if draw.chance(0.05) else edges
        arrays.append(edges)
        arguments, bins = {}, edges
    elif draw.chance(0.4):
        low, high = sorted(round(float(v), 2) for v in draw.random.normal(0, 4, 2))
        low, high = draw.pick([(low, high)] * 10 + [(high, low), (low, low), (low, np.inf)])
        more["range"] = (float(low), float(high))
        arguments["range"] = more["range"]
    if draw.chance(0.3):
        shape = a.shape if draw.chance(0.95) else (3,)
        more["weights"] = finite(draw, draw.dtype(NUMBERS), shape, largest=20)
        if "bins" not in arguments:
            more["weights"] = np.round(more["weights"])  # the order of ties decides how they are rounded
        arrays.append(more["weights"])
        arguments["weights"] = 1
    if draw.chance(0.2):
        more["density"] = True
        arguments["density"] = 1
    return record(written("histogram", **arguments), arrays, lambda: np.histogram(a, bins, **more))


def bincount(draw):
    shape = draw.shape(draw.pick([1] * 20 + [0, 2]))
    a = draw.random.integers(-draw.chance(0.04), draw.pick([3, 20]), shape).astype(
        draw.pick([INT64] * 12 + [UINT8, UINT8, BOOL, FLOAT64])
    )
    if a.dtype == UINT8:
        a = a % 20
    more = {"minlength": draw.pick([0, 3, 25, -1])} if draw.chance(0.3) else {}
    if draw.chance(0.4):
        weights = finite(draw, shape=a.shape if draw.chance(0.94) else draw.shape(draw.pick([1, 2])), largest=9)
        return record(written("bincount", **more), [a, weights], lambda: np.bincount(a, weights, **more))
    return record(written("bincount", **more), [a], lambda: np.bincount(a, **more))


def nan(draw):
    op = draw.pick("nansum nanprod nanmean nanmax nanmin nanvar nanstd nanmedian nanargmax nanargmin".split())
    dtype = draw.dtype([BOOL, *NUMBERS, FLOAT32, FLOAT64, FLOAT64])
    a = finite(draw, dtype) if draw.chance(0.7) else elements(draw, dtype)
    if dtype in (FLOAT32, FLOAT64):
        missing = draw.random.random(a.shape) < draw.pick([0, 0.2, 0.5, 0.9])
        a = np.asarray(np.where(missing, np.nan, a)).astype(dtype)
    if draw.chance(0.05) and a.ndim > 1 and a.size:
        a[0] = np.nan if dtype in (FLOAT32, FLOAT64) else 0
    function = getattr(np, op)
    if op in ("nanargmax", "nanargmin"):
        axis = axis_or_none(draw, a.ndim)
        return record(written(op, axis=axis), [a], lambda: function(a, axis=axis))
    some, keepdims = some_axes(draw, a.ndim, wrong=0), draw.chance(0.4)
    if some is None or some == () or op == "nanmedian" and 0 in a.shape:
        return record(op, [a], lambda: function(a))
    ddof = draw.pick([1, 2, 0.5]) if op in ("nanvar", "nanstd") and draw.chance(0.5) else None
    more = {} if ddof is None else {"ddof": ddof}
    call = written(op, axes=some, keepdims=int(keepdims), ddof=ddof)
    return record(call, [a], lambda: function(a, axis=some, keepdims=keepdims, **more))


def calculus(draw):
    op = draw.pick("cumsum cumsum cumprod diff diff ediff1d gradient gradient gradient interp interp".split())
    a = elements(draw, draw.dtype([BOOL, *NUMBERS])) if draw.chance(0.5) else finite(draw)
    match op:
        case "cumsum" | "cumprod":
            a = a.astype(INT64) if a.dtype == UINT8 else a
            axis = axis_or_none(draw, a.ndim)
            return record(written(op, axis=axis), [a], lambda: getattr(np, op)(a, axis=axis))
        case "diff":
            n, axis = draw.pick([0, 1, 1, 1, 2, 3, -1]), draw.axis(a.ndim) if a.ndim else -1
            if n > 0 and a.ndim and draw.chance(0.3):
                ends = [finite(draw, a.dtype, draw.pick([(), a.shape])) for _ in "ab"]
                call = written(op, n=n, axis=axis)
                return record(
                    call, [a, *ends], lambda: np.diff(a, n=n, axis=axis, prepend=ends[0], append=ends[1])
                )
            return record(written(op, n=n, axis=axis), [a], lambda: np.diff(a, n=n, axis=axis))
        case "ediff1d":
            if draw.chance(0.4):
                ends = [finite(draw, draw.pick([a.dtype, INT64, FLOAT64]), draw.shape(1)) for _ in "ab"]
                return record(op, [a, *ends], lambda: np.ediff1d(a, to_end=ends[0], to_begin=ends[1]))
            return record(op, [a], lambda: np.ediff1d(a))
        case "gradient":
            return gradient(draw)
    return interpolation(draw)


def gradient(draw):
    a = finite(draw, shape=tuple(length + 1 for length in draw.shape(draw.pick([1, 1, 2, 3]))))
    axis = draw.integer(-a.ndim, a.ndim - 1)
    order = draw.pick([1, 1, 1, 2, 2] + [3] * draw.chance(0.2))
    if draw.chance(0.3):
        spacing = draw.pick([1.0, 2.0, 0.1, 1e-3])
        return record(written("gradient", spacing=spacing), [a], lambda: np.gradient(a, spacing))
    if draw.chance(0.4):
        spacing = draw.pick([1.0, 2.0, 0.1, 1e-3])
        call = written("gradient", spacing=spacing, axis=axis, edge_order=order)
        return record(call, [a], lambda: np.gradient(a, spacing, axis=axis, edge_order=order))
    n = a.shape[axis] + draw.chance(0.04)
    steps = draw.random.integers(1, 5, n) if draw.chance(0.7) else np.ones(n, INT64)
    points = (np.cumsum(steps) * draw.pick([1, 0.1])).astype(draw.pick([INT64, FLOAT32, FLOAT64, FLOAT64]))
    points = points[0] if draw.chance(0.1) and points[0] else points
    call = written("gradient", axis=axis, edge_order=order)
    return record(call, [a, points], lambda: np.gradient(a, points, axis=axis, edge_order=order))


def interpolation(draw):
    n = draw.integer(1, 8)
    points = np.sort(finite(draw, draw.dtype(NUMBERS), (n,), largest=8))
    values = finite(draw, draw.dtype(NUMBERS), (n + draw.chance(0.03),), largest=8)
    if draw.chance(0.2):
        values = elements(draw, FLOAT64, (n,))
    x = finite(draw, draw.dtype(), largest=10) if draw.chance(0.8) else elements(draw)
    if draw.chance(0.04):
        points, values = draw.pick([(points[None], values), (points[:0], values[:0]), (points, values[0])])
    arrays = [x, points, values]
    style = draw.random.random()
    if style < 0.4:
        return record("interp", arrays, lambda: np.interp(*arrays))
    if style < 0.7:
        left, right = -1.5, np.nan
        return record(
            written("interp", left=left, right=right), arrays, lambda: np.interp(*arrays, left=left, right=right)
        )
    period = draw.pick([3.0, 10.0, -4.0, 0.7] + [0.0] * draw.chance(0.1))
    if values.shape != points.shape or points.ndim != 1 or points.size == 0 or not np.isfinite(x).all():
        return interpolation(draw)
    order = np.sort(points % abs(period)) if period else points
    if period and np.any(order[1:] == order[:-1]):
        return interpolation(draw)
    return record(written("interp", period=period), arrays, lambda: np.interp(*arrays, period=period))


def accumulate(draw):
    """np.add.at(x, index, values) and its siblings."""
    op = draw.pick("add add subtract multiply divide maximum minimum".split())
    a = finite(draw, shape=draw.shape(draw.pick([1, 1, 2, 2, 3])))
    parts = an_index(draw, a.shape)
    if any(isinstance(part, np.ndarray) and part.dtype != BOOL and part.ndim == 0 for part in parts):
        return accumulate(draw)
    try:
        shape = np.shape(a[parts])
    except (IndexError, ValueError):
        return accumulate(draw)
    lengths = tuple(1 if draw.chance(0.15) else length for length in shape)
    values = finite(draw, shape=lengths if draw.chance(0.93) else (7,), largest=9)
    values = values[()] if draw.chance(0.1) and values.ndim == 0 else values
    # The conversion to uint8 of what it cannot hold depends on the processor.
    if a.dtype == UINT8 and values.dtype != UINT8 or op == "divide" and a.dtype in (BOOL, UINT8, INT64):
        return accumulate(draw)

    def changed():
        copy = a.copy()
        getattr(np, op).at(copy, parts, values)
        return copy

    return record(written(op, index=index_text(parts).replace(" ", "_")), [a, values], changed)


METHODS = """inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen weibull linear
    median_unbiased normal_unbiased lower higher midpoint nearest""".split()
RULES = "auto fd doane scott stone rice sturges sqrt".split()


def estimates(draw):
    """Quantiles by each method, histograms with as many bins as each rule finds, and grids of both kinds."""
    kind = draw.pick("percentile quantile quantile histogram histogram meshgrid".split())
    if kind == "histogram":
        return bins_by_rule(draw)
    if kind == "meshgrid":
        arrays = [draw.array(shape=(draw.integer(0, 4),)) for _ in range(draw.integer(1, 3))]
        indexing, sparse = draw.pick(["xy", "ij"]), draw.chance(0.5)
        call = written(kind, indexing=indexing, sparse=int(sparse))
        return record(call, arrays, lambda: np.meshgrid(*arrays, indexing=indexing, sparse=sparse))
    method = draw.pick(METHODS)
    a = elements(draw) if draw.chance(0.3) else finite(draw)
    if draw.chance(0.2):
        a = finite(draw, shape=draw.pick([(101,), (60,), (7, 50)]))
    if a.size == 0:
        return estimates(draw)
    some, keepdims = some_axes(draw, a.ndim, wrong=0), draw.chance(0.4)
    keepdims = keepdims and some is not None
    more = {"axes": some, "keepdims": int(keepdims)} if some is not None else {}
    whole = 100 if kind == "percentile" else 1
    function = getattr(np, kind)
    n = max(a.size, 2)
    if draw.chance(0.5):
        q = draw.pick([0.0, 0.25, 0.5, 1.0, 0.1, draw.integer(0, n) / n, round(draw.random.random(), 3)]) * whole
        call = written(kind, method=method, q=q, **more)
        return record(call, [a], lambda: function(a, q, axis=some, keepdims=keepdims, method=method))
    q = draw.random.random(draw.pick([(1,), (3,), (2, 2), ()])) if draw.chance(0.6) else np.array([0, 0.5, 1])
    q = np.asarray(q * whole).astype(draw.pick([FLOAT32, FLOAT64, FLOAT64]))
    call = written(kind, method=method, **more)
    return record(call, [a, q], lambda: function(a, q, axis=some, keepdims=keepdims, method=method))


def bins_by_rule(draw):
    rule = draw.pick(RULES)
    shape = draw.pick([(0,), (1,), (2,), (3, 4), (30,), (101,), (20, 30)])
    a = finite(draw, shape=shape, largest=draw.pick([5, 100, 1000]))
    if draw.chance(0.1):
        a = draw.array(shape=shape)
    if draw.chance(0.1):
        a[...] = 3
    if rule == "stone":
        a = draw.random.normal(0, 9, shape)  # where two numbers of bins are equally good, rounding decides
    more, arguments = {}, {}
    if draw.chance(0.3):
        low, high = sorted(round(float(v), 2) for v in draw.random.normal(0, 40, 2))
        more["range"] = arguments["range"] = draw.pick([(low, high)] * 9 + [(high, low), (low, np.inf)])
    return record(written("histogram", rule=rule, **arguments), [a], lambda: np.histogram(a, rule, **more))


MAKERS = [axes, axesview, sorting, sets, statistics, nan, calculus, accumulate, estimates]
