package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.TrainingPlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An estimate of the memory that a training takes. It adds up what is alive at the same time in a step and while a
 * state is saved. It is close to the smallest heap that was enough when it was tried.
 *
 * @param plan what is trained, and how
 * @param saving whether the state is saved
 * @param begins whether the training is new; the size of a resumed one is decided by its file
 * @param available how much memory Java has, in bytes
 */
public record MemoryNeed(TrainingPlan plan, boolean saving, boolean begins, long available) {
    private static final long MEBI = 1 << 20;
    private static final int PIXELS = 28 * 28;

    /** What every training takes: MNIST as uint8, the test images as float32 as well, and Java itself. */
    private static final long LEAST = 95 * MEBI;

    /** A factor above the error of the estimate. A training that needs less is tried. */
    private static final double MARGIN = 1.5;

    MemoryNeed(TrainingPlan plan, Options options) {
        this(
                plan,
                options.saving().isPresent(),
                options.resumption().isEmpty(),
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Refuses a training that certainly does not fit.
     *
     * @throws Refusal if it takes far more memory than Java has
     */
    void check() {
        if (total() > MARGIN * available) {
            throw refusal();
        }
    }

    /**
     * Returns the message for too little memory when only the options of the training are known.
     *
     * @param asked the options
     * @return the message, to throw
     */
    public static Refusal refusal(Options asked) {
        MemoryNeed need = new MemoryNeed(asked.plan(), asked);
        return asked.length().count() > 0 && need.begins()
                ? need.refusal()
                : new Refusal("this needs more memory than the %s that Java has: start java with a larger -Xmx"
                        .formatted(mebibytes(need.available())));
    }

    /** {@return the message for too little memory, to throw} */
    public Refusal refusal() {
        String need = total() > available ? "some " + mebibytes(total()) : "more than " + mebibytes(available);
        return new Refusal(
                "training %s in batches of %s needs %s of memory, and Java has %s: %sstart java with a larger -Xmx"
                        .formatted(plan.network(), plan.batch(), need, mebibytes(available), toLower()));
    }

    /** Names the option to lower, if one has a large share. */
    private String toLower() {
        if (!begins || batch() + parameters() < LEAST / 2) {
            return "";
        }
        return batch() > parameters() || plan.network().hidden().isEmpty()
                ? "lower --batch, or "
                : "lower --hidden, or ";
    }

    private static String mebibytes(long bytes) {
        return (bytes + MEBI - 1) / MEBI + " MB";
    }

    long total() {
        return LEAST + parameters() + batch();
    }

    /**
     * The bytes for the parameters and the state of the optimiser, a copy of both to save, the gradients, and their
     * products with the learning rate.
     */
    private long parameters() {
        long state = 1L + plan.optimizer().arraysPerParameter();
        return itemSize() * parameterCount() * (2 + state + (saving ? state : 0));
    }

    /**
     * The bytes for the pixels of this batch and the last, and for elements, gradients and masks between the layers.
     */
    private long batch() {
        long pixels = PIXELS * (Byte.BYTES + 2L * Float.BYTES);
        return plan.batch() * (pixels + (2 * itemSize() + 1) * elements());
    }

    /** The bytes for a number of the network. */
    private long itemSize() {
        return plan.network().dtype().itemSize();
    }

    long parameterCount() {
        return switch (plan.network().kind()) {
            case SIMPLE_CONV -> 433_890;
            case DEEP_CONV -> 123_552;
            case TWO_LAYER, MULTI_LAYER -> {
                List<Integer> sizes = plan.network().sizes();
                yield IntStream.range(1, sizes.size())
                        .mapToLong(i -> (sizes.get(i - 1) + 1L) * sizes.get(i))
                        .sum();
            }
        };
    }

    /** The number of elements between the layers for one image. */
    private long elements() {
        return switch (plan.network().kind()) {
            case SIMPLE_CONV -> 39_090;
            case DEEP_CONV -> 101_866;
            case TWO_LAYER, MULTI_LAYER ->
                plan.network().hidden().stream().mapToLong(Integer::longValue).sum()
                        * (plan.network().batchNormalization() ? 4 : 2);
        };
    }
}
