"""Makes the files of this folder, with PyTorch 2.13 on the CPU:

    python3 make_files.py

Beside each network there is an .npz file with inputs x and the outputs y that PyTorch computes. A random seed decides
the weights. The file of safetensors comes from make_safetensors.py.
"""

import pathlib

import numpy
import torch
from torch import nn

FOLDER = pathlib.Path(__file__).parent


class Sequences(nn.Module):
    """A recurrent layer and an output for each step."""

    def __init__(self, layer):
        super().__init__()
        self.recurrent = layer(3, 5)
        self.output = nn.Linear(5, 2)

    def forward(self, x):
        return self.output(self.recurrent(x)[0])


class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.rows = nn.Embedding(7, 4)
        self.output = nn.Linear(4, 3)

    def forward(self, x):
        return self.output(self.rows(x))


def convolutions(channels, paddings):
    layers = []
    before = 1
    for i, (after, padding) in enumerate(zip(channels, paddings)):
        layers += [nn.Conv2d(before, after, 3, padding=padding), nn.ReLU()]
        if i % 2 == 1:
            layers.append(nn.MaxPool2d(2))
        before = after
    return layers


NETWORKS = {
    "mlp": lambda: nn.Sequential(nn.Linear(6, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 3)),
    "simple-conv-net": lambda: nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(36, 10), nn.ReLU(), nn.Linear(10, 3)),
    "deep-conv-net": lambda: nn.Sequential(
        *convolutions([2, 2, 3, 3, 4, 4], [1, 1, 1, 2, 1, 1]), nn.Flatten(), nn.Linear(4, 6), nn.ReLU(),
        nn.Dropout(0.5), nn.Linear(6, 3), nn.Dropout(0.5)),
    "conv-with-norm": lambda: nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 3)),
    "lstm": lambda: Sequences(nn.LSTM),
    "rnn": lambda: Sequences(nn.RNN),
    "embedding": Words,
}

INPUTS = {
    "mlp": lambda: torch.randn(5, 6),
    "lstm": lambda: torch.randn(4, 5, 3),
    "rnn": lambda: torch.randn(4, 5, 3),
    "embedding": lambda: torch.randint(7, (5,)),
}


def train(network, x):
    """A few steps, which also move the running statistics of batch normalisation."""
    optimizer = torch.optim.SGD(network.parameters(), 0.1)
    for _ in range(5):
        optimizer.zero_grad()
        (network(x) ** 2).mean().backward()
        optimizer.step()


def main():
    torch.set_num_threads(1)
    for number, (name, make) in enumerate(NETWORKS.items()):
        for dtype, short in ((torch.float32, "f32"), (torch.float64, "f64")):
            torch.manual_seed(number)
            network = make().to(dtype)
            x = INPUTS.get(name, lambda: torch.randn(5, 1, 8, 8))()
            x = x.to(dtype) if x.is_floating_point() else x
            train(network, x)
            network.eval()
            torch.save(network.state_dict(), FOLDER / f"{name}-{short}.pt")
            with torch.no_grad():
                numpy.savez(FOLDER / f"{name}-{short}.npz", x=x.numpy(), y=network(x).numpy())

    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
    torch.save(model.state_dict(), FOLDER / "page.pt")

    numbers = torch.tensor([0, 1, 2, 3, 4, 127])
    tensors = {str(dtype).removeprefix("torch."): numbers.to(dtype) for dtype in (
        torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8,
        torch.uint8, torch.uint16, torch.uint32, torch.uint64, torch.bool)}
    torch.save(tensors, FOLDER / "types.pt")

    matrix = torch.arange(12.0).reshape(3, 4)
    torch.save({
        "matrix": matrix,
        "transposed": matrix.T,
        "columns": matrix[:, 1::2],
        "row": matrix[1],
        "repeated": torch.arange(3.0).expand(2, 3),
        "parameter": nn.Parameter(torch.ones(2, 2)),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
        "channels last": torch.arange(8.0).reshape(1, 2, 2, 2).to(memory_format=torch.channels_last),
    }, FOLDER / "views.pt")
    torch.save(
        {"model": {"W": torch.ones(2)}, "epoch": 3, "loss": 0.25, "done": True, "name": "x", "none": None,
         "list": [torch.zeros(1), (torch.ones(1), 2**40)], 7: torch.ones(1)},
        FOLDER / "nested.pt", pickle_protocol=4)
    torch.save(torch.arange(3), FOLDER / "tensor.pt")
    torch.save(nn.Linear(1, 1), FOLDER / "whole-model.pt")
    torch.save(nn.Linear(1, 1).state_dict(), FOLDER / "old-layout.pt", _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    main()
