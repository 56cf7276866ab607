"""Measures a call again and again: how the scripts of benchmarks in Python end."""

import argparse
import gc
import json
import time


def measure(call, seconds, clock):
    """Returns the times of a call, measured in batches until the seconds are over, but at least once.

    The first call is not counted, because it touches new memory, unless it alone takes all of the seconds.
    """
    first = timed(call, 1, clock)
    if first > seconds:
        return [first]
    number = max(1, int(seconds / 10 / timed(call, 1, clock)))
    end = clock() + seconds
    times = [timed(call, number, clock)]
    while clock() < end:
        times.append(timed(call, number, clock))
    return times


def timed(call, number, clock):
    start = clock()
    for _ in range(number):
        call()
    return (clock() - start) / number


def main(description, benchmarks):
    """Measures the benchmark that the arguments name, one of a dict of classes, and prints its times as JSON."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("benchmark", help="class and method")
    parser.add_argument("parameters", type=json.loads, nargs="?", default={}, help="of the class, as JSON")
    parser.add_argument("--seconds", type=float, default=1, help="how long to measure")
    parser.add_argument("--processor-time", action="store_true", help="instead of the time by the clock")
    options = parser.parse_args()
    name, method = options.benchmark.split(".")
    benchmark = benchmarks[name](**options.parameters)
    gc.disable()
    scale = getattr(benchmark, "scale", 1)
    clock = time.process_time if options.processor_time else time.perf_counter
    times = measure(getattr(benchmark, method), options.seconds, clock)
    print(json.dumps([scale * seconds for seconds in times]))
