package io.github.dlfs4j.app.serving;

import io.github.dlfs4j.app.console.Printable;
import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.app.page.training.Field.Dependence;
import io.github.dlfs4j.app.page.training.Field.Input;
import io.github.dlfs4j.app.page.training.Field.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a training as a form on the page. Its values are checked as those of the command line are. */
final class TrainingForm {
    private static final Map<Option<?>, String> LABELS = labels();
    private static final FieldDependences DEPENDENCES = new FieldDependences(List.copyOf(LABELS.keySet()));

    static final List<Field> FIELDS = LABELS.entrySet().stream()
            .map(option -> field(option.getKey(), option.getValue()))
            .toList();

    /** Returns the options of the form in their order, each with its label. */
    private static Map<Option<?>, String> labels() {
        Map<Option<?>, String> labels = new LinkedHashMap<>();
        labels.put(Option.NETWORK, "Network");
        labels.put(Option.HIDDEN, "Hidden neurons, such as 50, or 100,50 for two layers");
        labels.put(Option.DTYPE, "Numbers in the network; float32 takes less memory and time");
        labels.put(Option.OPTIMIZER, "Optimiser");
        labels.put(Option.LR, "Learning rate");
        labels.put(Option.BATCH, "Images in each step");
        labels.put(Option.EPOCHS, "Epochs in all");
        labels.put(Option.STEPS, "Steps in all, instead of epochs");
        labels.put(Option.SEED, "Seed of the random numbers");
        labels.put(Option.BATCH_NORM, "Batch normalisation");
        labels.put(Option.DROPOUT, "Dropout ratio");
        labels.put(Option.WEIGHT_DECAY, "Weight decay");
        labels.put(Option.VALIDATION, "Training images kept for validation");
        labels.put(Option.PATIENCE, "Stop after this many epochs without a better validation accuracy");
        return labels;
    }

    private static Field field(Option<?> option, String label) {
        Dependence dependence = DEPENDENCES.of(option);
        String name = option.name().substring("--".length());
        return new Field(name, label, input(option), option.usual(), dependence);
    }

    private static Input input(Option<?> option) {
        if (option.isFlag()) {
            return new Input(Kind.FLAG);
        }
        if (option.value() instanceof Value.Choice<?> choice) {
            return new Input(
                    Kind.CHOICE, choice.values().stream().map(Object::toString).toArray(String[]::new));
        }
        if (option.isList()) {
            return new Input(Kind.TEXT);
        }
        if (option.value() instanceof Value.Real) {
            return new Input(Kind.NUMBER, 0, null);
        }
        Value.Whole range = option.value() instanceof Value.Count count ? count.range() : (Value.Whole) option.value();
        return new Input(Kind.INTEGER, range.least(), range.most());
    }

    /**
     * Reads a form that was filled in.
     *
     * @param data where the images are
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
            if (field.input().kind() != Kind.FLAG) {
                arguments.addAll(List.of("--" + field.name(), value.getValue()));
            } else if (Boolean.parseBoolean(value.getValue())) {
                arguments.add("--" + field.name());
            }
        }
        data.folder().ifPresent(folder -> arguments.addAll(List.of("--data", folder.toString())));
        if (data.anyContent()) {
            arguments.add("--any-content");
        }
        file.ifPresent(path -> arguments.addAll(List.of("--resume", path.toString())));
        try {
            return Options.parse(arguments.toArray(String[]::new));
        } catch (UsageException e) {
            throw new Refused(e.reason());
        }
    }
}
