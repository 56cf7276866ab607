"""Records what the scripts of "Deep Learning from Scratch 3" print, which builds the framework DeZero.

    python3 record_steps.py FOLDER MNIST > steps.txt

FOLDER is a checkout of github.com/oreilly-japan/deep-learning-from-scratch-3, and MNIST has the four .gz files.
It needs NumPy. Each script runs as it is, but for the replacements below: a training in a short form, and a seed
where the script has none. Pictures are not drawn, and nothing is downloaded.
"""
import contextlib
import gzip
import io
import os
import pathlib
import sys
import tempfile
import types
import warnings

import numpy as np

# What is replaced in a script, in this order.
SHORT = {
    2: [("print(type(y))", "")],
    9: [("x = Variable(1.0)", "")],  # an error, on purpose
    17: [("for i in range(10)", "for i in range(0)")],
    28: [("iters = 1000", "iters = 20")],
    34: [("labels =", "print([float(v[33]) for v in logs]); labels =")],
    35: [("iters = 1", "iters = 3"), ("gx.name = ", "print(gx.data); gx.name = ")],
    42: [("iters = 100", "iters = 10")],
    43: [("iters = 10000", "iters = 500"), ("i % 1000", "i % 50")],
    44: [("iters = 10000", "iters = 500"), ("i % 1000", "i % 50")],
    45: [("max_iter = 10000", "max_iter = 500"), ("i % 1000", "i % 50")],
    46: [("max_iter = 10000", "max_iter = 500"), ("i % 1000", "i % 50")],
    48: [("max_epoch = 300", "max_epoch = 20"), ("h = 0.001", "h = 0.5")],
    49: [("max_epoch = 300", "max_epoch = 20")],
    50: [("max_epoch = 300", "max_epoch = 5")],
    51: [("max_epoch = 5", "max_epoch = 2"), ("hidden_size = 1000", "hidden_size = 50")],
    53: [("max_epoch = 3", "max_epoch = 2"), ("MLP((1000, 10))", "MLP((50, 10))")],
    # Adam's eps is that of the first book, 1e-7, in place of 1e-8.
    59: [("Adam()", "Adam(eps=1e-7)"), ("max_epoch = 100", "max_epoch = 2"), ("hidden_size = 100", "hidden_size = 20"),
         ("train_set = dezero.datasets.SinCurve(train=True)",
          "train_set = [(np.array(x), np.array(t)) for x, t in zip(WAVE[:-1], WAVE[1:])]"),
         ("np.linspace(0, 4 * np.pi, 1000)", "np.linspace(0, 4 * np.pi, 10)"), ("float(y.data)", "y.data.item()"),
         ("plt.plot(np.arange(len(xs)), xs", "print(pred_list); plt.plot(np.arange(len(xs)), xs")],
    60: [("Adam()", "Adam(eps=1e-7)"), ("max_epoch = 100", "max_epoch = 2"), ("hidden_size = 100", "hidden_size = 20"), ("batch_size = 30", "batch_size = 10"),
         ("bptt_length = 30", "bptt_length = 5"),
         ("train_set = dezero.datasets.SinCurve(train=True)",
          "train_set = [(np.array([x]), np.array([t])) for x, t in zip(WAVE[:-1], WAVE[1:])]"),
         ("np.linspace(0, 4 * np.pi, 1000)", "np.linspace(0, 4 * np.pi, 10)"), ("float(y.data)", "y.data.item()"),
         ("plt.plot(np.arange(len(xs)), xs", "print(pred_list); plt.plot(np.arange(len(xs)), xs")],
}

# Steps 10 (unit tests), 52 (time on a GPU) and 58 (VGG16) print nothing that can be compared. Steps 5, 15, 27 to 31, 56 have no code.
LEFT_OUT = {10, 52, 58}

# The second run of this step loads what the first has saved.
RUNS = {53: 2}

IMAGES = 1000


class Nothing(types.ModuleType):
    """A module that is not there: everything in it does nothing."""

    def __getattr__(self, name):
        return Nothing(name)

    def __call__(self, *arguments, **named):
        return Nothing("result")


def use(folder, mnist):
    for name in ["matplotlib", "matplotlib.pyplot", "PIL", "PIL.Image"]:
        sys.modules[name] = Nothing(name)
    sys.path.insert(0, str(folder))
    import dezero
    import dezero.datasets
    import dezero.utils

    def prepare(dataset):
        part = "train" if dataset.train else "t10k"
        with gzip.open(mnist / f"{part}-images-idx3-ubyte.gz") as images:
            dataset.data = np.frombuffer(images.read(), np.uint8, offset=16).reshape(-1, 1, 28, 28)[:IMAGES]
        with gzip.open(mnist / f"{part}-labels-idx1-ubyte.gz") as labels:
            dataset.label = np.frombuffer(labels.read(), np.uint8, offset=8)[:IMAGES]

    dezero.datasets.MNIST.prepare = prepare
    dezero.utils.plot_dot_graph = lambda *arguments, **named: None


def run(number, script):
    import dezero

    for old, new in SHORT.get(number, []):
        if old not in script:
            raise ValueError(f"step {number} has no {old}")
        script = script.replace(old, new)
    np.random.seed(0)
    wave = np.sin(np.linspace(0, 2 * np.pi, 101))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for _ in range(RUNS.get(number, 1)):
            exec(compile(script, f"step{number:02}.py", "exec"), {"__name__": "step", "WAVE": wave, "os": os})
    return printed.getvalue()


def main():
    warnings.simplefilter("ignore")
    folder, mnist = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    use(folder, mnist)
    os.chdir(tempfile.mkdtemp())
    for file in sorted((folder / "steps").glob("step??.py")):
        number = int(file.stem[4:])
        script = file.read_text()
        if number not in LEFT_OUT and "No code" not in script:
            print(f"# step {number}")
            print(run(number, script).rstrip("\n"))


main()
