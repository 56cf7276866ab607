package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.UsageException;
import io.github.dlfs4j.app.page.Field;
import io.github.dlfs4j.app.page.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a training as a form. What is filled in is read as the command line is. */
final class TrainingForm {
    /** A hint for the form, not a limit. */
    private static final long MAX_STEPS = 1_000_000_000;

    static final List<Field> FIELDS = List.of(
            Field.choice("network", "Network", (Object[]) NetworkKind.values()),
            Field.text("hidden", "Hidden neurons, such as 50, or 100,50 with multi-layer"),
            Field.choice("optimizer", "Optimiser", (Object[]) OptimizerKind.values()),
            Field.number("lr", "Learning rate; empty for one that suits the optimiser"),
            Field.integer("batch", "Images a step", "100", 1, Options.TRAINING_IMAGES),
            Field.integer("epochs", "Epochs in all; empty if steps are given", "", 0, OptionsParser.MAX_EPOCHS),
            Field.integer("steps", "Steps in all", "1200", 0, MAX_STEPS),
            Field.integer("seed", "Seed of all random numbers", "0", 0, OptionsParser.MAX_SEED),
            Field.flag("batch-norm", "Batch normalisation, with multi-layer"),
            Field.number("dropout", "Dropout ratio, with multi-layer"),
            Field.number("weight-decay", "Weight decay, with multi-layer"),
            Field.integer("validation", "Training images kept for validation", "", 1, Options.TRAINING_IMAGES - 1),
            Field.integer(
                    "patience",
                    "Epochs without a better accuracy on them before it stops",
                    "",
                    1,
                    OptionsParser.MAX_EPOCHS));

    private TrainingForm() {}

    /**
     * The options that a form asks for.
     *
     * @param data where MNIST is
     * @param file of the training to go on from
     * @throws Refused in the words of the command line
     */
    static Options options(Map<String, String> values, DataSource data, Optional<Path> file) throws Refused {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Field field = FIELDS.stream()
                    .filter(known -> known.name().equals(value.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("there is no option " + Printable.startOf(value.getKey())));
            if (field.kind() == Field.Kind.FLAG) {
                if (Boolean.parseBoolean(value.getValue())) {
                    arguments.add("--" + field.name());
                }
            } else {
                arguments.add("--" + field.name());
                arguments.add(value.getValue());
            }
        }
        data.folder().ifPresent(folder -> arguments.addAll(List.of("--data", folder.toString())));
        file.ifPresent(path -> arguments.addAll(List.of("--resume", path.toString())));
        try {
            return Options.parse(arguments.toArray(String[]::new));
        } catch (UsageException e) {
            throw new Refused(e.reason());
        }
    }
}
