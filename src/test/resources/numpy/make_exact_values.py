#!/usr/bin/env python3
"""Makes exact.tsv: the exact values, to 150 bits, of functions for which NumPy calls the C library.

    python3 make_exact_values.py > exact.tsv

needs mpmath. One record a line: the function, its arguments as one array or two joined by ";", and the exact values as
float64 and what these are off. HARD has the argument of the largest error of ours that was found among millions;
ExactValuesTest tells how large it is.
"""

import mpmath
import numpy as np

from writing import FLOAT32, FLOAT64, text, texts

mpmath.mp.prec = 150
COUNT = 60

FUNCTIONS = {
    "tan": mpmath.tan,
    "arcsin": mpmath.asin,
    "arccos": mpmath.acos,
    "arctan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "arcsinh": mpmath.asinh,
    "arccosh": mpmath.acosh,
    "arctanh": mpmath.atanh,
    "exp2": lambda x: mpmath.power(2, x),
    "expm1": mpmath.expm1,
    "log2": lambda x: mpmath.log(x, 2),
    "log10": mpmath.log10,
    "log1p": mpmath.log1p,
    "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
    "arctan2": mpmath.atan2,
    "hypot": mpmath.hypot,
}
TWO_OPERANDS = ["arctan2", "hypot"]
FROM_ONE = {"arccosh": 1}
UP_TO_ONE = ["arcsin", "arccos", "arctanh"]

HARD = {
    "tan": ["-0x1.f56f6c661373bp+167"],
    "arcsin": ["-0x1.02e441fdd7f54p-1"],
    "arccos": ["-0x1.0e4fd9f784638p-1"],
    "arctan": ["0x1.5623d0a7e10aep-1"],
    "sinh": ["-0x1.6cba0f5660560p-1"],
    "cosh": ["0x1.ee030b09dbe90p+1"],
    "arcsinh": ["-0x1.09e8feb9b4a18p-1"],
    "arccosh": ["0x1.06f320f13bbedp+0"],
    "arctanh": ["-0x1.d1faae2dcafc6p-3"],
    "exp2": ["-0x1.1d3d4b13d6228p+0"],
    "expm1": ["0x1.64db2a9091931p-2"],
    "log2": ["0x1.69ef1f78bc096p+0"],
    "log10": ["0x1.9a52b8c707eb8p-4"],
    "log1p": ["-0x1.2e69a8d0b3ea0p-2"],
    "cbrt": ["-0x1.4c8bbe07483e2p-642"],
    "arctan2": ["-0x1.9da214d6f6ffap+16", "0x1.9d6f8eabfb7b4p+18"],
    "hypot": ["0x1.81693f571ffb0p+0", "0x1.7cc7166fb8a06p+1"],
}


def arguments(random, op):
    """Some near 1, some of any size for which the function is finite."""
    signs = random.choice([-1, 1], COUNT) if op not in ("log2", "log10", "arccosh") else np.ones(COUNT)
    if op in UP_TO_ONE:
        sizes = np.concatenate([random.uniform(0, 1, COUNT // 2), np.exp2(random.uniform(-40, 0, COUNT // 2))])
    elif op == "arccosh":
        sizes = 1 + np.exp2(random.uniform(-40, 60, COUNT))
    elif op == "log1p":
        sizes = np.concatenate([random.uniform(0, 1, COUNT // 2), np.exp2(random.uniform(-40, 0, COUNT // 2))])
    else:
        high = 6 if op in ("sinh", "cosh", "exp2", "expm1") else 60
        sizes = np.concatenate([random.uniform(0, 4, COUNT // 2), np.exp2(random.uniform(-40, high, COUNT // 2))])
    return signs * sizes


def split(exact):
    high = float(exact)
    return high, float(exact - high)


def record(random, op, dtype):
    count = 2 if op in TWO_OPERANDS else 1
    operands = [arguments(random, op).astype(dtype) for _ in range(count)]
    hard = HARD.get(op, [])
    if dtype == FLOAT64 and hard:
        operands = [np.append(x, float.fromhex(h)) for x, h in zip(operands, hard)]
    exact = [FUNCTIONS[op](*(mpmath.mpf(float(x)) for x in point)) for point in zip(*operands)]
    high, low = (np.array(values, FLOAT64) for values in zip(*map(split, exact)))
    return "\t".join([op, texts(operands), text(high), text(low)])


def main():
    random = np.random.default_rng(1)
    print("# function\targuments joined by ;\texact values, rounded\twhat is missing of them")
    for op in FUNCTIONS:
        for dtype in (FLOAT64, FLOAT32):
            print(record(random, op, dtype))


if __name__ == "__main__":
    main()
