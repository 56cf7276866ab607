#!/usr/bin/env python3
"""Makes records of the functions that join, split, edit and create arrays, of products, of random distributions, of
printing with options and of what is in basics.py, choosing.py, elementary.py, linear.py, orders.py, outputs.py,
parameters.py, recipes.py and refusals.py, as make_records.py does of the others.

    NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR" python3 make_array_records.py --seed 1 --count 600 \
        --out seed1 manipulation
    ... --count 350 --out seed1 creation printing products
    ... --count 150 --out seed1 distributions singular margins
    ... --count 600 --out seed1 basics choosing refusals
    ... --count 1200 --out seed1 linear
    ... --count 100 --out seed1 states
    ... --count 400 --out seed1 elementary
    ... --count 500 --out seed1 withoutnan
    ... --count 200 --out seed1 limits
    ... --count 300 --out seed1 orders polynomials
    ... --count 900 --out seed1 shorthands
    ... --count 500 --out seed1 recipes
    ... --count 500 --out seed1 keepdims arrayparameters padded savetxt loadtxt
    ... --count 500 --out seed1 options optionsview outputs
    ... --count 2188 --out seed1 outputdtypes

A call is a name and its arguments: numbers, lists of numbers joined by commas, `-` for None. Not generated, because
NumPy does otherwise than we want: tril of a scalar (an error of Python's own), singular values of matrices with
infinities (NaN or an error there), floats that uint8 cannot hold, Einstein sums of three operands with infinities (here two of them are
multiplied first), the inner product of an array with NaN or infinity and one element, a zero (0 there, in BLAS).
"""

import argparse
import pathlib
import warnings

import numpy as np

import basics
import choosing
import elementary
import linear
import orders
import outputs
import parameters
import recipes
import refusals
from drawing import NOT_FINITE, Draw
from kinds import table
from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8, escape, text, texts, words

KINDS, kind = table()


def outcome(call, write=text):
    try:
        return write(call())
    except (ValueError, IndexError, TypeError, OverflowError, ZeroDivisionError) as error:
        return "!" + escape(str(error).strip())


def numbers(values):
    return ",".join(map(str, values))


def memory(result, a):
    """v for a view of the array, c for a copy, - where it cannot be told."""
    if not isinstance(result, np.ndarray) or result.size == 0:
        return "-"
    return "v" if np.shares_memory(result, a) else "c"


# Joining, splitting, repeating, turning, editing


def slices(draw, length):
    bounds = [draw.pick([None, draw.integer(-length - 1, length + 1)]) for _ in "ab"]
    return slice(*bounds, draw.pick([None, 1, 2, -1]))


def slice_text(part):
    return ":".join("" if bound is None else str(bound) for bound in (part.start, part.stop, part.step))


def joining(draw, op):
    shape = draw.shape()
    arrays = []
    for _ in range(draw.integer(1, 3)):
        same = shape if draw.chance(0.9) else draw.shape()
        arrays.append(draw.array(shape=same))
    functions = {
        "vstack": np.vstack,
        "hstack": np.hstack,
        "dstack": np.dstack,
        "column_stack": np.column_stack,
        "concatenate_flat": lambda arrays: np.concatenate(arrays, axis=None),
        "r": lambda arrays: np.r_[tuple(arrays)],
        "c": lambda arrays: np.c_[tuple(arrays)],
    }
    return op, texts(arrays), outcome(lambda: functions[op](arrays)), "-"


def splitting(draw, op):
    a = draw.array()
    axis = draw.axis(a.ndim)
    if op in ("hsplit", "vsplit", "dsplit"):
        sections = draw.integer(1, 4)
        return words(op, sections), text(a), outcome(lambda: getattr(np, op)(a, sections), texts), "-"
    if op == "unstack":
        if a.ndim and -a.ndim <= axis < a.ndim and a.shape[axis] == 0:
            return splitting(draw, op)
        return words(op, axis), text(a), outcome(lambda: np.unstack(a, axis=axis), texts), "-"
    if op == "split_at":
        positions = [draw.integer(-7, 7) for _ in range(draw.integer(1, 3))]
        return words(op, numbers(positions), axis), text(a), outcome(lambda: np.split(a, positions, axis), texts), "-"
    sections = draw.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, -1])
    return words(op, sections, axis), text(a), outcome(lambda: getattr(np, op)(a, sections, axis), texts), "-"


