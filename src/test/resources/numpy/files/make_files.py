"""Writes the golden files beside this script, and expected.tsv with what they hold.

Run by hand, with NumPy 2: python3 make_files.py. The build does not need it.

A line of expected.tsv: the file, the key in it or nothing, the dtype the array has in Java, its
shape, "C" or "F" for its memory order, and the elements in C order: floats as the hexadecimal
bits of a float64, all others as decimal numbers.
"""

import pickle
import struct
import warnings
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
JAVA_DTYPES = {"b1": "bool", "u1": "uint8", "f2": "float32", "f4": "float32", "f8": "float64"}
rows = []


def expect(file, key, array, order="C"):
    code = array.dtype.str[1:]
    dtype = JAVA_DTYPES.get(code, "int64")
    flat = array.flatten(order="C")
    if dtype.startswith("float"):
        elements = [struct.pack(">d", float(x)).hex() for x in flat]
    else:
        elements = [str(int(x)) for x in flat]
    shape = "(" + ",".join(map(str, array.shape)) + ")"
    rows.append("\t".join([file, key, dtype, shape, order, " ".join(elements)]))


def values(code):
    """Six elements that show sign, byte order, the limits and the odd floats of a type."""
    if code == "b1":
        return np.array([True, False, True, True, False, False])
    if code[0] in "iu":
        info = np.iinfo(code)
        # What does not fit int64 is refused, not read.
        top = min(info.max, np.iinfo("i8").max)
        return np.array([info.min, top, 0, 1, 100, top // 3], dtype=code)
    info = np.finfo(code)
    return np.array([info.max, -info.smallest_subnormal, np.nan, -np.inf, -0.0, 1 / 3], dtype=code)


def write_npy(name, array, version=(1, 0)):
    with open(HERE / name, "wb") as file:
        np.lib.format.write_array(file, array, version=version)
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    expect(name, "", array, "F" if fortran else "C")


def npy_files():
    for code in ["b1", "u1", "i8", "f4", "f8", "i1", "i2", "i4", "u2", "u4", "u8", "f2"]:
        array = values(code).reshape(2, 3)
        for order, name in [("<", "little"), (">", "big")]:
            if array.itemsize > 1 or order == "<":
                write_npy(f"{code}-{name}.npy", array.astype(array.dtype.newbyteorder(order)))
        write_npy(f"{code}-fortran.npy", np.asfortranarray(array))
    for major in (2, 3):
        write_npy(f"version-{major}.npy", values("f8").reshape(3, 2), (major, 0))
        write_npy(f"version-{major}-fortran.npy", np.asfortranarray(values("i4").reshape(3, 2)), (major, 0))
    write_npy("scalar.npy", np.array(2.5))
    write_npy("empty.npy", np.zeros((0, 3), dtype="f4"))
    write_npy("one-axis.npy", np.arange(5))
    write_npy("four-axes.npy", np.arange(120, dtype="u1").reshape(2, 3, 4, 5))
    write_npy("four-axes-fortran.npy", np.asfortranarray(np.arange(120, dtype="i2").reshape(2, 3, 4, 5)))


def arrays():
    """Named arrays whose order is not that of their names."""
    return {
        "W1": np.asfortranarray(values("f4").reshape(2, 3)),
        "b1": values("f8"),
        "W0": values("i8").reshape(3, 2),
        "mask": values("b1"),
        "pixels": values("u1").reshape(1, 6),
        "big": values("f4").astype(">f4"),
        "half": values("f2"),
        "none": np.zeros((2, 0)),
        "scalar": np.array(7, dtype="i2"),
    }


def expect_all(file, named):
    for key, array in named.items():
        array = np.asarray(array)
        fortran = array.flags.f_contiguous and not array.flags.c_contiguous
        expect(file, key, array, "F" if fortran else "C")


def npz_files():
    named = arrays() | {"layer1/W": np.arange(3), "Größe": np.arange(2.0)}
    np.savez(HERE / "stored.npz", **named)
    expect_all("stored.npz", named)
    named["zeros"] = np.zeros((50, 40))
    np.savez_compressed(HERE / "compressed.npz", **named)
    expect_all("compressed.npz", named)


def pickle_files():
    named = arrays() | {"float64 scalar": np.float64(-0.5), "int32 scalar": np.int32(-3), "Größe": np.arange(2.0)}
    for protocol in range(2, 6):
        name = f"protocol-{protocol}.pickle"
        (HERE / name).write_bytes(pickle.dumps(named, protocol))
        expect_all(name, named)
    # The axes of an array that is in neither order, which protocol 5 tells.
    named = {"K": np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2)}
    (HERE / "axes.pickle").write_bytes(pickle.dumps(named, 5))
    expect("axes.pickle", "K", named["K"], "K")


def pickle_files_of_numpy_1():
    """Of NumPy 1 the modules were called numpy.core.…, without the underscore."""
    which = pickle.whichmodule
    pickle.whichmodule = lambda obj, name: which(obj, name).replace("numpy._core", "numpy.core")
    for protocol in range(2, 6):
        name = f"numpy1-protocol-{protocol}.pickle"
        with open(HERE / name, "wb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pickle._Pickler(file, protocol).dump(arrays())
        assert b"numpy._core" not in (HERE / name).read_bytes()
        expect_all(name, arrays())
    pickle.whichmodule = which


npy_files()
npz_files()
pickle_files()
pickle_files_of_numpy_1()
(HERE / "expected.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
