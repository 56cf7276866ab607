#!/usr/bin/env python3
"""Makes records with NumPy: what goes into an operation and what comes out of it, or the error it raises.

    python3 make_records.py --seed 7 --count 1500 --out DIR [KIND ...]

writes DIR/KIND.tsv for every kind, or for those named. One record a line, fields separated by tabs; the first line
names the fields. An array is DTYPE:SHAPE:HEX, its elements in C order, big-endian. NumPyReplayTest replays the
records. The build never runs this. The files in seed1/ were made with NumPy 2.4.6 and

    python3 make_records.py --seed 1 --count 300 --out seed1 binary scalar unary index write shape ranges choose \
        view
    python3 make_records.py --seed 1 --count 100 --out seed1 arrayprint reduce dot
    python3 make_records.py --seed 1 --count 850 --out seed1 function pair
    python3 make_records.py --seed 1 --count 220 --out seed1 axes axesview sorting sets statistics nan calculus \
        accumulate
    python3 make_records.py --seed 1 --count 400 --out seed1 estimates

function and pair without AVX-512: NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR".

Not generated, because NumPy does otherwise than we want:
- exp log sqrt tanh sin cos of bool and uint8 (float16 there, float64 here);
- sum and prod of uint8 (uint64 there, int64 here);
- bool ** bool, bool ** 2 and the square of bool (int8 there, refused here); the sign of bool (refused in other words);
- what is float16 or int8 there: functions of bool and uint8 that are float64 here, divisions and shifts of bool by bool;
- logaddexp where two terms nearly cancel, and rounding to tens of what float64 cannot hold as int64;
- reshape with a negative length other than -1 (the same as -1 there, refused here);
- floats that uint8 cannot hold, Python floats that int64 cannot (there it depends on the processor, or other words);
- x[i, j] += v, where NumPy adds to a scalar and converts the sum (here it is refused if the array refuses it), and
  x[i, j] = v with an array that is not 0-d (refused in other words);
- writing through a 0-d array of positions (a value that does not fit is refused in other words);
- where with a Python integer that uint8 cannot hold (taken modulo 256 there, refused here);
- a slice with step 0 beside other errors (here it is refused before it meets an array);
- cumsum, cumprod, nansum and nanprod of uint8 (uint64 there, int64 here);
- the order of ties in partition and argpartition, whose properties are tested;
- the dot product of an array with NaN or infinity and one element, a zero (0 there, in BLAS).
"""

import argparse
import operator
import pathlib
import warnings

import numpy as np

import elementwise
import statistics_kinds
from drawing import NOT_FINITE, Draw
from indices import an_index, index_text
from kinds import table
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, escape, outcome, text, texts, words

KINDS, kind = table()


LARGE = [(1001,), (50, 40), (2, 3, 200), (11, 10, 10), (7, 300), (1, 2000), (1000,), (3, 40), (100,)]


@kind("array", "str(array)", "repr(array)")
def arrayprint(draw):
    a = draw.array(shape=draw.pick(LARGE) if draw.chance(0.05) else None)
    return text(a), escape(str(a)), escape(repr(a))


ARITHMETIC = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "power": operator.pow,
    "maximum": np.maximum,
    "minimum": np.minimum,
}
REFLECTED = {"rsubtract": lambda a, b: b - a, "rdivide": lambda a, b: b / a}
IN_PLACE = {"iadd": operator.iadd, "isubtract": operator.isub, "imultiply": operator.imul, "idivide": operator.itruediv}
COMPARISONS = {
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "less": operator.lt,
    "less_equal": operator.le,
    "equal": operator.eq,
    "not_equal": operator.ne,
}
LOGIC = {"bitwise_and": operator.and_, "bitwise_or": operator.or_}


@kind("op", "left", "right", "result or !error text")
def binary(draw):
    operations = ARITHMETIC | IN_PLACE | COMPARISONS | LOGIC
    op = draw.pick(list(operations))
    among = [BOOL] if op in LOGIC else DTYPES
    left, right = (draw.array(draw.dtype(among), shape) for shape in draw.shapes_to_broadcast())
    if op == "power" and left.dtype == right.dtype == BOOL:
        return binary(draw)
    return op, text(left), text(right), outcome(lambda: operations[op](left.copy(), right))