def axes_of(draw, ndim, most=3):
    return [draw.axis(ndim) for _ in range(draw.integer(1, most))]


def fitting(draw, a, index, axis):
    """Values to insert: mostly of a shape that fits."""
    shape = list(a.shape)
    if axis is None:
        shape, axis = [a.size], 0
    if shape and -len(shape) <= axis < len(shape):
        count = len(index) if isinstance(index, (list, np.ndarray)) else draw.integer(1, 3)
        shape[axis] = draw.pick([1, count, count, draw.integer(1, 3)])
    values = draw.array(a.dtype if draw.chance(0.7) else draw.pick([BOOL, UINT8, INT64]), tuple(shape))
    return values if draw.chance(0.8) else draw.array(a.dtype, ())


def editing(draw, op):
    a = draw.array()
    axis = None if draw.chance(0.3) else draw.axis(a.ndim)
    valid = axis is not None and -a.ndim <= axis < a.ndim
    length = a.size if axis is None else a.shape[axis] if valid else 3
    form = draw.pick(["at", "at", "list", "list", "slice", "mask"])
    outside = 1 if draw.chance(0.1) else 0
    low, high = -length - outside, length - 1 + outside + (op == "insert")
    if form == "at":
        index = draw.integer(low, max(high, low))
        written = f"at {index}"
    elif form == "list":
        index = np.array([draw.integer(low, max(high, low)) for _ in range(draw.integer(0, 3))], dtype=np.int64)
        if op == "insert" and outside and len(index) > 1:
            return editing(draw, op)
        written = "list " + (numbers(index) or "-")
    elif form == "slice":
        index = slices(draw, length)
        written = "slice " + slice_text(index)
    else:
        index = draw.array(BOOL, (length + (1 if op == "delete" and draw.chance(0.1) else 0),))
        written = "mask " + (numbers(map(int, index)) or "-")
    shown = "-" if axis is None else axis
    if op == "delete":
        return words(op, shown, written), text(a), outcome(lambda: np.delete(a, index, axis)), "-"
    values = fitting(draw, a, index, axis)
    result = outcome(lambda: np.insert(a, index, values, axis))
    if "broadcast" in result or "zero-size" in result or "tuple" in result or "moveaxis" in result or "source" in result:
        return editing(draw, op)
    return words(op, shown, written), texts([a, values]), result, "-"


def padding(draw):
    a = draw.array(shape=draw.shape(draw.integer(1, 3)))
    mode = draw.pick(["edge", "reflect", "symmetric", "wrap", "constant"])
    pairs = [(draw.integer(0, 7), draw.integer(0, 7)) for _ in range(a.ndim)]
    if draw.chance(0.05):
        pairs = [(draw.integer(-1, 1), 1)] * a.ndim
    shown = " ".join(map(numbers, pairs))
    if mode == "constant":
        value = draw.integer(0, 100)
        return words("pad_constant", value, shown), text(a), outcome(lambda: np.pad(a, pairs, constant_values=value)), "-"
    return words("pad", mode, shown), text(a), outcome(lambda: np.pad(a, pairs, mode)), "-"


@kind("call", "array", "result or !error text", "v(iew), c(opy) or -")
def margins(draw):
    """Margins that are computed from the elements of an axis."""
    a = draw.array(shape=draw.shape(draw.integer(1, 3)))
    if a.dtype == INT64:
        a = a % 1000 - 500
    mode = draw.pick(["linear_ramp", "linear_ramp", "maximum", "mean", "median", "minimum"])
    pairs = [(draw.integer(0, 5), draw.integer(0, 5)) for _ in range(a.ndim)]
    return words("pad", mode, " ".join(map(numbers, pairs))), text(a), outcome(lambda: np.pad(a, pairs, mode)), "-"


