"""What the library has of the extension of Fourier transforms, which give complex numbers."""

from .array import compute
from .creation import _check

__all__ = ["fftfreq", "fftshift", "ifftshift", "rfftfreq"]


def _frequencies(name, n, d, dtype, device):
    _check(device)
    result = compute(name, n, d)
    return result if dtype is None else compute("NDArray.astype", result, dtype)


def fftfreq(n, /, *, d=1.0, dtype=None, device=None):
    return _frequencies("Fourier.fftfreq", n, d, dtype, device)


def rfftfreq(n, /, *, d=1.0, dtype=None, device=None):
    return _frequencies("Fourier.rfftfreq", n, d, dtype, device)


def _shift(name, x, axes):
    axes = [] if axes is None else [[axes] if isinstance(axes, int) else axes]
    return compute(name, x, *axes)


def fftshift(x, /, *, axes=None):
    return _shift("Fourier.fftshift", x, axes)


def ifftshift(x, /, *, axes=None):
    return _shift("Fourier.ifftshift", x, axes)
