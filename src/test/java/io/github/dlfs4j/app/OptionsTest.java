package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutAFolderTheLibraryLooksForTheData() throws Exception {
        assertThat(Options.parse()).isEqualTo(new Options(false, false, new DataSource(Optional.empty())));
    }

    @Test
    void takesAFolderAndHelp() throws Exception {
        assertThat(Options.parse("--data", "elsewhere", "--help"))
                .isEqualTo(new Options(true, false, new DataSource(Optional.of(Path.of("elsewhere")))));
    }

    @Test
    void downloadsWhenAsked() throws Exception {
        assertThat(Options.parse("--download")).isEqualTo(new Options(false, true, new DataSource(Optional.empty())));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse("--dat", "x"))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage("unknown argument: --dat; --help lists the options");
    }

    @Test
    void refusesAMissingFolder() {
        assertThatThrownBy(() -> Options.parse("--data"))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage("--data needs a folder; --help lists the options");
    }

    @Test
    void refusesAnImpossibleFolder() {
        assertThatThrownBy(() -> Options.parse("--data", "a\0b"))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageStartingWith("not the name of a folder: ");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Options.HELP).contains("--data DIR", "--download", "--help");
    }
}
