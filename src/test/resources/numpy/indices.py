"""Draws indices of every kind, and writes them."""

import numpy as np

from writing import BOOL, FLOAT32, INT64, UINT8, text, words

def part_text(part):
    match part:
        case None:
            return "newaxis"
        case int():
            return words("int", part)
        case slice():
            bounds = part.start, part.stop, part.step
            return "slice " + ":".join("" if bound is None else str(bound) for bound in bounds)
        case np.ndarray():
            return words("mask" if part.dtype == BOOL else "ints", text(part))
    return "..."


def a_slice(draw, length):
    start, stop = (None if draw.chance(0.4) else draw.integer(-length - 2, length + 2) for _ in "ab")
    return slice(start, stop, None if draw.chance(0.5) else draw.pick([-3, -2, -1, 1, 2, 3, 7]))


def a_position(draw, length):
    outside = 2 if length == 0 or draw.chance(0.02) else 0
    return draw.integer(-length - outside, length + outside - 1)


def positions(draw, length, shape):
    values = np.array([a_position(draw, length) for _ in range(int(np.prod(shape)))], INT64).reshape(shape)
    dtype = draw.pick([INT64] * 50 + [UINT8] * 5 + [FLOAT32])
    return values if dtype == UINT8 and np.any(values < 0) else values.astype(dtype)


def parts_for(draw, kinds, shape, common):
    """A part for each of the axes, of kinds p(osition), s(lice), a(rray) and m(ask), and n(ew axes) between them."""
    parts, axis = [], 0
    while axis < len(shape):
        kind = draw.pick(kinds)
        covers = {"n": 0, "m": draw.integer(0 if draw.chance(0.05) else 1, len(shape) - axis)}.get(kind, 1)
        match kind:
            case "p":
                parts.append(a_position(draw, shape[axis]))
            case "s":
                parts.append(a_slice(draw, shape[axis]))
            case "a":
                lengths = tuple(1 if draw.chance(0.1) else n for n in common[draw.chance(0.1) :])
                parts.append(positions(draw, shape[axis], (2, 3) if draw.chance(0.02) else lengths))
            case "m":
                lengths = shape[axis : axis + covers]
                parts.append(draw.array(BOOL, tuple(n + 1 if draw.chance(0.02) else n for n in lengths)))
            case "n":
                parts.append(None)
        axis += covers
    return parts


def an_index(draw, shape):
    if shape and draw.chance(0.005):
        return (slice(None, None, 0),)
    kinds = draw.pick(["p", "s", "psn", "pssn", "a", "a", "pa", "aas", "aspn", "m", "m", "ms", "mpn", "aamspn"])
    common = draw.shape(draw.pick([0, 1, 1, 1, 2]), longest=4)
    before = draw.integer(0, len(shape))
    after = draw.integer(0, len(shape) - before) if draw.chance(0.3) else 0
    parts = parts_for(draw, kinds, shape[:before], common)
    if after or not parts or draw.chance(0.2):
        parts += [Ellipsis] * (1 + draw.chance(0.01)) + parts_for(draw, kinds, shape[len(shape) - after :], common)
    if draw.chance(0.02):
        parts += [0] * draw.integer(1, len(shape) - before - after + 1)
    return tuple(parts)


def index_text(parts):
    return ";".join(map(part_text, parts))
