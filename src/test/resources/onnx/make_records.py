"""Makes records.zip.gz: nodes of ONNX with inputs, and the outputs that ONNX Runtime 1.21 computes.

    python3 make_records.py

A case is a folder with model.onnx, input_0.pb and so on, and output_0.pb and so on, as in ONNX's own tests. The archive
is not compressed but by gzip, which finds what many small files have in common.
"""
import gzip
import io
import pathlib
import zipfile

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

RANDOM = np.random.RandomState(1)
DTYPES = {
    "float32": TensorProto.FLOAT, "float64": TensorProto.DOUBLE, "int64": TensorProto.INT64,
    "int32": TensorProto.INT32, "uint8": TensorProto.UINT8, "bool": TensorProto.BOOL,
}
INF, NAN = np.inf, np.nan
EDGES = np.array([-INF, -88.5, -3.7, -2.5, -1, -0.5, -1e-6, -0.0, 0.0, 1e-6, 0.5, 1, 1.5, 2.5, 3.7, 88.5, INF, NAN], "f4")
FINITE = EDGES[np.isfinite(EDGES)]
CASES = []


def f(*shape, dtype="f4"):
    """Returns random numbers with few bits, so that the file stays small."""
    return (np.round(RANDOM.randn(*shape) * 16) / 16).astype(dtype)


def i(low, high, *shape, dtype="i8"):
    return RANDOM.randint(low, high, shape).astype(dtype)


def ints(*values):
    return np.array(values, "i8")


def b(*shape):
    return RANDOM.rand(*shape) < 0.5


def case(operator, inputs, opset=None, outputs=1, constant=(), **attributes):
    """Adds a case for one opset or several; None stands for an input that is left out."""
    for version in opset if isinstance(opset, (list, tuple)) else [opset or 17]:
        CASES.append((operator, inputs, version, outputs, constant, attributes))


def model(operator, inputs, opset, outputs, constant, attributes):
    names = ["" if x is None else f"x{n}" for n, x in enumerate(inputs)]
    results = [f"y{n}" for n in range(outputs)]
    attributes = {k: numpy_helper.from_array(v) if isinstance(v, np.ndarray) else v for k, v in attributes.items()}
    node = helper.make_node(operator, names, results, name="node", **attributes)
    given = [
        helper.make_tensor_value_info(f"x{n}", DTYPES[str(x.dtype)], [None] * x.ndim)
        for n, x in enumerate(inputs) if x is not None and n not in constant
    ]
    known = [numpy_helper.from_array(inputs[n], f"x{n}") for n in constant]
    untyped = [onnx.ValueInfoProto(name=name) for name in results]
    graph = helper.make_graph([node], "graph", given, untyped, known)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    made.ClearField("producer_name")
    return onnx.shape_inference.infer_shapes(made, strict_mode=True)


