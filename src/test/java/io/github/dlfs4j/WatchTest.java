package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code compare.py} makes of times. Python runs, if it has NumPy; nothing is measured. */
class WatchTest {
    private static List<String> python(String code) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "python3", "-c", "import sys; sys.path.insert(0, 'src/test/python')\n" + code)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> lines = JavaProcess.lines(process);
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static void assumeNumPy() throws InterruptedException {
        try {
            assumeTrue(
                    new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0, "needs NumPy");
        } catch (IOException e) {
            assumeTrue(false, "needs Python");
        }
    }

    @Test
    void watchingNamesRowsThatLost15PercentInTwoOfThreeRuns() throws Exception {
        assumeNumPy();
        List<String> lines = python("""
                import types, watching
                runs = {
                    "twice": [(1, 1.2), (1, 1.16)],
                    "first and last": [(1, 1.2), (1, 1.1), (1, 1.2)],
                    "once": [(1, 1.1), (1, 1.2), (1, 1.1)],
                    "a little": [(1, 1.14), (1, 1.14)],
                    "faster": [(1, 0.5), (1, 0.5)],
                    "new": [(None, 3), (None, 3)],
                }
                watch = object.__new__(watching.Watch)
                watch.say = lambda message: None
                watch.lengths = lambda row: runs[row.title].pop(0)
                print(*watch.run([types.SimpleNamespace(title=title) for title in runs])[0], sep="\\n")
                print([len(left) for left in runs.values()])
                """);

        assertThat(lines)
                .contains(
                        "| once | 1 | 1.1 | 0.91 |  |",
                        "| new | - | 3 | - |  |",
                        "| twice | 1 | 1.18 | 0.85 | slower |");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly("twice", "first and last", "[0, 0, 0, 0, 0, 0]");
    }

    @Test
    void rememberingSomeWatchedRowsKeepsTheOthers(@TempDir Path folder) throws Exception {
        assumeNumPy();
        Path file = folder.resolve("watched.json");
        List<String> lines = python("""
                import pathlib, watching
                watching.FILE = pathlib.Path(r"%s")
                watching.remember("here", {"exp": 1, "sum": 2})
                watching.remember("there", {"exp": 4})
                watching.remember("here", {"sum": 3})
                print(watching.read())
                """.formatted(file));

        assertThat(lines).containsExactly("{'here': {'exp': 1, 'sum': 3}, 'there': {'exp': 4}}");
    }

    @Test
    void savingARunThatWasSentKeepsWhatItDidNotMeasure(@TempDir Path folder) throws Exception {
        assumeNumPy();
        Path file = Files.writeString(folder.resolve("speed.tsv"), """
                run\twork\tNumPy\tvector
                JDK 25\texp\t2\t3
                JDK 17\texp\t4\t
                """);
        python("""
                import pathlib, compare, rows
                compare.SAVED = pathlib.Path(r"%s")
                chosen = [rows.Row("", title, title, ()) for title in ("exp", "log")]
                times = compare.Measurements()
                times.add("NumPy", chosen[0], [0.00123456])
                times.add("vector", chosen[1], [1])
                compare.send(r"%s", ["- a processor"], compare.cells(chosen, times))
                about, measured = compare.sent(r"%s")
                assert about == ["- a processor"]
                compare.save("JDK 25", measured)
                """.formatted(file, folder.resolve("times.txt"), folder.resolve("times.txt")));

        assertThat(file).hasContent("""
                run\twork\tNumPy\tvector
                JDK 25\texp\t1235\t3
                JDK 25\tlog\t\t1000000
                JDK 17\texp\t4\t
                """);
    }

    @Test
    void aWatchedRowThatIsNotRememberedIsComparedWithACommit() throws Exception {
        assumeNumPy();
        List<String> lines = python("""
                import types, watching
                rows = [types.SimpleNamespace(title=title) for title in ("exp", "sum")]
                for remembered in ({}, {"exp": 1}, {"exp": 1, "sum": 2}):
                    for since, remember in ((None, False), (None, True), ("v1", True)):
                        options = types.SimpleNamespace(since=since, remember=remember)
                        print(len(remembered), since, remember, watching.needs_commit(rows, remembered, options))
                """);

        assertThat(lines)
                .containsExactly(
                        "0 None False True",
                        "0 None True False",
                        "0 v1 True True",
                        "1 None False True",
                        "1 None True False",
                        "1 v1 True True",
                        "2 None False False",
                        "2 None True False",
                        "2 v1 True True");
    }

    @Test
    void everyWatchedRowIsOneOfTheTable() throws Exception {
        assumeNumPy();
        List<String> lines = python("""
                import rows
                print(len(rows.watched(rows.table(1000, 20, 1000))), len(rows.WATCHED))
                """);

        assertThat(lines).containsExactly("23 23");
    }
}
