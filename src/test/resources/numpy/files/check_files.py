"""Checks that NumPy reads what the library has written: the other direction of make_files.py.

Run by hand after the tests: python3 check_files.py ../../../../../target/written-files
NpyTest and NpzTest have written every array of expected.tsv there.
"""

import struct
import sys
from pathlib import Path
from urllib.parse import quote_plus

import numpy as np

folder = Path(sys.argv[1])
archive = np.load(folder / "all.npz")
expected = Path(__file__).with_name("expected.tsv").read_text(encoding="utf-8").splitlines()
names = []
for row in expected:
    file, key, dtype, shape, _, elements = row.split("\t")
    name = f"{file} {key}".strip()
    names.append(name)
    shape = tuple(int(n) for n in shape.strip("()").split(",") if n)
    if dtype.startswith("float"):
        flat = [struct.unpack(">d", bytes.fromhex(e))[0] for e in elements.split()]
    else:
        flat = [int(e) for e in elements.split()]
    wanted = np.array(flat, dtype=dtype).reshape(shape)
    for found in (np.load(folder / f"{quote_plus(name)}.npy"), archive[name]):
        assert found.dtype == wanted.dtype and found.dtype.byteorder in "=|", (name, found.dtype)
        assert found.shape == wanted.shape and found.flags.c_contiguous, name
        assert np.array_equal(found, wanted, equal_nan=found.dtype.kind == "f"), name
        if found.dtype.kind == "f":
            assert np.array_equal(np.signbit(found), np.signbit(wanted)), name
assert archive.files == names
print(f"{len(expected)} arrays, each from .npy and .npz: all as expected")