def elementwise():
    for name in "Abs Ceil Cos Erf Exp Floor Identity Neg Relu Sigmoid Sign Sin Softplus Softsign Tanh".split():
        # The runtime gives numbers for NaN there.
        values = FINITE if name in ("Cos", "Erf", "Sin", "Sign", "Softplus", "Softsign") else EDGES
        case(name, [values], [9, 13])
        case(name, [f(2, 3).T])
    for name in "Abs Neg Sign".split():
        case(name, [i(-9, 9, 3, dtype="i4")], 13)
        case(name, [i(-9, 9, 3)], 13)
    case("Neg", [np.array([-2**31, 5], "i4")])
    case("Abs", [np.array([0, 255], "u1")])
    case("Exp", [f(3, dtype="f8")])
    case("Log", [np.array([1, 0.5, 1e-30, INF, 3], "f4")], [7, 13])
    case("Sqrt", [np.array([0, 2, 4, 1e-30, INF], "f4")], [7, 13])
    case("Reciprocal", [np.array([1, -4, 0.5, INF], "f4")], [7, 13])
    case("Round", [EDGES], [11])
    case("Tan", [f(5)])
    case("Not", [b(4)])
    case("Elu", [EDGES], [7])
    case("Elu", [f(5)], alpha=0.3)
    case("Gelu", [FINITE], 20)
    case("Gelu", [FINITE], 20, approximate="tanh")
    case("HardSigmoid", [EDGES])
    case("HardSigmoid", [f(5)], alpha=0.5, beta=0.4)
    case("HardSwish", [FINITE])
    case("LeakyRelu", [EDGES], [7, 16])
    case("LeakyRelu", [f(5)], alpha=0.3)
    case("PRelu", [f(2, 3, 4), f(3, 1)], [7, 9, 16])
    case("Selu", [EDGES])
    case("Selu", [f(5)], alpha=1.5, gamma=2.0)
    case("Clip", [EDGES], 7, min=-1.0, max=2.0)
    case("Clip", [f(5)], 7, max=0.5)
    for version in (11, 13):
        case("Clip", [f(5), np.float32(-0.5), np.float32(0.5)], version)
        case("Clip", [f(5), None, np.float32(0.5)], version)
    case("Clip", [i(-9, 9, 5), np.int64(-3)])
    for name in ("Softmax", "LogSoftmax"):
        case(name, [f(2, 3, 4)], [7, 11, 13])
        for axis in (0, 1, 2):
            case(name, [f(2, 3, 4)], [11, 13], axis=axis)
        case(name, [f(2, 3) * 50], [11, 13], axis=-1)
        case(name, [f(5, dtype="f8")])
    case("Cast", [EDGES[1:-2]], [9, 13, 19], to=TensorProto.INT64)
    case("Cast", [EDGES], to=TensorProto.BOOL)
    case("Cast", [EDGES[1:-2]], to=TensorProto.INT32)
    case("Cast", [EDGES], to=TensorProto.DOUBLE)
    case("Cast", [ints(-1, 2**40 + 5, 3)], to=TensorProto.INT32)
    case("Cast", [ints(-1, 300, 3)], to=TensorProto.UINT8)
    case("Cast", [ints(-1, 0, 2**40)], to=TensorProto.FLOAT)
    case("Cast", [b(4)], to=TensorProto.FLOAT)


def arithmetic():
    for name in "Add Sub Mul Div".split():
        case(name, [f(2, 3), f(3)], [7, 13, 14])
        case(name, [f(2, 1, 3), f(4, 1)])
        case(name, [f(2, 3, dtype="f8"), f(3, dtype="f8")])
        case(name, [i(-9, 9, 3), i(1, 5, 2, 3)])
        case(name, [i(-9, 9, 4, dtype="i4"), np.array([2, -3, 4, -5], "i4")])
        case(name, [f(2, 3), f(2, 3)], constant=(1,))
    case("Add", [np.array([2**31 - 1, 7], "i4"), np.array([1, 2], "i4")])
    case("Mul", [np.array([2**20, -2**20], "i4"), np.array([2**12, 2**15], "i4")])
    case("Add", [np.array([250, 3], "u1"), np.array([10, 4], "u1")])
    case("Div", [ints(-7, 7, -7, 7), ints(2, -2, -2, 2)])
    case("Div", [np.array([250, 7], "u1"), np.array([3, 2], "u1")])
    case("Pow", [f(2, 3), np.float32(2)], [7, 12, 13, 15], constant=(1,))
    case("Pow", [np.abs(f(3)), f(3)], [7, 15])
    case("Pow", [f(2, 3), ints(3)], 15)
    case("Pow", [ints(2, 3, 4), ints(3, 2, 0)])
    case("Pow", [ints(2, 3, 4), np.array([0.5, 2, 1], "f4")])
    case("Pow", [np.array([2, 3], "i4"), np.array([10, 5], "i4")])
    case("Mod", [ints(-7, 7, -7, 7), ints(3, -3, -3, 3)], [10, 13])
    case("Mod", [ints(-7, 7, -7, 7), ints(3, -3, -3, 3)], fmod=1)
    case("Mod", [f(4) * 5, f(4)], fmod=1)
    for name in "Max Min Sum Mean".split():
        case(name, [f(2, 3), f(3), f(2, 1)], [8, 13])
        case(name, [f(3)])
    case("Max", [ints(1, 5), ints(3, 2)], 12)
    case("Min", [np.array([1, NAN, 3], "f4"), np.array([2, 2, -INF], "f4")])
    for name in "Equal Greater Less".split():
        case(name, [i(0, 3, 2, 3), i(0, 3, 3)], [9, 13])
        case(name, [np.array([1, NAN, INF], "f4"), np.array([1, NAN, 3], "f4")], 11)
    for name in "GreaterOrEqual LessOrEqual".split():
        case(name, [i(0, 3, 2, 3), i(0, 3, 3)], [12, 16])
        case(name, [f(3), f(3)])
    case("Equal", [b(3), b(3)])
    for name in "And Or Xor".split():
        case(name, [b(2, 3), b(3)], [7, 17])
    case("Where", [b(2, 3), f(3), f(2, 1)], [9, 16])
    case("Where", [b(3), i(0, 9, 3), i(0, 9, 3)])