@kind("op", "array", "python scalar (i:int or f:float)", "result or !error text")
def scalar(draw):
    operations = ARITHMETIC | REFLECTED | IN_PLACE | COMPARISONS
    op = draw.pick(list(operations))
    a = draw.array()
    written, number = draw.scalar()
    if op == "power" and a.dtype == BOOL and number == 2:
        return scalar(draw)
    return op, text(a), written, outcome(lambda: operations[op](a.copy(), number))


@kind("op", "array", "result or !error text")
def unary(draw):
    op = draw.pick("exp log sqrt tanh sin cos negative abs square sign invert astype".split())
    if op == "astype":
        a, dtype = draw.array(), draw.dtype()
        if dtype == UINT8 and not can_hold(a.astype(UINT8), a):
            return unary(draw)
        return words(op, dtype), text(a), outcome(lambda: a.astype(dtype))
    among = {"negative": DTYPES, "abs": DTYPES, "square": DTYPES[1:], "sign": DTYPES[1:], "invert": [BOOL]}
    a = draw.array(draw.dtype(among.get(op, [INT64, FLOAT32, FLOAT64])))
    return op, text(a), outcome(lambda: getattr(np, op)(a))


LONG = [(127,), (128,), (129,), (1000,), (1025,), (9000,), (5, 300), (300, 5), (4, 9, 17), (3, 129, 2), (2, 8200)]


@kind("op", "axis or -", "keepdims 0/1", "array", "result or !error text")
def reduce(draw):
    op = draw.pick("sum mean max min argmin argmax prod var std any all".split())
    among = [BOOL, INT64, FLOAT32, FLOAT64] if op in ("sum", "prod") else DTYPES
    a = draw.array(draw.dtype(among), draw.pick(LONG) if draw.chance(0.15) else None)
    axis = None if draw.chance(0.3) else draw.axis(a.ndim)
    keepdims = draw.chance(0.4)
    result = outcome(lambda: getattr(np, op)(a, axis=axis, keepdims=keepdims))
    return op, "-" if axis is None else axis, int(keepdims), text(a), result


PARTS = "parts joined by ;  each  int N | slice a:b:c (blank = None) | ... | newaxis | mask ARRAY | ints ARRAY"


@kind(f"index: {PARTS}", "array", "result or !error text")
def index(draw):
    a = draw.array()
    parts = an_index(draw, a.shape)
    return index_text(parts), text(a), outcome(lambda: a[parts])


@kind("op", f"index: {PARTS}", "array", "value: ARRAY or i:int or f:float", "array or !error text")
def write(draw):
    """x[index] = value, x[index] += value and so on."""
    operations = {"set": lambda a, b: b} | IN_PLACE
    op = draw.pick(["set", *operations])
    a = draw.array()
    parts = an_index(draw, a.shape)
    if any(isinstance(part, np.ndarray) and part.dtype != BOOL and part.ndim == 0 for part in parts):
        return write(draw)
    if draw.chance(0.4):
        written, value = draw.scalar()
    else:
        value = draw.array(shape=value_shape(draw, a, parts))
        written = text(value)

    if not can_hold(a, value) or names_one_element(a, parts) and (op != "set" or np.ndim(value) > 0):
        return write(draw)

    def written_to():
        changed = a.copy()
        changed[parts] = operations[op](changed[parts], value)
        return changed

    return op, index_text(parts), text(a), written, outcome(written_to)


def names_one_element(a, parts):
    try:
        return isinstance(a[parts], np.generic)
    except (IndexError, ValueError):
        return False


def can_hold(a, value):
    """Whether the conversion to the array's dtype does not depend on the processor."""
    if a.dtype == UINT8:
        return np.all((value > -1) & (value < 256))
    return a.dtype != INT64 or isinstance(value, np.ndarray) or -(2**63) <= value < 2**63


