"""The rows of the table: what is measured, and the goals, as multiples of NumPy's speed."""

from dataclasses import dataclass, field
from enum import Enum


class Part(Enum):
    """Which of the times that a process has measured count."""

    ALL = "all"
    FIRST = "the first"
    LATER = "those after the first, unless it is the only one"

    def of(self, times):
        return {Part.ALL: times, Part.FIRST: times[:1], Part.LATER: times[1:] or times}[self]


@dataclass(frozen=True)
class Row:
    """A benchmark with the same name in Java and NumPy, with goals for the vector kernel and the plain kernel.

    The reference is NumPy without AVX-512. The note says what NumPy does otherwise.
    """

    group: str
    title: str
    benchmark: str
    goals: tuple
    parameters: dict = field(default_factory=dict)
    numpy_parameters: dict = field(default_factory=dict)
    peer_benchmark: str = ""
    peers: tuple = ("ND4J", "EJML", "ojAlgo")
    warm_up: bool = True
    part: Part = Part.ALL
    needs: tuple = ()
    reference: bool = False
    note: str = ""
    torch: bool = False
    numpy: bool = True

    @property
    def numpy_title(self):
        return f"{self.title}; {self.note}" if self.note else self.title

    def matches(self, words):
        text = f"{self.group} {self.benchmark} {self.numpy_title}".lower()
        return not words or any(word.lower() in text for word in words)


DTYPES = {"f32": "FLOAT32", "f64": "FLOAT64"}

NETWORK, BACKWARD, LARGE = (1.3, 0.6), (1.2, 0.5), (1.0, 0.4)
PRODUCTS = {
    "100x784 784x50": NETWORK,
    "2000x784 784x50": NETWORK,
    "100x50 50x10": BACKWARD,
    "100x50.T 100x10": BACKWARD,
    "100x784.T 100x50": BACKWARD,
    "100x10 50x10.T": BACKWARD,
    "100x50 784x50.T": BACKWARD,
    "512x512 512x512": LARGE,
    "1024x1024 1024x1024": LARGE,
    "2048x2048 2048x2048": LARGE,
}

FUNCTIONS = {
    "exp": {"f32": (1.3, 0.3), "f64": (0.4, 0.4)},
    "sigmoid": {"f32": (1.3, 0.4), "f64": (0.4, 0.4)},
    "tanh": {"f32": (0.5, 0.1), "f64": (0.3, 0.2)},
    "log": {"f32": (1.3, 0.3), "f64": (0.4, 0.4)},
    "sin": {"f32": (0.5, 0.3), "f64": (0.4, 0.4)},
    "cos": {"f32": (0.5, 0.3), "f64": (0.4, 0.4)},
}

# The functions of float64 whose bits are those of NumPy without AVX-512, and so compared with it.
REFERENCE_FUNCTIONS = {"exp": (1.5, 1.5), "log": (1.5, 1.5), "tanh": (1.0, 1.0), "sin": (1.0, 1.0), "cos": (1.0, 1.0)}

# Operations that are as fast as memory in NumPy without AVX-512, and so compared with it.
SIMPLE_FUNCTIONS = {
    "floor": ("floor, 1e6 f64", 0.5),
    "floorInto": ("floor, 1e6 f64, into a given array", 0.5),
    "isNaN": ("isnan, 1e6 f64", 0.3),
}

ARRAYS = {
    "add": "matrix + row",
    "addInto": "matrix + row, into a given array",
    "relu": "relu",
    "reluInto": "relu, into a given array",
    "maskAssignment": "x[mask] = 0",
    "sum": "sum",
    "sumAxis0": "sum over axis 0",
    "sumAxis1": "sum over axis 1",
    "max": "max",
    "argmax": "argmax",
}
WITHOUT_AVX512 = "NumPy without AVX-512"

SIZES = {"1e6": 1_000_000, "1e7": 10_000_000}

SORTING = {"sort": 0.4, "argsort": 0.5, "unique": 0.4, "cumsum": 0.5}

