package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command is typed as it is written, with less work to do. */
class ShortFormTest {
    private static final String MAIN = "java -cp target/classes io.github.dlfs4j.app.Main ";

    private static final ProgramOptions OPTIONS =
            ProgramOptions.of(List.of("--predict FILE…      recognise digits", "--show N             draw N images"));

    private static Optional<ShortForm> form(String text) throws IOException {
        return ShortForm.of(new Command(Path.of("page"), 1, text), OPTIONS);
    }

    private static String typed(String text) throws IOException {
        return form(text).orElseThrow().typed();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mvn compile exec:java -Dexec.args="--lr 1 --save a" | mvn compile exec:java -Dexec.args="--lr 1 --save a --steps 20"
            mvn compile exec:java -Dexec.args="--epochs 6"      | mvn compile exec:java -Dexec.args="--steps 20"
            mvn compile exec:java -Dexec.args=--serve           | mvn compile exec:java -Dexec.args=--serve
            mvn compile exec:java -Dexec.args="--predict a.png" | mvn compile exec:java -Dexec.args="--predict a.png"
            mvn compile exec:java -Dchapter=6 -Dexec.args=10    | mvn compile exec:java -Dchapter=6 -Dexec.args=100
            mvn compile exec:java -Dchapter=7                   | mvn compile exec:java -Dchapter=7 -Dexec.args=1
            mvn compile exec:java -Dchapter=1                   | mvn compile exec:java -Dchapter=1
            target/image/bin/dlfs4j --lr 1                      | target/image/bin/dlfs4j --lr 1 --steps 20
            java -jar a.jar --resume a.npz                      | java -jar a.jar --resume a.npz --steps 40
            java -Xmx1g -cp a io.github.dlfs4j.app.Main --lr 1  | java -Xmx1g -cp a io.github.dlfs4j.app.Main --lr 1 --steps 20
            """)
    void trainsForAFewSteps(String written, String typed) throws IOException {
        assertThat(typed(written)).isEqualTo(typed);
    }

    @Test
    void optionsAreGivenToTheMainJob() throws IOException {
        assertThat(typed("--show 1")).isEqualTo(MAIN + "--show 1 --steps 20");
        assertThat(typed("--predict FILE")).isEqualTo(MAIN + "--predict src/docs/figures/seven.png");
        assertThat(form("--show 1").orElseThrow().value("--show")).contains("1");
    }

    @Test
    void whatRunsForLongIsInterrupted() throws IOException {
        assertThat(form("mvn compile exec:java").orElseThrow().end())
                .map(Pattern::pattern)
                .contains("epoch 1: .*");
        assertThat(form("mvn compile exec:java -Dexec.args=--serve")
                        .orElseThrow()
                        .end())
                .isPresent();
        assertThat(form("mvn compile exec:java -Dexec.args=--help")
                        .orElseThrow()
                        .end())
                .isEmpty();
    }

    @Test
    void anInstallationLeavesTheFolderOfOnesOwnLibrariesAlone() throws IOException {
        assertThat(typed("mvn -q install -DskipTests")).contains(" -Dmaven.repo.local=$PWD/target/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mvn verify", "mvn -q install", "--add-modules java.desktop", "python3 a.py", "java --version"})
    void noRuleKnowsOtherCommands(String text) throws IOException {
        assertThat(form(text)).isEmpty();
    }
}
