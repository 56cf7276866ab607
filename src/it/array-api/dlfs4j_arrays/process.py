"""The Java process that holds the arrays, and the pipe to it.

A value is a byte that says of which kind it is, and its content; numbers are big-endian. A request is the numbers of the
arrays that are no longer needed, the name of a function and its arguments; the reply is its result, or an error.
"""

import os
import struct
import subprocess

ERRORS = {
    "java.lang.IndexOutOfBoundsException": IndexError,
    "java.lang.UnsupportedOperationException": TypeError,
    "java.lang.OutOfMemoryError": MemoryError,
}

_released = []
_process = None


class Handle:
    """An array of the process, which may forget it when Python does."""

    __slots__ = ("number", "dtype", "shape")

    def __init__(self, number, dtype, shape):
        self.number = number
        self.dtype = dtype
        self.shape = tuple(shape)

    def __del__(self):
        _released.append(self.number)


class Key(list):
    """What stands between the brackets of an index."""


def _start():
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
    # CLASSPATH has the library and the process.
    return subprocess.Popen([java, "-Ddlfs4j.threads=1", "-Xmx512m", "arrays.ArrayProcess"],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def call(name, *arguments):
    """The result of a function of the library, named as NDArray.add is."""
    global _process, _released
    if _process is None:
        _process = _start()
    released, _released = _released, []
    request = bytearray()
    for value in (released, name, list(arguments)):
        _append(request, value)
    _process.stdin.write(request)
    _process.stdin.flush()
    return _read(_process.stdout)


def _append(request, value):
    if value is None:
        request += b"0"
    elif isinstance(value, bool):
        request += b"b" + struct.pack(">?", value)
    elif isinstance(value, int):
        request += b"l" + struct.pack(">q", value)
    elif isinstance(value, float):
        request += b"d" + struct.pack(">d", value)
    elif isinstance(value, Handle):
        request += b"a" + struct.pack(">q", value.number)
    elif isinstance(value, str):
        text = value.encode()
        request += b"s" + struct.pack(">i", len(text)) + text
    elif isinstance(value, bytes):
        request += b"y" + struct.pack(">i", len(value)) + value
    elif isinstance(value, (list, tuple)):
        request += (b"k" if isinstance(value, Key) else b"[") + struct.pack(">i", len(value))
        for element in value:
            _append(request, element)
    else:
        raise TypeError(f"{value!r} is nothing that the process knows")


def _unpack(form, stream):
    return struct.unpack(form, stream.read(struct.calcsize(form)))[0]


def _read(stream):
    kind = stream.read(1)
    if kind == b"0":
        return None
    if kind == b"b":
        return _unpack(">?", stream)
    if kind == b"l":
        return _unpack(">q", stream)
    if kind == b"d":
        return _unpack(">d", stream)
    if kind == b"s":
        return stream.read(_unpack(">i", stream)).decode()
    if kind == b"y":
        return stream.read(_unpack(">i", stream))
    if kind == b"a":
        return Handle(_unpack(">q", stream), _read(stream), _read(stream))
    if kind == b"[":
        return [_read(stream) for _ in range(_unpack(">i", stream))]
    if kind == b"e":
        name, message = _read(stream), _read(stream)
        raise ERRORS.get(name, ValueError if name == "java.lang.IllegalArgumentException" else RuntimeError)(message)
    raise EOFError("the process of the arrays has ended")
