"""Draws records of arguments that functions have beside the usual ones: the axis that stays, parameters of random
distributions that are arrays, and the margins of pad; and of text files.
"""

import io

import numpy as np

from kinds import table
from statistics_kinds import elements, finite, record, written
from writing import BOOL, FLOAT32, FLOAT64, INT64, UINT8, escape, outcome, text

KINDS, kind = table()

COLUMNS = "call", "arrays joined by ;", "result or !error text"

NAN = "nansum nanprod nanmean nanmax nanmin nanmedian nanvar nanstd".split()
QUANTILES = "percentile quantile nanpercentile nanquantile".split()


@kind(*COLUMNS)
def keepdims(draw):
    """One axis, which stays or not. Some quantiles and axes are wrong at once, so that the order of checks shows."""
    op = draw.pick(["median", "count_nonzero"] * 2 + NAN + QUANTILES * 2)
    a = elements(draw)
    if op.endswith("quantile") or op.endswith("percentile") or op.endswith("median"):
        a = finite(draw)
        if a.dtype.kind == "f" and draw.chance(0.5):
            a = np.where(draw.random.random(a.shape) < 0.3, a.dtype.type(np.nan), a)
    if a.dtype.kind == "u" and op in ("nansum", "nanprod"):
        a = a.astype(INT64)
    wrong = draw.chance(0.15)
    axis, keep = draw.axis(a.ndim) if not wrong else a.ndim + 1, draw.chance(0.6)
    more = {"axis": axis, "keepdims": int(keep)}
    given = {"axis": axis, "keepdims": keep}
    function = getattr(np, op)
    if op not in QUANTILES:
        return record(written(op, **more), [a], lambda: function(a, **given))
    whole = 100 if op.endswith("percentile") else 1
    if draw.chance(0.5):
        q = draw.pick([0.0, 0.25, 0.5, 1.0, round(draw.random.random(), 3)]) * whole
        q = draw.pick([-0.5, 2.0 * whole, np.nan]) if draw.chance(0.5 if wrong else 0.05) else q
        return record(written(op, q=q, **more), [a], lambda: function(a, q, **given))
    q = draw.random.random(draw.pick([(2,), (3,), (2, 2), (1, 1, 1)])) * whole
    q = q * -1 if draw.chance(0.3 if wrong else 0.05) else q
    q = q.astype(draw.pick([FLOAT32, FLOAT64, INT64]))
    return record(written(op, **more), [a, q], lambda: function(a, q, **given))


# Random numbers


def drawn(seed, function):
    """What a function draws, and two numbers after it, which show where the generator is."""
    random = np.random.RandomState(seed)
    return [np.asarray(function(random)), random.random_sample(2)]


def parameter(draw, values, shape):
    """An array of parameters, now and then with wrong ones."""
    a = np.asarray(draw.random.choice(values, shape))
    return a.astype(draw.pick([FLOAT64, FLOAT64, FLOAT32])) if draw.chance(0.8) or not np.all(a >= 0) else a.astype(draw.pick([INT64, BOOL]))


def random_shape(draw, first, second):
    """No shape, the shape of the parameters, a wider one, or one that does not fit."""
    try:
        common = np.broadcast_shapes(first, second)
    except ValueError:
        common = first
    wider = draw.shape(draw.integer(0, 2), 3) + tuple(draw.integer(1, 3) if n == 1 else n for n in common)
    return draw.pick([None, common, wider, wider, wider, draw.shape(draw.integer(1, 2), 3)]) or None


RATES = [0.0, 0.1, 1.0, 5.0, 9.9, 10.0, 30.0, 1000.0, 1e10]


@kind(*COLUMNS[:2], "results joined by ;, or !error text")
def arrayparameters(draw):
    op = draw.pick("normal uniform poisson binomial exponential choice choice".split())
    seed = draw.integer(0, 2**32 - 1)
    if op == "choice":
        return choice(draw, seed)
    shapes = draw.shapes_to_broadcast()
    if draw.chance(0.15):
        shapes = shapes[0], ()
    wrong = draw.chance(0.1)
    match op:
        case "normal":
            arrays = finite(draw, shape=shapes[0]), parameter(draw, [0.0, 0.5, 2.0, 7.25, np.nan] + [-1.0, -0.0] * wrong, shapes[1])
        case "uniform":
            arrays = finite(draw, shape=shapes[0]), elements(draw, FLOAT64, shapes[1]) if wrong else finite(draw, shape=shapes[1])
        case "binomial":
            numbers = [0, 1, 5, 20, 100, 1000, 10**6] + [-1] * wrong
            trials = np.asarray(draw.random.choice(numbers, shapes[0])).astype(draw.pick([INT64] * 6 + [UINT8, BOOL, FLOAT64]))
            arrays = trials, parameter(draw, [0.0, 0.1, 0.3, 0.5, 0.7, 0.999, 1.0] + [-0.5, 1.5, np.nan] * wrong, shapes[1])
        case "poisson":
            shapes = shapes[0], ()
            arrays = (parameter(draw, RATES + [-1.0, np.nan, 1e19, -0.0] * wrong, shapes[0]),)
        case "exponential":
            shapes = shapes[0], ()
            arrays = (parameter(draw, [0.0, 0.5, 1.0, 3.25, np.nan] + [-1.0, -0.0] * wrong, shapes[0]),)
    shape = random_shape(draw, *shapes)
    if shape and draw.chance(0.05):
        shape = (-1, *shape[1:])
    if shape is None and len({a.ndim for a in arrays} | {0}) == 1 and draw.chance(0.7):
        return arrayparameters(draw)
    call = written(op, seed=seed, shape=shape)
    return record(call, arrays, lambda: drawn(seed, lambda random: getattr(random, op)(*arrays, size=shape)))


