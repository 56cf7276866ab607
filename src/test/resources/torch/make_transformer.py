"""Writes transformer.npz: what PyTorch computes by the parts of a language model. Needs PyTorch and NumPy.

    python3 src/test/resources/torch/make_transformer.py

For a layer: its parameters, an input x, the output y, the gradients of sum(w * y), and those of sum(v * first), where
first is the gradient with respect to x. For an optimiser: a parameter after each of its steps.
"""

import pathlib

import numpy
import torch

SIZE, HEADS, LENGTH, BATCH = 6, 2, 5, 3
torch.manual_seed(67)
arrays = {}


def keep(name, tensor):
    arrays[name] = tensor.detach().numpy()


def layer(name, forward, parameters, x):
    x.requires_grad_()
    y = forward(x)
    w, v = torch.randn_like(y), torch.randn_like(x)
    inputs = {"x": x, **parameters}
    first = torch.autograd.grad((w * y).sum(), list(inputs.values()), create_graph=True)
    second = torch.autograd.grad((v * first[0]).sum(), list(inputs.values()), allow_unused=True)
    for key, tensor in {"y": y, "w": w, "v": v, **inputs}.items():
        keep(f"{name}/{key}", tensor)
    for key, tensor, one, two in zip(inputs, inputs.values(), first, second):
        keep(f"{name}/first/{key}", one)
        keep(f"{name}/second/{key}", torch.zeros_like(tensor) if two is None else two)


torch.set_default_dtype(torch.float64)
x = torch.randn(BATCH, LENGTH, SIZE)
layer("gelu", torch.nn.functional.gelu, {}, x.clone())
layer("erf", torch.erf, {}, x.clone())

norm = torch.nn.LayerNorm(SIZE)
torch.nn.init.normal_(norm.weight)
torch.nn.init.normal_(norm.bias)
layer("norm", norm, {"gamma": norm.weight, "beta": norm.bias}, x.clone())

attention = torch.nn.MultiheadAttention(SIZE, HEADS, batch_first=True)
weight = {name: torch.randn(SIZE, SIZE, requires_grad=True) for name in ["query", "key", "value"]}
bias = {name: torch.randn(SIZE, requires_grad=True) for name in weight}
torch.nn.init.normal_(attention.out_proj.bias)
mask = torch.triu(torch.ones(LENGTH, LENGTH, dtype=torch.bool), diagonal=1)


def attend(x, needs_weights=False):
    return torch.nn.functional.multi_head_attention_forward(
        *3 * [x.transpose(0, 1)], SIZE, HEADS, torch.cat(list(weight.values())), torch.cat(list(bias.values())),
        None, None, False, 0.0, attention.out_proj.weight, attention.out_proj.bias, attn_mask=mask,
        need_weights=True, average_attn_weights=False)[int(needs_weights)]


def rows(x):
    return attend(x).transpose(0, 1)


layers = {f"{name}/{kind}": tensor for kind, of in [("W", weight), ("b", bias)] for name, tensor in of.items()}
layers |= {"output/W": attention.out_proj.weight, "output/b": attention.out_proj.bias}
layer("attention", rows, layers, x.clone())
keep("attention/weights", attend(x, needs_weights=True))

for dtype in [torch.float64, torch.float32]:
    name = "adamw" + str(dtype)[-2:]
    w = torch.randn(4, 3).to(dtype).requires_grad_()
    optimizer = torch.optim.AdamW([w], lr=0.05, weight_decay=0.1, betas=(0.8, 0.95))
    keep(f"{name}/W", w.clone())
    for step in range(5):
        w.grad = torch.randn(4, 3).to(dtype)
        keep(f"{name}/gradient{step}", w.grad.clone())
        torch.nn.utils.clip_grad_norm_([w], 2.0)
        keep(f"{name}/clipped{step}", w.grad.clone())
        optimizer.step()
        keep(f"{name}/after{step}", w.clone())

numpy.savez(pathlib.Path(__file__).with_name("transformer.npz"), **arrays)
