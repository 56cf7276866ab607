"""Prints what the sections on learning in chapters 6 to 8 print if their networks learn as little as in the tests.

It uses NumPy only and was written from the formulas, not from the Java code. So the tests of the chapters compare
two independent implementations:

    python3 src/test/python/chapters.py

It reads MNIST and the book's weights from ./data.
"""

import pickle

import numpy as np
from networks import DATA, mnist, softmax
from numpy.lib.stride_tricks import sliding_window_view


class Net:
    """Affine layers with ReLU between them, and the additions of chapter 6."""

    def __init__(self, sizes, random, std=None, decay=0.0, norm=False, drop=0.0):
        self.params, self.decay, self.norm, self.drop, self.random = {}, decay, norm, drop, random
        self.depth = len(sizes) - 1
        self.running = {}
        for i in range(1, self.depth + 1):
            spread = np.sqrt(2.0 / sizes[i - 1]) if std is None else std(sizes[i - 1])
            self.params[f"W{i}"] = spread * random.randn(sizes[i - 1], sizes[i])
            self.params[f"b{i}"] = np.zeros(sizes[i])
            if norm and i < self.depth:
                self.params[f"g{i}"], self.params[f"h{i}"] = np.ones(sizes[i]), np.zeros(sizes[i])
                self.running[i] = (np.zeros(sizes[i]), np.zeros(sizes[i]))

    def predict(self, x):
        p = self.params
        for i in range(1, self.depth):
            x = x @ p[f"W{i}"] + p[f"b{i}"]
            if self.norm:
                mean, var = self.running[i]
                x = p[f"g{i}"] * (x - mean) / np.sqrt(var + 1e-6) + p[f"h{i}"]
            x = np.maximum(x, 0) * (1 - self.drop)
        return x @ p[f"W{self.depth}"] + p[f"b{self.depth}"]

    def loss(self, x, t):
        y = softmax(self.predict(x))
        cost = sum((self.params[f"W{i}"] ** 2).sum() for i in range(1, self.depth + 1))
        return -np.log(y[np.arange(len(t)), t] + 1e-7).mean() + 0.5 * self.decay * cost

    def accuracy(self, x, t):
        return (self.predict(x).argmax(axis=1) == t).mean()

    def gradient(self, x, t):
        p, kept = self.params, []
        for i in range(1, self.depth):
            a = x @ p[f"W{i}"] + p[f"b{i}"]
            normal = std = None
            if self.norm:
                mean, var = a.mean(axis=0), a.var(axis=0)
                std = np.sqrt(var + 1e-6)
                normal = (a - mean) / std
                self.running[i] = tuple(0.9 * r + 0.1 * b for r, b in zip(self.running[i], (mean, var)))
                a = p[f"g{i}"] * normal + p[f"h{i}"]
            mask = (a > 0).astype(float)
            if self.drop:
                mask *= self.random.rand(*a.shape) > self.drop
            kept.append((x, normal, std, mask))
            x = a * mask
        d = softmax(x @ p[f"W{self.depth}"] + p[f"b{self.depth}"])
        d[np.arange(len(t)), t] -= 1
        d /= len(t)
        grads = {}
        for i in range(self.depth, 0, -1):
            if i < self.depth:
                following, normal, std, mask = kept[i - 1]
                d = (d @ p[f"W{i + 1}"].T) * mask
                if self.norm:
                    grads[f"g{i}"], grads[f"h{i}"] = (d * normal).sum(axis=0), d.sum(axis=0)
                    d = d * p[f"g{i}"]
                    d = (d - d.mean(axis=0) - normal * (d * normal).mean(axis=0)) / std
                x = following
            grads[f"W{i}"] = x.T @ d + self.decay * p[f"W{i}"]
            grads[f"b{i}"] = d.sum(axis=0)
        return grads


