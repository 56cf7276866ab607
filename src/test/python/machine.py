#!/usr/bin/env python3
"""Describes the machine: processor, JDK, NumPy and its BLAS. As a script, it prints the last two."""

import ctypes
import importlib.metadata
import importlib.util
import os
import pathlib
import platform
import subprocess
import sys

import numpy as np

import measuring


def header(processes, threads, torch):
    """The lines of Markdown that describe the machine, the versions and how it is measured."""
    settings = processes.settings
    lines = [
        f"- {processor()}, {os.cpu_count()} processors, {platform.system()}; {threads} thread(s) compute",
        f"- {processes.output(sys.executable, pathlib.Path(__file__).resolve()).strip()}",
    ]
    if processes.avx2:
        lines.append("- limited to AVX2: Java by `-XX:UseAVX=2`, NumPy and PyTorch by their variables")
    if torch:
        lines.append(f"- PyTorch {importlib.metadata.version('torch')}")
    lines.append(f"- {processes.java_version[1]}, with `{' '.join(processes.java_options)}` and")
    lines += [f"  `{' '.join(variant.options)}` ({variant.name})" for variant in processes.kernels]
    warm = "warm" if settings.warm_up else "COLD: only a trial"
    lines.append(f"- {warm}, medians of {settings.rounds} round(s), JMH 1.37")
    if processes.processor_time:
        lines.append(
            "- processor time, in Java without its compiler and garbage collector; of the main job, time by the clock"
        )
    return [*lines, f"- dlfs4j {commit()}"]


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        fields = [[part.strip() for part in line.split(":", 1)] for line in lines if ":" in line]
        first = dict(reversed(fields))
        return f"{first['model name']} (family {first['cpu family']}, model {first['model']})"
    except (OSError, KeyError):
        return platform.processor() or platform.machine()


def commit():
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=measuring.ROOT, capture_output=True, text=True
    )
    return done.stdout.strip() or "of no known commit"


def missing_data():
    """Returns a message about data that the benchmarks need and that is missing."""
    data = measuring.ROOT / "data"
    parts = [f"{part}-{kind}-ubyte" for part in ("train", "t10k") for kind in ("images-idx3", "labels-idx1")]
    missing = {}
    for name in parts:
        if not any((data / f"{name}{ending}").exists() for ending in ("", ".gz")):
            missing["mnist"] = f"data/{name}.gz"
    if not any((data / f"sample_weight.{ending}").exists() for ending in ("pkl", "npz")):
        missing["weights"] = "data/sample_weight.pkl"
    return missing


def has_torch():
    return importlib.util.find_spec("torch") is not None


def blas():
    """Returns the library, and the kernel that it has chosen for this processor."""
    about = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return f"{about['name']} {about.get('version', '')}" + "".join(f" (kernel {name})" for name in openblas_kernel())


def openblas_kernel():
    """Returns the kernel's name if NumPy contains OpenBLAS, as its wheels do."""
    package = pathlib.Path(np.__file__).parent
    for library in [*package.parent.glob("numpy.libs/*openblas*"), *package.glob(".dylibs/*openblas*")]:
        loaded = ctypes.CDLL(str(library))
        for symbol in ("scipy_openblas_get_corename64_", "openblas_get_corename64_", "openblas_get_corename"):
            if hasattr(loaded, symbol):
                function = getattr(loaded, symbol)
                function.restype = ctypes.c_char_p
                return [function().decode()]
    return []


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, {blas()}")
