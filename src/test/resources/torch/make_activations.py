"""Makes activations.npz, with PyTorch 2.6 on the CPU: python3 make_activations.py

It has inputs x, the outputs of activation functions by their names, and their derivatives, in float32 and float64.
"""

import pathlib

import numpy
import torch
from torch.nn import functional

FUNCTIONS = [functional.gelu, functional.relu, functional.sigmoid, functional.silu, functional.tanh]

arrays = {}
numbers = numpy.random.RandomState(0).randn(60) * 4
numbers[:6] = [-1000, -100, -20, 20, 100, 1000]
for dtype in (torch.float32, torch.float64):
    suffix = str(dtype).removeprefix("torch.")
    x = torch.tensor(numbers, dtype=dtype, requires_grad=True)
    arrays["x-" + suffix] = x.detach().numpy()
    for function in FUNCTIONS:
        y = function(x)
        arrays[function.__name__ + "-" + suffix] = y.detach().numpy()
        arrays[function.__name__ + "Gradient-" + suffix] = torch.autograd.grad(y.sum(), x)[0].numpy()
numpy.savez(pathlib.Path(__file__).parent / "activations.npz", **arrays)
