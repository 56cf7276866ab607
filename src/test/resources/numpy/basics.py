"""Draws records of the functions that create, copy, choose and turn, and of what an array says of itself; and of the
states of random generators.
"""

import functools
import operator

import numpy as np

from kinds import table
from statistics_kinds import elements, finite, written
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, outcome, text, texts, words

KINDS, kind = table()

FILLED = "zeros ones full zeros_like ones_like fill".split()
ATTRIBUTES = "ndim shape size".split()
CHOOSING = "take take compress extract".split()
TURNING = "copy fliplr flipud broadcast_to broadcast_to sliding_window_view sliding_window_view".split()
OTHERS = "fromfunction promote_types ndindex partition argpartition writeable i0 i0".split()
WRITEABLE = {
    "copy": np.copy,
    "transpose": np.transpose,
    "diagonal": np.diagonal,
    "broadcast_to": lambda a: np.broadcast_to(a, (2, *a.shape)),
    "sliding_window_view": lambda a: np.lib.stride_tricks.sliding_window_view(a, a.shape),
}


def memory(result, a):
    """v for a view of the array, c for a copy, - where it cannot be told."""
    return "-" if result.size == 0 else "v" if np.shares_memory(result, a) else "c"


def record(call, arrays, function):
    """The outcome of a function of the arrays, and whether it shares memory with the first of them."""
    with np.errstate(all="ignore"):
        result = outcome(function)
        seen = "-" if result.startswith("!") or not arrays else memory(np.asarray(function()), arrays[0])
    return call, texts(arrays), result, seen


@kind("call", "arrays joined by ;", "result or !error text", "v(iew), c(opy) or -")
def basics(draw):
    op = draw.pick(FILLED * 2 + ATTRIBUTES + CHOOSING * 2 + TURNING * 2 + OTHERS)
    if op in FILLED:
        return filled(draw, op)
    if op in CHOOSING:
        return choosing(draw, op)
    if op in TURNING:
        return turning(draw, op)
    if op in ATTRIBUTES:
        a = draw.array()
        return op, text(a), text(np.array(getattr(np, op)(a), INT64)), "-"
    return other(draw, op)


def fits(number, dtype):
    """Whether the conversion does not depend on the processor. Integers that do not fit are errors everywhere."""
    return isinstance(number, int) or dtype in (FLOAT32, FLOAT64) or dtype == BOOL or abs(number) < 2**62 and (dtype == INT64 or -1 < number < 256)


def filled(draw, op):
    dtype = draw.dtype(DTYPES)
    shape = draw.shape()
    if op in ("zeros", "ones", "full") and draw.chance(0.05):
        shape = (*shape, -1)
    if op in ("zeros", "ones"):
        call = written(op, dtype=dtype, shape=shape)
        return record(call, [], lambda: getattr(np, op)(shape, dtype))
    if op in ("zeros_like", "ones_like"):
        a = draw.array()
        dtype = None if draw.chance(0.4) else dtype
        return record(written(op, dtype=dtype), [a], lambda: getattr(np, op)(a, dtype))
    shown, number = draw.scalar()
    if not fits(number, dtype):
        return filled(draw, op)
    if op == "full":
        call = written(op, dtype=dtype, value=shown, shape=shape)
        return record(call, [], lambda: np.full(shape, number, dtype))

    a = draw.array(dtype)

    def changed():
        copy = a.copy()
        copy.fill(number)
        return copy

    call, arrays, result, _ = record(written(op, value=shown), [a], changed)
    return call, arrays, result, "-"


def choosing(draw, op):
    a = draw.array()
    if op == "extract":
        mask = draw.array(BOOL, a.shape)
        return record(op, [a, mask], lambda: np.extract(mask, a))
    if op == "compress":
        if a.ndim == 0:
            return choosing(draw, op)
        mask = draw.array(BOOL, a.shape[:1])
        return record(op, [a, mask], lambda: np.compress(mask, a, axis=0))
    axis = draw.axis(a.ndim)
    n = a.shape[axis] if -a.ndim <= axis < a.ndim else 3 if a.ndim else 1
    outside = 2 if n == 0 or draw.chance(0.05) else 0
    positions = draw.random.integers(-n - outside, max(n + outside, 1), draw.shape(longest=4))
    return record(written(op, axis=axis), [a, positions], lambda: np.take(a, positions, axis))