# With vectors half of NumPy's speed; of eigenvalues and singular values, NumPy's ratio only stands beside.
LINEAR_ALGEBRA = {
    "solve": (0.5, 0.3),
    "inv": (0.5, 0.3),
    "cholesky": (0.5, 0.3),
    "qr": (0.5, 0.3),
    "eigh": (0, 0),
    "svd": (0, 0),
    "svdvals": (0, 0),
}

MAIN_JOB = "Main"
MAIN_JOB_FROM_CACHE = "MainFromCache"


def table(steps, every, images):
    """Returns all rows. The training has `steps` steps. NumPy differentiates with respect to one in `every` parameters, and its
    deep network infers `images` images.
    """
    return [
        *products(),
        *functions(),
        *arrays(),
        *sorting(),
        *linear_algebra(),
        *networks(steps, every),
        *convnets(images),
        *language_models(),
        *starts(),
    ]


# Some rows of each kind, for a change that makes nothing slower.
WATCHED = (
    "(100x784)·(784x50) f64, into a given array",
    "(2000x784)·(784x50) f32, into a given array",
    "(100x50)·(784x50)ᵀ f32",
    "(512x512)·(512x512) f32, into a given array",
    "(512x512)·(512x512) f64, into a given array",
    "(1024x1024)·(1024x1024) f64",
    "exp, 1e6 f32, into a given array",
    "exp, 1e6 f64, into a given array",
    "log, 1e6 f64, into a given array",
    "tanh, 1e6 f32, into a given array",
    "matrix + row, into a given array, 1e6 f32",
    "sum, 1e6 f32",
    "sum over axis 1, 1e6 f64",
    "argmax, 1e6 f32",
    "sort, 1e6 f64",
    "solve, (500x500) f64",
    "svd, (500x500) f64",
    "training step of TwoLayerNet, batch 100 f32",
    "10,000 images in batches of 2,000 f32",
    # Its tiles for windows may be spilled, see src/build/java/Tiles.java.
    "10,000 images through the deep ConvNet f32",
    "training step of the simple ConvNet, batch 100 f64",
    "training step of the deep ConvNet, batch 100 f32",
    "training step of a language model f32",
)


def watched(table):
    """Returns the rows of the table that are watched, each once."""
    return list({row.title: row for row in table if row.title in WATCHED}.values())


def products():
    for operands, goals in PRODUCTS.items():
        title = "·".join(f"({text.removesuffix('.T')}){'ᵀ' * text.endswith('.T')}" for text in operands.split())
        for short, dtype in DTYPES.items():
            parameters = {"operands": operands, "dtype": dtype}
            yield Row(
                "products",
                f"{title} {short}",
                "ProductBenchmark.dot",
                goals,
                parameters,
                peer_benchmark="Product.dot",
                torch=True,
            )
            yield Row(
                "products",
                f"{title} {short}, into a given array",
                "ProductBenchmark.dotInto",
                goals,
                parameters,
                torch=True,
            )


def functions():
    for name, goals in FUNCTIONS.items():
        for short, dtype in DTYPES.items():
            parameters = {"size": 1_000_000, "dtype": dtype}
            title = f"{name}, 1e6 {short}"
            yield Row("functions", title, f"FunctionBenchmark.{name}", goals[short], parameters, torch=True)
            yield Row(
                "functions",
                f"{title}, into a given array",
                f"FunctionBenchmark.{name}Into",
                goals[short],
                parameters,
                peer_benchmark="Exponential.expInto" if name == "exp" else "",
                torch=True,
            )
    for name, goals in REFERENCE_FUNCTIONS.items():
        yield Row(
            "functions",
            f"{name}, 1e6 f64, into a given array",
            f"FunctionBenchmark.{name}Into",
            goals,
            {"size": 1_000_000, "dtype": "FLOAT64"},
            reference=True,
            note=WITHOUT_AVX512,
        )
    for name, (title, goal) in SIMPLE_FUNCTIONS.items():
        yield Row(
            "functions",
            title,
            f"FunctionBenchmark.{name}",
            (goal, goal),
            {"size": 1_000_000, "dtype": "FLOAT64"},
            reference=True,
            note=WITHOUT_AVX512,
        )


