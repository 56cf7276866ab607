"""Runs data-apis/array-api-tests against an array module, by default the one beside this file, and compares what fails with
failures.txt.

    python3 run.py SUITE TARGET [MODULE [SEED [OPTION...]]]

SUITE is a checkout of the suite with its submodule array-api; a copy of it in TARGET gets tests.patch. JAVA_HOME and CLASSPATH
say how the process of the arrays is started. With another MODULE, numpy for one, what fails is only printed. The examples are
drawn from SEED, or for any, from one that is drawn and printed. Each OPTION is one of pytest, and comes after those of here.
"""

import importlib.util
import os
import random
import shutil
import subprocess
import sys
import types
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIVE = {"bool", "uint8", "int64", "float32", "float64"}
ALL = {*FIVE, "int8", "int16", "int32", "uint16", "uint32", "uint64", "complex64", "complex128"}
OPTIONS = ["--max-examples", "100", "--disable-deadline", "-p", "no:cacheprovider", "-q", "--tb", "short",
           "--disable-warnings"]


class Outcomes:
    """What became of each test."""

    def __init__(self):
        self.of = {}

    def pytest_runtest_logreport(self, report):
        if report.outcome != "passed" or report.when == "call":
            self.of[report.nodeid] = report.outcome

    def named(self, outcome):
        return sorted(test for test, its in self.of.items() if its == outcome)


def prepare(suite, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(suite, target, ignore=shutil.ignore_patterns(".git", "__pycache__", ".hypothesis"))
    # As if the copy were in no repository.
    subprocess.run(["git", "apply", str(HERE / "tests.patch")], cwd=target, check=True,
                   env={**os.environ, "GIT_CEILING_DIRECTORIES": str(target.parent)})


def run(target, module, seed, options):
    # The suite wants a plugin for reports that are not written here.
    sys.modules["pytest_jsonreport"] = types.ModuleType("pytest_jsonreport")
    os.environ["ARRAY_API_TESTS_MODULE"] = module
    os.environ["ARRAY_API_TESTS_VERSION"] = "2024.12"
    os.environ["ARRAY_API_TESTS_SKIP_DTYPES"] = ",".join(sorted(ALL - FIVE))
    os.chdir(target)
    sys.path[:0] = [str(target), str(HERE)]
    if importlib.util.find_spec("ndindex") is None:
        sys.path.append(str(HERE / "stand_ins"))
    import pytest

    from hypothesis import HealthCheck, Phase, settings

    class Setting:
        @pytest.fixture
        def json_metadata(self):
            return {}

        # After the suite has chosen its own: a slow machine is no failure, and no smaller example of a failure is looked for.
        @pytest.hookimpl(trylast=True)
        def pytest_configure(self):
            settings.register_profile("brief", suppress_health_check=[HealthCheck.too_slow],
                                      phases=[Phase.explicit, Phase.generate])
            settings.load_profile("brief")

    outcomes = Outcomes()
    pytest.main([*OPTIONS, "--hypothesis-seed", seed, *options, "array_api_tests"], plugins=[outcomes, Setting()])
    return outcomes


def listed():
    """The tests of failures.txt; a line that begins with a space has the reason of those below it."""
    lines = (HERE / "failures.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith(("#", " "))}


def main():
    suite, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    module = sys.argv[3] if len(sys.argv) > 3 else "dlfs4j_arrays"
    seed = sys.argv[4] if len(sys.argv) > 4 and sys.argv[4] != "any" else str(random.randrange(1_000_000))
    prepare(suite, target)
    print(f"{module}: seed {seed}", flush=True)
    outcomes = run(target, module, seed, sys.argv[5:])
    failed = set(outcomes.named("failed"))
    print(f"{module}, seed {seed}: {len(outcomes.named('passed'))} passed, {len(failed)} failed, "
          f"{len(outcomes.named('skipped'))} skipped")
    if module != "dlfs4j_arrays":
        print(*sorted(failed), sep="\n")
        return 0
    new, mended = sorted(failed - listed()), sorted(listed() - failed)
    for test in new:
        print(f"not in failures.txt, but fails: {test}")
    for test in mended:
        print(f"in failures.txt, but passes: {test}")
    return 1 if new or mended or not outcomes.named("passed") else 0


if __name__ == "__main__":
    sys.exit(main())
