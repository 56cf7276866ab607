#!/usr/bin/env python3
"""Compares dlfs4j with NumPy, PyTorch and other libraries of the JVM, and prints tables.

    mvn -q -Pbenchmark test-compile
    python3 src/test/python/compare.py --java /usr/lib/jvm/jdk-25/bin/java --short

NumPy and the two kernels of dlfs4j take turns, row by row, each in a process of its own with the same number of
threads; Java's compiler and garbage collector use more. Before JDK 25, dlfs4j has only the plain kernel. A time is the
median over the rounds of the median in a process. A ratio is NumPy's time divided by ours: above 1 dlfs4j is faster.
The last column names the kernels that are slower than NumPy. Standard error shows the progress and, at the end, the
rows that miss their goals.

With --torch a second table compares with PyTorch in the same way, if this Python has it: python3 -m pip install torch.

With --peers (after mvn verify -Dit=peers) another table compares with ND4J, EJML and ojAlgo; their ratios are their
times divided by ours, and its last column names those that are faster.

With --save it also writes the times to src/docs/speed.tsv, of which the tables of src/docs/speed.md are made. With
--send it writes them to a file of their own, with the machine and the versions, which can be sent from a processor that
nobody has measured; --save with --sent takes them from such a file.

With --watch it says instead whether some rows became slower; watching.py says how.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import sys
from functools import partial
from operator import attrgetter

import machine
import measuring
import rows
import watching
from measuring import FULL, PACKAGE, PEER, SHORT, TRIAL, Failure, Processes

PEERS = {"ND4J": "Nd4jNative", "EJML": "Ejml", "ojAlgo": "OjAlgo"}
SAVED = measuring.ROOT / "src" / "docs" / "speed.tsv"


class Measurements:
    """What was measured: for each library or kernel and each row, a list of seconds for each process."""

    def __init__(self):
        self.times = {}

    def add(self, who, row, seconds):
        self.times.setdefault((who, *key(row)), []).append(seconds)

    def median(self, who, row):
        """The seconds of a row, or None if nothing was measured."""
        processes = self.times.get((who, *key(row)), [])
        medians = [statistics.median(row.part.of(seconds)) for seconds in processes]
        return statistics.median(medians) if medians else None


def key(row):
    return row.benchmark, str(row.parameters), row.reference


def measure(chosen, processes, torch, peers):
    """All rounds of all rows; whether all succeeded. What was measured before an interruption is kept."""
    measurements = Measurements()
    succeeded = True
    benchmarks = list({key(row): row for row in chosen}.values())
    total = processes.settings.rounds * len(benchmarks)
    try:
        for done in range(total):
            row = benchmarks[done % len(benchmarks)]
            say(f"{done + 1} of {total}: {row.title}")
            for who, run in turns(row, processes, torch, peers):
                try:
                    seconds = run()
                    measurements.add(who, row, seconds)
                    if who not in ("NumPy", "PyTorch") and row.warm_up and row.group != "start":
                        warn_of_differences(who, seconds)
                except Failure as failure:
                    say(f"{row.title} failed with {who}:\n{failure}")
                    succeeded = False
    except KeyboardInterrupt:
        say("interrupted")
        succeeded = False
    return measurements, succeeded


def turns(row, processes, torch, peers):
    """Who computes a row, in turn: NumPy before each kernel, since it is what each is compared with."""

    def numpy():
        if row.group == "start":
            return processes.numpy_main_job()
        return processes.numpy(row.benchmark, {**row.parameters, **row.numpy_parameters}, row.reference)

    def java(variant):
        if row.group == "start":
            cached = row.benchmark == rows.MAIN_JOB_FROM_CACHE
            return processes.java_main_job_from_cache(variant) if cached else processes.java_main_job(variant)
        return processes.jmh(PACKAGE + row.benchmark, row.parameters, variant, row.warm_up)

    def peer(library):
        return processes.jmh(f"peers.{library}.{row.peer_benchmark}", row.parameters, PEER, row.warm_up)

    for variant in processes.kernels:
        if row.numpy:
            yield "NumPy", numpy
        yield variant.name, partial(java, variant)
    if row.torch and torch:
        yield "PyTorch", lambda: processes.torch(row.benchmark, row.parameters)
    if row.peer_benchmark and peers:
        for name in row.peers:
            yield name, partial(peer, PEERS[name])


def warn_of_differences(who, seconds):
    """Iterations that differ much were not warm, or something else was running."""
    factor = max(seconds) / min(seconds)
    if factor > 1.5:
        say(f"  {who}: the slowest iteration took {factor:.1f} times as long as the fastest")


def say(message):
    print(message, file=sys.stderr, flush=True)


def print_table(chosen, measurements, kernels, peer, title):
    print_row("work", peer, *[column for kernel in kernels for column in (kernel.name, "ratio")], "slower")
    print_row("---", *["---:"] * (1 + 2 * len(kernels)), "---")
    for row in chosen:
        theirs = measurements.median(peer, row)
        ours = {kernel.name: measurements.median(kernel.name, row) for kernel in kernels}
        columns = [column for time in ours.values() for column in (duration(time), ratio(theirs, time))]
        slower = {name: is_less(theirs, time) for name, time in ours.items()}
        print_row(title(row), duration(theirs), *columns, names(slower))


def say_missed_goals(chosen, measurements):
    for row in chosen:
        numpy = measurements.median("NumPy", row)
        for kernel, goal in zip(("vector", "plain"), row.goals):
            ours = measurements.median(kernel, row)
            if numpy and ours and numpy < goal * ours:
                say(f"goal missed: {row.numpy_title}, {kernel}: {ratio(numpy, ours)}, not {goal}")


def print_jvm_table(chosen, measurements, kernel):
    print_row("work", "dlfs4j", *[column for name in PEERS for column in (name, "ratio")], "slower than")
    print_row("---", *["---:"] * (1 + 2 * len(PEERS)), "---")
    for row in chosen:
        ours = measurements.median(kernel.name, row)
        theirs = {name: measurements.median(name, row) for name in PEERS}
        columns = [column for time in theirs.values() for column in (duration(time), ratio(time, ours))]
        faster = {name: is_less(time, ours) for name, time in theirs.items()}
        print_row(row.title, duration(ours), *columns, names(faster))


COLUMNS = ("NumPy", "PyTorch", *PEERS, "vector", "plain")


def cells(chosen, measurements):
    """The microseconds of each column by work; those that were not measured are empty."""

    def micros(who, row):
        seconds = measurements.median(who, row)
        return "" if seconds is None else f"{float(f'{seconds * 1e6:.4g}'):.12g}"

    return {row.numpy_title: [micros(who, row) for who in COLUMNS] for row in chosen}


def send(path, about, measured):
    """Writes a file that can be sent: what says where and how the rows were measured, and the rows."""
    lines = [*(f"# {line}" for line in about), "\t".join(("work", *COLUMNS))]
    lines += ["\t".join((work, *times)) for work, times in measured.items()]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def sent(path):
    """Reads such a file: what says where and how, and the rows."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    about = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    head, *table = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    if tuple(head) != ("work", *COLUMNS) or any(len(line) != len(head) for line in table):
        raise SystemExit(f"{path} is no file that --send has written")
    return about, {work: times for work, *times in table}


