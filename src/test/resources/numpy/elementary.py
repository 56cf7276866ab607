"""Draws records of small functions: parts and signs of numbers, sets by the rule of the array API, the trapezoidal rule,
quantiles and running sums without NaN, limits of dtypes, frequencies, polynomials, and histograms of pairs.

Not generated, because NumPy does otherwise than we want: modf, fabs and heaviside of bool and uint8 (float16),
reciprocal and conjugate of bool (int8); nanquantile along several axes with quantiles of two axes (where NumPy mixes
the axes up).
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


# Sets, integrals, and what leaves out NaN

UNIQUE = ["unique_values", "unique_counts", "unique_inverse", "unique_all"]
CUMULATIVE = ["nancumsum", "nancumprod"]
QUANTILES = ["nanpercentile", "nanquantile"]
METHODS = """inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen weibull linear
    median_unbiased normal_unbiased lower higher midpoint nearest""".split()


@kind(*COLUMNS)
def withoutnan(draw):
    op = draw.pick(UNIQUE * 2 + ["trapezoid"] * 5 + CUMULATIVE * 2 + QUANTILES * 5)
    if op in UNIQUE:
        a = elements(draw)
        return called(op, [a], lambda: unique(op, a))
    if op in CUMULATIVE:
        a = elements(draw)
        axis = draw.axis(a.ndim) if draw.chance(0.7) else None
        dtype = INT64 if a.dtype == UINT8 else None
        return called(written(op, axis=axis), [a], lambda: getattr(np, op)(a, axis, dtype))
    return trapezoid(draw) if op == "trapezoid" else quantile(draw, op)


def unique(op, a):
    """In ascending order, which NumPy leaves open; of several NaN the places are those of the array."""
    if op == "unique_values":
        return np.sort(np.unique_values(a))
    result = getattr(np, op)(a)
    if op == "unique_inverse" and a.dtype.kind == "f" and np.isnan(a).sum() > 1:
        return result.values, np.unique_all(a).inverse_indices
    return tuple(result)


def trapezoid(draw):
    y = draw.array(shape=draw.shape(draw.pick([0, 1, 1, 2, 2, 2, 3])))
    axis = draw.axis(y.ndim) if draw.chance(0.6) else None
    given = {} if axis is None else {"axis": axis}
    if draw.chance(0.4):
        dx = draw.pick([None, 0.5, 2.0, -0.1, np.nan])
        given |= {} if dx is None else {"dx": dx}
        given |= {"dx": 1.0} if "axis" in given and dx is None else {}
        return called(written("trapezoid", **given), [y], lambda: np.trapezoid(y, **given))
    n = y.shape[-1 if axis is None else axis] if y.ndim and -y.ndim <= (axis or 0) < y.ndim else 3
    shape = draw.pick([(n,), (n,), y.shape, (n + 1,), y.shape[-1:], (2, *y.shape)])
    x = draw.array(draw.dtype([UINT8, INT64, FLOAT32, FLOAT64, y.dtype]), shape)
    return called(written("trapezoid", **given), [y, x], lambda: np.trapezoid(y, x, **given))


def quantile(draw, op):
    a = draw.array(draw.dtype([BOOL, UINT8, INT64, FLOAT32, FLOAT32, FLOAT64, FLOAT64, FLOAT64]))
    if a.dtype.kind == "f":
        nan = draw.random.random(a.shape) < draw.pick([0, 0.2, 0.5, 0.9, 1])
        a = np.where(nan, a.dtype.type(np.nan), np.where(np.abs(a) < 1e30, a, a.dtype.type(2)))
    method = None if draw.chance(0.4) else draw.pick(METHODS)
    axes, keepdims = None, None
    if draw.chance(0.6):
        axes = tuple(draw.axis(a.ndim) for _ in range(draw.pick([1, 1, 1, 2])))
        keepdims = int(draw.chance(0.4))
    high = 100 if op == "nanpercentile" else 1
    if draw.chance(0.04):
        high *= 2
    given = {"axis": axes, "keepdims": bool(keepdims)} | ({} if method is None else {"method": method})
    if draw.chance(0.5):
        q = draw.pick([0.0, high * 1.0, high / 2, high / 4, round(draw.random.random() * high, 3)])
        call = written(op, q=q, axes=axes, keepdims=keepdims, method=method)
        return called(call, [a], lambda: getattr(np, op)(a, q, **given))
    dtype = draw.pick([FLOAT64, FLOAT64, FLOAT32, INT64])
    q = np.asarray(draw.random.random(draw.pick([(), (1,), (3,), (0,), (2,) if axes and len(axes) > 1 else (2, 2)])) * high).astype(dtype)
    call = written(op, axes=axes, keepdims=keepdims, method=method)
    return called(call, [a, q], lambda: getattr(np, op)(a, q, **given))


# Limits and kinds of dtypes, and frequencies

EXPONENTS = "bits iexp machep maxexp minexp negep nexp nmant precision".split()
FLOATS = "eps epsneg max min resolution smallest_normal smallest_subnormal tiny".split()
KIND_NAMES = ["bool", "signed integer", "unsigned integer", "integral", "real floating", "complex floating", "numeric"]
FREQUENCIES = ["fftfreq", "rfftfreq"]
SHIFTS = ["fftshift", "ifftshift"]


@kind(*COLUMNS)
def limits(draw):
    op = draw.pick(["finfo", "iinfo", "can_cast", "can_cast", "isdtype", "isdtype"] + FREQUENCIES * 2 + SHIFTS * 2)
    dtype, other = draw.pick(DTYPES), draw.pick(DTYPES)
    if op in ("finfo", "iinfo"):
        return called(written(op, dtype=dtype), [], lambda: numbers(getattr(np, op)(dtype)))
    if op == "can_cast":
        casting = draw.pick([None, "no", "equiv", "safe", "same_kind", "same_kind", "unsafe"])
        call = written(op, casting=casting, **{"from": dtype, "to": other})
        return called(call, [], lambda: np.array(np.can_cast(dtype, other, casting or "safe")))
    if op == "isdtype":
        names = tuple(draw.pick(KIND_NAMES) for _ in range(draw.integer(1, 2)))
        call = written(op, dtype=dtype, kinds=tuple(name.replace(" ", "_") for name in names))
        return called(call, [], lambda: np.array(np.isdtype(dtype, names)))
    if op in FREQUENCIES:
        n, d = draw.pick([1, 2, 3, 7, 8, draw.integer(1, 40), -1, -4]), draw.pick([None, 1.0, 0.1, 1 / 3, -2.0, np.inf])
        return called(written(op, n=n, d=d), [], lambda: getattr(np.fft, op)(n, d or 1.0))
    a = draw.array(shape=draw.shape(draw.integer(1, 3)))
    axes = None if draw.chance(0.3) else tuple(draw.axis(a.ndim) for _ in range(draw.integer(1, 2)))
    return called(written(op, axes=axes), [a], lambda: getattr(np.fft, op)(a, axes))


def numbers(info):
    if isinstance(info, np.iinfo):
        return np.array([info.bits, info.min, info.max], INT64)
    return np.array([getattr(info, name) for name in EXPONENTS], INT64), np.array([float(getattr(info, name)) for name in FLOATS])


# Polynomials, and histograms of pairs


@kind("call", "arrays joined by ;", "bounds of the results' differences", "results joined by ;, or !error text")
def polynomials(draw):
    op = draw.pick(["polyfit", "polyfit", "polyfit_all", "polyval", "histogram2d", "histogram2d", "histogram2d"])
    if op == "polyval":
        p = draw.array(shape=draw.shape(draw.pick([0, 1, 1, 1, 1, 1, 2]), longest=4))
        x = draw.array(shape=p.shape[1:] if p.ndim > 1 else None)
        return bounded(called(op, [p, x], lambda: np.polyval(p, x)))
    return histogram2d(draw) if op == "histogram2d" else polyfit(draw, op)


def bounded(record, *bounds):
    call, arrays, results = record
    count = 1 if results.startswith("!") else results.count(";") + 1
    return call, arrays, ",".join(f"{bound:.3e}" for bound in (bounds or [0] * count)), results


def polyfit(draw, op):
    n, degree = draw.integer(1, 12), draw.pick([0, 1, 1, 2, 2, 3, 3, 4])
    dtype = draw.pick([FLOAT64, FLOAT64, FLOAT32, INT64, UINT8])
    spread = draw.random.permutation(12)[:n] if draw.chance(0.9) else draw.random.integers(0, 3, n)
    x = (spread * draw.pick([1, 1, 0.25, 7])).astype(dtype)
    shape = (n,) if draw.chance(0.7) else (n, draw.integer(1, 3))
    y = np.round(draw.random.normal(0, 10, shape), 2).astype(draw.pick([FLOAT64, FLOAT64, FLOAT32, INT64]))
    weights = np.round(draw.random.uniform(0.5, 2, n), 2) if op == "polyfit" and draw.chance(0.3) else None
    if op == "polyfit" and draw.chance(0.15):
        x, y, degree, weights = wrong(draw, x, y, degree, weights)
    arrays = [x, y] + ([] if weights is None else [weights])
    call = written(op, degree=degree)

    def fit():
        c, residuals, rank, s, rcond = np.polyfit(x, y, degree, full=True, w=weights)
        return c, residuals, np.array(rank, INT64), s, np.array(float(rcond))

    made = called(call, arrays, (lambda: (fit()[0],)) if op == "polyfit" else fit)
    return bounded(made) if made[2].startswith("!") else bounded(made, *errors(x, y, weights, fit())[: None if op == "polyfit_all" else 1])


def wrong(draw, x, y, degree, weights):
    return draw.pick(
        [
            (x, y, -1, weights),
            (x.reshape(1, -1), y, degree, weights),
            (x[:0], y, degree, weights),
            (x, y.reshape(-1)[0], degree, weights),
            (x, np.append(y, y, 0), degree, weights),
            (x, y, degree, np.ones((2, 2))),
            (x, y, degree, np.ones(len(x) + 1)),
        ]
    )


def errors(x, y, weights, fitted):
    """How far results may differ that another order of sums gives, by the condition of the problem."""
    c, _, rank, s, _ = fitted
    powers = np.vander(x + 0.0, len(c)) * (1 if weights is None else weights[:, None])
    scale = np.sqrt((powers * powers).sum(0)).astype(float)
    sides = (y + 0.0) * (1 if weights is None else weights if y.ndim == 1 else weights[:, None])
    condition, length = float(s[0]) / float(s[rank - 1]), 1 + np.linalg.norm(sides)
    eps = 1e-15 if c.dtype == FLOAT64 else 1e-6
    rounding = 0 if c.dtype == FLOAT64 else 1e-6
    worst = 100 * 1e-15 * condition**2 * length / scale.min() + rounding * np.abs(c).max()
    return worst, 100 * eps * condition * length**2, 0, 50 * eps * s[0], 0


def histogram2d(draw):
    n = draw.pick([0, 1, 5, 20, 20, 40])
    dtypes = draw.pick([BOOL, UINT8, INT64, FLOAT32, FLOAT64, FLOAT64]), draw.pick([UINT8, INT64, FLOAT32, FLOAT64, FLOAT64])
    x, y = (np.round(draw.random.normal(4, 3, n) * 4).clip(0) / 4 for _ in "xy")
    x, y = x.astype(dtypes[0]), y.astype(dtypes[1])
    if draw.chance(0.06):
        x, y = draw.pick([(x[:1], y), (x.reshape(1, -1), y[:1]), (x.reshape(-1, 1), y), (np.append(x, np.nan), np.append(y, y.dtype.type(0)))])
    weights = np.round(draw.random.normal(2, 1, n), 1) if draw.chance(0.3) else None
    given, call, arrays = {}, {}, [x, y]
    form = draw.pick(["", "bins", "two", "two", "range", "edges", "edges"])
    if form == "bins":
        given["bins"] = draw.pick([1, 2, 5, 0])
    elif form in ("two", "range"):
        given["bins"] = draw.integer(1, 6), draw.pick([1, 2, 3, 4, 4, 4, 0])
    elif form == "edges":
        given["bins"] = [np.sort(draw.random.integers(0, 12, draw.integer(1, 6))).astype(draw.pick(DTYPES[2:])) for _ in "xy"]
        if draw.chance(0.1):
            given["bins"][draw.integer(0, 1)] = draw.pick([np.array([3, 1, 2]), np.ones((2, 2)), np.array([1.0, 1.0, 2.0])])
        arrays += given["bins"]
    if form == "range":
        given["range"] = [draw.pick([(0, 5), (1.5, 8), (2, 2), (0, 5), (5, 0), (0, np.inf)]) for _ in "xy"]
        call = {"xrange": tuple(map(float, given["range"][0])), "yrange": tuple(map(float, given["range"][1]))}
        given["range"] = [call["xrange"], call["yrange"]]
    call |= {"bins": given["bins"] if form in ("bins", "two", "range") else None, "edges": int(form == "edges") or None}
    density = weights is None and draw.chance(0.2)
    if weights is not None and form in ("two", "edges"):
        given["weights"] = weights
        arrays += [weights]
    call |= {"density": int(density) or None, "weights": int("weights" in given) or None}
    return bounded(called(written("histogram2d", **call), arrays, lambda: np.histogram2d(x, y, density=density, **given)))