def value_shape(draw, a, parts):
    """A shape that fits the elements an index selects, unless it has an error."""
    try:
        shape = np.shape(a[parts])
    except (IndexError, ValueError):
        return draw.shape()
    if draw.chance(0.05):
        return draw.shape()
    lengths = tuple(1 if draw.chance(0.15) else length for length in shape)
    return (1,) * draw.chance(0.1) + lengths[draw.integer(0, len(shape)) if draw.chance(0.3) else 0 :]


# Products and shapes


def dot_shapes(draw):
    k = draw.pick([0, 1, 2, 3, 8, 200]) if draw.chance(0.2) else draw.integer(1, 40)
    m, n = (0 if draw.chance(0.02) else draw.integer(1, 30) for _ in "mn")
    p, q = draw.integer(1, 3), draw.integer(1, 3)
    other = k + 1 if draw.chance(0.07) else k
    left = draw.pick([(k,), (m, k), (m, k), (m, k), (p, m, k), (), (1, k)])
    right = draw.pick([(other,), (other, n), (other, n), (other, n), (q, other, n), (), (other, 1)])
    return left, right


TOLERANCE = "   (floats: |difference| <= 4 * k * eps * (|left| dot |right|); ints exactly)"


@kind("left", "right", "result or !error text" + TOLERANCE)
def dot(draw):
    same, dtype = draw.chance(0.6), draw.dtype()
    left, right = (tame(draw, dtype if same else draw.dtype(), shape) for shape in dot_shapes(draw))
    if left.dtype.kind == "f" and left.size > 1 and right.size > 1 and draw.chance(0.1):
        left.flat[0] = draw.pick(NOT_FINITE)
    return text(left), text(right), outcome(lambda: np.dot(left, right))


def tame(draw, dtype, shape):
    """Elements of such magnitudes that no sum of products leaves the range of float32."""
    if dtype not in (FLOAT32, FLOAT64):
        return draw.array(dtype, shape)
    values = draw.pick(draw.FLOATS[:6])(draw.random, int(np.prod(shape)))
    return np.asarray(values).astype(dtype).reshape(shape)


def reshaped(draw, size):
    """Lengths for so many elements, maybe one of them left open, now and then wrong."""
    if size == 0:
        lengths = [0] + [draw.integer(0, 3) for _ in range(draw.integer(0, 2))]
    else:
        lengths = []
        while size > 1 and len(lengths) < 3:
            lengths.append(draw.pick([d for d in range(1, size + 1) if size % d == 0]))
            size //= lengths[-1]
        lengths += [size] if size > 1 or draw.chance(0.3) else []
    draw.random.shuffle(lengths)
    for i in range(len(lengths)):
        lengths[i] += 1 if draw.chance(0.03) else 0
    for _ in range(draw.chance(0.3) + draw.chance(0.02)):
        if lengths:
            lengths[draw.integer(0, len(lengths) - 1)] = -1
    return lengths


@kind("call", "arrays joined by ;", "result or !error text")
def shape(draw):
    op = draw.pick("reshape reshape transpose flatten ravel concatenate stack pad expand_dims squeeze".split())
    a = draw.array()
    if op in ("flatten", "ravel", "squeeze"):
        return op, text(a), outcome(lambda: getattr(a, op)())
    if op in ("concatenate", "stack"):
        arrays = [a] + [draw.array(shape=alike(draw, op, a.shape)) for _ in range(draw.integer(0, 3))]
        axis = draw.axis(a.ndim + (op == "stack"))
        return words(op, axis), texts(arrays), outcome(lambda: getattr(np, op)(arrays, axis=axis))
    if op == "reshape":
        numbers = reshaped(draw, a.size)
        call = lambda: a.reshape(numbers)
    elif op == "transpose":
        numbers = [axis - a.ndim * draw.chance(0.2) for axis in draw.random.permutation(a.ndim)]
        if numbers and draw.chance(0.05):
            numbers[0] = draw.axis(a.ndim)
        numbers = numbers[draw.pick([0] * 20 + [1] + [a.ndim] * 4) :]
        call = lambda: a.transpose(*numbers)
    elif op == "pad":
        pairs = [(draw.integer(0, 2), draw.integer(0, 2)) for _ in range(a.ndim)] or [(1, 2)]
        if draw.chance(0.05):
            pairs = draw.pick([pairs[:1], pairs + [(0, 1)], [(-1, 1)] * a.ndim or [(-1, 1)]])
        numbers = [f"{before},{after}" for before, after in pairs]
        call = lambda: np.pad(a, pairs)
    else:
        numbers = [draw.axis(a.ndim + 1)]
        call = lambda: np.expand_dims(a, *numbers)
    return words(op, *numbers), text(a), outcome(call)


