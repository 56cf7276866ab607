package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static void assertRefused(String message, String... args) {
        assertThatThrownBy(() -> Options.parse(args))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage(message + "; --help lists the options");
    }

    @Test
    void hasTheBooksDefaultsAndLeavesItToTheLibraryToLookForTheData() throws Exception {
        Options options = Options.parse();
        assertThat(options.help()).isFalse();
        assertThat(options.download()).isFalse();
        assertThat(options.data()).isEqualTo(new DataSource(Optional.empty()));
        assertThat(options.training())
                .isEqualTo(new Options.Training(
                        OptionalLong.empty(),
                        100,
                        OptionalDouble.empty(),
                        0,
                        50,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    @Test
    void takesAFolderAndHelp() throws Exception {
        Options options = Options.parse("--data", "elsewhere", "--help");
        assertThat(options.help()).isTrue();
        assertThat(options.data()).isEqualTo(new DataSource(Optional.of(Path.of("elsewhere"))));
    }

    @Test
    void downloadsWhenAsked() throws Exception {
        assertThat(Options.parse("--download").download()).isTrue();
    }

    @Test
    void takesWhatATrainingNeeds() throws Exception {
        String line = "--steps 7 --batch 20 --lr 0.5 --seed 4294967295 --hidden 30 --save s.npz --save-every 3";
        assertThat(Options.parse(line.split(" ", -1)).training())
                .isEqualTo(new Options.Training(
                        OptionalLong.of(7),
                        20,
                        OptionalDouble.of(0.5),
                        4294967295L,
                        30,
                        Optional.of(Path.of("s.npz")),
                        OptionalLong.of(3),
                        Optional.empty()));
    }

    @Test
    void takesAStateToGoOnFromAndAnotherLearningRate() throws Exception {
        Options.Training training =
                Options.parse("--resume", "s.npz", "--lr", "1e-3").training();
        assertThat(training.resume()).contains(Path.of("s.npz"));
        assertThat(training.learningRate()).hasValue(0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--batch", "--seed", "--hidden"})
    void refusesToGoOnWithWhatTheFileDecides(String option) {
        assertRefused(option + " cannot be given with --resume, whose file decides", option, "5", "--resume", "s.npz");
    }

    @Test
    void refusesToSaveNowhere() {
        assertRefused("--save-every needs --save", "--save-every", "5");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("unknown argument: --dat", "--dat", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "--data, a folder",
        "--save, a file",
        "--resume, a file",
        "--lr, a number",
        "--steps, an integer from 0 on",
        "--save-every, an integer from 1 on",
        "--batch, an integer from 1 to 60000",
        "--hidden, an integer from 1 to 10000",
        "--seed, an integer from 0 to 4294967295"
    })
    void refusesAMissingValue(String option, String what) {
        assertRefused(option + " needs " + what, option);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, -1, an integer from 0 on",
        "--steps, 1.5, an integer from 0 on",
        "--save-every, 0, an integer from 1 on",
        "--batch, 0, an integer from 1 to 60000",
        "--batch, 60001, an integer from 1 to 60000",
        "--hidden, 99999999999999999999, an integer from 1 to 10000",
        "--seed, 4294967296, an integer from 0 to 4294967295",
        "--seed, x, an integer from 0 to 4294967295",
        "--lr, NaN, a number",
        "--lr, fast, a number"
    })
    void refusesAnImpossibleNumber(String option, String value, String what) {
        assertRefused(option + " needs " + what + ", not " + value, option, value);
    }

    @ParameterizedTest
    @CsvSource({"--data, a folder", "--save, a file", "--resume, a file"})
    void refusesAnImpossibleName(String option, String what) {
        assertRefused("not the name of " + what + ": a\0b", option, "a\0b");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Pattern.compile("(?m)^--[a-z-]+").matcher(Options.HELP).results())
                .extracting(MatchResult::group)
                .containsExactly(
                        "--data",
                        "--download",
                        "--show",
                        "--steps",
                        "--batch",
                        "--lr",
                        "--seed",
                        "--hidden",
                        "--save",
                        "--save-every",
                        "--resume",
                        "--help");
    }
}
