#!/usr/bin/env python3
"""Makes exact.tsv: the exact values, to 150 bits, of functions whose results are not correctly rounded.

    python3 make_exact_values.py > exact.tsv

needs mpmath. One record a line: the function, its arguments as one array or two joined by ";", the exact values rounded
to float64, and what is missing of them. HARD has the argument of float64 whose error is the largest of ours that was
found among millions, HARD_SINGLE the one of float32, among all 2^32 arguments or, of pow, among millions.
ExactValuesTest computes how large the errors are.
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
    "exp": mpmath.exp,
    "log": mpmath.log,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tanh": mpmath.tanh,
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "pow": mpmath.power,
}
TWO_OPERANDS = ["arctan2", "hypot", "pow"]
FROM_ONE = {"arccosh": 1}
POSITIVE = ["log", "log2", "log10", "arccosh", "pow"]
EXPONENTIAL = ["sinh", "cosh", "exp2", "expm1", "exp", "sigmoid"]
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
    "exp": ["-0x1.45170b9a1e6b9p+9"],
    "log": ["0x1.c418ce116b15ep-1"],
    "sin": ["-0x1.288f19473cccp-3"],
    "cos": ["-0x1.b6e706abfbd9cp+0"],
    "tanh": ["0x1.00f3ba00f58f2p-1"],
    "sigmoid": ["-0x1.25f8ff23a2edp+5"],
    "pow": ["0x1.fa91108332a26p-1", "-0x1.85806d3ebcc16p+8"],
}

HARD_SINGLE = {
    "exp": ["-0x1.f03c6ep+5"],
    "log": ["0x1.90d28ap-1"],
    "sin": ["0x1.3886a2p+9"],
    "cos": ["0x1.e5c832p+15"],
    "tanh": ["0x1.014e06p-1"],
    "sigmoid": ["-0x1.0a90c4p+4"],
    "pow": ["0x1.15ff0ep+0", "-0x1.d2fed4p+9"],
}


def arguments(random, op):
    """Some near 1, some of any size for which the function is finite."""
    signs = random.choice([-1, 1], COUNT) if op not in POSITIVE else np.ones(COUNT)
    if op in UP_TO_ONE:
        sizes = np.concatenate([random.uniform(0, 1, COUNT // 2), np.exp2(random.uniform(-40, 0, COUNT // 2))])
    elif op == "arccosh":
        sizes = 1 + np.exp2(random.uniform(-40, 60, COUNT))
    elif op == "pow":
        sizes = np.exp2(random.uniform(-3, 3, COUNT))
    elif op == "log1p":
        sizes = np.concatenate([random.uniform(0, 1, COUNT // 2), np.exp2(random.uniform(-40, 0, COUNT // 2))])
    else:
        high = 6 if op in EXPONENTIAL else 60
        sizes = np.concatenate([random.uniform(0, 4, COUNT // 2), np.exp2(random.uniform(-40, high, COUNT // 2))])
    return signs * sizes


def split(exact):
    high = float(exact)
    return high, float(exact - high)


def record(random, op, dtype):
    count = 2 if op in TWO_OPERANDS else 1
    operands = [arguments(random, op).astype(dtype) for _ in range(count)]
    hard = (HARD if dtype == FLOAT64 else HARD_SINGLE).get(op, [])
    if hard:
        operands = [np.append(x, dtype.type(float.fromhex(h))) for x, h in zip(operands, hard)]
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
