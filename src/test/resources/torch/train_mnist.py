"""Trains the book's simple ConvNet, with fewer filters, on MNIST with PyTorch 2.13, saves its weights, and prints its accuracy:

    python3 train_mnist.py DATA

DATA is the folder of the four .gz files, in this project data.
"""

import gzip
import pathlib
import sys

import torch
from torch import nn


def read(name, header):
    content = gzip.decompress((pathlib.Path(sys.argv[1]) / name).read_bytes())
    return torch.frombuffer(bytearray(content[header:]), dtype=torch.uint8)


def images(name):
    return read(name, 16).reshape(-1, 1, 28, 28).float() / 255


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    x, t = images("train-images-idx3-ubyte.gz"), read("train-labels-idx1-ubyte.gz", 8).long()
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(864, 20), nn.ReLU(), nn.Linear(20, 10))
    optimizer = torch.optim.Adam(model.parameters())
    for _ in range(3):
        for batch in torch.randperm(len(x)).split(100):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[batch]), t[batch]).backward()
            optimizer.step()
    torch.save(model.state_dict(), pathlib.Path(__file__).parent / "mnist.pt")

    x, t = images("t10k-images-idx3-ubyte.gz"), read("t10k-labels-idx1-ubyte.gz", 8).long()
    with torch.no_grad():
        print((model(x).argmax(1) == t).float().mean().item())


if __name__ == "__main__":
    main()