def products():
    for a, c in [((2, 3), (3, 4)), ((5, 2, 3), (3, 4)), ((2, 1, 2, 3), (5, 3, 4)), ((3,), (3, 4)), ((2, 3), (3,)), ((3,), (3,))]:
        case("MatMul", [f(*a), f(*c)], [9, 13])
        case("MatMul", [f(*a), f(*c)], constant=(1,))
    case("MatMul", [i(-5, 5, 2, 3), i(-5, 5, 3, 2)])
    case("MatMul", [f(2, 3, dtype="f8"), f(3, 2, dtype="f8")])
    case("MatMul", [f(20, 70), f(70, 50)], constant=(1,))
    case("Gemm", [f(2, 3), f(3, 4), f(4)], [7, 9, 11, 13])
    case("Gemm", [f(2, 3), f(3, 4)], [11, 13])
    case("Gemm", [f(3, 2), f(4, 3), f(2, 4)], transA=1, transB=1, alpha=0.5, beta=2.0)
    case("Gemm", [f(2, 3), f(4, 3), f(4)], transB=1, constant=(1, 2))
    case("Gemm", [f(17, 30), f(40, 30), f(1, 40)], transB=1, beta=0.5, constant=(1, 2))
    case("Gemm", [f(2, 3), f(3, 4), f(2, 1)], alpha=0.25)


