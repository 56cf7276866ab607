#!/usr/bin/env python3
"""The benchmarks of src/test/java/io/github/dlfs4j/benchmark with NumPy, under the same names.

    python3 numpy_benchmarks.py ProductBenchmark.dot '{"operands": "100x784 784x50", "dtype": "FLOAT32"}' --seconds 1

prints the seconds of a call, measured several times, as JSON. compare.py runs it in a new process each time, because
the threads of OpenBLAS spin for a while after a call and would disturb the next measurement.
"""

import numpy as np

import stopwatch
from convnets import deep_conv_net, simple_conv_net
from networks import ThreeLayerNet, TwoLayerNet, mnist, sample_weight, sigmoid


def operand(text, random, dtype):
    """Returns an array for 100x784, or the transpose of such an array for 100x784.T."""
    array = random.randn(*map(int, text.removesuffix(".T").split("x"))).astype(dtype)
    return array.T if text.endswith(".T") else array


class ProductBenchmark:
    def __init__(self, operands, dtype):
        random = np.random.RandomState(0)
        self.a, self.b = (operand(text, random, dtype.lower()) for text in operands.split())
        self.out = np.dot(self.a, self.b)

    def dot(self):
        return np.dot(self.a, self.b)

    def dotInto(self):
        return np.dot(self.a, self.b, out=self.out)


class FunctionBenchmark:
    def __init__(self, size, dtype):
        random = np.random.RandomState(0)
        self.x = random.uniform(-5, 5, size).astype(dtype.lower())
        self.positive = random.uniform(0.1, 10, size).astype(dtype.lower())
        self.out = np.zeros(size, dtype.lower())

    def exp(self):
        return np.exp(self.x)

    def expInto(self):
        return np.exp(self.x, out=self.out)

    def sigmoid(self):
        return sigmoid(self.x)

    def sigmoidInto(self):
        out = np.negative(self.x, out=self.out)
        np.exp(out, out=out)
        out += 1
        return np.divide(1, out, out=out)

    def tanh(self):
        return np.tanh(self.x)

    def tanhInto(self):
        return np.tanh(self.x, out=self.out)

    def log(self):
        return np.log(self.positive)

    def logInto(self):
        return np.log(self.positive, out=self.out)

    def sin(self):
        return np.sin(self.x)

    def sinInto(self):
        return np.sin(self.x, out=self.out)

    def cos(self):
        return np.cos(self.x)

    def cosInto(self):
        return np.cos(self.x, out=self.out)

    def floor(self):
        return np.floor(self.x)

    def floorInto(self):
        return np.floor(self.x, out=self.out)

    def isNaN(self):
        return np.isnan(self.x)


