package io.github.dlfs4j.app.serving;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.app.page.training.Field.Input;
import io.github.dlfs4j.app.page.training.Field.Kind;
import io.github.dlfs4j.file.Excerpt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a training as a form on the page. Its values are checked as those of the command line are. */
final class TrainingForm {
    private static final List<Option<?>> OPTIONS = List.of(
            Option.NETWORK,
            Option.HIDDEN,
            Option.DTYPE,
            Option.OPTIMIZER,
            Option.LR,
            Option.BATCH,
            Option.EPOCHS,
            Option.STEPS,
            Option.SEED,
            Option.BATCH_NORM,
            Option.DROPOUT,
            Option.WEIGHT_DECAY,
            Option.VALIDATION,
            Option.PATIENCE);

    private static final FieldDependences DEPENDENCES = new FieldDependences(OPTIONS);

    static final List<Field> FIELDS = OPTIONS.stream().map(TrainingForm::field).toList();

    private static Field field(Option<?> option) {
        String name = option.name().substring("--".length());
        return new Field(name, input(option), option.usual(), DEPENDENCES.of(option));
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
                    .orElseThrow(() -> Refused.because("option", Excerpt.of(value.getKey())));
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