def windows():
    for opset in (9, 17, 22):
        case("Conv", [f(2, 3, 7, 6), f(4, 3, 3, 2)], opset)
    case("Conv", [f(2, 3, 7, 6), f(4, 3, 3, 2), f(4)], pads=[1, 0, 2, 1], strides=[2, 1])
    case("Conv", [f(1, 3, 7, 6), f(4, 3, 3, 2), f(4)], dilations=[2, 3], pads=[2, 2, 2, 2])
    case("Conv", [f(1, 4, 7, 6), f(6, 2, 3, 3), f(6)], group=2, pads=[1, 1, 1, 1], constant=(1, 2))
    case("Conv", [f(2, 4, 7, 6), f(4, 1, 3, 3)], group=4, strides=[2, 2], kernel_shape=[3, 3])
    case("Conv", [f(2, 4, 9), f(3, 4, 3), f(3)], pads=[1, 2])
    case("Conv", [f(2, 4, 9), f(4, 2, 3)], strides=[2], group=2, dilations=[2])
    case("Conv", [f(1, 2, 4, 5, 6), f(3, 2, 2, 3, 2), f(3)], strides=[1, 2, 1], pads=[1, 0, 1, 0, 1, 0])
    for pad in ("SAME_UPPER", "SAME_LOWER", "VALID"):
        case("Conv", [f(1, 2, 7, 6), f(3, 2, 3, 2)], auto_pad=pad, strides=[2, 2])
        case("MaxPool", [f(1, 2, 7, 6)], auto_pad=pad, kernel_shape=[3, 2], strides=[2, 2])
        case("AveragePool", [f(1, 2, 7, 6)], auto_pad=pad, kernel_shape=[3, 2], strides=[2, 2])
    for name in ("MaxPool", "AveragePool"):
        case(name, [f(2, 3, 7, 6)], [7, 10, 11, 12, 19, 22], kernel_shape=[3, 2])
        case(name, [f(2, 3, 7, 6)], kernel_shape=[3, 3], pads=[1, 0, 1, 1], strides=[2, 2])
        case(name, [f(2, 3, 9)], kernel_shape=[3], strides=[2], pads=[1, 1])
        case(name, [f(1, 2, 4, 5, 6)], kernel_shape=[2, 3, 2])
        for size in (5, 6, 7, 8, 9):
            case(name, [f(1, 2, size, size + 1)], [11, 19, 22], kernel_shape=[3, 2], strides=[2, 3], ceil_mode=1)
            case(name, [f(1, 1, size, 7)], [11, 19, 22], kernel_shape=[3, 3], pads=[1, 1, 1, 1], strides=[3, 2], ceil_mode=1)
    for ceil in (0, 1):
        case("AveragePool", [f(1, 2, 7, 6)], [7] if ceil == 0 else [19, 22], kernel_shape=[3, 3], pads=[1, 1, 1, 1],
             strides=[2, 2], count_include_pad=1, **({"ceil_mode": 1} if ceil else {}))
    case("AveragePool", [f(1, 2, 9, 9)], [19, 22], kernel_shape=[3, 2], dilations=[2, 3], pads=[1, 1, 1, 1])
    case("MaxPool", [f(1, 2, 9, 9)], [10, 12, 22], kernel_shape=[3, 2], dilations=[2, 3], pads=[1, 1, 1, 1])
    case("MaxPool", [-1 - np.abs(f(1, 1, 4, 4))], kernel_shape=[3, 3], pads=[1, 1, 1, 1])
    case("MaxPool", [i(0, 255, 1, 1, 5, 5, dtype="u1")], 12, kernel_shape=[2, 2])
    case("MaxPool", [f(2, 3, 7, 6)], [8, 12], 2, kernel_shape=[3, 2], pads=[1, 1, 1, 1], strides=[2, 1])
    case("MaxPool", [f(2, 3, 7, 6)], 12, 2, kernel_shape=[3, 2], storage_order=1)
    case("MaxPool", [f(2, 3, 9)], 12, 2, kernel_shape=[3], pads=[1, 0])
    for name in ("GlobalMaxPool", "GlobalAveragePool"):
        case(name, [f(2, 3, 4, 5)])
        case(name, [f(2, 3, 4)])


def normalization():
    vectors = [f(3), f(3), f(3), np.abs(f(3))]
    case("BatchNormalization", [f(2, 3, 4, 5)] + vectors, [7, 9, 14, 15])
    case("BatchNormalization", [f(2, 3)] + vectors, epsilon=0.01)
    case("BatchNormalization", [f(2, 3, 4)] + vectors, constant=(1, 2, 3, 4))
    case("InstanceNormalization", [f(2, 3, 4, 5), f(3), f(3)], [7, 17])
    case("InstanceNormalization", [f(2, 3, 4), f(3), f(3)], epsilon=0.1)
    case("LayerNormalization", [f(2, 3, 40), f(40), f(40)])
    case("LayerNormalization", [f(2, 3, 4), f(4)], outputs=3)
    case("LayerNormalization", [f(2, 3, 4), f(3, 4), f(3, 4)], axis=1, epsilon=0.1)
    case("Dropout", [f(3)], [7, 10], ratio=0.3)
    case("Dropout", [f(3), np.float32(0.3)], 13)
    case("Dropout", [f(2, 3)], 13, 2)