def choice(draw, seed):
    population = draw.integer(1, 12) if draw.chance(0.95) else 0
    a = elements(draw, shape=(population,)) if draw.chance(0.5) else None
    if a is not None and draw.chance(0.03):
        a = elements(draw, shape=draw.pick([(), (2, 3)]))
        a = a.astype(FLOAT64) + 0.5 if a.ndim == 0 else a
    shape = draw.pick([None, (), (draw.integer(0, 5),), draw.shape(2, 3), draw.shape(2, 3), draw.shape(3, 2)])
    if shape and draw.chance(0.05):
        shape = (-1, *shape[1:])
    replace = draw.chance(0.5)
    p = None
    if draw.chance(0.5) and population:
        p = draw.random.random(population) * (draw.random.random(population) < 0.8)
        p = p / p.sum() if p.sum() > 0 and draw.chance(0.95) else p
        p = p.astype(FLOAT32) if draw.chance(0.2) else p
    arrays = [array for array in (a, p) if array is not None]
    call = written("choice", seed=seed, population=population if a is None else None, shape=shape, replace=int(replace), p=None if p is None else 1)
    of = population if a is None else a
    if a is not None and a.ndim == 0:
        of = a[None, None]
        arrays[0] = of
    return record(call, arrays, lambda: drawn(seed, lambda random: random.choice(of, shape, replace, p)))


# Margins


STATISTICS = ["maximum", "mean", "median", "minimum"]


def pairs_of(draw, ndim, number):
    """A pair for each axis, or one for all of them."""
    return [(number(), number()) for _ in range(ndim if draw.chance(0.7) else 1)]


def joined(pairs):
    return tuple(number for pair in pairs for number in pair)


@kind(*COLUMNS)
def padded(draw):
    mode = draw.pick(STATISTICS + ["linear_ramp"] * 2 + ["constant"] + ["reflect_odd", "symmetric_odd"] * 2)
    a = draw.array(shape=draw.shape(draw.integer(1, 3), 4))
    if a.dtype == INT64 and mode not in ("reflect_odd", "symmetric_odd") and draw.chance(0.8):
        a = a % 1000 - 500
    widths = pairs_of(draw, a.ndim, lambda: draw.integer(-1 if draw.chance(0.02) else 0, [0, 17, 6, 2][a.ndim]))
    given, more = {}, {}
    if mode in STATISTICS:
        least = 0 if draw.chance(0.3) and (mode in ("maximum", "minimum") or a.dtype.kind == "f") else 1
        lengths = pairs_of(draw, a.ndim, lambda: draw.integer(-1 if draw.chance(0.02) else least, 6))
        given, more = {"stat_length": lengths}, {"stat_length": joined(lengths)}
    elif mode in ("linear_ramp", "constant"):
        few = [0.0, -0.0, 1.5, -2.25, 7.0, 100.0, 1e-3] if a.dtype != UINT8 else [0.0, 1.5, 7.0, 200.0]
        few = few + [np.nan, np.inf, 1e300] if a.dtype.kind == "f" or mode == "constant" and a.dtype == INT64 else few
        values = pairs_of(draw, a.ndim, lambda: draw.pick(few))
        name = "end_values" if mode == "linear_ramp" else "constant_values"
        given, more = {name: values}, {"values": joined(values)}
    else:
        given = {"reflect_type": "odd"}
    if a.dtype == UINT8 and mode == "linear_ramp":
        a = a // 2
    call = written("pad", mode=mode, widths=joined(widths), **more)
    return record(call, [a], lambda: np.pad(a, widths, mode.replace("_odd", ""), **given))


# Text files


FORMATS = """%.18e %d %.3f %g %s %10.3f %-8.2f %+.2e %5d %-5d %05d %+d %i %#g %.0f %#.0f %.0e %.2d %E %G %F
    %.17g %.10g %05.1f %8s %.3s %x %#X %o %.f %ld %.25f""".split() + ["% .3g", "% d", "%5d|"]
BAD_FORMATS = ["%y", "%", "%5", "%*d", "abc", "%d%%", "%d %d %d %d %d %d %d"]


def shown_options(options):
    """Options joined by a broken bar, with lists joined by currency signs."""
    return "¦".join(f"{k}={'¤'.join(map(str, v)) if isinstance(v, list | tuple) else v}" for k, v in options.items())


