"""The book's convolutional networks in NumPy, by im2col, written from their formulas. dlfs4j is compared with them."""

import numpy as np

from networks import cross_entropy, softmax


def windows(images, size, stride, padding):
    """Returns what a square window sees: (n, out height, out width, channels, size, size), a view of padded images."""
    margin = (padding, padding)
    padded = np.pad(images, ((0, 0), (0, 0), margin, margin))
    views = np.lib.stride_tricks.sliding_window_view(padded, (size, size), axis=(2, 3))
    return views[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)


def im2col(images, size, stride, padding):
    """Returns a row for each position of the window with a column for each of its pixels, and the shape (n, oh, ow)."""
    views = windows(images, size, stride, padding)
    return views.reshape(-1, views.shape[3] * size * size), views.shape[:3]


def col2im(rows, shape, size, stride, padding):
    """Adds up the values that belong to each pixel of images of the shape."""
    n, channels, height, width = shape
    sums = np.zeros((n, channels, height + 2 * padding, width + 2 * padding), rows.dtype)
    oh = (height + 2 * padding - size) // stride + 1
    ow = (width + 2 * padding - size) // stride + 1
    parts = rows.reshape(n, oh, ow, channels, size, size).transpose(4, 5, 0, 3, 1, 2)
    for y in range(size):
        for x in range(size):
            sums[:, :, y : y + stride * oh : stride, x : x + stride * ow : stride] += parts[y, x]
    return sums[:, :, padding : padding + height, padding : padding + width]


class Convolution:
    def __init__(self, w, b, padding=0):
        self.w, self.b, self.padding = w, b, padding

    def forward(self, x):
        size = self.w.shape[2]
        self.shape = x.shape
        self.rows, (n, oh, ow) = im2col(x, size, 1, self.padding)
        out = np.dot(self.rows, self.w.reshape(len(self.w), -1).T) + self.b
        return out.reshape(n, oh, ow, -1).transpose(0, 3, 1, 2)

    infer = forward

    def backward(self, dout):
        d = dout.transpose(0, 2, 3, 1).reshape(-1, len(self.w))
        self.gradients = np.dot(self.rows.T, d).T.reshape(self.w.shape), d.sum(axis=0)
        columns = np.dot(d, self.w.reshape(len(self.w), -1))
        return col2im(columns, self.shape, self.w.shape[2], 1, self.padding)


class Pooling:
    """The maximum of each window of 2x2 pixels."""

    def forward(self, x):
        self.shape = x.shape
        rows, (_, oh, ow) = self.rows(x)
        self.largest = rows.argmax(axis=1)
        return rows[np.arange(len(rows)), self.largest].reshape(*x.shape[:2], oh, ow)

    def infer(self, x):
        rows, (_, oh, ow) = self.rows(x)
        return rows.max(axis=1).reshape(*x.shape[:2], oh, ow)

    @staticmethod
    def rows(x):
        return im2col(x.reshape(-1, 1, *x.shape[2:]), 2, 2, 0)

    def backward(self, dout):
        rows = np.zeros((dout.size, 4), dout.dtype)
        rows[np.arange(dout.size), self.largest] = dout.reshape(-1)
        n, channels, height, width = self.shape
        return col2im(rows, (n * channels, 1, height, width), 2, 2, 0).reshape(self.shape)


class Relu:
    def forward(self, x):
        self.stopped = x <= 0
        return self.infer(x)

    def infer(self, x):
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout.copy()
        dx[self.stopped] = 0
        return dx


class Affine:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        return np.dot(self.x, self.w) + self.b

    infer = forward

    def backward(self, dout):
        self.gradients = np.dot(self.x.T, dout), dout.sum(axis=0)
        return np.dot(dout, self.w.T).reshape(self.shape)


class Dropout:
    """Leaves half of the values out during training, and halves them all afterwards."""

    def __init__(self, random):
        self.random = random

    def forward(self, x):
        self.kept = self.random.rand(*x.shape) > 0.5
        return x * self.kept

    def infer(self, x):
        return x * 0.5

    def backward(self, dout):
        return dout * self.kept


class ConvNet:
    def __init__(self, *layers):
        self.layers = layers

    def astype(self, dtype):
        """Changes the dtype of the parameters, and returns this network."""
        for layer in self.layers:
            if hasattr(layer, "w"):
                layer.w, layer.b = layer.w.astype(dtype), layer.b.astype(dtype)
        return self

    def predict(self, x):
        for layer in self.layers:
            x = layer.infer(x)
        return x

    def accuracy(self, images, labels, size=100):
        """Uses batches of 100, as the book does. With larger ones, NumPy is up to three times slower."""
        hits = 0
        for start in range(0, len(images), size):
            y = self.predict(images[start : start + size])
            hits += np.sum(np.argmax(y, axis=1) == labels[start : start + size])
        return hits / len(images)

    def step(self, x, t, rate):
        """Does one step of gradient descent; t is one-hot."""
        out = x
        for layer in self.layers:
            out = layer.forward(out)
        y = softmax(out)
        loss = cross_entropy(y, t)
        dout = (y - t) / len(x)
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        for layer in self.layers:
            if hasattr(layer, "gradients"):
                layer.w -= rate * layer.gradients[0]
                layer.b -= rate * layer.gradients[1]
        return loss


def simple_conv_net(random):
    """The network of section 7.5, for images of 28x28."""
    return ConvNet(
        Convolution(0.01 * random.randn(30, 1, 5, 5), np.zeros(30)),
        Relu(),
        Pooling(),
        Affine(0.01 * random.randn(30 * 12 * 12, 100), np.zeros(100)),
        Relu(),
        Affine(0.01 * random.randn(100, 10), np.zeros(10)),
    )


def deep_conv_net(random):
    """The network of section 8.1, for images of 28x28. Pooling follows every second convolution."""
    layers = []
    channels = 1
    for i, (filters, padding) in enumerate(zip((16, 16, 32, 32, 64, 64), (1, 1, 1, 2, 1, 1))):
        w = np.sqrt(2 / (9 * channels)) * random.randn(filters, channels, 3, 3)
        layers += [Convolution(w, np.zeros(filters), padding), Relu()]
        layers += [Pooling()] * (i % 2)
        channels = filters
    hidden = Affine(np.sqrt(2 / 1024) * random.randn(1024, 50), np.zeros(50))
    output = Affine(np.sqrt(2 / 50) * random.randn(50, 10), np.zeros(10))
    return ConvNet(*layers, hidden, Relu(), Dropout(random), output, Dropout(random))
