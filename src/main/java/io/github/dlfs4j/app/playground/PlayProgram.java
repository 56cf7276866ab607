package io.github.dlfs4j.app.playground;

import java.util.Map;
import java.util.stream.Collectors;

/** A plan as a whole program, which learns the same numbers and prints them. */
final class PlayProgram {
    /** Writes the program of a playground. */
    static String of(Playground playground) {
        PlayPlan plan = playground.plan();
        String activation = plan.hidden().activation().layer().getClass().getSimpleName();
        String sizes = plan.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String inputs = plan.inputs().stream()
                .map(input -> PlayInput.class.getSimpleName() + "." + input)
                .collect(Collectors.joining(", "));
        StringBuilder course = new StringBuilder();
        long made = 0;
        for (Map.Entry<Long, Map<String, Double>> change : playground.changes.entrySet()) {
            if (change.getKey() > made) {
                course.append("        trainer.run(%s);\n".formatted(change.getKey() - made));
            }
            change.getValue().forEach((call, value) -> course.append("        %s(%s);\n".formatted(call, value)));
            made = change.getKey();
        }
        course.append("        trainer.run(%s);".formatted(playground.steps() - made));
        return """
                import io.github.dlfs4j.app.playground.*;
                import io.github.dlfs4j.layer.*;
                import io.github.dlfs4j.ndarray.random.RandomState;
                import io.github.dlfs4j.network.*;
                import io.github.dlfs4j.optimizer.*;
                import io.github.dlfs4j.training.*;

                public class Play {
                    public static void main(String[] args) {
                        RandomState points = new RandomState(%s);
                        Dataset.Split split = %s.points(%s, %s, points)%s.split(%s, points);
                        RandomState random = new RandomState(%s);
                        Sequential network = MultiLayerNet.ofSizes(%s)
                                .activation(%s::new)
                                .initialization(Initialization.%s())
                                .weightDecay(%s)
                                .build(random);
                        Optimizer optimizer = new %s(%s);
                        Batches batches = Batches.shuffled(split.train(), %s, random);
                        Trainer trainer = new Trainer(network, optimizer, batches);
                %s
                        System.out.println("step " + trainer.steps());
                        System.out.println("training: loss " + split.train().loss(network)
                                + ", right " + split.train().accuracy(network));
                        System.out.println("test: loss " + split.test().loss(network)
                                + ", right " + split.test().accuracy(network));
                    }
                }
                """.formatted(
                        plan.points().seed(),
                        plan.points().data().code(),
                        Playground.POINTS_OF_A_CLASS,
                        plan.points().noise() / Playground.PERCENT,
                        plan.inputs().equals(PlayInput.COORDINATES)
                                ? ""
                                : ".prepared(PlayInput.preparation(%s))".formatted(inputs),
                        playground.testShare,
                        plan.seed(),
                        sizes,
                        activation,
                        plan.hidden().activation().firstWeights(),
                        plan.learning().weightDecay(),
                        playground.optimizer.name(),
                        playground.firstRate,
                        plan.learning().batch(),
                        course);
    }
}