def save(run, measured):
    """Writes the times as those of a run, in microseconds; what was not measured stays as it is."""
    head, *lines = [line.split("\t") for line in SAVED.read_text(encoding="utf-8").splitlines()]
    saved = {(line[0], line[1]): line for line in lines}
    for work, times in measured.items():
        line = saved.setdefault((run, work), [run, work, *[""] * (len(head) - 2)])
        new = dict(zip(COLUMNS, times))
        line[2:] = [new[who] or old for who, old in zip(head[2:], line[2:])]
    runs = list(dict.fromkeys(run for run, _ in saved))
    lines = sorted(saved.values(), key=lambda line: runs.index(line[0]))
    SAVED.write_text("".join("\t".join(line) + "\n" for line in [head, *lines]), encoding="utf-8")


def names(marked):
    """Those that are marked, for the last column."""
    return " and ".join(name for name, is_marked in marked.items() if is_marked)


def is_less(theirs, ours):
    return theirs is not None and ours is not None and theirs < ours


def print_row(*cells):
    print("|", " | ".join(map(str, cells)), "|")


def duration(seconds):
    """Three digits, with a unit."""
    if seconds is None:
        return "-"
    for unit, factor in {"s": 1, "ms": 1e3}.items():
        if seconds * factor >= 1:
            return f"{digits(seconds * factor)} {unit}"
    return f"{digits(seconds * 1e6)} µs"


def digits(number):
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def ratio(theirs, ours):
    if theirs is None or ours is None:
        return "-"
    return f"{theirs / ours:.0f}" if theirs >= 100 * ours else f"{theirs / ours:.2f}"


def with_data(chosen):
    """Returns the rows whose data are there, and says which others it leaves out."""
    missing = machine.missing_data()
    for need in sorted({need for row in chosen for need in row.needs if need in missing}):
        titles = [row.numpy_title for row in chosen if need in row.needs]
        say(f"left out, since there is no {missing[need]}: {'; '.join(titles)}")
    return [row for row in chosen if not any(need in missing for need in row.needs)]


