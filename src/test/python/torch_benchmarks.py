#!/usr/bin/env python3
"""The benchmarks of numpy_benchmarks.py that PyTorch does too, under the same names, on one thread or OMP_NUM_THREADS.

The networks are those of NumPy, with the same weights, made of PyTorch's layers. Labels are numbers, not one-hot, and
dropout multiplies during training, not afterwards, as is usual with PyTorch.
"""

import os

import numpy as np
import torch

import convnets
import networks
import stopwatch
from networks import mnist
from numpy_benchmarks import operand


def tensors(part):
    """Returns the images of MNIST as rows of float32, and their labels."""
    images, labels = mnist(part)
    return torch.from_numpy(images), torch.from_numpy(labels.astype(np.int64))


class ProductBenchmark:
    def __init__(self, operands, dtype):
        random = np.random.RandomState(0)
        self.a, self.b = (torch.from_numpy(operand(text, random, dtype.lower())) for text in operands.split())
        self.out = torch.mm(self.a, self.b)

    def dot(self):
        return torch.mm(self.a, self.b)

    def dotInto(self):
        return torch.mm(self.a, self.b, out=self.out)


class FunctionBenchmark:
    def __init__(self, size, dtype):
        random = np.random.RandomState(0)
        self.x = torch.from_numpy(random.uniform(-5, 5, size).astype(dtype.lower()))
        self.positive = torch.from_numpy(random.uniform(0.1, 10, size).astype(dtype.lower()))
        self.out = torch.zeros_like(self.x)

    def exp(self):
        return torch.exp(self.x)

    def expInto(self):
        return torch.exp(self.x, out=self.out)

    def sigmoid(self):
        return torch.sigmoid(self.x)

    def sigmoidInto(self):
        return torch.sigmoid(self.x, out=self.out)

    def tanh(self):
        return torch.tanh(self.x)

    def tanhInto(self):
        return torch.tanh(self.x, out=self.out)

    def log(self):
        return torch.log(self.positive)

    def logInto(self):
        return torch.log(self.positive, out=self.out)

    def sin(self):
        return torch.sin(self.x)

    def sinInto(self):
        return torch.sin(self.x, out=self.out)

    def cos(self):
        return torch.cos(self.x)

    def cosInto(self):
        return torch.cos(self.x, out=self.out)


def linear(w, b):
    """Returns a layer that multiplies by w and adds b; PyTorch keeps the transpose of w."""
    layer = torch.nn.Linear(*w.shape, dtype=torch.from_numpy(w).dtype)
    return with_parameters(layer, w.T, b)


def convolution(w, b, padding):
    filters, channels, size, _ = w.shape
    layer = torch.nn.Conv2d(channels, filters, size, padding=padding, dtype=torch.from_numpy(w).dtype)
    return with_parameters(layer, w, b)


def with_parameters(layer, w, b):
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(w))
        layer.bias.copy_(torch.from_numpy(b))
    return layer


def two_layer_net(parameters):
    p = parameters
    return torch.nn.Sequential(linear(p["W1"], p["b1"]), torch.nn.ReLU(), linear(p["W2"], p["b2"]))


def three_layer_net(parameters):
    layers = []
    for i in (1, 2, 3):
        layers += [linear(parameters[f"W{i}"], parameters[f"b{i}"]), torch.nn.Sigmoid()]
    return torch.nn.Sequential(*layers[:-1], torch.nn.Softmax(dim=-1))


def conv_net(net):
    """Returns the layers of a convolutional network of NumPy as those of PyTorch."""
    layers = []
    for layer in net.layers:
        if isinstance(layer, convnets.Convolution):
            layers.append(convolution(layer.w, layer.b, layer.padding))
        elif isinstance(layer, convnets.Pooling):
            layers.append(torch.nn.MaxPool2d(2))
        elif isinstance(layer, convnets.Relu):
            layers.append(torch.nn.ReLU())
        elif isinstance(layer, convnets.Dropout):
            layers.append(torch.nn.Dropout(0.5))
        else:
            # The first of them gets images, and rows stay as they are.
            layers += [torch.nn.Flatten(), linear(layer.w, layer.b)]
    return torch.nn.Sequential(*layers)


def hits(net, images, labels, size):
    """Returns how many labels a network finds, with batches of the size."""
    found = 0
    with torch.inference_mode():
        for start in range(0, len(images), size):
            y = net(images[start : start + size])
            found += int((y.argmax(dim=1) == labels[start : start + size]).sum())
    return found


def step(net, optimizer, x, t):
    """Does one step of gradient descent; t are labels."""
    optimizer.zero_grad(set_to_none=True)
    loss = torch.nn.functional.cross_entropy(net(x), t)
    loss.backward()
    optimizer.step()
    return float(loss.detach())


