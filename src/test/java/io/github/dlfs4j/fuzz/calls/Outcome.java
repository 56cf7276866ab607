package io.github.dlfs4j.fuzz.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** What a call may throw. */
final class Outcome {
    private static final Set<Class<? extends RuntimeException>> OURS = Set.of(
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            IllegalStateException.class,
            UnsupportedOperationException.class);

    /** What a loop of ours throws by mistake, wherever it is caught and wrapped. */
    private static final Set<Class<? extends Throwable>> MISTAKES = Set.of(
            ArithmeticException.class,
            ArrayIndexOutOfBoundsException.class,
            ArrayStoreException.class,
            ClassCastException.class,
            ConcurrentModificationException.class,
            NegativeArraySizeException.class,
            NullPointerException.class,
            StackOverflowError.class,
            StringIndexOutOfBoundsException.class);

    private static final int FRAMES = 4;
    /** The longest message: names and texts from outside are cut, also where several are listed. */
    private static final int LONGEST = 1000;

    private Outcome() {}

    /** What is wrong with an exception: its kind, a missing message, or that the JDK found what we did not look for. */
    static Optional<String> problem(Call call, Throwable thrown) {
        for (Throwable inner = thrown.getCause(); inner != null; inner = inner.getCause()) {
            if (MISTAKES.contains(inner.getClass()) && isOurs(inner)) {
                return problemIf(true, inner);
            }
        }
        if (thrown instanceof OutOfMemoryError) {
            return problemIf(!String.valueOf(thrown.getMessage()).startsWith("Unable to allocate "), thrown);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return Optional.empty();
        }
        // The text of a path, which Java refuses as it does everywhere.
        if (thrown instanceof InvalidPathException) {
            return Optional.empty();
        }
        if (thrown instanceof NoSuchElementException && call.what().getName().equals("next")) {
            return Optional.empty();
        }
        if (call.what().getName().equals("valueOf")
                && call.what().getDeclaringClass().isEnum()) {
            return Optional.empty();
        }
        if (String.valueOf(thrown.getMessage()).length() > LONGEST) {
            return problemIf(true, thrown);
        }
        boolean ours = OURS.contains(thrown.getClass())
                && thrown.getMessage() != null
                && !thrown.getMessage().isBlank()
                && isOurs(thrown);
        return problemIf(!ours, thrown);
    }

    /** Whether our code has thrown it, not the JDK's, whose decoders of pictures throw anything. */
    private static boolean isOurs(Throwable thrown) {
        return thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith("io.github.dlfs4j");
    }

    private static Optional<String> problemIf(boolean wrong, Throwable thrown) {
        if (!wrong) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(thrown.toString().replaceAll("\\s+", " "));
        text.setLength(Math.min(text.length(), LONGEST));
        StackTraceElement[] trace = thrown.getStackTrace();
        int shown = 0;
        for (int i = 0; i < trace.length && shown < FRAMES; i++) {
            if (i == 0 || trace[i].getClassName().startsWith("io.github.dlfs4j")) {
                text.append(" < ").append(trace[i].getFileName()).append(':').append(trace[i].getLineNumber());
                shown++;
            }
        }
        return Optional.of(text.toString());
    }
}
