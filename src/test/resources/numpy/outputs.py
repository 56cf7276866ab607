"""Draws records of the arguments out, initial and where: of reductions, and of functions that go element by element."""

import itertools
import re

import numpy as np

from kinds import table
from statistics_kinds import elements, finite, some_axes, written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, escape, outcome, text, texts

KINDS, kind = table()

REDUCTIONS = "sum sum prod mean max min var std any all".split()
WITH_INITIAL = "sum prod max min".split()
LAYOUTS = "C F step".split()


def placed(array, layout):
    """A copy of the array in C order, in Fortran's, or with gaps between the elements of its rows."""
    array = np.asarray(array)
    if layout == "step" and array.ndim:
        wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
        wide[..., ::2] = array
        return wide[..., ::2]
    return np.asarray(array, order="F" if layout == "F" else "C").copy(order="K")


def an_output(draw, a, op, axes, keepdims):
    """An array of zeros for the result, now and then of a wrong shape."""
    shape = np.zeros(a.shape)
    try:
        shape = np.any(shape, axis=axes, keepdims=keepdims).shape
    except (ValueError, IndexError):
        shape = draw.shape()
    if draw.chance(0.06):
        shape = draw.pick([draw.shape(), tuple(n + draw.chance(0.4) for n in shape), (*shape, 1), (1,) * len(shape)])
    # What of a float uint8 cannot hold depends on the processor.
    dtypes = DTYPES if a.dtype in (BOOL, INT64) else [BOOL, INT64, FLOAT32, FLOAT64]
    return np.zeros(shape, draw.pick([*dtypes, a.dtype, FLOAT64, FLOAT32]))


def a_mask_shape(draw, shape):
    return tuple(1 if draw.chance(0.25) else n for n in shape[draw.integer(0, len(shape)) if draw.chance(0.3) else 0 :])


def fits(initial, dtype):
    """Whether the conversion to an integer does not depend on the processor."""
    return isinstance(initial, int) or dtype not in (UINT8, INT64) or abs(initial) < 2**31 and not np.isnan(initial)


def result(array):
    """The sum of uint8 is int64 here."""
    array = np.asarray(array)
    return array.astype(INT64) if array.dtype == np.uint64 else array




@kind("call", "array; mask; output", "result or !error text")
def options(draw):
    op = draw.pick(REDUCTIONS)
    a = elements(draw)
    axes, keepdims = some_axes(draw, a.ndim), draw.chance(0.4)
    if op == "prod" and a.dtype in (FLOAT32, FLOAT64):
        a = finite(draw, a.dtype, a.shape, 8)
    arguments, arrays, shown = {}, {}, [a]
    if draw.chance(0.65):
        arrays["where"] = draw.array(BOOL, a_mask_shape(draw, a.shape))
        if draw.chance(0.05):
            arrays["where"] = draw.pick([draw.array(BOOL), draw.array(INT64, a.shape)])
    if draw.chance(0.5):
        arrays["out"] = an_output(draw, a, op, axes, keepdims)
    number = None
    if draw.chance(0.6 if op in WITH_INITIAL else 0.02):
        number, arguments["initial"] = draw.scalar()
        loop = np.promote_types(arrays["out"].dtype, a.dtype) if "out" in arrays else a.dtype
        if not fits(arguments["initial"], loop) or op in ("sum", "prod") and a.dtype == UINT8 and "out" not in arrays:
            return options(draw)
    ddof = draw.pick([1, 2, 0.5]) if draw.chance(0.5 if op in ("var", "std") else 0.02) else None
    more = {} if ddof is None else {"ddof": ddof}
    call = written(op, axes=axes, keepdims=int(keepdims), initial=number, ddof=ddof, **{key: 1 for key in arrays})
    with np.errstate(all="ignore"):
        done = outcome(lambda: getattr(a, op)(axis=axes, keepdims=keepdims, **arguments, **arrays, **more), lambda r: text(result(r)))
    if "float16" in done:
        return options(draw)
    return call, texts([a, *arrays.values()]), done


SHAPES = [(5, 40), (130, 90), (4, 9, 17), (12, 30, 40), (3, 4, 5, 6), (2, 3, 50, 40), (20000,), (9000, 3), (3, 9000)]
SHAPES += [(2, 70, 130), (100, 100, 2), (300,), (9,), (129,), (2, 3, 4, 5, 6)]


def drawn(seed, shape, dtype, op):
    """Numbers whose products stay in range."""
    numbers = np.random.RandomState(seed).rand(*shape)
    if op == "prod":
        numbers = 0.99 + numbers * 0.02
    elif dtype in (INT64, UINT8):
        numbers = numbers * 200
    return (numbers < 0.5) if dtype == BOOL else numbers.astype(dtype)


