"""The book's networks in NumPy, written from their formulas, and their data. dlfs4j is compared with them."""

import gzip
import pathlib
import pickle

import numpy as np

DATA = pathlib.Path("data")


def idx(name):
    """Returns the array in an IDX file of bytes, compressed or not."""
    path = DATA / name
    raw = path.read_bytes() if path.exists() else gzip.decompress((DATA / f"{name}.gz").read_bytes())
    shape = np.frombuffer(raw, ">i4", count=raw[3], offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3]).reshape(shape)


def mnist(part, normalize=True, one_hot=False):
    """Returns images as rows of 784, and their labels; part is train or t10k."""
    images = idx(f"{part}-images-idx3-ubyte")
    images = images.reshape(len(images), -1)
    labels = idx(f"{part}-labels-idx1-ubyte")
    if normalize:
        images = images.astype(np.float32) / 255
    return images, np.eye(10)[labels] if one_hot else labels


def sample_weight():
    """Returns the book's weights of chapter 3, a dict of float32."""
    path = DATA / "sample_weight.pkl"
    if path.exists():
        return pickle.loads(path.read_bytes())
    with np.load(path.with_suffix(".npz")) as arrays:
        return dict(arrays)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    exponentials = np.exp(x - x.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def cross_entropy(y, t):
    """Returns the mean over a batch; t is one-hot. 1e-7 keeps the logarithm finite."""
    picked = y[np.arange(len(y)), t.argmax(axis=1)]
    return -np.log(picked + 1e-7).sum() / len(y)


class ThreeLayerNet:
    """The network of section 3.6: sigmoid, sigmoid, softmax."""

    def __init__(self, weights):
        self.weights = weights

    def predict(self, x):
        w = self.weights
        z1 = sigmoid(np.dot(x, w["W1"]) + w["b1"])
        z2 = sigmoid(np.dot(z1, w["W2"]) + w["b2"])
        return softmax(np.dot(z2, w["W3"]) + w["b3"])

    def accuracy_one_by_one(self, images, labels):
        hits = 0
        for image, label in zip(images, labels):
            hits += np.argmax(self.predict(image)) == label
        return hits / len(images)

    def accuracy_in_batches(self, images, labels, size=2000):
        hits = 0
        for start in range(0, len(images), size):
            y = self.predict(images[start : start + size])
            hits += np.sum(np.argmax(y, axis=1) == labels[start : start + size])
        return hits / len(images)


class TwoLayerNet:
    """The network of sections 4.5 and 5.7: one hidden layer with ReLU, softmax with cross entropy, in float64."""

    def __init__(self, inputs, hidden, outputs, random):
        w1 = 0.01 * random.randn(inputs, hidden)
        w2 = 0.01 * random.randn(hidden, outputs)
        self.parameters = {"W1": w1, "b1": np.zeros(hidden), "W2": w2, "b2": np.zeros(outputs)}

    def astype(self, dtype):
        """Changes the dtype of the parameters, and returns this network."""
        self.parameters = {name: parameter.astype(dtype) for name, parameter in self.parameters.items()}
        return self

    def forward(self, x):
        p = self.parameters
        a1 = np.dot(x, p["W1"]) + p["b1"]
        z1 = np.maximum(a1, 0)
        return a1, z1, np.dot(z1, p["W2"]) + p["b2"]

    def loss(self, x, t):
        return cross_entropy(softmax(self.forward(x)[-1]), t)

    def accuracy(self, x, t):
        return np.mean(np.argmax(self.forward(x)[-1], axis=1) == np.argmax(t, axis=1))

    def gradient(self, x, t):
        """Computes the gradient by backpropagation. As in the book, this includes the gradient with respect to x."""
        p = self.parameters
        a1, z1, a2 = self.forward(x)
        y = softmax(a2)
        cross_entropy(y, t)
        d2 = (y - t) / len(x)
        d1 = np.dot(d2, p["W2"].T) * (a1 > 0)
        np.dot(d1, p["W1"].T)
        return {"W1": np.dot(x.T, d1), "b1": d1.sum(axis=0), "W2": np.dot(z1.T, d2), "b2": d2.sum(axis=0)}

    def step(self, x, t, rate):
        """Does one step of gradient descent; t is one-hot."""
        gradients = self.gradient(x, t)
        for name, parameter in self.parameters.items():
            parameter -= rate * gradients[name]

    def train(self, x, t, steps, random, rate=0.1, batch=100):
        """Does gradient descent. After the first step of each epoch, yields itself for an evaluation."""
        for step in range(steps):
            chosen = random.choice(len(x), batch)
            self.step(x[chosen], t[chosen], rate)
            if step % (len(x) // batch) == 0:
                yield self

    def numerical_gradient(self, x, t, every=1, h=1e-4):
        """Computes central differences by each element, or by every n-th element."""
        gradients = {}
        for name, parameter in self.parameters.items():
            elements = parameter.reshape(-1)
            gradient = np.zeros_like(elements)
            for i in range(0, elements.size, every):
                value = elements[i]
                elements[i] = value + h
                above = self.loss(x, t)
                elements[i] = value - h
                below = self.loss(x, t)
                elements[i] = value
                gradient[i] = (above - below) / (2 * h)
            gradients[name] = gradient.reshape(parameter.shape)
        return gradients