def reductions():
    for name in "ReduceL2 ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum".split():
        old = 12 if name == "ReduceSum" else 17
        case(name, [f(2, 3, 4)], [7, 11, old], axes=[1])
        case(name, [f(2, 3, 4)], old, axes=[0, -1], keepdims=0)
        case(name, [f(2, 3, 4)], old)
        case(name, [f(2, 3, 4), ints(1, 2)], 18, keepdims=0)
        case(name, [f(2, 3, 4), ints(1)], 18, constant=(1,))
        case(name, [f(2, 3, 4), ints()], 18, noop_with_empty_axes=1)
        case(name, [f(2, 3, 4)], 18, keepdims=0)
        case(name, [f(2, 3, dtype="f8"), ints(0)], 18)
        if name != "ReduceL2":
            case(name, [i(-5, 5, 2, 3, dtype="i4"), ints(1)], 18)
            case(name, [i(-5, 5, 2, 3), ints(1)], 18)
    case("ReduceMax", [b(2, 3), ints(1)], 20)
    for name in ("ArgMax", "ArgMin"):
        case(name, [i(0, 3, 2, 3, 4).astype("f4")], [7, 11, 13])
        case(name, [i(0, 3, 2, 3, 4).astype("f4")], axis=-1, keepdims=0)
        case(name, [i(0, 3, 2, 3, 4).astype("f4")], axis=1, select_last_index=1)
        case(name, [i(0, 3, 2, 3)], axis=1)
    case("TopK", [i(0, 5, 2, 6).astype("f4")], 9, 2, k=3)
    case("TopK", [i(0, 5, 2, 6).astype("f4"), ints(3)], [10, 11], 2)
    case("TopK", [i(0, 5, 4, 2), ints(2)], 11, 2, axis=0, largest=0)
    case("TopK", [f(2, 5), ints(5)], 11, 2, axis=1)
    case("CumSum", [f(2, 3), np.int64(1)], [11, 14])
    case("CumSum", [f(2, 3), np.int32(-2)], exclusive=1)
    case("CumSum", [i(0, 9, 2, 3), np.int64(1)], reverse=1)
    case("CumSum", [i(0, 9, 2, 3, dtype="i4"), np.int64(0)], exclusive=1, reverse=1)


def shapes():
    case("Concat", [f(2, 3), f(1, 3)], [7, 11, 13], axis=0)
    case("Concat", [i(0, 9, 2, 3), i(0, 9, 2, 1), i(0, 9, 2, 2)], axis=-1)
    case("Expand", [f(3, 1), ints(2, 1, 4)], [8, 13])
    case("Expand", [f(2, 3), ints(1)])
    for axis in (0, 1, 2, 3):
        case("Flatten", [f(2, 3, 4)], [9, 13], axis=axis)
    case("Flatten", [f(2, 3, 4)], axis=-1)
    case("Pad", [f(2, 3)], [7, 9], pads=[0, 1, 2, 1], value=1.5)
    case("Pad", [f(3, 4)], 7, pads=[1, 2, 1, 1], mode="reflect")
    case("Pad", [f(3, 4)], 7, pads=[-1, 2, 1, -1])
    case("Pad", [f(2, 3), ints(0, 1, 2, 1)], [11, 13])
    case("Pad", [f(2, 3), ints(0, 1, 2, 1), np.float32(2.5)], [11, 13])
    for mode in ("edge", "reflect"):
        case("Pad", [f(3, 4), ints(1, 2, 1, 1)], mode=mode)
    case("Pad", [f(3, 4), ints(1, 2, 1, 1)], 19, mode="wrap")
    case("Pad", [f(3, 4), ints(1, -1), np.float32(3), ints(-1)], 18)
    case("Pad", [i(0, 9, 3), ints(1, 2), np.int64(-5)])
    case("Pad", [b(3), ints(1, 2)])
    case("Reshape", [f(2, 3, 4), ints(0, -1)], [7, 13])
    case("Reshape", [f(0, 3), ints(3, 0)], 14, allowzero=1)
    case("Reshape", [f(2, 3), ints(3, 2)], constant=(1,))
    case("Shape", [f(2, 3, 4)], [7, 13])
    case("Shape", [f(2, 3, 4)], 15, start=1)
    case("Shape", [f(2, 3, 4)], 15, start=-2, end=-1)
    case("Size", [f(2, 3, 4)])
    case("Slice", [f(5, 6)], [7, 9], starts=[1, -3], ends=[4, 2**40])
    case("Slice", [f(5, 6)], 9, starts=[1], ends=[-1], axes=[1])
    case("Slice", [f(5, 6), ints(1, 0), ints(4, 99)], [10, 13])
    case("Slice", [f(5, 6), ints(4, -1), ints(0, -(2**62)), ints(0, 1), ints(-2, -1)], [10, 13])
    case("Slice", [f(5, 6), np.array([2], "i4"), np.array([2**31 - 1], "i4"), np.array([-1], "i4")])
    case("Split", [f(6, 2)], [7, 11], 3)
    case("Split", [f(6, 2)], 11, 2, split=[2, 4], axis=0)
    case("Split", [f(2, 6), ints(1, 2, 3)], 13, 3, axis=-1)
    case("Split", [f(7, 2)], 18, 3, num_outputs=3)
    case("Squeeze", [f(1, 3, 1)], [7, 11])
    case("Squeeze", [f(1, 3, 1)], 11, axes=[0])
    case("Squeeze", [f(1, 3, 1), ints(-1)], 13)
    case("Tile", [f(2, 3), ints(2, 1)], [7, 13])
    case("Transpose", [f(2, 3, 4)], [7, 13])
    case("Transpose", [f(2, 3, 4)], perm=[1, 0, 2])
    case("Unsqueeze", [f(3, 4)], [7, 11], axes=[0, 2])
    case("Unsqueeze", [f(3, 4), ints(-1, 0)], 13)


