package io.github.dlfs4j.book;

import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.app.page.training.Field.Dependence;
import io.github.dlfs4j.app.page.training.Field.Input;
import io.github.dlfs4j.app.page.training.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The options of a language model in the form of the view "Train", with which it learns within two or three minutes.
 * Those of another meaning or default than for digits are called {@code text-} there. The seed is the same.
 */
final class LanguageFields {
    /** The name of the language model among the networks. */
    static final String LANGUAGE_MODEL = "language-model";

    static final String NETWORK = "network";
    private static final Dependence ITS_OWN =
            new Dependence(Map.of(), Map.of(NETWORK, List.of(LANGUAGE_MODEL)), List.of());
    private static final List<Field> SIZES = List.of(
            new Field("width", choice(LanguageTraining.WIDTH.value()), "64", ITS_OWN),
            new Field("blocks", choice(LanguageTraining.BLOCKS.value()), "2", ITS_OWN));
    private static final List<Field> OTHERS = List.of(
            new Field("text-steps", new Input(Kind.INTEGER, 1, 1_000_000), "2000", ITS_OWN),
            new Field("text-lr", new Input(Kind.NUMBER, 0, null), "0.005", ITS_OWN));

    private LanguageFields() {}

    private static Input choice(Value<Integer> value) {
        return new Input(Kind.CHOICE, names(((Value.Choice<Integer>) value).values()));
    }

    private static String[] names(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    /** Adds the fields to those of the networks that read digits. */
    static List<Field> with(List<Field> ofDigits) {
        return Stream.of(ofDigits.stream().map(LanguageFields::offered), SIZES.stream(), OTHERS.stream())
                .flatMap(fields -> fields)
                .toList();
    }

    private static Field offered(Field field) {
        if (!field.name().equals(NETWORK)) {
            return field;
        }
        List<String> networks = new ArrayList<>(field.input().choices());
        networks.add(LANGUAGE_MODEL);
        return new Field(NETWORK, new Input(Kind.CHOICE, names(networks)), field.initial(), field.dependence());
    }

    /**
     * Reads a form that was filled in.
     *
     * @param isNew whether the training is a new one; the size of another one is in its file
     */
    static Options options(Map<String, String> values, boolean isNew) throws Refused {
        List<String> arguments = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!name.equals(NETWORK)) {
                arguments.add("--" + name + "=" + value);
            }
        });
        for (Field field : isNew ? with(List.of()) : OTHERS) {
            String name = field.name().replace("text-", "");
            if (!values.containsKey(name)) {
                arguments.add("--" + name + "=" + field.initial());
            }
        }
        try {
            return Options.parse(LanguageTraining.OPTIONS, arguments.toArray(String[]::new));
        } catch (Options.UsageException e) {
            throw new Refused(e.reason());
        }
    }
}
