package io.github.dlfs4j.app;

import java.util.List;

/**
 * About how much memory a training takes: an estimate from what is alive at the same time in a step and when a state is
 * saved, within some tenths of the smallest heap that was measured to be enough.
 *
 * @param plan what is trained
 * @param saving whether its state is saved
 * @param begins whether it has no file that decides how large it is
 * @param available how much Java has
 */
record MemoryNeed(TrainingPlan plan, boolean saving, boolean begins, long available) {
    private static final long MEBI = 1 << 20;
    private static final int PIXELS = 28 * 28;

    /** The images of MNIST as uint8, the test images as float32 as well, and what Java takes. */
    private static final long ANYWAY = 95 * MEBI;

    /** More than the error of the estimate. Below that the training is tried. */
    private static final double SURELY = 1.5;

    /**
     * The numbers of parameters of the networks of a fixed size, and of the elements between their layers, per image.
     */
    private static final long SIMPLE_PARAMETERS = 433_890;

    private static final long SIMPLE_ELEMENTS = 39_090;
    private static final long DEEP_PARAMETERS = 123_552;
    private static final long DEEP_ELEMENTS = 101_866;

    MemoryNeed(TrainingPlan plan, Options.Training options) {
        this(
                plan,
                options.saving().isPresent(),
                options.resumption().isEmpty(),
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Refuses a training that can surely not be.
     *
     * @throws Refusal if it takes far more than Java has
     */
    void check() {
        if (total() > SURELY * available) {
            throw refusal();
        }
    }

    /** What to say when the memory was not enough, and all that is known of the training is what was asked for. */
    static Refusal refusal(Options.Training asked) {
        MemoryNeed need = new MemoryNeed(asked.plan(), asked);
        return asked.length().count() > 0 && need.begins()
                ? need.refusal()
                : new Refusal("this needs more memory than the %s that Java has: start java with a larger -Xmx"
                        .formatted(mebibytes(need.available())));
    }

    /** What to say when the memory is not enough. */
    Refusal refusal() {
        String need = total() > available ? "some " + mebibytes(total()) : "more than " + mebibytes(available);
        return new Refusal(
                "training %s in batches of %d needs %s of memory, and Java has %s: %sstart java with a larger -Xmx"
                        .formatted(plan.network(), plan.batch(), need, mebibytes(available), toLower()));
    }

    /** Which option, if one matters. */
    private String toLower() {
        if (!begins || batch() + parameters() < ANYWAY / 2) {
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
        return ANYWAY + parameters() + batch();
    }

    /**
     * In bytes: of float64 the parameters and what the optimiser keeps, a copy of it all to save, and the gradients and
     * their products with the learning rate.
     */
    private long parameters() {
        long state = 1L + plan.optimizer().arraysPerParameter();
        return Double.BYTES * parameterCount() * (2 + state + (saving ? state : 0));
    }

    /** In bytes: the pixels of this batch and the last one; between the layers elements, gradients and masks. */
    private long batch() {
        long pixels = PIXELS * (Byte.BYTES + 2L * Float.BYTES);
        return plan.batch() * (pixels + (2 * Double.BYTES + 1) * elements());
    }

    long parameterCount() {
        return switch (plan.network().kind()) {
            case SIMPLE_CONV -> SIMPLE_PARAMETERS;
            case DEEP_CONV -> DEEP_PARAMETERS;
            case TWO_LAYER, MULTI_LAYER -> {
                List<Integer> sizes = plan.network().sizes();
                long count = 0;
                for (int i = 1; i < sizes.size(); i++) {
                    count += (sizes.get(i - 1) + 1L) * sizes.get(i);
                }
                yield count;
            }
        };
    }

    /** What is between the layers, of one image. */
    private long elements() {
        return switch (plan.network().kind()) {
            case SIMPLE_CONV -> SIMPLE_ELEMENTS;
            case DEEP_CONV -> DEEP_ELEMENTS;
            case TWO_LAYER, MULTI_LAYER -> {
                long neurons = 0;
                for (int n : plan.network().hidden()) {
                    neurons += n;
                }
                yield neurons * (plan.network().batchNormalization() ? 4 : 2);
            }
        };
    }
}
