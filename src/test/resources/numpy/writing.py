"""How a record is written."""

import numpy as np

BOOL, UINT8, INT64, FLOAT32, FLOAT64 = DTYPES = [np.dtype(t) for t in "bool uint8 int64 float32 float64".split()]


def text(array):
    array = np.asarray(array)
    assert array.dtype in DTYPES, array.dtype
    digits = array.astype(array.dtype.newbyteorder(">")).tobytes().hex(" ", array.itemsize)
    return f"{array.dtype}:{','.join(map(str, array.shape))}:{digits}"


def texts(arrays):
    return ";".join(map(text, arrays))


def escape(string):
    return string.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def outcome(call, write=text):
    try:
        return write(call())
    except (ValueError, IndexError, TypeError, OverflowError) as error:
        return "!" + escape(str(error).strip())


def words(*parts):
    return " ".join(map(str, parts))