def alike(draw, op, shape):
    """The shape of an array to join to one of the given shape."""
    if draw.chance(0.05):
        return draw.shape()
    vary = 0.3 if op == "concatenate" and draw.chance(0.3) else 0
    return tuple(draw.integer(0, 4) if draw.chance(vary) else length for length in shape)


# Chances and ranges


def random_call(draw):
    n = draw.integer(1, 8)
    lengths = [draw.integer(1, 8) for _ in range(draw.pick([1, 1, 2, 2, 3]))]
    low = draw.pick([0, 0, 0, -5, -(2**40)])
    high = low + draw.pick([1, 2, 10, 256, 60000, 2**31, 2**32, 2**32 + 1, 2**40, 2**62])
    return draw.pick(
        [
            words("rand", *lengths),
            words("randn", *lengths),
            words("randint", low, high, n),
            words("choice", draw.pick([5, 10, 100, 1000, 60000]), n),
            words("choice", draw.pick([10, 100, 1000]), n, "noreplace"),
            words("permutation", draw.integer(0, 40)),
            words("shuffle", f"arange({draw.integer(0, 40)})"),
            words("uniform", draw.pick([-2.5, 0.0]), draw.pick([4.0, 1e-3]), n),
            words("normal", draw.pick([1.5, 0.0]), draw.pick([0.3, 2.0]), n),
        ]
    )


def random_result(state, call):
    op, *arguments = call.split()
    if op in ("uniform", "normal"):
        return getattr(state, op)(float(arguments[0]), float(arguments[1]), int(arguments[2]))
    if op == "shuffle":
        shuffled = np.arange(int(arguments[0][7:-1]))
        state.shuffle(shuffled)
        return shuffled
    if op == "choice":
        return state.choice(int(arguments[0]), int(arguments[1]), replace=len(arguments) == 2)
    return getattr(state, op)(*map(int, arguments))


@kind("seed", "calls joined by ;", "results joined by ;")
def random(draw):
    seed = draw.pick([0, 1, 42, 2**32 - 1]) if draw.chance(0.1) else draw.integer(0, 2**32 - 1)
    calls = [random_call(draw) for _ in range(draw.integer(1, 5))]
    state = np.random.RandomState(seed)
    return seed, ";".join(calls), texts(random_result(state, call) for call in calls)


@kind("call", "result or !error text")
def ranges(draw):
    op = draw.pick(["arange", "arange", "linspace", "linspace", "eye"])
    if op == "eye":
        n = draw.integer(0, 7)
        return words(op, n), outcome(lambda: np.eye(n))
    if op == "arange" and draw.chance(0.4):
        start, stop, step = draw.integer(-20, 20), draw.integer(-20, 20), draw.pick([-7, -3, -1, 1, 1, 2, 5])
        return words(op, start, stop, step), outcome(lambda: np.arange(start, stop, step, dtype=np.int64))
    start, stop = (float(draw.pick([draw.integer(-10, 10), round(draw.random.normal(0, 10), 2)])) for _ in "ab")
    last = draw.pick([0.1, 0.25, 0.5, 1.0, 0.3, -0.7]) if op == "arange" else draw.integer(-1, 60)
    return words(op, start, stop, last), outcome(lambda: getattr(np, op)(start, stop, last))


