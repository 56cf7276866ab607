"""Draws what goes into an operation."""

import numpy as np

from writing import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT8

NOT_FINITE = [np.nan, np.inf, -np.inf]


class Draw:
    """Draws dtypes, shapes and elements of many kinds, all from one seed."""

    FLOATS = [
        lambda random, n: random.random(n),
        lambda random, n: random.standard_normal(n),
        lambda random, n: random.standard_normal(n) * 1e-5,
        lambda random, n: random.integers(-50, 51, n),
        lambda random, n: np.round(random.normal(0, 100, n), 2),
        lambda random, n: random.choice([-2, -1, -0.0, 0, 1, 2], n),
        lambda random, n: random.choice([-1, 1], n) * 10.0 ** random.integers(-30, 31, n),
        lambda random, n: np.where(random.random(n) < 0.9, random.random(n), random.choice(NOT_FINITE, n)),
    ]
    SPECIAL = [0, -0.0, 1, -1, 0.5, 1 / 3, 1e-4, 1e8, 1e16, 123456.789, 2**24 + 1, 2.0**53, *NOT_FINITE]
    INTEGERS = [10, 1000, 10**6, 2**40, 2**63]
    EXTREMES = [-(2**63), 2**63 - 1, -1, 0, 1, 2, 2**31, 2**53 + 1, 2**62]
    WEAK_INTEGERS = [0, 1, 2, -1, -3, 255, 256, 2**24 + 1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63)]
    WEAK_FLOATS = [0.0, -0.0, 0.5, 1.0, 2.0, -1.0, 0.1, 1e-46, 1e39, 1e300, *NOT_FINITE]

    def __init__(self, *seed):
        self.random = np.random.default_rng(seed)

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, options):
        return options[self.random.integers(len(options))]

    def integer(self, low, high):
        """Both ends are possible."""
        return int(self.random.integers(low, high + 1))

    def dtype(self, among=(*DTYPES, FLOAT32, FLOAT64)):
        return self.pick(among)

    def shape(self, ndim=None, longest=6):
        ndim = self.pick([0, 1, 1, 2, 2, 2, 3, 3, 4]) if ndim is None else ndim
        return tuple(self.pick([0] + [1] * 5 + [self.integer(1, longest)] * 26) for _ in range(ndim))

    def shapes_to_broadcast(self):
        """Two shapes that go together, or now and then two that most likely do not."""
        if self.chance(0.07):
            return self.shape(), self.shape()
        whole = self.shape()
        return tuple(
            tuple(1 if self.chance(0.15) else length for length in whole[self.integer(0, len(whole)) if cut else 0 :])
            for cut in (self.chance(0.3), self.chance(0.3))
        )

    def axis(self, ndim):
        """An axis counted from either end, or now and then one that does not exist. Scalars have none but 0 and -1."""
        outside = 2 if ndim == 0 or self.chance(0.04) else 0
        return self.integer(-ndim - outside, ndim + outside - 1)

    def array(self, dtype=None, shape=None):
        dtype = self.dtype() if dtype is None else dtype
        shape = self.shape() if shape is None else shape
        elements = {BOOL: self.bools, UINT8: self.bytes, INT64: self.integers}.get(dtype, self.floats)
        return np.asarray(elements(int(np.prod(shape)), dtype)).astype(dtype).reshape(shape)

    def bools(self, n, _):
        return self.random.random(n) < self.pick([0, 0.1, 0.5, 0.5, 0.5, 0.9, 1])

    def bytes(self, n, _):
        if self.chance(0.2):
            return self.random.choice([0, 1, 127, 128, 255], n)
        return self.random.integers(0, self.pick([3, 256]), n)

    def integers(self, n, _):
        if self.chance(0.2):
            return self.random.choice(self.EXTREMES, n)
        bound = self.pick(self.INTEGERS)
        return self.random.integers(-bound, bound, n)

    def floats(self, n, dtype):
        style = self.random.random()
        if style < 0.75:
            return self.pick(self.FLOATS)(self.random, n)
        if style < 0.85:
            limits = np.finfo(dtype)
            extremes = [limits.max, limits.min, limits.tiny, -limits.tiny, limits.smallest_subnormal, limits.eps]
            return self.random.choice(np.array(self.SPECIAL + extremes), n)
        # Numbers of any magnitude, or subnormal ones: their bits are random.
        bits = np.frombuffer(self.random.bytes(n * dtype.itemsize), f"u{dtype.itemsize}")
        floats = (bits if style < 0.95 else bits >> (10 if dtype == FLOAT32 else 13)).view(dtype)
        return np.where(np.isfinite(floats), floats, dtype.type(1))

    def scalar(self, integer=None):
        """What a record shows of a Python number, and the number."""
        if self.chance(0.5) if integer is None else integer:
            number = self.integer(0, 100) if self.chance(0.7) else self.pick(self.WEAK_INTEGERS)
            return f"i:{number}", number
        number = round(float(self.random.normal(0, 10)), 3) if self.chance(0.7) else self.pick(self.WEAK_FLOATS)
        return f"f:{number}", number