@kind("call of an array and a mask from a seed", "result")
def optionsview(draw):
    """The same of longer arrays with gaps and of other orders, where the order of a sum shows in its last bits."""
    op = draw.pick("sum sum sum prod mean mean var std max".split())
    dtype = draw.pick([FLOAT32, FLOAT64] * 3 + [INT64, UINT8, BOOL])
    seed, lengths = draw.integer(0, 999), draw.pick(SHAPES)
    steps = tuple(draw.pick([1, 1, 1, 2, -1]) for _ in lengths)
    order = tuple(int(axis) for axis in draw.random.permutation(len(lengths)))
    whole = drawn(seed, lengths, dtype, op)
    a = whole[tuple(slice(None, None, step) for step in steps)].transpose(order)
    some = tuple(sorted(int(axis) for axis in draw.random.permutation(a.ndim)[: draw.integer(1, a.ndim)]))
    while np.prod([a.shape[axis] for axis in range(a.ndim) if axis not in some]) > 150:
        some = tuple(range(a.ndim))
    arguments, more = {}, {}
    if draw.chance(0.8):
        mask = a_mask_shape(draw, a.shape)
        more |= {"mask": mask, "density": draw.pick([0.1, 0.5, 0.9, 0.999]), "masked": draw.pick(LAYOUTS)}
        arguments["where"] = placed(np.random.RandomState(seed + 1).rand(*mask) < more["density"], more["masked"])
    if op in WITH_INITIAL and (draw.chance(0.4) or op == "max"):
        more["initial"], arguments["initial"] = draw.pick([("f:0.1", 0.1), ("i:3", 3), ("f:-0.0", -0.0)])
    keepdims = draw.chance(0.3)
    if draw.chance(0.5) or dtype == UINT8:
        into = draw.pick([FLOAT32, FLOAT64, FLOAT64, INT64, dtype])
        into = INT64 if into == BOOL else into
        into = FLOAT64 if op == "std" and into in (INT64, UINT8) else into
        into = INT64 if into == UINT8 and op in ("mean", "var") else into
        more |= {"into": into, "placed": draw.pick(LAYOUTS)}
        arguments["out"] = placed(np.zeros(np.any(a, axis=some, keepdims=keepdims).shape, into), more["placed"])
    call = written(op, axes=some, keepdims=int(keepdims), dtype=dtype, seed=seed, shape=lengths, steps=steps, order=order, **more)
    with np.errstate(all="ignore"):
        return call, text(result(getattr(a, op)(axis=some, keepdims=keepdims, **arguments)))


UNARY = """abs sign square negative sqrt exp log sin cos tanh invert tan arcsin arccos arctan deg2rad rad2deg radians degrees sinh
    cosh arcsinh arccosh arctanh expm1 exp2 log2 log10 log1p cbrt floor ceil trunc fix rint reciprocal positive fabs signbit
    conj isnan isfinite isinf isposinf isneginf logical_not""".split()
BINARY = """power arctan2 hypot logaddexp fmod fmax fmin copysign nextafter heaviside maximum minimum floor_divide remainder greater
    greater_equal less less_equal equal not_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor
    add subtract multiply divide logaddexp2 left_shift right_shift""".split()
ALL = [*UNARY, *BINARY]
OTHERS = "cumsum cumprod argmax argmin clip clip".split()


@kind("call", "arrays, the last of which is the output", "result or !error text")
def outputs(draw):
    op = draw.pick(UNARY + BINARY + OTHERS * 3)
    if op in OTHERS[:4]:
        return along(draw, op)
    shapes = draw.shapes_to_broadcast()
    arrays = [finite(draw, shape=shape, largest=9) if draw.chance(0.5) else elements(draw, shape=shape) for shape in shapes]
    if op in UNARY:
        arrays = arrays[:1]
    bounds = {}
    if op == "clip":
        arrays = [arrays[0], *(finite(draw, largest=9, shape=draw.pick([(), arrays[0].shape])) for _ in "ab")]
        bounds = {key: int(draw.chance(0.7)) for key in ("min", "max")}
        arrays = [a for a, there in zip(arrays, [1, *bounds.values()]) if there]
    try:
        shape = np.broadcast_shapes(*(a.shape for a in arrays))
    except ValueError:
        shape = draw.shape()
    shape = draw.shape() if draw.chance(0.06) else (2, *shape) if draw.chance(0.08) else shape
    before = np.zeros(shape, draw.pick([*DTYPES, FLOAT32, FLOAT64, FLOAT64, arrays[0].dtype]))

    def call():
        if op == "clip":
            rest = iter(arrays[1:])
            low, high = (next(rest) if bounds[key] else None for key in ("min", "max"))
            return np.clip(arrays[0], low, high, out=before.copy())
        return getattr(np, op)(*arrays, out=before.copy())

    with np.errstate(all="ignore"):
        done = outcome(call)
    if computes_in_few_bits(op, arrays, done):
        return outputs(draw)
    return written(op, **bounds), texts([*arrays, before]), done