@kind("call", "options", "array", "text or !error text")
def savetxt(draw):
    a = elements(draw, shape=draw.shape(draw.pick([1, 2, 2, 2] if draw.chance(0.97) else [0, 3]), 4))
    if draw.chance(0.5) and a.dtype.kind == "f":
        a = finite(draw, a.dtype, a.shape)
    columns = a.shape[1] if a.ndim == 2 else 1
    options = {}
    if draw.chance(0.85):
        options["fmt"] = draw.pick(FORMATS if draw.chance(0.92) else BAD_FORMATS)
        if draw.chance(0.25) and columns > 1:
            options["fmt"] = [draw.pick(FORMATS) for _ in range(columns + draw.chance(0.08))]
        elif draw.chance(0.1):
            options["fmt"] = " and ".join(draw.pick(FORMATS) for _ in range(columns))
    for name, values in (("delimiter", [",", ";", "\t", ", "]), ("newline", ["|\n", ";"]), ("header", ["x", "x y\nz", "é"]), ("footer", ["end", "a\n\nb"]), ("comments", ["", "//"])):
        if draw.chance(0.25):
            options[name] = draw.pick(values)

    def written_text():
        file = io.StringIO()
        try:
            np.savetxt(file, a, **options)
        except AttributeError as error:
            raise ValueError(error) from error
        return escape(file.getvalue())

    return "savetxt", escape(shown_options(options)), text(a), outcome(written_text, str)


GOOD = ["1", "2.5", "-3", "+7", "0.1", "1e5", "1.5e-300", ".5", "5.", "nan", "-inf", "Infinity", "1e400", "1e-400", "-0", "123456789012345678901234567890", "0.1000000000000000055511151231257827", "9007199254740993", "1.7976931348623159e308", "2.4703282292062328e-324", "0.000000000000000000000000123", "8.41e21", "9223372036854775807"]
BAD = ["x", "1_0", "0x10", "1e", ".", "--1", "1d", "", "x'y", '"1"', "1.5.2", "é", "- 1", "9223372036854775808", "infin", "1e5.0", "1e+-5"]


@kind("call", "options", "text", "result or !error text")
def loadtxt(draw):
    dtype = draw.pick([FLOAT64] * 5 + [FLOAT32, INT64, UINT8, BOOL])
    options = {} if dtype == FLOAT64 else {"dtype": dtype}
    delimiter = draw.pick([None, None, ",", ";"])
    if delimiter:
        options["delimiter"] = delimiter
    columns, rows = draw.integer(1, 4), draw.integer(0, 5)
    whole = dtype.kind in "iub"

    def field():
        if draw.chance(0.008):
            return draw.pick(BAD)
        if whole:
            return str(draw.integer(0 if dtype.kind == "u" else -300, 260 if draw.chance(0.05) else 255))
        return draw.pick(GOOD) if draw.chance(0.3) else repr(float(draw.random.standard_normal() * 10.0 ** draw.integer(-20, 20))) if draw.chance(0.7) else "%.18e" % draw.random.random()

    comments = draw.pick([None, None, None, "%", ["%", "//"], "//", "none"])
    if comments:
        options["comments"] = "" if comments == "none" else comments
    mark = "#" if not comments else "" if comments == "none" else comments if isinstance(comments, str) else draw.pick(comments)
    quote = draw.chance(0.1) and not isinstance(comments, list) and comments != "//"
    if quote:
        options["quotechar"] = '"'
    lines = []
    for _ in range(rows):
        while draw.chance(0.15):
            lines.append(draw.pick(["", f"{mark} a b" if mark else ""]))
        cells = [field() for _ in range(columns + (draw.integer(-1, 1) if draw.chance(0.02) else 0))]
        if quote:
            cells = [f'"{cell}"' if draw.chance(0.5) else cell for cell in cells]
        joint = draw.pick([" ", "  ", "\t"]) if delimiter is None else draw.pick([delimiter, delimiter + " "])
        line = joint.join(cells) + (draw.pick([f" {mark} c", mark]) if mark and draw.chance(0.15) else "")
        lines.append(draw.pick(["", " "]) + line + draw.pick(["", " "]) if draw.chance(0.2) else line)
    content = "\n".join(lines) + ("\n" if draw.chance(0.8) else "")
    for name, chance, values in (("skiprows", 0.15, [1, 2, 7]), ("max_rows", 0.15, [0, 1, 2, 3]), ("ndmin", 0.3, [0, 1, 2])):
        if draw.chance(chance):
            options[name] = draw.pick(values)
    if draw.chance(0.2):
        options["usecols"] = [draw.integer(-columns, columns - 1 + draw.chance(0.05)) for _ in range(draw.integer(1, 3))]
    if draw.chance(0.02):
        options[draw.pick(["skiprows", "max_rows"])] = -1
    if draw.chance(0.02):
        options["delimiter"] = draw.pick(["::", "#", "\n"])
    given = {name: None if name == "comments" and value == "" else value for name, value in options.items()}
    return "loadtxt", escape(shown_options(options)), escape(content), outcome(lambda: np.loadtxt(io.StringIO(content), **given))
