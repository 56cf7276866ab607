"""The extension of linear algebra."""

import typing

from .array import Array, compute
from .functions import _accumulate

__all__ = ["cholesky", "cross", "det", "diagonal", "eigh", "eigvalsh", "inv", "matmul", "matrix_norm", "matrix_power",
           "matrix_rank", "matrix_transpose", "outer", "pinv", "qr", "slogdet", "solve", "svd", "svdvals", "tensordot",
           "trace", "vecdot", "vector_norm"]

EighResult = typing.NamedTuple("EighResult", [("eigenvalues", Array), ("eigenvectors", Array)])
QRResult = typing.NamedTuple("QRResult", [("Q", Array), ("R", Array)])
SlogdetResult = typing.NamedTuple("SlogdetResult", [("sign", Array), ("logabsdet", Array)])
SVDResult = typing.NamedTuple("SVDResult", [("U", Array), ("S", Array), ("Vh", Array)])

NORMS = {"fro": "frobenius", "nuc": "nuclear"}


def cholesky(x, /, *, upper=False):
    return compute("LinearAlgebra.cholesky", x, upper)


def cross(x1, x2, /, *, axis=-1):
    return compute("LinearAlgebra.cross", x1, x2, axis)


def det(x, /):
    return compute("LinearAlgebra.det", x)


def diagonal(x, /, *, offset=0):
    return compute("LinearAlgebra.diagonal", x, offset)


def eigh(x, /):
    return EighResult(*compute("LinearAlgebra.eigh", x))


def eigvalsh(x, /):
    return compute("LinearAlgebra.eigvalsh", x)


def inv(x, /):
    return compute("LinearAlgebra.inv", x)


def matmul(x1, x2, /):
    return compute("LinearAlgebra.matmul", x1, x2)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return compute("LinearAlgebra.matrixNorm", x, NORMS.get(ord, ord), keepdims)


def matrix_power(x, n, /):
    return compute("LinearAlgebra.matrixPower", x, n)


def matrix_rank(x, /, *, rtol=None):
    if rtol is None:
        return compute("LinearAlgebra.matrixRank", x)
    return compute("Compositions.matrixRank", x, rtol)


def matrix_transpose(x, /):
    return compute("LinearAlgebra.matrixTranspose", x)


def outer(x1, x2, /):
    return compute("LinearAlgebra.outer", x1, x2)


def pinv(x, /, *, rtol=None):
    return compute("LinearAlgebra.pinv", x, *([] if rtol is None else [rtol]))


def qr(x, /, *, mode="reduced"):
    return QRResult(*compute("LinearAlgebra.qr", x, mode))


def slogdet(x, /):
    return SlogdetResult(*compute("LinearAlgebra.slogdet", x))


def solve(x1, x2, /):
    return compute("LinearAlgebra.solve", x1, x2)


def svd(x, /, *, full_matrices=True):
    return SVDResult(*compute("LinearAlgebra.svd", x, full_matrices))


def svdvals(x, /):
    return compute("LinearAlgebra.svdvals", x)


def tensordot(x1, x2, /, *, axes=2):
    return compute("LinearAlgebra.tensordot", x1, x2, *([axes] if isinstance(axes, int) else axes))


def trace(x, /, *, offset=0, dtype=None):
    return _accumulate(lambda a: compute("LinearAlgebra.trace", a, offset), x, dtype)


def vecdot(x1, x2, /, *, axis=-1):
    return compute("LinearAlgebra.vecdot", x1, x2, axis)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    axes = None if axis is None else list(axis) if isinstance(axis, tuple) else [axis]
    return compute("LinearAlgebra.vectorNorm", x, ord, [axes, keepdims, None])
