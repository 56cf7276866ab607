package io.github.dlfs4j.app.option;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.ndarray.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param texts the values of the options that were given, as they were typed, by the names of the options
 */
public record Options(Map<String, List<String>> texts) {
    /** The number of training images of MNIST. */
    static final int TRAINING_IMAGES = 60_000;

    /**
     * How long to train.
     *
     * @param count the number of steps or epochs
     * @param inEpochs whether it counts epochs
     */
    public record Length(long count, boolean inEpochs) {
        /**
         * Returns the length in steps.
         *
         * @param perEpoch the number of steps of an epoch
         * @return the number of steps
         */
        public long inSteps(int perEpoch) {
            return inEpochs ? count * perEpoch : count;
        }
    }

    /**
     * Where to save the state.
     *
     * @param file the file
     * @param period the number of steps between two saves; empty for an epoch
     * @param again whether it is the resumed file because no other was named
     */
    public record Saving(Path file, Optional<Long> period, boolean again) {}

    /**
     * What to resume.
     *
     * @param file the file of a saved state
     * @param network the kind of network that the state must have, if the user named one
     * @param dtype the dtype that the network must have, if the user named one
     * @param optimizer the optimiser that the state must have, if the user named one
     */
    public record Resumption(
            Path file, Optional<NetworkKind> network, Optional<DType> dtype, Optional<OptimizerKind> optimizer) {}

    /** An argument that cannot be used. The message is for the user. */
    public static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        /** The message without a hint. */
        private final String reason;

        UsageException(String reason) {
            super(reason + "; --help lists the options");
            this.reason = reason;
        }

        /** {@return the message without a hint at the command line} */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads arguments; {@code --name=value} counts as two.
     *
     * @param typed the words of the command line
     * @return the options
     * @throws UsageException if an argument is wrong, or options do not go together
     */
    public static Options parse(String... typed) throws UsageException {
        Options given = parse(Option.all(), typed);
        Option.checkTogether(given);
        given.checkNetwork();
        return given;
    }

    /**
     * Reads the arguments of a program that has options of its own.
     *
     * @param all its options
     * @param typed the words of the command line
     * @return the options
     * @throws UsageException if an argument is wrong
     */
    public static Options parse(Collection<Option<?>> all, String... typed) throws UsageException {
        List<String> args = new ArrayList<>();
        for (String text : typed) {
            args.addAll(text.startsWith("--") ? List.of(text.split("=", 2)) : List.of(text));
        }
        Options given = new Options(new LinkedHashMap<>());
        int next = 0;
        while (next < args.size()) {
            Option<?> option = Option.named(args.get(next++), all);
            if (given.has(option) && option.isSingle()) {
                throw new UsageException(option.name() + " is given twice");
            }
            List<String> values = given.texts.getOrDefault(option.name(), new ArrayList<>());
            given.texts.put(option.name(), values);
            int before = values.size();
            while (!option.isFlag() && (values.size() == before || (option.isGreedy() && isValue(args, next)))) {
                if (next == args.size()) {
                    throw new UsageException(option.need());
                }
                String text = args.get(next++);
                for (String value : option.isList() ? text.split(",", -1) : new String[] {text}) {
                    option.check(value);
                    values.add(value);
                }
            }
        }
        return given;
    }

    private static boolean isValue(List<String> args, int index) {
        return index < args.size() && !args.get(index).startsWith("--");
    }

    private void checkNetwork() throws UsageException {
        NetworkKind kind = value(Option.NETWORK);
        for (Option<?> option : List.of(Option.BATCH_NORM, Option.DROPOUT, Option.WEIGHT_DECAY)) {
            if (has(option) && kind != NetworkKind.MULTI_LAYER) {
                throw new UsageException(option.name() + " needs --network " + NetworkKind.MULTI_LAYER);
            }
        }
        if (has(Option.HIDDEN) && kind.defaultHidden().isEmpty()) {
            throw new UsageException("--hidden cannot be given with --network " + kind);
        }
        if (values(Option.HIDDEN).size() > 1 && kind == NetworkKind.TWO_LAYER) {
            throw new UsageException("--network " + kind + " has one hidden layer, so --hidden needs one number");
        }
    }

    /** {@return whether there are no arguments, as when you do not know the options yet} */
    public boolean isFirstRun() {
        return texts.isEmpty();
    }

    /**
     * Returns whether an option was given.
     *
     * @param option the option
     * @return true if it was typed
     */
    public boolean has(Option<?> option) {
        return texts.containsKey(option.name());
    }

    /**
     * Returns the value of an option, if it was given.
     *
     * @param <T> the type of the value
     * @param option the option
     * @return its value; empty if it was not typed
     */
    public <T> Optional<T> given(Option<T> option) {
        return has(option) ? Optional.of(value(option)) : Optional.empty();
    }

    /**
     * {@return the value of an option that was given, or its default}
     *
     * @param <T> the type of the value
     * @param option the option
     */
    public <T> T value(Option<T> option) {
        return option.read(has(option) ? texts.get(option.name()).get(0) : option.usual());
    }

    /**
     * Returns all values of an option.
     *
     * @param <T> the type of the values
     * @param option the option
     * @return its values, or the default
     */
    public <T> List<T> values(Option<T> option) {
        List<T> values = new ArrayList<>();
        for (String text : texts.getOrDefault(option.name(), List.of())) {
            values.add(option.read(text));
        }
        return values;
    }

    /** {@return where the images and the book's weights are} */
    public DataSource data() {
        return new DataSource(given(Option.DATA), value(Option.DATASET), has(Option.ANY_CONTENT));
    }

    /** {@return how long to train in all, in epochs or steps} */
    public Length length() {
        boolean inEpochs = !has(Option.STEPS);
        return new Length(value(inEpochs ? Option.EPOCHS : Option.STEPS), inEpochs);
    }

    /** {@return the plan of a new training; a resumed one has the plan of its file} */
    public TrainingPlan plan() {
        NetworkKind kind = value(Option.NETWORK);
        NetworkOptions network = new NetworkOptions(
                kind,
                has(Option.HIDDEN) ? values(Option.HIDDEN) : kind.defaultHidden(),
                has(Option.BATCH_NORM),
                value(Option.DROPOUT),
                value(Option.WEIGHT_DECAY),
                value(Option.DTYPE));
        return new TrainingPlan(
                network,
                value(Option.OPTIMIZER),
                value(Option.BATCH),
                given(Option.VALIDATION).orElse(0));
    }

    /**
     * Returns where to save the state. A resumed training is saved to its own file unless another is named.
     *
     * @return the file and when it is written; empty for none
     */
    public Optional<Saving> saving() {
        Option<Path> option = has(Option.SAVE) ? Option.SAVE : Option.RESUME;
        return has(option)
                ? Optional.of(new Saving(value(option), given(Option.SAVE_EVERY), !has(Option.SAVE)))
                : Optional.empty();
    }

    /** {@return what to resume: the file and what must agree with it; empty for none} */
    public Optional<Resumption> resumption() {
        return has(Option.RESUME)
                ? Optional.of(new Resumption(
                        value(Option.RESUME), given(Option.NETWORK), given(Option.DTYPE), given(Option.OPTIMIZER)))
                : Optional.empty();
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