class TrainingBenchmark:
    """Converts each batch to float64, as NumPy and dlfs4j do."""

    def __init__(self, steps):
        self.steps = steps
        self.training, self.test = tensors("train"), tensors("t10k")

    def train(self):
        random = np.random.RandomState(0)
        net = two_layer_net(networks.TwoLayerNet(784, 50, 10, random).parameters)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        x, t = self.training
        found = 0
        for i in range(self.steps):
            chosen = torch.from_numpy(random.choice(len(x), 100))
            step(net, optimizer, x[chosen].double(), t[chosen])
            if i % (len(x) // 100) == 0:
                for images, labels in (self.training, self.test):
                    found += hits(net, images.double(), labels, len(images))
        return found


class InferenceBenchmark:
    def __init__(self):
        self.images, self.labels = tensors("t10k")
        self.digits = self.labels.tolist()
        self.net = three_layer_net(networks.sample_weight())

    def oneByOne(self):
        found = 0
        with torch.inference_mode():
            for image, digit in zip(self.images, self.digits):
                found += self.net(image).argmax().item() == digit
        return found

    def inBatches(self):
        return hits(self.net, self.images, self.labels, 2000)


class ConvNetBenchmark:
    """Batches of 100, as in NumPy."""

    def __init__(self, dtype):
        dtype = dtype.lower()
        rows, self.labels = tensors("t10k")
        self.images = rows.to(getattr(torch, dtype)).reshape(-1, 1, 28, 28)
        self.simple = conv_net(convnets.simple_conv_net(np.random.RandomState(0)).astype(dtype)).eval()
        self.deep = conv_net(convnets.deep_conv_net(np.random.RandomState(0)).astype(dtype)).eval()

    def simpleInference(self):
        return hits(self.simple, self.images, self.labels, 100)

    def deepInference(self):
        return hits(self.deep, self.images, self.labels, 100)


class StepBenchmark:
    def __init__(self, dtype):
        dtype = dtype.lower()
        rows, labels = tensors("t10k")
        self.rows, self.t = rows[:100].to(getattr(torch, dtype)), labels[:100]
        self.images = self.rows.reshape(-1, 1, 28, 28)
        two_layer = networks.TwoLayerNet(784, 50, 10, np.random.RandomState(0)).astype(dtype)
        self.two_layer = self.trained(two_layer_net(two_layer.parameters))
        self.simple = self.trained(conv_net(convnets.simple_conv_net(np.random.RandomState(0)).astype(dtype)))
        self.deep = self.trained(conv_net(convnets.deep_conv_net(np.random.RandomState(0)).astype(dtype)))

    @staticmethod
    def trained(net):
        """Returns the network and its optimiser."""
        return net.train(), torch.optim.SGD(net.parameters(), lr=0.01)

    def twoLayerNet(self):
        return step(*self.two_layer, self.rows, self.t)

    def simpleConvNet(self):
        return step(*self.simple, self.images, self.t)

    def deepConvNet(self):
        return step(*self.deep, self.images, self.t)


class Attention(torch.nn.Module):
    """Causal attention of several heads."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (torch.nn.Linear(width, width) for _ in range(4))

    def split(self, x):
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x):
        query, key, value = (self.split(layer(x)) for layer in (self.query, self.key, self.value))
        heads = torch.nn.functional.scaled_dot_product_attention(query, key, value, is_causal=True)
        return self.output(heads.transpose(1, 2).flatten(2))


class Block(torch.nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        norm, linear = torch.nn.LayerNorm, torch.nn.Linear
        self.attention = torch.nn.Sequential(norm(width), Attention(width, heads))
        self.layers = torch.nn.Sequential(
            norm(width), linear(width, 4 * width), torch.nn.ReLU(), linear(4 * width, width)
        )

    def forward(self, x):
        x = x + self.attention(x)
        return x + self.layers(x)


class LanguageModel(torch.nn.Module):
    def __init__(self, context, width, heads, blocks, vocabulary):
        super().__init__()
        self.characters, self.places = torch.nn.Embedding(vocabulary, width), torch.nn.Embedding(context, width)
        parts = [Block(width, heads) for _ in range(blocks)]
        self.parts = torch.nn.Sequential(*parts, torch.nn.LayerNorm(width), torch.nn.Linear(width, vocabulary))

    def forward(self, ids):
        return self.parts(self.characters(ids) + self.places(torch.arange(ids.shape[1]))).flatten(0, 1)


class TransformerBenchmark:
    """The language model of TransformerBenchmark.java, with weights of its own."""

    def __init__(self, dtype):
        torch.manual_seed(0)
        self.net = LanguageModel(context=64, width=128, heads=4, blocks=2, vocabulary=128)
        self.net.to(getattr(torch, dtype.lower()))
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=0.001)
        self.x, self.t = torch.randint(0, 128, (8, 64)), torch.randint(0, 128, (8 * 64,))

    def step(self):
        return step(self.net, self.optimizer, self.x, self.t)


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    stopwatch.main(__doc__.splitlines()[0], globals())
