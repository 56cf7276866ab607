"""Makes reference.safetensors, with the reference writer, the package safetensors (0.4.5):

    python3 make_safetensors.py

The arrays hold 0, 1, 2 and so on, whatever their type.
"""

import pathlib
import struct

import safetensors

FORMATS = {
    "float64": "d", "float32": "f", "float16": "e", "int64": "q", "int32": "i", "int16": "h", "int8": "b",
    "uint8": "B", "uint16": "H", "uint32": "I", "uint64": "Q", "bool": "?",
}


def array(dtype, *shape):
    count = 1
    for length in shape:
        count *= length
    data = struct.pack(f"<{count}{FORMATS[dtype]}", *range(count))
    return {"dtype": dtype, "shape": list(shape), "data": data}


def main():
    folder = pathlib.Path(__file__).parent
    own = {
        "z": array("float32", 2, 3),
        "layer.weight": array("float32", 4),
        "a \"quoted\" name\n/\u00e9\u20ac\U0001f600": array("float64", 2),
        "\uff5e": array("float64", 1),
        "scalar": array("float64"),
        "empty": array("int64", 0, 5),
        "numbers": array("int64", 3),
        "bytes": array("uint8", 3),
        "truth": array("bool", 2),
    }
    (folder / "reference.safetensors").write_bytes(safetensors.serialize(own, {"format": "pt"}))
    others = {name: array(name, 2) for name in FORMATS}
    others["bfloat16"] = {"dtype": "bfloat16", "shape": [2], "data": b"\x80\x3f\xc0\x7f"}
    (folder / "types.safetensors").write_bytes(safetensors.serialize(others, None))


if __name__ == "__main__":
    main()
