package io.github.dlfs4j.app.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.data.DatasetKind;
import io.github.dlfs4j.app.option.Options.Length;
import io.github.dlfs4j.app.option.Options.Resumption;
import io.github.dlfs4j.app.option.Options.Saving;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.optimizer.Optimizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static Options training(String line) throws Options.UsageException {
        return Options.parse(line.split(" ", -1));
    }

    private static void assertRefused(String message, String... args) {
        assertThatThrownBy(() -> Options.parse(args))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage(message + "; --help lists the options");
    }

    @Test
    void optionsHaveTheDefaultsOfTheBook() throws Exception {
        Options options = Options.parse();
        assertThat(options.has(Option.HELP)).isFalse();
        assertThat(options.has(Option.DOWNLOAD)).isFalse();
        assertThat(options.data()).isEqualTo(new DataSource(Optional.empty()));
        assertThat(options.length()).isEqualTo(new Length(16, true));
        assertThat(options.plan())
                .isEqualTo(new TrainingPlan(NetworkOptions.twoLayer(50, DType.FLOAT64), OptimizerKind.SGD, 100, 0));
        assertThat(options.given(Option.LR)).isEmpty();
        assertThat(options.value(Option.SEED)).isZero();
        assertThat(options.saving()).isEmpty();
        assertThat(options.resumption()).isEmpty();
        assertThat(options.has(Option.FORCE)).isFalse();
    }

    @Test
    void optionsTakeAFolderAndHelp() throws Exception {
        Options options = Options.parse("--data", "elsewhere", "--help");
        assertThat(options.has(Option.HELP)).isTrue();
        assertThat(options.data()).isEqualTo(new DataSource(Optional.of(Path.of("elsewhere"))));
    }

    @Test
    void optionsWithoutArgumentsAreTheFirstRun() throws Exception {
        assertThat(Options.parse().isFirstRun()).isTrue();
        assertThat(Options.parse("--show", "0").isFirstRun()).isFalse();
    }

    @Test
    void predictTakesImagesUpToTheNextOption() throws Exception {
        Options options = Options.parse("--predict", "a.png", "-b.jpg", "--resume", "s.npz");
        assertThat(options.values(Option.PREDICT)).containsExactly(Path.of("a.png"), Path.of("-b.jpg"));
        assertThat(options.resumption()).isPresent();
        assertRefused("--predict needs a file", "--predict");
        assertRefused("--epochs cannot be given with --predict", "--predict", "a.png", "--epochs", "3");
    }

    @Test
    void evaluateIsNotGivenWithOptionsOfATraining() throws Exception {
        assertThat(Options.parse("--evaluate", "s.npz", "--dataset", "fashion").given(Option.EVALUATE))
                .contains(Path.of("s.npz"));
        assertRefused("--save cannot be given with --evaluate", "--evaluate", "s.npz", "--save", "t.npz");
    }

    @Test
    void optionsTakeOtherDataOfTheSameShape() throws Exception {
        assertThat(Options.parse("--dataset", "fashion").data())
                .isEqualTo(new DataSource(Optional.of(Path.of("data", "fashion")), DatasetKind.FASHION, false));
        assertThat(Options.parse("--data", "d", "--any-content").data())
                .isEqualTo(new DataSource(Optional.of(Path.of("d")), DatasetKind.MNIST, true));
        assertRefused("--any-content needs --data", "--any-content");
        assertRefused(
                "--dataset and --any-content cannot be given together",
                "--data",
                "d",
                "--any-content",
                "--dataset",
                "mnist");
        assertRefused("--download fetches only MNIST", "--download", "--dataset", "fashion");
    }

    @Test
    void optionsTakeFilesForTheResultsOfEachEpoch() throws Exception {
        Options training = training("--csv a.csv --curves b.svg");
        assertThat(training.given(Option.CSV)).contains(Path.of("a.csv"));
        assertThat(training.given(Option.CURVES)).contains(Path.of("b.svg"));
    }

    @Test
    void anOptionAsksForADownload() throws Exception {
        assertThat(Options.parse("--download").has(Option.DOWNLOAD)).isTrue();
    }

    @Test
    void optionsSayWhetherAndWhereToServeThePage() throws Exception {
        assertThat(Options.parse().has(Option.SERVE)).isFalse();
        assertThat(Options.parse("--serve").has(Option.SERVE)).isTrue();
        assertThat(Options.parse("--serve").given(Option.PORT)).isEmpty();
        assertThat(Options.parse("--serve", "--data", "d", "--port", "8000").given(Option.PORT))
                .contains(8000);
        assertRefused("--port needs --serve", "--port", "8000");
        assertRefused("--port needs an integer from 0 to 65535, not 65536", "--serve", "--port", "65536");
        assertRefused("--steps cannot be given with --serve, whose page asks for it", "--steps", "5", "--serve");
    }

    @Test
    void aTrainingTakesItsOptions() throws Exception {
        String line =
                "--steps 7 --batch 20 --lr 0.5 --seed 4294967295 --hidden 30 --dtype float32 --save s.npz --save-every 3";
        Options options = training(line);
        assertThat(options.length()).isEqualTo(new Length(7, false));
        assertThat(options.plan())
                .isEqualTo(new TrainingPlan(NetworkOptions.twoLayer(30, DType.FLOAT32), OptimizerKind.SGD, 20, 0));
        assertThat(options.given(Option.LR)).contains(0.5);
        assertThat(options.value(Option.SEED)).isEqualTo(4294967295L);
        assertThat(options.saving()).contains(new Saving(Path.of("s.npz"), Optional.of(3L), false));
        assertThat(options.resumption()).isEmpty();
    }

    @Test
    void aTrainingTakesANetworkAnOptimizerAndAPatience() throws Exception {
        String line = "--network multi-layer --hidden 30,20 --batch-norm --dropout 0.25 --weight-decay 0.01"
                + " --optimizer adam --epochs 3 --validation 10000 --patience 2";
        NetworkOptions network =
                new NetworkOptions(NetworkKind.MULTI_LAYER, List.of(30, 20), true, 0.25, 0.01, DType.FLOAT64);
        Options options = training(line);
        assertThat(options.length()).isEqualTo(new Length(3, true));
        assertThat(options.plan()).isEqualTo(new TrainingPlan(network, OptimizerKind.ADAM, 100, 10000));
        assertThat(options.given(Option.PATIENCE)).contains(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-layer | TWO_LAYER | 50",
                "multi-layer | MULTI_LAYER | 100,100",
                "simple-conv | SIMPLE_CONV |",
                "deep-conv | DEEP_CONV |"
            })
    void optionsKnowTheNetworksAndTheirHiddenNeurons(String name, NetworkKind kind, String hidden) throws Exception {
        NetworkOptions network = training("--network " + name).plan().network();
        assertThat(network.kind()).isEqualTo(kind);
        assertThat(network.hidden())
                .isEqualTo(Stream.ofNullable(hidden)
                        .flatMap(text -> Stream.of(text.split(",", -1)))
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "sgd, SGD, 0.1",
        "momentum, Momentum, 0.01",
        "nesterov, Nesterov, 0.01",
        "adagrad, AdaGrad, 0.01",
        "rmsprop, RMSProp, 0.001",
        "adam, Adam, 0.001",
        "adamw, AdamW, 0.001"
    })
    void optionsKnowTheOptimizersAndTheirLearningRates(String option, String name, double learningRate)
            throws Exception {
        OptimizerKind kind = training("--optimizer " + option).plan().optimizer();
        assertThat(kind.create(0.3).name()).isEqualTo(name);
        assertThat(kind.create(0.3).state().get("lr").asDouble()).isEqualTo(0.3);
        assertThat(kind.defaultLearningRate()).isEqualTo(learningRate);
        assertThat(OptimizerKind.named(name)).contains(kind);
    }

    @Test
    void optionsKnowEveryOptimizerOfThePackage() throws Exception {
        Map<String, NDArray> parameters = Map.of("W", NDArray.ones(2));
        for (OptimizerKind kind : OptimizerKind.values()) {
            Optimizer optimizer = kind.create(0.1);
            optimizer.update(parameters, parameters);
            assertThat(optimizer.state().keySet())
                    .filteredOn(name -> name.endsWith("/W"))
                    .as(kind.toString())
                    .hasSize(kind.arraysPerParameter());
        }
        assertThat(OptimizerKind.values())
                .<Class<?>>extracting(kind -> kind.create(0.1).getClass())
                .containsExactlyInAnyOrderElementsOf(Journey.kinds(Optimizer.class));
    }

    @Test
    void resumeTakesAStateAndAnotherLearningRate() throws Exception {
        Options training = training("--resume s.npz --lr 1e-3");
        assertThat(training.resumption())
                .contains(new Resumption(Path.of("s.npz"), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(training.given(Option.LR)).hasValue(0.001);
    }

    @Test
    void resumeTakesTheNetworkDTypeAndOptimizerOfItsState() throws Exception {
        assertThat(training("--network simple-conv --dtype float32 --optimizer adam --patience 3 --resume s.npz")
                        .resumption())
                .contains(new Resumption(
                        Path.of("s.npz"),
                        Optional.of(NetworkKind.SIMPLE_CONV),
                        Optional.of(DType.FLOAT32),
                        Optional.of(OptimizerKind.ADAM)));
    }

    @Test
    void epochsAreConvertedToSteps() {
        assertThat(new Length(3, true).inSteps(600)).isEqualTo(1800);
        assertThat(new Length(7, false).inSteps(600)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--batch", "--seed", "--hidden", "--validation"})
    void resumeRefusesOptionsThatItsFileDecides(String option) {
        assertRefused(option + " cannot be given with --resume, whose file decides", option, "5", "--resume", "s.npz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--batch-norm --resume s.npz | --batch-norm cannot be given with --resume, whose file decides",
                "--resume s.npz --dropout 0.1 | --dropout cannot be given with --resume, whose file decides",
                "--resume s.npz --weight-decay 0.1 | --weight-decay cannot be given with --resume, whose file decides",
                "--steps 3 --epochs 1 | --steps and --epochs cannot be given together",
                "--hidden 20 --network simple-conv | --hidden cannot be given with --network simple-conv",
                "--network deep-conv --hidden 20,10 | --hidden cannot be given with --network deep-conv",
                "--hidden 20,10 | --network two-layer has one hidden layer, so --hidden needs one number",
                "--batch-norm | --batch-norm needs --network multi-layer",
                "--dropout 0.5 --network deep-conv | --dropout needs --network multi-layer",
                "--network two-layer --weight-decay 0.1 | --weight-decay needs --network multi-layer",
                "--patience 3 | --patience needs --validation"
            })
    void optionsThatDoNotGoTogetherAreRefused(String line, String message) {
        assertRefused(message, line.split(" ", -1));
    }

    @Test
    void saveEveryNeedsAFileToSave() {
        assertRefused("--save-every needs --save", "--save-every", "5");
    }

    @Test
    void anUnknownArgumentIsRefused() {
        assertRefused("unknown argument: --speedometer", "--speedometer", "x");
        assertRefused("unknown argument: x", "x");
        assertRefused("unknown argument: ", "");
    }

    @ParameterizedTest
    @CsvSource({
        "--netwrok, --network",
        "--dat, --data",
        "-lr, --lr",
        "--optimiser, --optimizer",
        "--epoch, --epochs",
        "--weight_decay, --weight-decay",
        "--weightdecay, --weight-decay",
        "network, --network",
        "-help, --help",
        "--learn-rate, ",
        "--ab, ",
        "lr, "
    })
    void aMistypedOptionIsAnsweredWithTheNameThatIsMeant(String typed, String meant) {
        String question = meant == null ? "" : " (did you mean %s?)".formatted(meant);
        assertRefused("unknown argument: " + typed + question, typed, "1");
        assertRefused("unknown argument: " + typed + question, typed + "=1".repeat(typed.startsWith("--") ? 1 : 0));
    }

    @Test
    void anOptionTakesAValueAfterAnEqualsSign() throws Exception {
        assertThat(Options.parse("--lr=0.5", "--network=multi-layer", "--hidden=5,4", "--save=a=b.npz", "--batch-norm"))
                .isEqualTo(Options.parse(
                        "--lr",
                        "0.5",
                        "--network",
                        "multi-layer",
                        "--hidden",
                        "5,4",
                        "--save",
                        "a=b.npz",
                        "--batch-norm"));
        assertThat(Options.parse("--predict=a.png", "b=c.png").values(Option.PREDICT))
                .containsExactly(Path.of("a.png"), Path.of("b=c.png"));
        assertRefused("--lr needs a number above 0, not ", "--lr=");
        assertRefused("--batch needs an integer from 1 to 60000, not 0", "--batch=0");
        assertRefused("unknown argument: yes", "--save=a.npz", "--force=yes");
    }

    /** Each option that takes one value; the lists go on, and a switch twice is a switch. */
    @Test
    void anOptionThatIsGivenTwiceIsRefused() throws Exception {
        assertRefused("--save is given twice", "--save", "a", "--lr", "1", "--save", "b");
        assertRefused("--seed is given twice", "--seed", "1", "--seed=1");
        assertRefused("--data is given twice", "--data=a", "--data", "b");
        assertThat(Options.parse("--predict", "a.png", "b.png", "--predict=c.png")
                        .values(Option.PREDICT))
                .containsExactly(Path.of("a.png"), Path.of("b.png"), Path.of("c.png"));
        assertThat(Options.parse("--hidden=5", "--network", "multi-layer", "--hidden", "4,3")
                        .plan()
                        .network()
                        .hidden())
                .containsExactly(5, 4, 3);
        assertThat(Options.parse("--help", "-h").has(Option.HELP)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"--evaluate, seven.png", "--resume, seven.png", "--evaluate, a/SEVEN.JPG", "--resume, x.jpeg"})
    void aRefusalOfAPictureSaysWhichOptionTakesPictures(String option, String file) {
        assertRefused(option + " needs the file of a network (--predict takes pictures), not " + file, option, file);
    }

    @ParameterizedTest
    @CsvSource({
        "--data, a folder",
        "--save, a file",
        "--resume, the file of a network (--predict takes pictures)",
        "--lr, a number above 0",
        "--steps, an integer from 0 on",
        "--save-every, an integer from 1 on",
        "--batch, an integer from 1 to 60000",
        "--epochs, an integer from 0 to 1000000",
        "--patience, an integer from 1 to 1000000",
        "--validation, an integer from 1 to 59999",
        "--dropout, a number from 0 to less than 1",
        "--weight-decay, a number from 0 on",
        "--seed, an integer from 0 to 4294967295"
    })
    void anOptionWithoutItsValueIsRefused(String option, String what) {
        assertRefused(option + " needs " + what, option);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, -1, an integer from 0 on",
        "--steps, 1.5, an integer from 0 on",
        "--save-every, 0, an integer from 1 on",
        "--batch, 0, an integer from 1 to 60000",
        "--batch, 60001, an integer from 1 to 60000",
        "--epochs, 1000001, an integer from 0 to 1000000",
        "--patience, 0, an integer from 1 to 1000000",
        "--validation, 60000, an integer from 1 to 59999",
        "--dropout, 1, a number from 0 to less than 1",
        "--dropout, -0.1, a number from 0 to less than 1",
        "--weight-decay, -1, a number from 0 on",
        "--weight-decay, Infinity, a number from 0 on",
        "--seed, 4294967296, an integer from 0 to 4294967295",
        "--seed, x, an integer from 0 to 4294967295",
        "--lr, NaN, a number above 0",
        "--lr, Infinity, a number above 0",
        "--lr, 1e999, a number above 0",
        "--lr, 0, a number above 0",
        "--lr, -0.0, a number above 0",
        "--lr, 1e-999, a number above 0",
        "--lr, -1, a number above 0",
        "--lr, fast, a number above 0"
    })
    void anOptionRefusesAnImpossibleNumber(String option, String value, String what) {
        assertRefused(option + " needs " + what + ", not " + value, option, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "99999999999999999999", "30,", "30,x", "", "30, 20"})
    void hiddenRefusesImpossibleNumbersOfNeurons(String value) {
        String part = Stream.of(value.split(",", -1))
                .filter(number -> !number.equals("30"))
                .findFirst()
                .orElseThrow();
        assertRefused(
                "--hidden needs an integer from 1 to 10000, or several with commas, not " + part, "--hidden", value);
    }

    @ParameterizedTest
    @CsvSource({"--network, 'two-layer, multi-layer, simple-conv, deep-conv'", "--dtype, 'float64, float32'"})
    void anOptionRefusesAnUnknownName(String option, String names) {
        assertRefused(option + " needs one of " + names + ", not best", option, "best");
        assertRefused(option + " needs one of " + names, option);
    }

    @ParameterizedTest
    @CsvSource({"--data, a folder", "--save, a file", "--resume, the file of a network (--predict takes pictures)"})
    void anOptionRefusesANameThatNoFileCanHave(String option, String what) {
        assertRefused("not the name of " + what + ": a\\u0000b", option, "a\0b");
    }

    /** Characters that move the cursor, colour the terminal or reverse the direction of writing. */
    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred\n', \\u001b[31mred\\u000a",
        "'a\rb\tc', a\\u000db\\u0009c",
        "'\u009b1m', \\u009b1m",
        "'\u202edlrow', \\u202edlrow",
        "'a\u2028b\u2029', a\\u2028b\\u2029",
        "'\ud800x', \\ud800x",
        "'\udb40\udc41', \\udb40\\udc41",
        "数字 \ud83d\ude00, 数字 \ud83d\ude00"
    })
    void aRefusalEscapesCharactersThatAreNotText(String argument, String shown) {
        assertRefused("unknown argument: " + shown, argument);
        assertRefused("--steps needs an integer from 0 on, not " + shown, "--steps", argument);
        assertRefused("--lr needs a number above 0, not " + shown, "--lr", argument);
    }

    @Test
    void aRefusalShortensALongArgument() {
        String start = "x".repeat(60);
        assertRefused("unknown argument: " + start + "…", start + "y".repeat(100_000));
        assertRefused("--seed needs an integer from 0 to 4294967295, not " + start + "…", "--seed", start + "y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adam", "ADAM", "adam", "aDaM"})
    void optimizersAreNamedInAnyCase(String name) throws Exception {
        assertThat(training("--optimizer " + name).plan().optimizer()).isEqualTo(OptimizerKind.ADAM);
    }

    @Test
    void networksAreNamedInAnyCase() throws Exception {
        assertThat(training("--network Deep-Conv").plan().network().kind()).isEqualTo(NetworkKind.DEEP_CONV);
    }

    @Test
    void aResumedTrainingIsSavedToItsFileUnlessAnotherIsNamed() throws Exception {
        assertThat(training("--resume s.npz").saving()).contains(new Saving(Path.of("s.npz"), Optional.empty(), true));
        assertThat(training("--resume s.npz --save-every 5").saving())
                .contains(new Saving(Path.of("s.npz"), Optional.of(5L), true));
        assertThat(training("--resume s.npz --save t.npz").saving())
                .contains(new Saving(Path.of("t.npz"), Optional.empty(), false));
        assertThat(training("--epochs 3").saving()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void anOptionAsksForHelp(String option) throws Exception {
        assertThat(Options.parse(option).has(Option.HELP)).isTrue();
    }

    @Test
    void anOptionAsksForTheVersion() throws Exception {
        assertThat(Options.parse("--version").has(Option.VERSION)).isTrue();
        assertThat(Options.parse().has(Option.VERSION)).isFalse();
    }

    @Test
    void helpFitsOn80ColumnsAndHasTheDefaults() {
        assertThat(Option.helpText().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Option.helpText())
                .startsWith("Classifies the 10,000 test images of MNIST ")
                .contains("""
                        --dtype NAME         compute in this dtype; float32 takes less memory and time:
                                             one of float64, float32 (default: float64)
                        """)
                .contains("""
                        --batch N            use this number of images in each step (default: 100)
                        """);
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Pattern.compile("(?m)^--[a-z-]+").matcher(Option.helpText()).results())
                .extracting(MatchResult::group)
                .containsExactly("""
                        --data --download --dataset --any-content --predict --evaluate --show --network --hidden
                        --batch-norm --dropout --weight-decay --dtype --optimizer --lr --epochs --steps --batch
                        --seed --validation --patience --save --save-every --resume --csv --curves --force
                        --serve --port --version --help""".split("\\s+"));
    }
}