def one_array(draw, op):
    a = draw.array()
    ndim = a.ndim
    axis, other = draw.axis(ndim), draw.axis(ndim)
    if op == "tile":
        arguments = [[draw.pick([1, 1, 2, 3, 0, 2]) for _ in range(draw.integer(0, 3))]]
        call = lambda: np.tile(a, arguments[0])
    elif op == "repeat":
        arguments = [draw.pick([0, 1, 2, 3, 3, -1]), None if draw.chance(0.4) else axis]
        call = lambda: np.repeat(a, *arguments)
    elif op == "repeat_each":
        length = a.size if draw.chance(0.5) else None
        axis = None if length is not None else axis
        if axis is not None:
            length = a.shape[axis] if -ndim <= axis < ndim else 2
        counts = [draw.integer(-1 if draw.chance(0.02) else 0, 3) for _ in range(length + draw.chance(0.05))]
        arguments = [counts, axis]
        call = lambda: np.repeat(a, np.array(counts, dtype=np.int64), axis)
    elif op == "roll":
        arguments = [draw.integer(-9, 9)]
        call = lambda: np.roll(a, *arguments)
    elif op == "roll_axes":
        axes = axes_of(draw, ndim)
        arguments = [[draw.integer(-9, 9) for _ in range(len(axes) + draw.chance(0.05))], axes]
        call = lambda: np.roll(a, tuple(arguments[0]), tuple(axes))
    elif op == "flip":
        arguments = [axes_of(draw, ndim, 2) if draw.chance(0.8) else []]
        call = lambda: np.flip(a, tuple(arguments[0]) or None)
    elif op == "rot90":
        arguments = [draw.integer(-5, 5), axis, other]
        call = lambda: np.rot90(a, arguments[0], (axis, other))
    elif op == "moveaxis":
        n = min(draw.integer(1, 3), max(ndim, 1))
        source = list(map(int, draw.random.permutation(ndim)[:n])) if draw.chance(0.9) else axes_of(draw, ndim)
        target = list(map(int, draw.random.permutation(ndim)[:n])) if draw.chance(0.9) else axes_of(draw, ndim)
        arguments = [source, target]
        call = lambda: np.moveaxis(a, source, target)
    elif op == "rollaxis":
        arguments = [axis, draw.integer(-ndim, ndim)]
        call = lambda: np.rollaxis(a, *arguments)
    elif op == "swapaxes":
        arguments = [axis, other]
        call = lambda: np.swapaxes(a, axis, other)
    elif op == "squeeze":
        shape = tuple(1 if draw.chance(0.5) else length for length in a.shape)
        a = draw.array(a.dtype, shape)
        arguments = [axes_of(draw, ndim, 2)]
        call = lambda: np.squeeze(a, tuple(arguments[0]) if len(arguments[0]) > 1 else arguments[0][0])
    elif op == "expand_dims":
        n = draw.integer(1, 2)
        arguments = [[draw.axis(ndim + n) for _ in range(n)]]
        call = lambda: np.expand_dims(a, tuple(arguments[0]))
    elif op in ("ravel_f", "flatten_f", "atleast_1d", "atleast_2d", "atleast_3d", "transpose"):
        arguments = []
        call = {
            "ravel_f": lambda: a.ravel("F"),
            "flatten_f": lambda: a.flatten("F"),
            "transpose": lambda: a.T,
        }.get(op, lambda: getattr(np, op)(a))
    elif op == "reshape_f":
        divisors = [d for d in range(1, max(a.size, 1) + 1) if a.size % d == 0]
        first = draw.pick(divisors)
        arguments = [[first, -1] if a.size else [0, 3]]
        call = lambda: a.reshape(arguments[0], order="F")
    elif op == "resize":
        arguments = [[draw.integer(-1 if draw.chance(0.03) else 0, 5) for _ in range(draw.integer(1, 3))]]
        call = lambda: np.resize(a, tuple(arguments[0]))
    elif op == "trim_zeros":
        a = a * draw.array(BOOL, a.shape) if draw.chance(0.5) and a.dtype != BOOL else a
        arguments = [draw.pick(["fb", "f", "b"])]
        call = lambda: np.trim_zeros(a, arguments[0])
    elif op in ("diagonal", "trace"):
        if op == "trace" and a.dtype == UINT8:
            a = a.astype(INT64)
        arguments = [draw.integer(-6, 6), axis, other] if draw.chance(0.6) else [draw.integer(-3, 3), 0, 1]
        call = lambda: getattr(np, op)(a, *arguments)
    elif op in ("diag", "diagflat", "tril", "triu"):
        while op in ("tril", "triu") and a.ndim == 0:
            a = draw.array()
        arguments = [draw.integer(-6, 6)]
        call = lambda: getattr(np, op)(a, *arguments)
    shown = ["-" if x is None else numbers(x) or "-" if isinstance(x, list) else x for x in arguments]
    try:
        seen = memory(call(), a)
    except Exception:
        seen = "-"
    return words(op, *shown), text(a), outcome(call), seen


