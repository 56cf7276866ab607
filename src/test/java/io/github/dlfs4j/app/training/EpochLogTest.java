package io.github.dlfs4j.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochLogTest {
    private static final String HEADER = "step,loss,train accuracy,test accuracy\n";

    @TempDir
    private Path folder;

    private EpochLog begun(Path file, long step) throws IOException {
        EpochLog log = new EpochLog(Optional.of(file), "test");
        log.begin(step, false);
        return log;
    }

    @Test
    void anEpochLogAppendsALineForEachEpoch() throws IOException {
        Path file = folder.resolve("a.csv");
        EpochLog log = begun(file, 0);
        log.add(new EpochLog.Row(600, 0.33986, 0.9056, 0.9087));
        assertThat(file).hasContent(HEADER + "600,0.3399,0.9056,0.9087\n");
        begun(file, 0).add(new EpochLog.Row(600, 0.5, 0.8, 0.7));
        assertThat(file).hasContent(HEADER + "600,0.3399,0.9056,0.9087\n600,0.5000,0.8000,0.7000\n");
    }

    /** The saved state is older than the last lines, the last of which was being written. */
    @Test
    void anEpochLogContinuesAfterAKilledTraining() throws IOException {
        Path file = folder.resolve("a.csv");
        String kept = HEADER + "5,9.0000,0.1000,0.1000\n600,0.5000,0.8000,0.7000\n1200,0.4000,0.8500,0.8000\n";
        Files.writeString(file, kept + "1800,0.3000,0.9000,0.8500\n2400,0.2");
        EpochLog log = begun(file, 1200);
        assertThat(file).hasContent(kept);
        log.add(new EpochLog.Row(1800, 0.25, 0.9, 0.85));
        assertThat(Files.readString(file)).isEqualTo(kept + "1800,0.2500,0.9000,0.8500\n");
        assertThat(log.rows()).extracting(EpochLog.Row::step).containsExactly(5L, 600L, 1200L, 1800L);
    }

    @Test
    void anEpochLogReplacesAPartOfTheFirstLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "step,lo");
        begun(file, 600);
        assertThat(Files.readString(file)).isEqualTo(HEADER);
    }

    @Test
    void anEpochLogLeavesOtherFilesUnchanged() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "something else\n");
        assertThatThrownBy(() -> begun(file, 0))
                .isInstanceOf(Refusal.class)
                .hasMessage(file + ": was not written by --csv, whose first line is " + HEADER.strip());
        assertThat(file).hasContent("something else\n");
        Path broken = Files.writeString(folder.resolve("b.csv"), HEADER + "600,x\n");
        assertThatThrownBy(() -> begun(broken, 600))
                .isInstanceOf(Refusal.class)
                .hasMessage(broken + ": was not written by --csv: 600,x");
        assertThat(Files.readString(broken)).isEqualTo(HEADER + "600,x\n");
    }

    @Test
    void anEpochLogDrawsWellFormedCurves() throws Exception {
        EpochLog log = new EpochLog(Optional.empty(), "test");
        log.begin(0, false);
        log.add(new EpochLog.Row(600, 0.5, 0.85, 0.8));
        log.add(new EpochLog.Row(1200, 0.25, 0.95, 0.9));
        Path file = folder.resolve("a.svg");
        Curves.write(file, log.rows(), "training <a network>", "test");
        String svg = Files.readString(file);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg)
                .contains("<title>training &lt;a network&gt;</title>", ">step 1200</text>")
                // From x 60 to 620; the loss from 210 (0) to 40 (0.5), the accuracies from 440 (0.8) to 270 (1).
                .contains("points=\"340,40 620,125\"", "points=\"340,397.5 620,312.5\"", "points=\"340,440 620,355\"");
    }

    @Test
    void curvesWithoutRowsAreAnEmptyDiagram() throws Exception {
        Path file = folder.resolve("a.svg");
        Curves.write(file, List.of(), "nothing", "test");
        assertThat(Files.readString(file)).contains("points=\"\"");
    }
}