def optimizer(kind, lr):
    m, v, t = {}, {}, [0]

    def update(params, grads):
        t[0] += 1
        for k, g in grads.items():
            m.setdefault(k, np.zeros_like(g))
            v.setdefault(k, np.zeros_like(g))
            if kind == "SGD":
                params[k] -= lr * g
            elif kind == "Momentum":
                m[k] = 0.9 * m[k] - lr * g
                params[k] += m[k]
            elif kind == "AdaGrad":
                v[k] += g * g
                params[k] -= lr * g / (np.sqrt(v[k]) + 1e-7)
            elif kind == "Adam":
                m[k] = 0.9 * m[k] + 0.1 * g
                v[k] = 0.999 * v[k] + 0.001 * g * g
                rate = lr * np.sqrt(1 - 0.999 ** t[0]) / (1 - 0.9 ** t[0])
                params[k] -= rate * m[k] / (np.sqrt(v[k]) + 1e-7)

    return update


def losses(learners, random, x, t, steps):
    for i in range(steps):
        batch = random.choice(len(x), 128)
        row = []
        for name, (net, update) in learners.items():
            update(net.params, net.gradient(x[batch], t[batch]))
            row.append(f"{name}:{net.loss(x[batch], t[batch]):.4f}")
        if i % max(1, steps // 10) == 0:
            print(f"iteration:{i}", *row)


def compare_losses(x, t, steps):
    """Uses one generator, as the book does, for the weights of one network after the other and then for the batches."""
    five = [784, 100, 100, 100, 100, 10]
    rates = {"SGD": 0.01, "Momentum": 0.01, "AdaGrad": 0.01, "Adam": 0.001}
    random = np.random.RandomState(0)
    losses({k: (Net(five, random), optimizer(k, lr)) for k, lr in rates.items()}, random, x, t, steps)
    stds = {"std=0.01": lambda n: 0.01, "Xavier": lambda n: np.sqrt(1 / n), "He": lambda n: np.sqrt(2 / n)}
    random = np.random.RandomState(0)
    losses({k: (Net(five, random, std), optimizer("SGD", 0.01)) for k, std in stds.items()}, random, x, t, steps)


def normalization(x, t, scales, epochs):
    x, t = x[:1000], t[:1000]
    random = np.random.RandomState(0)
    for scale in np.logspace(0, -4, scales):
        nets = [Net([784] + [100] * 5 + [10], random, lambda n: scale, norm=norm) for norm in (True, False)]
        update = optimizer("SGD", 0.01)
        for _ in range(10 * (epochs - 1) + 1):
            batch = random.choice(1000, 100)
            for net in nets:
                update(net.params, net.gradient(x[batch], t[batch]))
        ends = [net.accuracy(x, t) for net in nets]
        print(f"W:{scale:.6f} | batch normalisation {ends[0]:.3f}, none {ends[1]:.3f}")


def train(net, random, x, t, rate, steps):
    update = optimizer("SGD", rate)
    for _ in range(steps):
        batch = random.choice(len(x), 100)
        update(net.params, net.gradient(x[batch], t[batch]))


def overfitting(x, t, test_x, test_t, epochs, dropout_epochs):
    """Evaluates each network for the last time after the first step of its last epoch."""
    for name, options in {"nothing": {}, "weight decay": {"decay": 0.1}, "dropout": {"drop": 0.2}}.items():
        random = np.random.RandomState(0)
        net = Net([784] + [100] * 6 + [10], random, **options)
        last = (dropout_epochs if name == "dropout" else epochs) - 1
        train(net, random, x[:300], t[:300], 0.01, last * 3 + 1)
        a, b = net.accuracy(x[:300], t[:300]), net.accuracy(test_x, test_t)
        print(f"{name} | train acc {a:.4f}, test acc {b:.4f}, gap {a - b:.4f}")


def search(x, t, trials, epochs):
    random, results = np.random.RandomState(0), []
    order = random.permutation(500)
    val, rest = order[:100], order[100:]
    for _ in range(trials):
        decay = 10 ** random.uniform(-8, -4)
        lr = 10 ** random.uniform(-6, -2)
        net = Net([784] + [100] * 6 + [10], random, decay=decay)
        train(net, random, x[rest], t[rest], lr, (epochs - 1) * 4 + 1)
        score = net.accuracy(x[val], t[val])
        train(net, random, x[rest], t[rest], lr, 3)  # the rest of the last epoch, which uses the random generator
        results.append((score, lr, decay))
    for i, (score, lr, decay) in enumerate(sorted(results, key=lambda r: -r[0])[:5]):
        print(f"Best-{i + 1}(val acc:{score:.2f}) | lr:{lr:.2e}, weight decay:{decay:.2e}")


def activations():
    stds = {"1": 1.0, "0.01": 0.01, "Xavier": np.sqrt(1 / 100), "He": np.sqrt(2 / 100)}
    for f, names in ((lambda a: 1 / (1 + np.exp(-a)), ("1", "0.01", "Xavier")),
                     (np.tanh, ("1", "0.01", "Xavier")),
                     (lambda a: np.maximum(a, 0), ("0.01", "Xavier", "He"))):
        for name in names:
            random = np.random.RandomState(0)
            x, each = random.randn(1000, 100), []
            for _ in range(5):
                x = f(x @ (random.randn(100, 100) * stds[name]))
                each.append(x)
            print(name)
            print("  mean      " + str(np.array([z.mean() for z in each])))
            print("  deviation " + str(np.array([z.std() for z in each])))


def convolution(x, w, b, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return np.einsum("nchwij,fcij->nfhw", sliding_window_view(x, w.shape[2:], (2, 3)), w, optimize=True) + b[:, None, None]


def pool(x):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // 2, 2, w // 2, 2).max(axis=(3, 5))


def pool_back(d, a):
    """Passes the gradient to the maximum of each window, to the first if there are several."""
    n, c, h, w = a.shape
    windows = a.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, h // 2, w // 2, 4)
    back = np.zeros_like(windows)
    np.put_along_axis(back, windows.argmax(axis=4)[..., None], d[..., None], 4)
    return back.reshape(n, c, h // 2, w // 2, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(a.shape)


class ConvNet:
    """Convolutions with ReLU, some with pooling, then two Affine layers with ReLU between them; optional dropout."""

    def __init__(self, convolutions, hidden, pixels, random, std, drop=None):
        self.convolutions, self.random, self.drop, self.params = convolutions, random, drop, {}
        channels, p = 1, self.params
        for i, (count, size, _, _) in enumerate(convolutions, start=1):
            p[f"W{i}"] = std(channels * size * size) * random.randn(count, channels, size, size)
            p[f"b{i}"] = np.zeros(count)
            channels = count
        self.a, self.b = len(convolutions) + 1, len(convolutions) + 2
        p[f"W{self.a}"], p[f"b{self.a}"] = std(pixels) * random.randn(pixels, hidden), np.zeros(hidden)
        p[f"W{self.b}"], p[f"b{self.b}"] = std(hidden) * random.randn(hidden, 10), np.zeros(10)

    def dropped(self, x, learning):
        if self.drop is None:
            return x, 1
        mask = self.random.rand(*x.shape) > self.drop if learning else 1 - self.drop
        return x * mask, mask

    def forward(self, x, learning):
        p, self.kept = self.params, []
        for i, (_, _, padding, pooled) in enumerate(self.convolutions, start=1):
            a = np.maximum(convolution(x, p[f"W{i}"], p[f"b{i}"], padding), 0)
            self.kept.append((x, a))
            x = pool(a) if pooled else a
        self.flat, self.shape = x.reshape(len(x), -1), x.shape
        self.h, self.mask = self.dropped(np.maximum(self.flat @ p[f"W{self.a}"] + p[f"b{self.a}"], 0), learning)
        y, self.last = self.dropped(self.h @ p[f"W{self.b}"] + p[f"b{self.b}"], learning)
        return y

    def loss(self, x, t):
        return -np.log(softmax(self.forward(x, True))[np.arange(len(t)), t] + 1e-7).mean()

    def accuracy(self, x, t):
        return (self.forward(x, False).argmax(axis=1) == t).mean()

    def gradient(self, x, t):
        p, g = self.params, {}
        d = softmax(self.forward(x, True))
        d[np.arange(len(t)), t] -= 1
        d = d / len(t) * self.last
        g[f"W{self.b}"], g[f"b{self.b}"] = self.h.T @ d, d.sum(axis=0)
        d = (d @ p[f"W{self.b}"].T) * self.mask * (self.h > 0)
        g[f"W{self.a}"], g[f"b{self.a}"] = self.flat.T @ d, d.sum(axis=0)
        d = (d @ p[f"W{self.a}"].T).reshape(self.shape)
        for i in range(len(self.convolutions), 0, -1):
            _, size, padding, pooled = self.convolutions[i - 1]
            x, a = self.kept[i - 1]
            d = (pool_back(d, a) if pooled else d) * (a > 0)
            framed = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
            views = sliding_window_view(framed, (size, size), (2, 3))
            g[f"W{i}"], g[f"b{i}"] = np.einsum("nfhw,nchwij->fcij", d, views, optimize=True), d.sum(axis=(0, 2, 3))
            if i > 1:
                d = convolution(d, p[f"W{i}"].transpose(1, 0, 2, 3)[:, :, ::-1, ::-1], np.zeros(x.shape[1]), size - 1 - padding)
        return g


def trainer(net, random, x, t, test_x, test_t, epochs):
    """Trains as the book's Trainer does: computes a loss after each step, which uses the random generator as a gradient
    does, and accuracies after the first step of an epoch."""
    update, losses, epoch = optimizer("Adam", 0.001), [], 0
    x, test_x = x.reshape(-1, 1, 28, 28), test_x.reshape(-1, 1, 28, 28)[:1000]
    for i in range(int(epochs * len(x) / 100)):
        batch = random.choice(len(x), 100)
        update(net.params, net.gradient(x[batch], t[batch]))
        losses.append(net.loss(x[batch], t[batch]))
        if i % (len(x) / 100) == 0:
            epoch += 1
            a, b = net.accuracy(x[:1000], t[:1000]), net.accuracy(test_x, test_t[:1000])
            print(f"=== epoch:{epoch}, train acc:{a}, test acc:{b} ===")
    print("=============== Final Test Accuracy ===============")
    print(f"test acc:{net.accuracy(test_x, test_t[:1000])}")
    print(*losses)


def simple(x, t, test_x, test_t, images, epochs):
    random = np.random.RandomState(0)
    net = ConvNet([(30, 5, 0, True)], 100, 4320, random, lambda n: 0.01)
    trainer(net, random, x[:images], t[:images], test_x, test_t, epochs)


def train_deep(x, t, test_x, test_t, images, epochs):
    random = np.random.RandomState(0)
    convolutions = [(16, 3, 1, False), (16, 3, 1, True), (32, 3, 1, False), (32, 3, 2, True), (64, 3, 1, False), (64, 3, 1, True)]
    net = ConvNet(convolutions, 50, 1024, random, lambda n: np.sqrt(2 / n), drop=0.5)
    trainer(net, random, x[:images], t[:images], test_x, test_t, epochs)


def deep(images):
    x, t = mnist("t10k")
    x, t = x[:images].reshape(-1, 1, 28, 28).astype(float), t[:images]
    p = pickle.loads((DATA / "deep_convnet_params.pkl").read_bytes())
    for i, padding in enumerate((1, 1, 1, 2, 1, 1), start=1):
        x = np.maximum(convolution(x, p[f"W{i}"], p[f"b{i}"], padding), 0)
        x = pool(x) if i % 2 == 0 else x
    x = np.maximum(x.reshape(images, -1) @ p["W7"] + p["b7"], 0) * 0.5
    y = ((x @ p["W8"] + p["b8"]) * 0.5).argmax(axis=1)
    print("test accuracy:", (y == t).mean())
    for i in np.nonzero(y != t)[0]:
        print(f"{i}: label {t[i]}, inference {y[i]}")


def main():
    x, t = mnist("train")
    test = mnist("t10k")
    activations()
    compare_losses(x, t, 20)
    normalization(x, t, 3, 3)
    overfitting(x, t, *test, 3, 4)
    search(x, t, 6, 4)
    simple(x, t, *test, 300, 2)
    train_deep(x, t, *test, 300, 2)
    deep(300)


if __name__ == "__main__":
    main()