JOINING = "vstack hstack dstack column_stack concatenate_flat r c".split()
SPLITTING = "split array_split split_at hsplit vsplit dsplit unstack".split()
ONE_ARRAY = (
    "tile repeat repeat_each roll roll_axes flip rot90 moveaxis rollaxis swapaxes squeeze expand_dims ravel_f flatten_f"
    " reshape_f atleast_1d atleast_2d atleast_3d transpose resize trim_zeros diagonal trace diag diagflat tril triu"
).split()


@kind("call", "arrays joined by ;", "results joined by ;, or !error text", "v(iew), c(opy) or -")
def manipulation(draw):
    op = draw.pick(JOINING + SPLITTING + ONE_ARRAY + ["insert", "delete"] * 3 + ["pad"] * 3 + ["broadcast", "append"])
    if op in JOINING:
        return joining(draw, op)
    if op in SPLITTING:
        return splitting(draw, op)
    if op in ("insert", "delete"):
        return editing(draw, op)
    if op == "pad":
        return padding(draw)
    if op == "broadcast":
        arrays = [draw.array(shape=shape) for shape in draw.shapes_to_broadcast()]
        return op, texts(arrays), outcome(lambda: np.broadcast_arrays(*arrays), texts), "-"
    if op == "append":
        a = draw.array()
        b = draw.array(shape=a.shape if draw.chance(0.8) else None)
        axis = None if draw.chance(0.4) else draw.axis(a.ndim)
        return words(op, "-" if axis is None else axis), texts([a, b]), outcome(lambda: np.append(a, b, axis)), "-"
    return one_array(draw, op)


# Creation


@kind("call", "result or !error text")
def creation(draw):
    op = draw.pick("arange arange_int linspace logspace geomspace eye tri vander indices full_like window".split())
    if op == "arange":
        start, stop = (round(draw.random.normal(5, 10), 2) for _ in "ab")
        step = draw.pick([0.5, 1.0, 0.25, 2.0, -0.5, 0.1, 1.5])
        dtype = draw.pick([INT64, FLOAT32, FLOAT64, UINT8, BOOL])
        if dtype == UINT8 and (start < 0 or start + step < 0):
            return creation(draw)
        return words(op, dtype, start, stop, step), outcome(lambda: np.arange(start, stop, step, dtype=dtype))
    if op == "arange_int":
        start, stop, step = draw.integer(-20, 300), draw.integer(-20, 300), draw.pick([1, 2, 3, 7, -1, -5, 100, 0])
        dtype = draw.pick(DTYPES)
        if step == 0:
            return creation(draw)
        return words(op, dtype, start, stop, step), outcome(lambda: np.arange(start, stop, step, dtype=dtype))
    if op in ("linspace", "logspace", "geomspace"):
        start, stop = (float(draw.pick([draw.integer(-4, 4), round(draw.random.normal(0, 3), 2)])) for _ in "ab")
        if op == "geomspace":
            sign = draw.pick([1, -1])
            start, stop = (sign * float(draw.pick([0] * draw.chance(0.1) + [1, 10, 1000, 256, 0.01])) for _ in "ab")
        count, endpoint = draw.integer(-1 if draw.chance(0.05) else 0, 20), draw.chance(0.6)
        if op == "logspace":
            base = draw.pick([10.0, 2.0, 3.5])
            call = lambda: np.logspace(start, stop, count, endpoint=endpoint, base=base)
            return words(op, start, stop, count, int(endpoint), base), outcome(call)
        call = lambda: getattr(np, op)(start, stop, count, endpoint=endpoint)
        return words(op, start, stop, count, int(endpoint)), outcome(call)
    if op == "eye":
        dtype = draw.pick(DTYPES)
        n, m, k = draw.integer(-1 if draw.chance(0.05) else 0, 5), draw.integer(0, 5), draw.integer(-6, 6)
        return words(op, dtype, n, m, k), outcome(lambda: np.eye(n, m, k, dtype=dtype))
    if op == "tri":
        n, m, k = draw.integer(-1, 5), draw.integer(-1, 5), draw.integer(-6, 6)
        return words(op, n, m, k), outcome(lambda: np.tri(n, m, k))
    if op == "vander":
        x, columns = draw.array(shape=draw.shape(draw.pick([1, 1, 1, 2]))), draw.integer(-1 if draw.chance(0.1) else 0, 5)
        return words(op, columns, text(x).replace(" ", "_")), outcome(lambda: np.vander(x, columns))
    if op == "indices":
        shape = draw.shape()
        return words(op, numbers(shape) or "-"), outcome(lambda: np.indices(shape))
    if op == "full_like":
        a, value = draw.array(), draw.integer(0, 255)
        return words(op, value, text(a).replace(" ", "_")), outcome(lambda: np.full_like(a, value))
    name = draw.pick("bartlett blackman hamming hanning kaiser".split())
    m, beta = draw.integer(-1, 40), round(draw.random.random() * 20, 2)
    arguments = (m, beta) if name == "kaiser" else (m,)
    return words(name, *arguments), outcome(lambda: getattr(np, name)(*arguments))


