package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.UsageException;
import io.github.dlfs4j.app.page.Field;
import io.github.dlfs4j.app.page.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a training as a form on the page. Its values are checked as those of the command line are. */
final class TrainingForm {
    static final List<Field> FIELDS = List.of(
            field(Option.NETWORK, "Network"),
            field(Option.HIDDEN, "Hidden neurons, such as 50, or 100,50 with multi-layer"),
            field(Option.DTYPE, "Numbers in the network; float32 takes less memory and time"),
            field(Option.OPTIMIZER, "Optimiser"),
            field(Option.LR, "Learning rate; empty for the default of the optimiser"),
            field(Option.BATCH, "Images in each step"),
            field(Option.EPOCHS, "Epochs in all"),
            field(Option.STEPS, "Steps in all, instead of epochs"),
            field(Option.SEED, "Seed of the random numbers"),
            field(Option.BATCH_NORM, "Batch normalisation (multi-layer only)"),
            field(Option.DROPOUT, "Dropout ratio (multi-layer only)"),
            field(Option.WEIGHT_DECAY, "Weight decay (multi-layer only)"),
            field(Option.VALIDATION, "Training images kept for validation"),
            field(Option.PATIENCE, "Stop after this many epochs without a better validation accuracy"));

    private TrainingForm() {}

    private static Field field(Option<?> option, String label) {
        String name = option.name().substring("--".length());
        if (option.isFlag()) {
            return new Field(name, label, Field.Kind.FLAG, List.of(), "", null, null);
        }
        if (option.value() instanceof Value.Choice<?> choice) {
            List<String> names = choice.values().stream().map(Object::toString).toList();
            return new Field(name, label, Field.Kind.CHOICE, names, option.usual(), null, null);
        }
        if (option.isList()) {
            return new Field(name, label, Field.Kind.TEXT, List.of(), option.usual(), null, null);
        }
        if (option.value() instanceof Value.Real) {
            return new Field(name, label, Field.Kind.NUMBER, List.of(), option.usual(), 0, null);
        }
        Value.Whole range = option.value() instanceof Value.Count count ? count.range() : (Value.Whole) option.value();
        return new Field(name, label, Field.Kind.INTEGER, List.of(), option.usual(), range.least(), range.most());
    }

    /**
     * Reads a form that was filled in.
     *
     * @param data where MNIST is
     * @param file the training to resume; empty for a new one
     * @throws Refused with the message of the command line
     */
    static Options options(Map<String, String> values, DataSource data, Optional<Path> file) throws Refused {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Field field = FIELDS.stream()
                    .filter(known -> known.name().equals(value.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("there is no option " + Printable.startOf(value.getKey())));
            if (field.kind() != Field.Kind.FLAG) {
                arguments.addAll(List.of("--" + field.name(), value.getValue()));
            } else if (Boolean.parseBoolean(value.getValue())) {
                arguments.add("--" + field.name());
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
