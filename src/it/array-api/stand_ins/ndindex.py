"""The one function of the package ndindex that the suite calls, for a Python without that package."""

import itertools
import typing


class Position(typing.NamedTuple):
    raw: tuple


def iter_indices(*shapes, skip_axes=()):
    """The indices of all elements of shapes that are broadcast together; of the skipped axes, the whole axis."""
    each = not isinstance(skip_axes, int) and any(isinstance(axes, (list, tuple)) for axes in skip_axes)
    sides, kept = [], []
    for shape, axes in zip(shapes, skip_axes if each else itertools.repeat(skip_axes)):
        skipped = {range(len(shape))[axis] for axis in ([axes] if isinstance(axes, int) else axes)}
        kept.append([axis for axis in range(len(shape)) if axis not in skipped])
        sides.append([shape[axis] for axis in kept[-1]])
    common = [_common(lengths) for lengths in itertools.zip_longest(*map(reversed, sides), fillvalue=1)][::-1]
    for position in itertools.product(*map(range, common)):
        yield tuple(Position(_raw(shape, axes, position)) for shape, axes in zip(shapes, kept))


def _common(lengths):
    wide = {length for length in lengths if length != 1} or {1}
    if len(wide) > 1:
        raise ValueError(f"{lengths} cannot be broadcast")
    return wide.pop()


def _raw(shape, axes, position):
    raw = [slice(None)] * len(shape)
    for axis, i in zip(reversed(axes), reversed(position)):
        raw[axis] = 0 if shape[axis] == 1 else i
    return tuple(raw)