# Products


SUBSCRIPTS = (
    "ij,jk->ik ij,jk ii ii->i ij->ji ji ij-> ij->j i,i i,j ij,ij->ij ij,ij-> ij,j bij,bjk->bik bij,bjk ...ij,...jk"
    " ...j,...j ...->... ij...->... i...,i... ij,jk,kl->il i,i,i ij,kj->ki ,i ij, abc,cd,be->ade iij->j ijj ij,ij->i"
    " A,a->aA ijk->kji ab,ab,bc->c ij->k ij->ii i$ ij-ij"
).split()


def lengths_of(draw, letters):
    return {letter: draw.integer(1, 5) for letter in letters}


def operands_of(draw, subscripts):
    lengths = lengths_of(draw, sorted(set(filter(str.isalpha, subscripts))))
    more = draw.shape(draw.integer(0, 2), 3)
    operands = []
    same, dtype = draw.chance(0.6), draw.dtype()
    for labels in subscripts.split("->")[0].split(","):
        before, dots, after = labels.partition("...")
        shape = [lengths[c] for c in before if c.isalpha()] + list(more if dots else ())
        shape += [lengths[c] for c in after if c.isalpha()]
        shape = [1 if draw.chance(0.04) and labels.count("i") < 2 and labels.count("j") < 2 else n for n in shape]
        if draw.chance(0.02):
            shape = shape + [2]
        operands.append(tame(draw, dtype if same else draw.dtype(), tuple(shape)))
    finite = all(np.isfinite(operand).all() for operand in operands)
    return operands if finite or len(operands) < 3 else operands_of(draw, subscripts)


def tame(draw, dtype, shape):
    """Elements of such magnitudes that no sum of products leaves the range of float32."""
    if dtype not in (FLOAT32, FLOAT64):
        return draw.array(dtype, shape)
    values = np.asarray(draw.pick(draw.FLOATS[:6])(draw.random, int(np.prod(shape)))).astype(dtype).reshape(shape)
    if values.size > 1 and draw.chance(0.05):
        values.flat[0] = draw.pick(NOT_FINITE)
    return values


def pair(draw, first, second):
    same, dtype = draw.chance(0.6), draw.dtype()
    return tame(draw, dtype, first), tame(draw, dtype if same else draw.dtype(), second)