def turning(draw, op):
    if op == "broadcast_to":
        a = draw.array(shape=tuple(1 if draw.chance(0.3) else n for n in draw.shape(draw.integer(0, 3))))
        wider = draw.shape(draw.integer(0, 2)) + tuple(draw.integer(0, 4) if n == 1 else n for n in a.shape)
        if draw.chance(0.1):
            wider = draw.shape()
        return record(written(op, shape=wider), [a], lambda: np.broadcast_to(a, wider))
    a = draw.array()
    if op != "sliding_window_view":
        return record(op, [a], lambda: getattr(np, op)(a))
    axes = tuple(draw.axis(a.ndim) for _ in range(draw.integer(1, 2))) if draw.chance(0.6) else None
    count = a.ndim if axes is None else len(axes)
    lengths = [a.shape[axis] for axis in (axes or range(a.ndim)) if -a.ndim <= axis < a.ndim]
    wrong = draw.chance(0.04)
    lengths = [draw.integer(0, n + draw.chance(0.05)) for n in (lengths + [3, 3])[: count + wrong]]
    window = tuple(-1 if draw.chance(0.02) else n for n in lengths)
    call = written(op, window=window, axes=axes)
    return record(call, [a], lambda: np.lib.stride_tricks.sliding_window_view(a, window, axes))


def other(draw, op):
    match op:
        case "fromfunction":
            shape, dtype = draw.shape(draw.integer(1, 3)), draw.dtype(DTYPES[1:])
            axes = range(2, 2 + len(shape))
            call = written(op, dtype=dtype, shape=shape)
            made = lambda *at: functools.reduce(operator.add, (p * n for p, n in zip(at, axes)))
            return record(call, [], lambda: np.fromfunction(made, shape, dtype=dtype))
        case "promote_types":
            a, b = draw.dtype(DTYPES), draw.dtype(DTYPES)
            return record(written(op, a=a, b=b), [], lambda: np.zeros((), np.promote_types(a, b)))
        case "ndindex":
            shape = draw.shape()
            visited = np.array(list(np.ndindex(shape)), INT64).reshape(int(np.prod(shape)), len(shape))
            return record(written(op, shape=shape), [], lambda: visited)
        case "writeable":
            a, of = draw.array(shape=draw.shape(draw.integer(2, 3))), draw.pick(list(WRITEABLE))
            return written(op, of=of), text(a), text(np.array(WRITEABLE[of](a).flags.writeable)), "-"
        case "partition" | "argpartition":
            return nth(draw, op)
    a = elements(draw, draw.dtype([INT64, FLOAT32, FLOAT64])) if draw.chance(0.3) else finite(draw, largest=40)
    return record(op, [a], lambda: np.i0(a))


def nth(draw, op):
    """The element at the position kth. The order of those before and behind it is not NumPy's: its properties are tested."""
    a = elements(draw)
    if a.ndim == 0 or 0 in a.shape:
        return nth(draw, op)
    kth = draw.integer(-a.shape[-1], a.shape[-1] - 1)
    positions = np.argpartition(a, kth)
    parts = np.partition(a, kth) if op == "partition" else np.take_along_axis(a, positions, -1)
    return written(op, kth=kth), text(a), text(parts[..., kth]), "-"


# States of random generators


def state_call(draw, saved):
    lengths = [draw.integer(1, 5) for _ in range(draw.pick([0, 1, 1, 2]))]
    seeds = [draw.pick([0, 1, 2**32 - 1, draw.integer(0, 2**32 - 1)]) for _ in range(draw.integer(1, 700 if draw.chance(0.1) else 5))]
    calls = [
        words("random_sample", *lengths),
        words("standard_normal", *lengths),
        words("standard_normal", 3),
        words("RandomState", *seeds),
        "get_state",
    ]
    return draw.pick(calls + ["set_state"] * (2 if saved else 0))


def summary(state):
    """What is left of a state in a record: of the 624 words their sum, exclusive or, first and last."""
    _, key, position, has_gauss, gaussian = state
    key = key.astype(INT64)
    parts = [key.sum(), np.bitwise_xor.reduce(key), key[0], key[-1], position, has_gauss]
    return [np.array(parts, INT64), np.array(gaussian, FLOAT64)]


@kind("seed", "calls joined by ;", "results joined by ;")
def states(draw):
    """get_state keeps the state that set_state goes back to. A call without a result has none here either."""
    seed = draw.integer(0, 2**32 - 1)
    random, saved, calls, results = np.random.RandomState(seed), None, [], []
    for _ in range(draw.integer(3, 8)):
        call = state_call(draw, saved)
        op, *numbers = call.split()
        numbers = list(map(int, numbers))
        match op:
            case "RandomState":
                random = np.random.RandomState(numbers)
            case "get_state":
                saved = random.get_state()
                results += summary(saved)
            case "set_state":
                random.set_state(saved)
            case _:
                results.append(np.asarray(getattr(random, op)(tuple(numbers))))
        calls.append(call)
    results.append(np.asarray(random.random_sample(2)))
    return seed, ";".join(calls + ["random_sample 2"]), texts(results)
