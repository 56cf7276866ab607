package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ndarray.NDArray;
import java.lang.reflect.Executable;
import java.util.Set;
import java.util.stream.Stream;

/** What is not called, or not with absurd numbers, and why. */
final class NotCalled {
    /** They look for a server, and wait for it; tests of their own have one. */
    private static final Set<String> NEVER = Set.of(
            "Mnist.download()", "Mnist.download(Path)", "SampleWeight.download()", "SampleWeight.download(Path)");

    /** A number, or an array of as many empty lines, tells them how long to work, and nothing is wrong with that. */
    private static final Set<String> AS_LONG_AS_TOLD = Set.of(
            "ArrayScope.forEach(int, int, long, IntConsumer)",
            "GradientDescent.minimize(Function, NDArray, double, int)",
            "RandomSearch.run(int, RandomState, ToDoubleFunction)",
            "TextFile.savetxt(OutputStream, NDArray, SavetxtOptions)",
            "TextFile.savetxt(Path, NDArray)",
            "TextFile.savetxt(Path, NDArray, SavetxtOptions)",
            "Trainer.run(long)",
            "Trainer.runEpochs(int)");

    private NotCalled() {}

    static boolean isNeverCalled(Executable call) {
        return NEVER.contains(PublicCalls.name(call));
    }

    /** Whether an argument of the type is a usual one, because it says how long the call works. */
    static boolean isTold(Executable call, Class<?> type) {
        return (type.isPrimitive() || type == NDArray.class) && AS_LONG_AS_TOLD.contains(PublicCalls.name(call));
    }

    /** All that are named here. */
    static Stream<String> names() {
        return Stream.concat(NEVER.stream(), AS_LONG_AS_TOLD.stream());
    }
}