@kind("call", "operands joined by ;", "terms in a sum", "result or !error text", "v(iew), c(opy) or -")
def products(draw):
    op = draw.pick("einsum einsum einsum einsum matmul matmul tensordot inner outer vdot kron convolve correlate norm".split())
    if op == "einsum":
        subscripts = draw.pick(SUBSCRIPTS)
        operands = operands_of(draw, subscripts)
        terms = max([1] + [operand.size for operand in operands])
        call = lambda: np.einsum(subscripts, *operands)
        seen = "-"
        if len(operands) == 1 and subscripts not in ("i$", "ij-ij"):
            try:
                seen = memory(call(), operands[0])
            except ValueError:
                pass
        return words(op, subscripts), texts(operands), terms, outcome(call), seen
    if op == "norm":
        return norm(draw)
    if op in ("convolve", "correlate"):
        mode = draw.pick(["full", "same", "valid"])
        a, b = pair(draw, (draw.integer(0 if draw.chance(0.1) else 1, 40),), (draw.integer(1, 20),))
        return words(op, mode), texts([a, b]), min(a.size, b.size), outcome(lambda: getattr(np, op)(a, b, mode)), "-"
    k = draw.integer(0 if draw.chance(0.1) else 1, 20)
    other = k + 1 if draw.chance(0.07) else k
    if op == "matmul":
        stack = draw.shape(draw.integer(0, 2), 3)
        fewer = tuple(1 if draw.chance(0.3) else n for n in stack[draw.integer(0, len(stack)) :])
        first = draw.pick([(k,), (*stack, draw.integer(1, 5), k), (*stack, draw.integer(1, 5), k), (draw.integer(1, 5), k)])
        second = draw.pick([(other,), (*fewer, other, draw.integer(1, 5)), (*fewer, other, draw.integer(1, 5)), ()])
        a, b = pair(draw, first, second)
        return op, texts([a, b]), k, outcome(lambda: np.matmul(a, b)), "-"
    if op == "tensordot":
        shape = draw.shape(draw.integer(1, 3), 4)
        n = draw.integer(0, len(shape))
        order = draw.random.permutation(len(shape))[:n]
        free = draw.shape(draw.integer(0, 2), 4)
        a, b = pair(draw, shape, (*[shape[axis] for axis in order], *free))
        axes = [int(axis) for axis in order], list(range(n))
        if draw.chance(0.05):
            axes = axes[0], axes[1][1:] + [draw.integer(-3, 3)]
        shown = [numbers(part) or "-" for part in axes]
        return words(op, *shown), texts([a, b]), a.size, outcome(lambda: np.tensordot(a, b, axes)), "-"
    if op == "inner":
        a, b = pair(draw, draw.pick([(k,), (3, k), (2, 3, k), ()]), draw.pick([(other,), (4, other), (2, 2, other)]))
        if 1 in (a.size, b.size) and not (np.isfinite(a).all() and np.isfinite(b).all()):
            return products(draw)
        return op, texts([a, b]), k, outcome(lambda: np.inner(a, b)), "-"
    if op == "vdot":
        a, b = pair(draw, (2, k), draw.pick([(2 * k,), (k, 2), (other, 2)]))
        return op, texts([a, b]), a.size, outcome(lambda: np.vdot(a, b)), "-"
    a, b = pair(draw, draw.shape(longest=3), draw.shape(longest=3))
    return op, texts([a, b]), 1, outcome(lambda: getattr(np, op)(a, b)), "-"


def norm(draw):
    order = draw.pick([None, 0.0, 1.0, -1.0, 2.0, 3.0, -2.0, 0.5, float("inf"), float("-inf")])
    a = tame(draw, draw.dtype(), draw.shape())
    choice = draw.integer(0, 3)
    if order is None:
        return words("norm"), text(a), a.size, outcome(lambda: np.linalg.norm(a)), "-"
    if choice == 0:
        if a.ndim == 2 and abs(order) == 2:
            return norm(draw)
        return words("norm", order), text(a), a.size, outcome(lambda: np.linalg.norm(a, order)), "-"
    keep = draw.chance(0.5)
    if choice == 1 and a.ndim > 0:
        axes = (draw.axis(a.ndim), draw.axis(a.ndim))
        if abs(order) == 2:
            return norm(draw)
        result = outcome(lambda: np.linalg.norm(a, order, axes, keep))
        return words("norm", order, *axes, int(keep)), text(a), a.size, result, "-"
    axis = draw.axis(a.ndim)
    return words("norm", order, axis, int(keep)), text(a), a.size, outcome(lambda: np.linalg.norm(a, order, axis, keep)), "-"


