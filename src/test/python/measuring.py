"""Measures benchmarks and the main job, with NumPy and with Java, each in a process of its own."""

import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILD = ROOT / "target" / "benchmark"
BUILD_OF_PEERS = ROOT / "target" / "it" / "peers" / "target"
PACKAGE = "io.github.dlfs4j.benchmark."
SECONDS = {"us/op": 1e-6, "ms/op": 1e-3}
THREAD_COUNTS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
# Variables that would change what NumPy, its BLAS and Java choose for this machine.
TUNING = ("OPENBLAS_", "GOTO_", "OMP_", "MKL_", "VECLIB_", "BLIS_", "NPY_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
WITHOUT_AVX512 = {"NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR"}
AVX2 = {
    **WITHOUT_AVX512,
    "OPENBLAS_CORETYPE": "Haswell",
    "ATEN_CPU_CAPABILITY": "avx2",
    "DNNL_MAX_CPU_ISA": "AVX2",
}


class Failure(Exception):
    """A process that did not measure. The message is the end of its output."""


@dataclass(frozen=True)
class Variant:
    """How Java is started for the benchmarks and the main job, and how long it takes to warm up."""

    name: str
    warm_up_seconds: int
    options: tuple
    main_job_options: tuple = ()


@dataclass(frozen=True)
class Settings:
    """How long to measure: once as a trial, briefly for a first impression, or long enough for figures."""

    rounds: int
    warm_up: bool
    iterations: int
    iteration_seconds: float
    numpy_seconds: float
    training_steps: int
    numpy_gradient_every: int
    numpy_images: int
    # On a busy machine, Java's compiler gets a part of each second only.
    warm_up_second: float = 5


TRIAL = Settings(1, False, 1, 0.01, 0, 10, 5000, 1000)
SHORT = Settings(1, True, 3, 0.3, 0.3, 1000, 20, 1000)
FULL = Settings(3, True, 5, 0.5, 1, 10_000, 1, 10_000)
WATCH = Settings(3, True, 8, 0.3, 0.3, 1000, 20, 1000, 2)

MODULE = ("--add-modules", "jdk.incubator.vector")
VECTOR = Variant("vector", 3, (*MODULE, "-Ddlfs4j.kernel=vector"), MODULE)
PLAIN = Variant("plain", 1, ("-Ddlfs4j.kernel=plain",))
RULER = Variant("ruler", 1, ())
PEER = Variant("peer", 2, ("--enable-native-access=ALL-UNNAMED",))

# On an older JDK, dlfs4j computes with plain loops, whatever the options ask for.
FIRST_JDK_WITH_VECTORS = 25


MAIN_JOB = ("io.github.dlfs4j.app.Main", "--steps", "0")


class Processes:
    """Starts all processes with the same number of threads, in the folder that contains data/."""

    def __init__(self, java, threads, settings, processor_time, build=BUILD, avx2=False):
        self.java = java
        self.settings = settings
        self.build = build
        self.processor_time = processor_time
        self.warm_up_second = settings.warm_up_second if processor_time else 1
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(TUNING)}
        self.environment.update({name: str(threads) for name in THREAD_COUNTS})
        self.environment["DLFS4J_DATA"] = str(ROOT / "data")
        # With a single processor, Java would choose the serial collector; with two or more, it chooses G1.
        self.java_options = (f"-XX:ActiveProcessorCount={threads}", "-XX:+UseG1GC")
        self.avx2 = avx2
        if avx2:
            self.environment.update(AVX2)
            self.java_options += ("-XX:UseAVX=2",)
        self.java_version = self.lines_of_java_version()
        self.jdk = int(re.search(r'version "(\d+)', self.java_version[0])[1])
        self.kernels = (VECTOR, PLAIN) if self.jdk >= FIRST_JDK_WITH_VECTORS else (PLAIN,)

    def lines_of_java_version(self):
        """Returns what java -version prints; its second line names vendor and build."""
        done = subprocess.run(
            [self.java, "-version"], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stderr.splitlines()

    def output(self, *command, **environment):
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Failure("\n".join((done.stdout + done.stderr).strip().splitlines()[-15:]))
        return done.stdout

    def numpy(self, benchmark, parameters, reference):
        """Returns several measurements of the seconds of a call; of the reference, without AVX-512."""
        return self.python("numpy_benchmarks.py", benchmark, parameters, **(WITHOUT_AVX512 if reference else {}))

    def torch(self, benchmark, parameters):
        return self.python("torch_benchmarks.py", benchmark, parameters)

    def python(self, script, benchmark, parameters, **environment):
        command = [sys.executable, HERE / script, benchmark, json.dumps(parameters)]
        command += ["--seconds", self.settings.numpy_seconds] + ["--processor-time"] * self.processor_time
        return json.loads(self.output(*command, **environment))

    def jmh(self, benchmark, parameters, variant, warm_up):
        """Returns the seconds of a call, a number for each iteration; without warm-up, of the first two calls."""
        settings = self.settings
        with tempfile.TemporaryDirectory() as folder:
            result = pathlib.Path(folder) / "result.json"
            command = [self.java, *self.java_options, *variant.options, "-cp", self.class_path(variant), "org.openjdk.jmh.Main"]
            command += [f"^{benchmark}$".replace(".", r"\."), "-f", 1, "-foe", "true"]
            if warm_up:
                command += ["-wi", variant.warm_up_seconds if settings.warm_up else 0, "-w"]
                command += [f"{round(self.warm_up_second * 1000)}ms"]
                command += ["-i", settings.iterations, "-r", f"{round(settings.iteration_seconds * 1000)}ms"]
            else:
                command += ["-wi", 0, "-i", 2]
            for name, value in parameters.items():
                command += ["-p", f"{name}={value}"]
            if self.processor_time:
                command += ["-prof", f"{PACKAGE}ProcessorTime"]
            self.output(*command, "-rf", "json", "-rff", result)
            (measured,) = json.loads(result.read_text())
        metric = measured["secondaryMetrics"]["processor time"] if self.processor_time else measured["primaryMetric"]
        (times,) = metric["rawData"]
        return [SECONDS[metric["scoreUnit"]] * time for time in times]

    def numpy_main_job(self):
        return self.main_job(sys.executable, HERE / "main_job.py")

    def java_main_job(self, variant):
        options = (*self.java_options, *variant.main_job_options)
        return self.main_job(self.java, *options, "-cp", self.build / "classes", *MAIN_JOB)

    def java_main_job_from_cache(self, variant):
        """Follows the guide: a first run writes the cache. Java accepts a cache only for a jar, not for a folder."""
        with tempfile.TemporaryDirectory() as folder:
            jar, cache = pathlib.Path(folder) / "dlfs4j.jar", pathlib.Path(folder) / "dlfs4j.aot"
            shutil.make_archive(str(jar.with_suffix("")), "zip", self.build / "classes")
            jar.with_suffix(".zip").rename(jar)
            options = (*self.java_options, *variant.main_job_options)
            self.output(self.java, *options, f"-XX:AOTCacheOutput={cache}", "-cp", jar, *MAIN_JOB)
            return self.main_job(self.java, *options, f"-XX:AOTCache={cache}", "-cp", jar, *MAIN_JOB)

    def main_job(self, *command):
        """Returns the seconds from the start to the first accuracy, and to the end, as medians of three runs."""
        runs = [self.main_job_once(command) for _ in range(3 if self.settings.warm_up else 1)]
        return [statistics.median(times) for times in zip(*runs)]

    def main_job_once(self, command):
        start = time.perf_counter()
        first = None
        with subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            for line in process.stdout:
                if first is None and "accuracy: 0.9207" in line:
                    first = time.perf_counter() - start
        if process.returncode or first is None:
            raise Failure("the main job did not print accuracy 0.9207: " + " ".join(map(str, command)))
        return first, time.perf_counter() - start

    def class_path(self, variant):
        """Returns the class path that profile benchmark has written and, for other libraries, that of their project."""
        parts = [self.build / "classes", self.build / "test-classes", (self.build / "classpath").read_text()]
        if variant == PEER:
            parts += [BUILD_OF_PEERS / "classes", (BUILD_OF_PEERS / "classpath").read_text()]
        return os.pathsep.join(map(str, parts))