def computes_in_few_bits(op, arrays, done):
    """Whether NumPy takes a loop of 8 or 16 bits that is not there here, as for bool and uint8."""
    if re.search(r"\b(float16|int8|uint16)\b", done) or "bool" in done and "not supported" in done:
        return True
    if op in ("sign", "conj") and arrays[0].dtype == BOOL or op in ("sigmoid", "softmax") and arrays[0].dtype == UINT8:
        return True
    small = {a.dtype for a in arrays} <= {BOOL, UINT8} and not done.startswith("!") and op in ALL
    with np.errstate(all="ignore"):
        return small and np.asarray(getattr(np, op)(*arrays)).dtype not in DTYPES


def other_shape(op, a, axis, before, done):
    """Whether NumPy accepts an output of another shape, as it does now and then if elements are converted."""
    expected = (a.size,) if axis is None else a.shape
    return op.startswith("cum") and not done.startswith("!") and before.shape != expected


def along(draw, op):
    a = elements(draw) if draw.chance(0.5) else finite(draw)
    axis = None if draw.chance(0.3) else draw.axis(a.ndim)
    if a.ndim == 0:
        return outputs(draw)
    keepdims = draw.chance(0.4) and op.startswith("arg") and axis is not None
    more = {"keepdims": keepdims} if op.startswith("arg") else {}
    try:
        shape = getattr(np, op)(a, axis=axis, **more).shape
    except (ValueError, IndexError):
        shape = draw.shape()
    if draw.chance(0.08):
        shape = draw.pick([draw.shape(), tuple(n + draw.chance(0.4) for n in shape)])
    before = np.zeros(shape, draw.pick([*DTYPES, INT64, a.dtype]))
    with np.errstate(all="ignore"):
        done = outcome(lambda: getattr(np, op)(a, axis=axis, out=before.copy(), **more))
    if "remapped to" in done or "Iterator input" in done or other_shape(op, a, axis, before, done):
        return outputs(draw)
    return written(op, axis=axis, keepdims=int(keepdims)), texts([a, before]), done


FORMULAS = {
    "dot": np.dot,
    "round": lambda a, out: np.round(a, 1, out=out),
    "take": lambda a, positions, out: np.take(a, positions, axis=0, out=out),
    "clip": lambda a, low, high, out: np.clip(a, low, high, out=out),
    "sigmoid": lambda a, out: np.divide(1, 1 + np.exp(-a), out=out),
    "softmax": lambda a, out: np.divide(e := np.exp(a - a.max(-1, keepdims=True)), e.sum(-1, keepdims=True), out=out),
    "where": lambda a, x, y, out: np.positive(np.where(a, x, y), out=out),
}
NOT_NUMPYS = "sigmoid softmax where".split()
OPERANDS = {"dot": 2, "clip": 3, "where": 3}
ALONG = """cumsum cumprod sum prod mean max min var std any all ptp argmax argmin nansum nanprod nanmean nanargmax
    nanargmin""".split()
KINDS_OF_OUTPUTS = itertools.product([*ALL, *FORMULAS, *ALONG], DTYPES, DTYPES)


@kind("call", "arrays, the last of which is the output", "result or !error text")
def outputdtypes(draw):
    """Each function that takes an output, with a first operand and an output of each dtype, in turn."""
    for op, dtype, into in KINDS_OF_OUTPUTS:
        count = 2 if op in BINARY else OPERANDS.get(op, 1)
        arrays = [small(draw, dtype if i == 0 or draw.chance(0.6) else draw.dtype(DTYPES)) for i in range(count)]
        if op in ALL and draw.chance(0.5):
            arrays[0] = elements(draw, dtype, (5,))
        if op == "dot":
            arrays = [np.floor(a).astype(a.dtype) for a in arrays]  # OpenBLAS adds in another order
        if op == "take":
            arrays.append(np.array([2, 0, 4]))
        reduced = op == "dot" or op in ALONG and not op.startswith("cum")
        before = np.zeros(() if reduced else (3,) if op == "take" else (5,), into)
        along = {"axis": 0} if op in ALONG else {}
        bounds = {"min": 1, "max": 1} if op == "clip" else {}
        function = FORMULAS.get(op) or getattr(np, op)
        with np.errstate(all="ignore"):
            done = outcome(lambda: function(*arrays, out=before.copy(), **along))
        # The formulas are no functions of NumPy's, which would name them in errors.
        if not computes_in_few_bits(op, arrays, done) and not (op in NOT_NUMPYS and done.startswith("!")):
            return written(op, **along, **bounds), texts([*arrays, before]), done
    raise ValueError("there are no more records of this kind")


def small(draw, dtype):
    """Five numbers that every dtype can hold."""
    numbers = draw.random.uniform(0, draw.pick([1, 9]), 5)
    return (numbers < 0.5).astype(dtype) if dtype == BOOL else numbers.astype(dtype)