@kind("call", "array", "the largest singular value", "result or !error text")
def singular(draw):
    """Singular values, and norms that need them, also of matrices of less than full rank."""
    op = draw.pick("norm norm nuclear svdvals svdvals".split())
    shape = draw.shape(draw.pick([2, 2, 2, 3, 3, 4, 1]) if draw.chance(0.9) else 2, draw.pick([3, 6, 20]))
    a = tame(draw, draw.dtype(), shape)
    if a.ndim == 2 and draw.chance(0.3):
        a = np.asarray(np.outer(tame(draw, a.dtype, shape[:1]), tame(draw, a.dtype, shape[1:])), a.dtype)
    if not np.isfinite(a).all():
        return singular(draw)
    axes, more, shown = (-2, -1), (), ()
    if op != "svdvals" and (a.ndim != 2 or draw.chance(0.3)):
        axes, keep = (draw.axis(a.ndim), draw.axis(a.ndim)), draw.chance(0.5)
        more, shown = (axes, keep), (*axes, int(keep))
    try:
        largest = max(np.linalg.norm(a.astype(FLOAT64), 2, axes).ravel(), default=0.0)
    except (ValueError, IndexError):
        largest = 0.0
    if op == "svdvals":
        call = lambda: np.linalg.svdvals(a)
    else:
        order = "nuc" if op == "nuclear" else draw.pick([2.0, 2.0, -2.0])
        shown = shown if op == "nuclear" else (order, *shown)
        call = lambda: np.linalg.norm(a, order, *more)
    return words(op, *shown), text(a), largest, outcome(call)


# Distributions


def probabilities(draw):
    p = draw.random.random(draw.integer(1, 8)) * (draw.random.random() < 0.9)
    p[draw.random.random(len(p)) < 0.2] = 0
    total = p.sum()
    p = p / total if total > 0 else p
    if draw.chance(0.05):
        p[0] = draw.pick([-0.1, 0.9, np.nan, 1.5])
    return [float(x) for x in p]


def distribution_call(draw):
    size = numbers(draw.integer(1, 8) for _ in range(draw.pick([1, 1, 2]))) if draw.chance(0.95) else "0"
    scale = draw.pick([1.0, 0.5, 3.25, 0.0] + [-1.0, -0.0] * draw.chance(0.05))
    bad = [-1.0, float("nan")] * draw.chance(0.1)
    positive = lambda: draw.pick([0.1, 0.5, 0.99, 1.0, 1.5, 2.0, 7.3, 40.0] + bad)
    location = draw.pick([0.0, -2.5, 10.0])
    p = draw.pick([0.0, 0.01, 0.1, 0.3, 0.5, 0.5, 0.7, 0.9, 0.999, 1.0] + bad)
    return draw.pick(
        [
            words("exponential", scale, size),
            words("gamma", draw.pick([0.0, positive()]), scale, size),
            words("beta", positive(), positive(), size),
            words("beta", draw.pick([1e-3, 1e-200, 0.5]), draw.pick([1e-3, 1e-200, 0.5]), size),
            words("standard_t", positive(), size),
            words("lognormal", location, scale, size),
            words("laplace", location, scale, size),
            words("logistic", location, scale, size),
            words("triangular", location, location + draw.pick([0.0, 1.0, 2.0]), location + draw.pick([2.0, 3.5]), size),
            words("binomial", draw.pick([0, 1, 5, 20, 60, 100, 1000, 10**6, 10**12]), p, size),
            words("binomial", draw.pick([61, 100, 1000, 10**5, 10**9]), p, size),
            words("poisson", draw.pick([0.0, 0.1, 1.0, 5.0, 9.9, 10.0, 30.0, 1000.0, 1e10, 1e15] + bad), size),
            words("geometric", draw.pick([1.0, 0.9, 0.5, 1 / 3, 0.3, 0.1, 1e-3, 1e-9, 1e-15] + [0.0, 1.5] * draw.chance(0.1)), size),
            words("multinomial", draw.pick([0, 1, 20, 1000]), numbers(probabilities(draw)), size),
            words("randint", draw.pick(["bool", "uint8", "int64"]), draw.pick([0, 0, 0, 1]), draw.pick([1, 2, 2, 2, 3]), size),
            words("randint", "uint8", draw.pick([0, 0, 5, 250]), draw.pick([6, 10, 100, 255, 256] + [257] * draw.chance(0.1)), size),
            weighted(draw),
            words("random_choice", numbers(draw.integer(-99, 99) for _ in range(draw.integer(1, 9))), draw.integer(0, 6), draw.integer(0, 1)),
            words("rand", size),
            words("randn", size),
        ]
    )


