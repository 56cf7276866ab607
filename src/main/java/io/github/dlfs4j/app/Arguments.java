package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a command line with their values. */
final class Arguments {
    /** The values as they were typed, by the name of their option. */
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    /**
     * Reads arguments; {@code --name=value} counts as two.
     *
     * @throws UsageException if an argument is wrong, or options do not go together
     */
    Arguments(String... typed) throws UsageException {
        List<String> args = new ArrayList<>();
        for (String text : typed) {
            args.addAll(text.startsWith("--") ? List.of(text.split("=", 2)) : List.of(text));
        }
        int next = 0;
        while (next < args.size()) {
            Option<?> option = Option.named(args.get(next++));
            if (has(option) && option.isSingle()) {
                throw new UsageException(option.name() + " is given twice");
            }
            List<String> texts = new ArrayList<>();
            while (!option.isFlag() && (texts.isEmpty() || (option.isGreedy() && isValue(args, next)))) {
                if (next == args.size()) {
                    throw new UsageException(option.need());
                }
                String text = args.get(next++);
                texts.addAll(option.isList() ? List.of(text.split(",", -1)) : List.of(text));
            }
            texts.addAll(0, given.getOrDefault(option.name(), List.of()));
            given.put(option.name(), texts);
            values(option);
        }
        Option.checkTogether(this);
    }

    private static boolean isValue(List<String> args, int index) {
        return index < args.size() && !args.get(index).startsWith("--");
    }

    boolean has(Option<?> option) {
        return given.containsKey(option.name());
    }

    /** Returns the value of an option, if it was given. */
    <T> Optional<T> given(Option<T> option) throws UsageException {
        return has(option) ? Optional.of(value(option)) : Optional.empty();
    }

    /** Returns the value of an option that was given, or its default. */
    <T> T value(Option<T> option) throws UsageException {
        return option.parse(has(option) ? given.get(option.name()).get(0) : option.usual());
    }

    /** Returns all values of an option. */
    <T> List<T> values(Option<T> option) throws UsageException {
        List<T> values = new ArrayList<>();
        for (String text : given.getOrDefault(option.name(), List.of())) {
            values.add(option.parse(text));
        }
        return values;
    }

    void checkNeeds(Option<?> option, Option<?>... oneOf) throws UsageException {
        boolean isMet = !has(option);
        for (Option<?> other : oneOf) {
            isMet |= has(other);
        }
        if (!isMet) {
            throw new UsageException(option.name() + " needs " + oneOf[0].name());
        }
    }

    /** @param message what is wrong, with a place for the option and one for the other option */
    void checkExcludes(Option<?> option, String message, Option<?>... others) throws UsageException {
        for (Option<?> other : others) {
            if (has(option) && has(other)) {
                throw new UsageException(message.formatted(option.name(), other.name()));
            }
        }
    }

    void checkAlone(Option<?> option, String message, Option<?>... allowed) throws UsageException {
        for (Option<?> other : Option.all()) {
            if (has(option) && !other.equals(option) && !List.of(allowed).contains(other)) {
                checkExcludes(option, message, other);
            }
        }
    }
}
