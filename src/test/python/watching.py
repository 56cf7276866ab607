"""Watches that a change makes nothing slower: compare.py --watch.

A row's time is told in lengths of a ruler, which is measured beside it: the geometric mean of a fixed plain loop of
Java and of a product of NumPy. All times are those of processors, the best of a process. They are compared with those
that watched.json has for this processor and JDK. A row that it lacks is compared with a commit, which is measured in
the same run, unless it is only to be remembered. A row that takes 15 % more in two of three runs has become slower.
"""

import dataclasses
import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess

import machine
import measuring
from measuring import PACKAGE, RULER, WATCH, Failure, Processes

FILE = measuring.HERE / "watched.json"
LIMIT = 1.15
RULER_OF_NUMPY = "ProductBenchmark.dotInto", {"operands": "512x512 512x512", "dtype": "FLOAT64"}


class Watch:
    """Measures rows of this build, and of the build to compare with where nothing is remembered."""

    def __init__(self, chosen, options, say):
        self.say = say
        self.now = Processes(options.java, options.threads, WATCH, True)
        short = dataclasses.replace(WATCH, iterations=4, iteration_seconds=0.2, warm_up_second=0.6)
        self.ruler = Processes(options.java, options.threads, short, True)
        self.part = f"{machine.processor()}, JDK {self.now.jdk}"
        self.remembered = {} if options.since else read().get(self.part, {})
        self.before = None
        if needs_commit(chosen, self.remembered, options):
            build = built(options.since or "main", options.java, say)
            self.before = Processes(options.java, options.threads, WATCH, True, build)

    def lengths(self, row):
        """Returns how many lengths of the ruler a row takes before and now, None for a row that was not there."""
        ruler = math.sqrt(
            min(self.ruler.jmh(PACKAGE + "RulerBenchmark.loop", {}, RULER, True))
            * min(self.ruler.numpy(*RULER_OF_NUMPY, False))
        )
        before = self.remembered.get(row.title)
        if self.before and not before:
            before = self.lengths_of_commit(row, ruler)
        return before, self.seconds(self.now, row) / ruler

    def lengths_of_commit(self, row, ruler):
        try:
            return self.seconds(self.before, row) / ruler
        except Failure:
            self.say(f"{row.title}: not measured with the commit to compare with")
            return None

    @staticmethod
    def seconds(processes, row):
        return min(processes.jmh(PACKAGE + row.benchmark, row.parameters, processes.kernels[0], True))

    def run(self, chosen):
        """Prints a table; returns the rows that became slower, and the lengths of all for the file."""
        print("| work | rulers before | now | ratio | slower |")
        print("| --- | ---: | ---: | ---: | --- |")
        slower, lengths = [], {}
        for number, row in enumerate(chosen, 1):
            self.say(f"{number} of {len(chosen)}: {row.title}")
            try:
                runs = decisive(lambda row=row: self.lengths(row))
            except Failure as failure:
                self.say(f"{row.title} failed:\n{failure}")
                slower.append(row.title)
                continue
            before, now = (statistics.median(run[i] for run in runs) if runs[0][i] else None for i in (0, 1))
            lengths[row.title] = round(now, 4)
            is_slower = sum(is_loss(run) for run in runs) == 2
            slower += [row.title] * is_slower
            cells = f"{before:.3g} | {now:.3g} | {before / now:.2f}" if before else f"- | {now:.3g} | -"
            print(f"| {row.title} | {cells} | {'slower' * is_slower} |", flush=True)
        return slower, lengths


def needs_commit(chosen, remembered, options):
    """Returns whether rows are compared with a commit: one that was named, or main where a row is not remembered."""
    return bool(options.since) or not options.remember and any(row.title not in remembered for row in chosen)


def is_loss(run):
    before, now = run
    return before is not None and now > LIMIT * before


def decisive(measure):
    """Returns two runs, or three if the first two disagree."""
    runs = [measure(), measure()]
    if is_loss(runs[0]) != is_loss(runs[1]):
        runs.append(measure())
    return runs


def built(commit, java, say):
    """Returns the folder of the compiled benchmarks of a commit, which Maven compiles in target/watched."""
    name = subprocess.run(
        ["git", "rev-parse", "--verify", f"{commit}^{{commit}}"], cwd=measuring.ROOT, capture_output=True, text=True
    ).stdout.strip()
    if not name:
        raise Failure(f"no commit to compare with: {commit}")
    folder = measuring.ROOT / "target" / "watched" / name
    build = folder / "target" / "benchmark"
    if not (build / "classpath").exists():
        say(f"compiling {commit} to compare with")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", name], cwd=measuring.ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "x"], cwd=folder, input=archive, check=True)
        home = pathlib.Path(shutil.which(java)).resolve().parents[1]
        done = subprocess.run(
            ["mvn", "-q", "-B", "-Pbenchmark", "test-compile"],
            cwd=folder,
            env={**os.environ, "JAVA_HOME": str(home)},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Failure(f"{commit} does not compile:\n{done.stdout[-1000:]}")
    return build


def read():
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def remember(part, lengths):
    """Writes what was measured as that with which later runs compare; other rows stay."""
    parts = read()
    parts[part] = {**parts.get(part, {}), **lengths}
    FILE.write_text(json.dumps(parts, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def watch(chosen, options, say):
    """Measures the rows; returns the exit code, 1 if one became slower."""
    try:
        watcher = Watch(chosen, options, say)
    except Failure as failure:
        say(failure)
        return 2
    slower, lengths = watcher.run(chosen)
    if options.remember:
        remember(watcher.part, lengths)
    print("\nslower: " + "; ".join(slower) if slower else "\nnothing became slower")
    return 1 if slower else 0
