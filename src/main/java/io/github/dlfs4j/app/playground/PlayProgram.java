package io.github.dlfs4j.app.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as a program that knows the library alone, and learns the same numbers. */
final class PlayProgram {
    private PlayProgram() {}

    /** @param optimizer the class of the optimiser */
    static String of(PlayPlan plan, String optimizer) {
        String sizes = Stream.of(List.of(2), plan.hidden(), List.of(2))
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("RandomState random = new RandomState(%s);".formatted(plan.seed()));
        lines.add("Sequential network = MultiLayerNet.ofSizes(%s)".formatted(sizes));
        lines.add("        .activation(%s::new)"
                .formatted(plan.activation().layer().getClass().getSimpleName()));
        lines.add("        .initialization(Initialization.%s())"
                .formatted(plan.activation().firstWeights()));
        lines.add("        .weightDecay(%s)".formatted(plan.weightDecay()));
        lines.add("        .build(random);");
        lines.add("Optimizer optimizer = new %s(%s);".formatted(optimizer, plan.learningRate()));
        lines.add("Batches batches = Batches.shuffled(train, %s, random);".formatted(plan.batch()));
        lines.add("Trainer trainer = new Trainer(network, optimizer, batches);");
        lines.add("trainer.run(1);");
        return String.join("\n", lines);
    }
}