def positions():
    case("Gather", [f(5, 2), i(0, 5, 2, 3)], [7, 11, 13])
    case("Gather", [f(2, 5), ints(-1, 0)], axis=1)
    case("Gather", [f(2, 5), np.int64(3)], axis=-1)
    case("Gather", [f(5), np.array([1, 4], "i4")])
    case("GatherElements", [f(3, 4), i(-3, 3, 2, 4)], [11, 13])
    case("GatherElements", [f(3, 4), i(0, 4, 2, 2)], axis=1)
    case("GatherND", [f(2, 3, 4), ints(0, 1, 1, -1).reshape(2, 2)], [11, 13])
    case("GatherND", [f(2, 3, 4), i(0, 3, 2, 1)], 12, batch_dims=1)
    case("GatherND", [f(2, 3, 4), i(0, 2, 2, 2, 3)])
    case("Constant", [], [9, 13], value=f(2, 3))
    case("Constant", [], value=np.array([1, 2], "i4"))
    case("Constant", [], value_float=1.5)
    case("Constant", [], value_floats=[1.5, 2.5])
    case("Constant", [], value_int=3)
    case("Constant", [], value_ints=[3, 4])
    case("ConstantOfShape", [ints(2, 3)], [9, 20])
    case("ConstantOfShape", [ints(2)], value=ints(5))
    case("ConstantOfShape", [ints()], value=np.array([5], "i4"))
    case("Range", [np.int64(2), np.int64(11), np.int64(3)])
    case("Range", [np.int64(10), np.int64(1), np.int64(-4)])
    case("Range", [np.float32(0.1), np.float32(1), np.float32(0.3)])
    case("Range", [np.int32(5), np.int32(1), np.int32(1)])


def main():
    for group in (elementwise, arithmetic, products, windows, normalization, reductions, shapes, positions):
        group()
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for number, (operator, inputs, opset, outputs, constant, attributes) in enumerate(CASES):
            inputs = [None if x is None else np.asarray(x) for x in inputs]
            made = model(operator, inputs, opset, outputs, constant, attributes)
            session = onnxruntime.InferenceSession(made.SerializeToString(), options)
            given = {x.name: inputs[int(x.name[1:])] for x in session.get_inputs()}
            files = {"model.onnx": made}
            files |= {f"input_{n}.pb": numpy_helper.from_array(x) for n, x in enumerate(given.values())}
            files |= {f"output_{n}.pb": numpy_helper.from_array(y) for n, y in enumerate(session.run(None, given))}
            for name, message in files.items():
                entry = zipfile.ZipInfo(f"{number:03}-{operator}-{opset}/{name}", (2026, 1, 1, 0, 0, 0))
                archive.writestr(entry, message.SerializeToString())
    file = pathlib.Path(__file__).parent / "records.zip.gz"
    file.write_bytes(gzip.compress(content.getvalue(), mtime=0))


main()
