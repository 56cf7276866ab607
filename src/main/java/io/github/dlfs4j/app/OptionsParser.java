package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.Length;
import io.github.dlfs4j.app.Options.Resumption;
import io.github.dlfs4j.app.Options.Saving;
import io.github.dlfs4j.app.Options.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Goes through the arguments, and refuses what does not go together. What is not given stays as it is here. */
final class OptionsParser {
    static final long MAX_SEED = 0xffff_ffffL;
    static final int MAX_EPOCHS = 1_000_000;
    private static final int MAX_HIDDEN = 10_000;
    private static final int MAX_PORT = 65_535;
    /** As many test images as there are. */
    private static final int MAX_SHOW = 10_000;

    /** What the file of {@code --resume} decides. */
    private static final Set<String> OF_THE_START =
            Set.of("--batch", "--seed", "--hidden", "--batch-norm", "--dropout", "--weight-decay", "--validation");

    /** What goes with an option that does one thing and nothing else. */
    private static final Set<String> WITH_PREDICT = Set.of("--predict", "--resume");

    private static final Set<String> WITH_EVALUATE =
            Set.of("--evaluate", "--data", "--download", "--dataset", "--any-content");
    private static final String SERVE = "--serve";
    /** The page has a form for all others. */
    private static final Set<String> WITH_SERVE =
            Set.of(SERVE, "--port", "--data", "--download", "--help", "-h", "--version");

    private static final Set<String> OF_MULTI_LAYER = Set.of("--batch-norm", "--dropout", "--weight-decay");

    private final Arguments arguments;
    /** The options that were given, in an order that makes the choice of a message reproducible. */
    private final Set<String> given = new TreeSet<>();

    private boolean help;
    private boolean version;
    private boolean download;
    private int show;
    private Optional<Path> data = Optional.empty();
    private Length length = Length.epochs(16);
    private int batch = 100;
    private NetworkKind network = NetworkKind.TWO_LAYER;
    private List<Integer> hidden = List.of();
    private boolean batchNormalization;
    private double dropout;
    private double weightDecay;
    private OptimizerKind optimizer = OptimizerKind.SGD;
    private OptionalDouble learningRate = OptionalDouble.empty();
    private long seed;
    private int validation;
    private OptionalInt patience = OptionalInt.empty();
    private Optional<Path> save = Optional.empty();
    private OptionalLong saveEvery = OptionalLong.empty();
    private Optional<Path> resume = Optional.empty();
    private Optional<Path> csv = Optional.empty();
    private Optional<Path> curves = Optional.empty();
    private List<Path> predict = List.of();
    private Optional<Path> evaluate = Optional.empty();
    private DatasetKind dataset = DatasetKind.MNIST;
    private boolean anyContent;
    private Optional<Integer> port = Optional.empty();

    OptionsParser(String... args) {
        arguments = new Arguments(args);
    }

    Options parse() throws UsageException {
        while (arguments.hasNext()) {
            String option = arguments.option();
            take(option);
            given.add(option);
        }
        checkTogether();
        List<Integer> sizes = hidden.isEmpty() ? network.defaultHidden() : hidden;
        NetworkOptions which = new NetworkOptions(network, sizes, batchNormalization, dropout, weightDecay);
        return new Options(
                help,
                version,
                given.isEmpty(),
                download,
                predict,
                evaluate,
                show,
                new DataSource(data, dataset, anyContent),
                new Options.Training(
                        length,
                        new TrainingPlan(which, optimizer, batch, validation),
                        learningRate,
                        seed,
                        patience,
                        saving(),
                        resume.isPresent() ? Optional.of(resumption(resume.get())) : Optional.empty(),
                        csv,
                        curves),
                given.contains(SERVE) ? Optional.of(new Options.Serve(port)) : Optional.empty());
    }

    /** What a training goes on from is where it is kept, unless it is to be kept elsewhere. */
    private Optional<Saving> saving() {
        Optional<Path> file = save.isPresent() ? save : resume;
        return file.isPresent() ? Optional.of(new Saving(file.get(), saveEvery, save.isEmpty())) : Optional.empty();
    }

    private Resumption resumption(Path file) {
        return new Resumption(
                file,
                given.contains("--network") ? Optional.of(network) : Optional.empty(),
                given.contains("--optimizer") ? Optional.of(optimizer) : Optional.empty());
    }