def with_torch(chosen):
    """Returns the rows that PyTorch does too, or none and says so if Python has no PyTorch."""
    rows_of_torch = [row for row in chosen if row.torch]
    if machine.has_torch():
        return rows_of_torch
    titles = "; ".join(row.title for row in rows_of_torch)
    say(f"left out, since Python has no PyTorch (python3 -m pip install torch): {titles}")
    return []


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    home = os.environ.get("JAVA_HOME")
    default_java = pathlib.Path(home, "bin", "java") if home else shutil.which("java")
    parser.add_argument("--java", default=default_java, help="the java command (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="of NumPy and of Java (default: 1)")
    parser.add_argument("--rows", default="", help="only rows with one of these words, such as exp,512 or linalg")
    parser.add_argument("--torch", action="store_true", help="measure PyTorch as well, if Python has it")
    parser.add_argument("--peers", action="store_true", help="measure ND4J, EJML and ojAlgo as well")
    parser.add_argument(
        "--processor-time",
        action="store_true",
        help="instead of the time by the clock, on a busy machine; in Java without its compiler and garbage collector, "
        "and after warming up for five times as long",
    )
    parser.add_argument("--save", metavar="RUN", help="write the times to src/docs/speed.tsv, as a run such as JDK 25")
    parser.add_argument("--send", metavar="FILE", help="write the times, the machine and the versions to a file")
    parser.add_argument("--sent", metavar="FILE", help="with --save, take the times from such a file, measure nothing")
    parser.add_argument(
        "--avx2",
        action="store_true",
        help="limit Java, NumPy and PyTorch to AVX2, where the processor has AVX-512",
    )
    parser.add_argument("--watch", action="store_true", help="say which of some rows became slower, in ten minutes")
    parser.add_argument("--since", help="with --watch, the commit to compare with, instead of watched.json or main")
    parser.add_argument("--remember", action="store_true", help="with --watch, write watched.json for this processor")
    parser.add_argument("--list", action="store_true", help="print the rows and measure nothing")
    length = parser.add_mutually_exclusive_group()
    for settings, name, purpose in (
        (SHORT, "--short", "one round with short measurements"),
        (TRIAL, "--trial", "no figures, only to see that all works: everything cold, one call"),
    ):
        length.add_argument(name, dest="settings", action="store_const", const=settings, help=purpose)
    parser.set_defaults(settings=FULL)
    return parser.parse_args()


def main():
    options = arguments()
    settings = options.settings
    if options.sent:
        about, measured = sent(options.sent)
        print("\n".join(about))
        if options.save:
            save(options.save, measured)
        return 0
    words = [word for word in options.rows.split(",") if word]
    table = rows.table(settings.training_steps, settings.numpy_gradient_every, settings.numpy_images)
    chosen = [row for row in (rows.watched(table) if options.watch else table) if row.matches(words)]
    if options.list:
        for row in chosen:
            print(f"{row.group}: {row.numpy_title}")
        return 0
    if not (measuring.BUILD / "classpath").exists():
        say("not compiled yet: mvn -q -Pbenchmark test-compile")
        return 2
    if options.peers and not (measuring.BUILD_OF_PEERS / "classpath").exists():
        say("not compiled yet: mvn verify -Dit=peers")
        return 2
    if not options.java or not shutil.which(options.java):
        say(f"no java command: {options.java}")
        return 2
    if not chosen:
        say("no such row; --list shows them all")
        return 2
    chosen = with_data(chosen)
    if options.watch:
        return watching.watch(chosen, options, say)
    processes = Processes(options.java, options.threads, settings, options.processor_time, avx2=options.avx2)
    of_torch = with_torch(chosen) if options.torch else []
    chosen = [row for row in chosen if row.numpy or row in of_torch]
    about = machine.header(processes, options.threads, bool(of_torch))
    print("\n".join(about), end="\n\n", flush=True)
    measurements, succeeded = measure(chosen, processes, bool(of_torch), options.peers)
    measured = cells(chosen, measurements)
    if options.save:
        save(options.save, measured)
    if options.send:
        send(options.send, about, measured)
    of_numpy = [row for row in chosen if row.numpy]
    print_table(of_numpy, measurements, processes.kernels, "NumPy", attrgetter("numpy_title"))
    say_missed_goals(chosen, measurements)
    if of_torch:
        print()
        print_table(of_torch, measurements, processes.kernels, "PyTorch", attrgetter("title"))
    if options.peers:
        print()
        print_jvm_table([row for row in chosen if row.peer_benchmark], measurements, processes.kernels[0])
    return 0 if succeeded else 1


if __name__ == "__main__":
    sys.exit(main())