class ArrayBenchmark:
    def __init__(self, size, dtype):
        random = np.random.RandomState(0)
        self.x = random.uniform(-1, 1, (size // 1000, 1000)).astype(dtype.lower())
        self.row = random.uniform(-1, 1, 1000).astype(dtype.lower())
        self.mask = self.x <= 0
        self.masked = self.x.copy()
        self.out = np.zeros_like(self.x)

    def add(self):
        return self.x + self.row

    def addInto(self):
        return np.add(self.x, self.row, out=self.out)

    def relu(self):
        return np.maximum(self.x, 0)

    def reluInto(self):
        return np.maximum(self.x, 0, out=self.out)

    def maskAssignment(self):
        self.masked[self.mask] = 0
        return self.masked

    def sum(self):
        return self.x.sum()

    def sumAxis0(self):
        return self.x.sum(axis=0)

    def sumAxis1(self):
        return self.x.sum(axis=1)

    def max(self):
        return self.x.max()

    def argmax(self):
        return self.x.argmax()


class SortingBenchmark:
    def __init__(self, size, dtype):
        self.x = np.random.RandomState(0).randn(size).astype(dtype.lower())

    def sort(self):
        return np.sort(self.x)

    def argsort(self):
        return np.argsort(self.x)

    def unique(self):
        return np.unique(self.x)

    def cumsum(self):
        return np.cumsum(self.x)


class LinearAlgebraBenchmark:
    def __init__(self, n, dtype):
        random = np.random.RandomState(0)
        drawn = random.randn(n, n)
        self.a = drawn.astype(dtype.lower())
        self.b = random.randn(n).astype(dtype.lower())
        self.symmetric = (drawn + drawn.T).astype(dtype.lower())
        self.positive = (drawn @ drawn.T + np.eye(n)).astype(dtype.lower())

    def solve(self):
        return np.linalg.solve(self.a, self.b)

    def inv(self):
        return np.linalg.inv(self.a)

    def cholesky(self):
        return np.linalg.cholesky(self.positive)

    def qr(self):
        return np.linalg.qr(self.a)

    def eigh(self):
        return np.linalg.eigh(self.symmetric)

    def svd(self):
        return np.linalg.svd(self.a)

    def svdvals(self):
        return np.linalg.svdvals(self.a)


class TrainingBenchmark:
    def __init__(self, steps):
        self.steps = steps
        self.training = mnist("train", one_hot=True)
        self.test = mnist("t10k", one_hot=True)

    def train(self):
        random = np.random.RandomState(0)
        net = TwoLayerNet(784, 50, 10, random)
        return sum(
            judged.accuracy(*self.training) + judged.accuracy(*self.test)
            for judged in net.train(*self.training, self.steps, random)
        )


class GradientBenchmark:
    """Differentiates by one in `every` parameters, which takes that part of the time; the scale makes up for it."""

    def __init__(self, every=1):
        images, labels = mnist("train", one_hot=True)
        self.x, self.t = images[:100], labels[:100]
        self.net = TwoLayerNet(784, 50, 10, np.random.RandomState(0))
        self.every = every
        sizes = [parameter.size for parameter in self.net.parameters.values()]
        self.scale = sum(sizes) / sum(len(range(0, size, every)) for size in sizes)

    def numericalGradient(self):
        return self.net.numerical_gradient(self.x, self.t, self.every)


class InferenceBenchmark:
    def __init__(self):
        self.images, self.labels = mnist("t10k")
        self.network = ThreeLayerNet(sample_weight())

    def oneByOne(self):
        return self.network.accuracy_one_by_one(self.images, self.labels)

    def inBatches(self):
        return self.network.accuracy_in_batches(self.images, self.labels)


class ConvNetBenchmark:
    """Uses a part of the images, which takes that part of the time; the scale makes up for it."""

    def __init__(self, dtype, images=10_000):
        pixels, labels = mnist("t10k")
        self.scale = len(pixels) / images
        self.images = pixels[:images].astype(dtype.lower()).reshape(-1, 1, 28, 28)
        self.labels = labels[:images]
        self.simple = simple_conv_net(np.random.RandomState(0)).astype(dtype.lower())
        self.deep = deep_conv_net(np.random.RandomState(0)).astype(dtype.lower())

    def simpleInference(self):
        return self.simple.accuracy(self.images, self.labels)

    def deepInference(self):
        return self.deep.accuracy(self.images, self.labels)


class StepBenchmark:
    """A step of gradient descent with a batch of 100 images, always the same."""

    RATE = 0.01

    def __init__(self, dtype):
        dtype = dtype.lower()
        pixels, labels = mnist("t10k", one_hot=True)
        self.rows = pixels[:100].astype(dtype)
        self.images = self.rows.reshape(-1, 1, 28, 28)
        self.t = labels[:100].astype(dtype)
        self.two_layer = TwoLayerNet(784, 50, 10, np.random.RandomState(0)).astype(dtype)
        self.simple = simple_conv_net(np.random.RandomState(0)).astype(dtype)
        self.deep = deep_conv_net(np.random.RandomState(0)).astype(dtype)

    def twoLayerNet(self):
        return self.two_layer.step(self.rows, self.t, self.RATE)

    def simpleConvNet(self):
        return self.simple.step(self.images, self.t, self.RATE)

    def deepConvNet(self):
        return self.deep.step(self.images, self.t, self.RATE)


if __name__ == "__main__":
    stopwatch.main(__doc__.splitlines()[0], globals())