    private void take(String option) throws UsageException {
        switch (option) {
            case "--help", "-h" -> help = true;
            case "--version" -> version = true;
            case "--download" -> download = true;
            case "--show" -> show = (int) arguments.integer(option, 0, MAX_SHOW);
            case "--data" -> data = Optional.of(arguments.path(option, "a folder"));
            case "--steps" -> length = Length.steps(arguments.integer(option, 0, Long.MAX_VALUE));
            case "--epochs" -> length = Length.epochs(arguments.integer(option, 0, MAX_EPOCHS));
            case "--batch" -> batch = (int) arguments.integer(option, 1, Options.TRAINING_IMAGES);
            case "--network" -> network = arguments.choice(option, NetworkKind.values());
            case "--hidden" -> hidden = arguments.integers(option, 1, MAX_HIDDEN);
            case "--batch-norm" -> batchNormalization = true;
            case "--dropout" ->
                dropout = arguments.number(option, "a number from 0 to less than 1", ratio -> ratio >= 0 && ratio < 1);
            case "--weight-decay" ->
                weightDecay = arguments.number(option, "a number from 0 on", strength -> strength >= 0);
            case "--optimizer" -> optimizer = arguments.choice(option, OptimizerKind.values());
            case "--lr" ->
                learningRate = OptionalDouble.of(arguments.number(option, "a number above 0", rate -> rate > 0));
            case "--seed" -> seed = arguments.integer(option, 0, MAX_SEED);
            case "--validation" -> validation = (int) arguments.integer(option, 1, Options.TRAINING_IMAGES - 1);
            case "--patience" -> patience = OptionalInt.of((int) arguments.integer(option, 1, MAX_EPOCHS));
            case "--save" -> save = Optional.of(arguments.path(option, "a file"));
            case "--save-every" -> saveEvery = OptionalLong.of(arguments.integer(option, 1, Long.MAX_VALUE));
            case "--resume" -> resume = Optional.of(arguments.path(option, "a file"));
            case "--csv" -> csv = Optional.of(arguments.path(option, "a file"));
            case "--curves" -> curves = Optional.of(arguments.path(option, "a file"));
            case "--predict" -> predict = arguments.paths(option, "a file");
            case "--evaluate" -> evaluate = Optional.of(arguments.path(option, "a file"));
            case "--dataset" -> dataset = arguments.choice(option, DatasetKind.values());
            case "--any-content" -> anyContent = true;
            case SERVE -> {}
            case "--port" -> port = Optional.of((int) arguments.integer(option, 0, MAX_PORT));
            default -> throw new UsageException("unknown argument: " + Printable.startOf(option));
        }
    }

    private void checkTogether() throws UsageException {
        if (given.contains("--steps") && given.contains("--epochs")) {
            throw new UsageException("--steps and --epochs cannot be given together");
        }
        need("--port", SERVE);
        for (String option : given) {
            if (given.contains(SERVE) && !WITH_SERVE.contains(option)) {
                throw new UsageException(option + " cannot be given with --serve, whose page asks for it");
            }
            if (resume.isPresent() && OF_THE_START.contains(option)) {
                throw new UsageException(option + " cannot be given with --resume, whose file decides");
            }
            if (OF_MULTI_LAYER.contains(option) && network != NetworkKind.MULTI_LAYER) {
                throw new UsageException(option + " needs --network " + NetworkKind.MULTI_LAYER);
            }
        }
        checkAlone("--predict", WITH_PREDICT);
        checkAlone("--evaluate", WITH_EVALUATE);
        need("--any-content", "--data");
        if (anyContent && given.contains("--dataset")) {
            throw new UsageException("--dataset and --any-content cannot be given together");
        }
        if (download && (anyContent || dataset != DatasetKind.MNIST)) {
            throw new UsageException("--download fetches MNIST alone");
        }
        if (resume.isEmpty()) {
            need("--save-every", "--save");
            need("--patience", "--validation");
        }
        checkHidden();
    }

    private void checkAlone(String option, Set<String> others) throws UsageException {
        for (String other : given) {
            if (given.contains(option) && !others.contains(other)) {
                throw new UsageException(other + " cannot be given with " + option);
            }
        }
    }

    private void need(String option, String other) throws UsageException {
        if (given.contains(option) && !given.contains(other)) {
            throw new UsageException(option + " needs " + other);
        }
    }

    private void checkHidden() throws UsageException {
        if (!hidden.isEmpty() && network.defaultHidden().isEmpty()) {
            throw new UsageException("--hidden cannot be given with --network " + network);
        }
        if (hidden.size() > 1 && network == NetworkKind.TWO_LAYER) {
            throw new UsageException(
                    "--network %s has one hidden layer, so --hidden needs one number".formatted(NetworkKind.TWO_LAYER));
        }
    }
}
