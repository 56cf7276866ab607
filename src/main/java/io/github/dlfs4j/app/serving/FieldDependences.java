package io.github.dlfs4j.app.serving;

import io.github.dlfs4j.app.option.NetworkKind;
import io.github.dlfs4j.app.option.OptimizerKind;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.app.page.training.Field.Dependence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out how the fields of the page's form depend on each other. The rules are those of the command line: a field
 * has no effect where the command line refuses its option.
 */
final class FieldDependences {
    private final List<Option<?>> options;

    FieldDependences(List<Option<?>> options) {
        this.options = List.copyOf(options);
    }

    Dependence of(Option<?> option) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        List<String> excludes = new ArrayList<>();
        if (!isChoice(option)) {
            List<String> example = example(option);
            for (Option<?> other : options) {
                if (isChoice(other)) {
                    List<String> all = choices(other);
                    List<String> accepted = all.stream()
                            .filter(choice -> isAccepted(List.of(other.name(), choice), example))
                            .toList();
                    if (!accepted.isEmpty() && !accepted.equals(all)) {
                        needs.put(field(other), accepted);
                    }
                } else if (!other.equals(option)) {
                    boolean alone = isAccepted(example);
                    boolean together = isAccepted(example(other), example);
                    if (!alone && together) {
                        needs.put(field(other), List.of());
                    } else if (alone && !together && isAccepted(example(other))) {
                        excludes.add(field(other));
                    }
                }
            }
        }
        return new Dependence(defaults(option), needs, excludes);
    }

    private static Map<String, Map<String, String>> defaults(Option<?> option) {
        if (option.equals(Option.LR)) {
            return defaults(
                    Option.OPTIMIZER,
                    OptimizerKind.values(),
                    optimizer -> Double.toString(optimizer.defaultLearningRate()));
        }
        if (option.equals(Option.HIDDEN)) {
            return defaults(
                    Option.NETWORK,
                    NetworkKind.values(),
                    network -> network.defaultHidden().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
        }
        return Map.of();
    }

    private static <T> Map<String, Map<String, String>> defaults(Option<T> of, T[] values, Function<T, String> usual) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (T value : values) {
            defaults.put(value.toString(), usual.apply(value));
        }
        return Map.of(field(of), defaults);
    }

    private static String field(Option<?> option) {
        return option.name().substring("--".length());
    }

    private static boolean isChoice(Option<?> option) {
        return option.value() instanceof Value.Choice<?>;
    }

    private static List<String> choices(Option<?> option) {
        return option.value() instanceof Value.Choice<?> choice
                ? choice.values().stream().map(Object::toString).toList()
                : List.of();
    }

    /** Returns the option with a value that it takes. */
    private static List<String> example(Option<?> option) {
        if (option.isFlag()) {
            return List.of(option.name());
        }
        return List.of(option.name(), option.value() instanceof Value.Real ? "0.5" : "1");
    }

    @SafeVarargs
    private static boolean isAccepted(List<String>... options) {
        List<String> arguments = new ArrayList<>();
        for (List<String> option : options) {
            arguments.addAll(option);
        }
        try {
            Options.parse(arguments.toArray(String[]::new));
            return true;
        } catch (UsageException e) {
            return false;
        }
    }
}
