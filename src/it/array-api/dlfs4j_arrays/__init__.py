"""The array API 2024.12 in names of dlfs4j. A Java process holds the arrays and computes; nothing is computed here."""

from math import e, inf, nan, pi

from . import fft, info, linalg
from .array import Array
from .creation import *
from .dtypes import bool, can_cast, finfo, float32, float64, iinfo, int64, isdtype, result_type, uint8
from .elementwise import *
from .functions import *
from .linalg import matmul, matrix_transpose, tensordot, vecdot

__array_api_version__ = "2024.12"
newaxis = None


def __array_namespace_info__():
    return info
