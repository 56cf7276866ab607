package io.github.dlfs4j.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.training.Checkpoint;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilesTest {
    @TempDir
    private Path folder;

    private void check(String options) throws IOException, Options.UsageException {
        OutputFiles.check(
                Options.parse(options.replace("DIR", folder.toString()).split(" ")));
    }

    private void assertRefused(String options, String file, String message) {
        assertThatThrownBy(() -> check(options)).isInstanceOf(Refusal.class).hasMessage(folder + file + ": " + message);
    }

    private void assertShared(String options, String file, String both) {
        assertRefused(options, file, "is the file of both " + both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--save DIR/d --csv DIR/d | /d | --save and --csv",
                "--save DIR/d --csv DIR/./d | /./d | --save and --csv",
                "--save DIR/d --csv DIR/sub/../d | /sub/../d | --save and --csv",
                "--save DIR/d --curves DIR/d | /d | --save and --curves",
                "--csv DIR/d --curves DIR/d | /d | --csv and --curves",
                "--resume DIR/d --csv DIR/d | /d | --resume and --csv",
                "--resume DIR/d --save DIR/e --curves DIR/d | /d | --resume and --curves",
                "--resume DIR/d --save DIR/d --csv DIR/d | /d | --save and --csv",
            })
    void twoOptionsShareNoFile(String options, String file, String both) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        assertShared(options, file, both);
    }

    @Test
    void twoOptionsShareNoFileByALink() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("d"));
        Files.createSymbolicLink(folder.resolve("linked"), folder);
        assertShared("--save DIR/d --csv DIR/link", "/link", "--save and --csv");
        assertShared("--save DIR/link --csv DIR/linked/d", "/linked/d", "--save and --csv");
        Files.createFile(folder.resolve("d"));
        Files.createLink(folder.resolve("hard"), folder.resolve("d"));
        assertShared("--csv DIR/hard --curves DIR/link", "/link", "--csv and --curves");
    }

    @Test
    void aTrainingMayBeSavedToTheFileThatItGoesOnFrom() {
        assertThatCode(() -> check("--resume DIR/d --csv DIR/e --curves DIR/f")).doesNotThrowAnyException();
        assertThatCode(() -> check("--resume DIR/d --save DIR/./d --force")).doesNotThrowAnyException();
    }

    @Test
    void filesThatTheProgramWroteAreReplaced() throws Exception {
        new Checkpoint(1, "", Map.of("W", NDArray.ones(2)), "SGD", Map.of(), Map.of()).write(folder.resolve("d"));
        Curves.write(folder.resolve("e"), List.of(), "none", "test");
        Files.createFile(folder.resolve("f"));
        assertThatCode(() -> check("--save DIR/d --curves DIR/e --csv DIR/f")).doesNotThrowAnyException();
        assertThatCode(() -> check("--save DIR/f --curves DIR/new")).doesNotThrowAnyException();
        assertRefused("--save DIR/e", "/e", "was not written by --save; --force replaces it");
        assertRefused("--curves DIR/d", "/d", "was not written by --curves; --force replaces it");
    }

    @ParameterizedTest
    @CsvSource({
        "--curves, x.png, svg",
        "--curves, x.y.JPG, svg",
        "--curves, x.npz, svg",
        "--save, x.pkl, npz",
        "--save, x.npy, npz",
        "--csv, x.xlsx, csv",
        "--csv, x.svg, csv"
    })
    void aNameThatPromisesAnotherFormatIsRefused(String option, String name, String ending) {
        String other = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        assertRefused(
                option + " DIR/" + name + " --force",
                "/" + name,
                "%s writes a file whose name ends in .%s, not in .%s".formatted(option, ending, other));
    }

    @Test
    void namesThatPromiseNoFormatAreTaken() {
        assertThatCode(() -> check("--curves DIR/a.SVG --save DIR/model.v2 --csv DIR/log.txt"))
                .doesNotThrowAnyException();
    }

    @Test
    void filesThatAnotherProgramWroteAreNotReplaced() throws Exception {
        Npz.write(folder.resolve("arrays"), Map.of("W", NDArray.ones(2)));
        Files.writeString(folder.resolve("text"), "step\n");
        for (String name : List.of("arrays", "text")) {
            for (String option : List.of("--save", "--curves")) {
                String options = option + " DIR/" + name;
                assertRefused(options, "/" + name, "was not written by " + option + "; --force replaces it");
                assertThatCode(() -> check(options + " --force")).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aTableOfOtherContentIsReplacedByForce() throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "step\n");
        EpochLog log = new EpochLog(Optional.of(file), "test");
        assertThatThrownBy(() -> log.begin(0, false)).isInstanceOf(Refusal.class);
        log.begin(0, true);
        assertThat(file).hasContent("step,loss,train accuracy,test accuracy\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--save", "--csv", "--curves"})
    void aPipeIsNoFileToWrite(String option) throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (String file : List.of(pipe.toString(), "/dev/stdout", "/dev/null")) {
            assertThatThrownBy(() -> check(option + " " + file))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(file + ": is not a regular file, so nothing can be saved there");
        }
        assertThatThrownBy(() -> check("--resume " + pipe + " --csv " + pipe)).isInstanceOf(Refusal.class);
    }
}