@kind("call", "arrays joined by ;, or i:int or f:float in their place", "results joined by ;, or !error text")
def choose(draw):
    """where, clip and meshgrid."""
    op = draw.pick(["where", "where", "clip", "clip", "meshgrid"])
    if op == "meshgrid":
        arrays = [draw.array(shape=draw.shape(1)) for _ in range(draw.integer(1, 3))]
        return op, texts(arrays), outcome(lambda: np.meshgrid(*arrays), texts)
    first, second = draw.shapes_to_broadcast()
    third = draw.pick([first, second, ()])
    if op == "where":
        choices = [draw.scalar() if draw.chance(0.4) else written_array(draw, shape) for shape in (second, third)]
        written, values = zip(written_array(draw, first, draw.dtype([BOOL, *DTYPES])), *choices)
        if is_too_large(values[1], values[2]) or is_too_large(values[2], values[1]):
            return choose(draw)
    elif draw.chance(0.5):
        integers = draw.chance(0.5)
        written, values = zip(written_array(draw, first), draw.scalar(integers), draw.scalar(integers))
    else:
        written, values = zip(*(written_array(draw, shape) for shape in (first, second, third)))
    return op, ";".join(written), outcome(lambda: getattr(np, op)(*values))


VIEWED = [(300,), (20000,), (5, 40), (130, 90), (3, 5000), (9000, 3), (2, 20000), (4, 9, 17), (12, 30, 40), (3, 4, 5, 6)]


@kind("op", "axis or -", "dtype", "seed", "shape", "slices joined by ;", "axes", "how often in front", "result")
def view(draw):
    """Views with gaps, whose order in memory decides the order of sums. The seed is that of the array behind them."""
    op = draw.pick("sum mean mean var std".split())
    dtype = draw.pick([INT64, FLOAT32, FLOAT64, FLOAT64])
    seed = draw.integer(0, 999)
    random = np.random.RandomState(seed)
    lengths = draw.pick(VIEWED)
    whole = random.randint(2**52, 2**53, lengths) if dtype == INT64 else random.rand(*lengths).astype(dtype)
    slices = tuple(
        slice(draw.integer(0, n // 4) if draw.chance(0.3) else None, None, draw.pick([None, None, 2, 3, -1, -2]))
        for n in lengths
    )
    axes = draw.random.permutation(len(lengths))
    times = draw.pick([0, 0, 0, 3])
    a = whole[slices].transpose(axes)
    a = np.broadcast_to(a, (times, *a.shape)) if times else a
    axis = draw.pick([None, *range(a.ndim)])
    if axis is not None and a.size > 100 * a.shape[axis]:
        axis = None
    result = getattr(np, op)(a, axis=axis)
    shown = index_text(slices), ",".join(map(str, axes))
    return op, "-" if axis is None else axis, dtype, seed, ",".join(map(str, lengths)), *shown, times, text(result)


def is_too_large(number, beside):
    """Whether uint8 cannot hold a Python integer beside it."""
    return isinstance(number, int) and getattr(beside, "dtype", None) == UINT8 and not 0 <= number < 256


def written_array(draw, shape, dtype=None):
    a = draw.array(dtype, shape)
    return text(a), a


for make in statistics_kinds.MAKERS:
    kind(*statistics_kinds.CALL)(make)


def numbered(kinds, first):
    """Each kind has a number, which goes into its seed."""
    return {name: (*kinds[name], first + i) for i, name in enumerate(kinds)}


def main():
    kinds = numbered(KINDS, 0) | numbered(elementwise.KINDS, 100)
    parser = argparse.ArgumentParser(description="Makes records with NumPy.")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=1000, help="records of each kind")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("kinds", nargs="*", default=list(kinds), metavar="KIND", help=" ".join(kinds))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in arguments.kinds:
        header, make, number = kinds[name]
        draw = Draw(arguments.seed, number)
        records = ["\t".join(map(str, make(draw))) for _ in range(arguments.count)]
        (arguments.out / f"{name}.tsv").write_text("\n".join([header, *records, ""]))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