def weighted(draw):
    p = probabilities(draw)
    return words("choice", len(p) + (1 if draw.chance(0.03) else 0), draw.integer(0, 6), draw.integer(0, 1), numbers(p))


def distribution_result(state, call):
    op, *arguments = call.split()
    if op == "choice":
        p = np.array(list(map(float, arguments[3].split(","))))
        return state.choice(int(arguments[0]), int(arguments[1]), arguments[2] == "1", p)
    if op == "random_choice":
        a = np.array(list(map(int, arguments[0].split(","))))
        return state.choice(a, int(arguments[1]), arguments[2] == "1")
    size = tuple(map(int, arguments[-1].split(",")))
    if op in ("rand", "randn"):
        return getattr(state, op)(*size)
    if op == "randint":
        return state.randint(int(arguments[1]), int(arguments[2]), size, dtype=arguments[0])
    if op == "multinomial":
        return state.multinomial(int(arguments[0]), np.array(list(map(float, arguments[1].split(",")))), size)
    if op == "binomial":
        return state.binomial(int(arguments[0]), float(arguments[1]), size)
    return getattr(state, op)(*map(float, arguments[:-1]), size)


@kind("seed", "calls joined by ;", "results, or !error text, joined by ;")
def distributions(draw):
    seed = draw.integer(0, 2**32 - 1)
    calls = [distribution_call(draw) for _ in range(draw.integer(2, 6))]
    state = np.random.RandomState(seed)
    return seed, ";".join(calls), ";".join(outcome(lambda: distribution_result(state, call)) for call in calls)


# Printing


@kind("precision threshold edgeitems linewidth suppress sign floatmode", "array", "str(array)", "repr(array)")
def printing(draw):
    options = {
        "precision": draw.pick([0, 1, 2, 3, 4, 8, 8, 12, 20]),
        "threshold": draw.pick([0, 5, 20, 1000, 1000]),
        "edgeitems": draw.pick([1, 2, 3, 3, 5]),
        "linewidth": draw.pick([10, 40, 75, 75, 120]),
        "suppress": draw.chance(0.4),
        "sign": draw.pick("--+ "),
        "floatmode": draw.pick("fixed unique maxprec maxprec_equal".split()),
    }
    a = draw.array(draw.pick([*DTYPES, FLOAT32, FLOAT64, FLOAT64]), draw.pick([draw.shape(longest=9), (30,), (12, 9)]))
    with np.printoptions(**options):
        shown = escape(str(a)), escape(repr(a))
    values = [options[name] for name in "precision threshold edgeitems linewidth".split()]
    sign = {"-": "MINUS", "+": "PLUS", " ": "SPACE"}[options["sign"]]
    return words(*values, int(options["suppress"]), sign, options["floatmode"].upper()), text(a), *shown


KINDS |= basics.KINDS | choosing.KINDS | elementary.KINDS | linear.KINDS | orders.KINDS | outputs.KINDS | parameters.KINDS | recipes.KINDS | refusals.KINDS


def main():
    parser = argparse.ArgumentParser(description="Makes records with NumPy.")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=1000, help="records of each kind")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND", help=" ".join(KINDS))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in arguments.kinds:
        header, make = KINDS[name]
        draw = Draw(arguments.seed, *name.encode())
        records = ["\t".join(map(str, make(draw))) for _ in range(arguments.count)]
        (arguments.out / f"{name}.tsv").write_text("\n".join([header, *records, ""]))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
