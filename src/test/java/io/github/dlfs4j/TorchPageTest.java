package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.io.TorchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page about PyTorch types, in both languages. Python runs where it has PyTorch: {@code -Dtorch.python=PATH}
 * names the Python, {@code python3} by default. Without it, Java reads a file that PyTorch wrote.
 */
class TorchPageTest {
    private static final Path FILES = Path.of("src", "test", "resources", "torch");
    private static final Pattern PYTHON = Pattern.compile("(?s)```python\n(.*?)```");
    /** The blocks that belong to Python. */
    private static final Pattern JAVA =
            Pattern.compile("```java\n([^`]*Path\\.of\\(\"(?:model\\.pt|back\\.npz)\"[^`]*)```");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d*(e-?\\d+)?");

    @TempDir
    private Path folder;

    private static List<String> blocks(Pattern pattern) throws IOException {
        return pattern.matcher(Pages.text(Pages.of("pytorch.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Runs code of Java in the folder: its files are there. Returns what it prints. */
    private String java(String code) throws Exception {
        String there =
                code.replace("Path.of(\"", "Path.of(\"" + folder.toString().replace("\\", "\\\\") + "/");
        return Snippets.run(List.of(there), number -> true, folder).get(0);
    }

    private String python(String code) throws Exception {
        String python = System.getProperty("torch.python", "python3");
        Process process = new ProcessBuilder(python, "-W", "ignore", "-c", code)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = String.join("\n", JavaProcess.lines(process));
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private void assumeTorch(String module) {
        try {
            python("import " + module);
        } catch (IOException e) {
            assumeTrue(false, "there is no Python");
        } catch (AssertionError e) {
            assumeTrue(false, "Python has no " + module);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] numbers(String printed) {
        return NUMBER.matcher(printed)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void assertClose(String printed, String expected) {
        double[] numbers = numbers(printed);
        assertThat(numbers).hasSize(2);
        assertThat(numbers).containsExactly(numbers(expected), within(1e-6));
    }

    @Test
    void javaLoadsTheFileThatPyTorchWrote() throws Exception {
        Files.copy(FILES.resolve("page.pt"), folder.resolve("model.pt"));
        // What print(model(torch.ones(1, 4))) gives.
        assertClose(java(blocks(JAVA).get(0)), "[[0.4794247 -0.1188188]]");
    }

    @Test
    void javaWritesTheNamesOfPyTorch() throws Exception {
        java(blocks(JAVA).get(1));
        assertThat(Npz.names(folder.resolve("back.npz"))).containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
    }

    @Test
    void whatPythonTypesIsLoadedInJava() throws Exception {
        assumeTorch("torch");
        String scores = python(blocks(PYTHON).get(0)
                + "torch.set_printoptions(precision=8)\nprint(model(torch.ones(1, 4)).detach().numpy().tolist())");
        assertClose(java(blocks(JAVA).get(0)), scores);
    }

    @Test
    void whatJavaTypesIsLoadedInPython() throws Exception {
        assumeTorch("torch");
        String scores = java(blocks(JAVA).get(1));
        String printed =
                python(blocks(PYTHON).get(1) + "print(model(torch.ones(1, 4).double()).detach().numpy().tolist())");
        assertClose(printed, scores);
    }

    @Test
    void aFileOfPyTorchMayHaveFiveThousandTensors() throws Exception {
        assumeTorch("torch");
        python("import torch; torch.save({f'{i}.bias': torch.zeros(2) for i in range(5000)}, 'many.pt')");
        assertThat(TorchFile.read(folder.resolve("many.pt"))).hasSize(5000);
    }

    /** The files of the tests are from PyTorch 2.13; another version may write other bytes. */
    @Test
    void theInstalledPyTorchWritesFilesThatAreRead() throws Exception {
        assumeTorch("torch");
        Files.copy(FILES.resolve("make_files.py"), folder.resolve("make_files.py"));
        python("import make_files; make_files.main()");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".pt"))
                    .filter(file -> !file.toString().matches(".*(whole-model|old-layout)\\.pt"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        for (Path file : files) {
            Map<String, NDArray> read = TorchFile.read(file);
            Map<String, NDArray> committed = TorchFile.read(FILES.resolve(file.getFileName()));
            assertThat(read.keySet()).containsExactlyElementsOf(committed.keySet());
            read.forEach((name, array) -> {
                assertThat(array.dtype()).isEqualTo(committed.get(name).dtype());
                assertThat(array.shape()).isEqualTo(committed.get(name).shape());
            });
        }
    }

    @Test
    void pythonReadsTheSafetensorsThatJavaWrites() throws Exception {
        assumeTorch("safetensors");
        NDArray x = NDArray.arange(6).reshape(2, 3);
        Safetensors.write(folder.resolve("x.safetensors"), Map.of("x", x), Map.of("by", "Java"));
        String printed = python("""
                import safetensors, pathlib
                [(name, x)] = safetensors.deserialize(pathlib.Path('x.safetensors').read_bytes())
                print(name, x['dtype'], x['shape'], list(memoryview(x['data']).cast('q')))
                """);
        assertThat(printed).isEqualTo("x I64 [2, 3] [0, 1, 2, 3, 4, 5]");
    }
}