def arrays():
    for name, title in ARRAYS.items():
        for size, elements in SIZES.items():
            for short, dtype in DTYPES.items():
                parameters = {"size": elements, "dtype": dtype}
                yield Row("arrays", f"{title}, {size} {short}", f"ArrayBenchmark.{name}", (1.0, 0.9), parameters)


def sorting():
    for name, goal in SORTING.items():
        yield Row(
            "sorting",
            f"{name}, 1e6 f64",
            f"SortingBenchmark.{name}",
            (goal, goal),
            {"size": 1_000_000, "dtype": "FLOAT64"},
            reference=True,
            note=WITHOUT_AVX512,
        )


def linear_algebra():
    for name, goals in LINEAR_ALGEBRA.items():
        for n in (100, 500, 1000):
            yield Row(
                "linalg",
                f"{name}, ({n}x{n}) f64",
                f"LinearAlgebraBenchmark.{name}",
                goals,
                {"n": n, "dtype": "FLOAT64"},
                peer_benchmark=f"Linear.{name}",
                peers=("EJML", "ojAlgo"),
            )


def networks(steps, every):
    training = f"TwoLayerNet, {steps:,} training steps f64"
    for title, part in {f"{training}, cold": Part.FIRST, f"{training}, warm": Part.LATER}.items():
        yield Row(
            "training",
            title,
            "TrainingBenchmark.train",
            (2.0, 1.2),
            {"steps": steps},
            warm_up=False,
            part=part,
            needs=("mnist",),
            torch=True,
        )
    step = "training step of TwoLayerNet, batch 100"
    yield from of_both_dtypes("training", step, "StepBenchmark.twoLayerNet", (2.0, 1.2))
    yield Row(
        "gradient",
        "numerical gradient of TwoLayerNet",
        "GradientBenchmark.numericalGradient",
        (200, 60),
        numpy_parameters={"every": every},
        needs=("mnist",),
        note=f"NumPy scaled from 1 parameter in {every}" if every > 1 else "",
    )
    for title, name, goals in (
        ("10,000 images one by one f32", "oneByOne", (3.0, 2.0)),
        ("10,000 images in batches of 2,000 f32", "inBatches", (1.2, 0.7)),
    ):
        yield Row("inference", title, f"InferenceBenchmark.{name}", goals, needs=("mnist", "weights"), torch=True)


def convnets(images):
    note = f"NumPy scaled from {images:,}" if images < 10_000 else ""
    for title, benchmark, numpy in (
        ("10,000 images through the simple ConvNet", "ConvNetBenchmark.simpleInference", {}),
        (
            "10,000 images through the deep ConvNet",
            "ConvNetBenchmark.deepInference",
            {"numpy_parameters": {"images": images}, "note": note},
        ),
        ("training step of the simple ConvNet, batch 100", "StepBenchmark.simpleConvNet", {}),
        ("training step of the deep ConvNet, batch 100", "StepBenchmark.deepConvNet", {}),
    ):
        yield from of_both_dtypes("convnet", title, benchmark, (3.0, 1.0), **numpy)


def of_both_dtypes(group, title, benchmark, goals, **others):
    """Returns the rows of a network on the images of MNIST."""
    for short, dtype in DTYPES.items():
        yield Row(group, f"{title} {short}", benchmark, goals, {"dtype": dtype}, needs=("mnist",), torch=True, **others)


def language_models():
    """A decoder-only transformer of 0.44 million parameters; NumPy has no layers for it."""
    yield Row(
        "language model",
        "training step of a language model f32",
        "TransformerBenchmark.step",
        (0, 0),
        {"dtype": "FLOAT32"},
        torch=True,
        numpy=False,
    )


def starts():
    for benchmark, cache in {MAIN_JOB: "", MAIN_JOB_FROM_CACHE: ", from an AOT cache"}.items():
        for title, part in {"start to first accuracy": Part.FIRST, "start to end": Part.LATER}.items():
            needs = ("mnist", "weights")
            yield Row("start", f"main job: {title}{cache}", benchmark, (1.0, 1.0), part=part, needs=needs)
