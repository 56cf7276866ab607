package io.github.dlfs4j.app.playground;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as a whole program, which learns the same numbers and prints them. */
final class PlayProgram {
    /**
     * Writes the program.
     *
     * @param optimizer the class of the optimiser
     * @param rates the learning rates by the number of steps before them, the first by 0
     * @param steps the number of steps in all
     */
    static String of(PlayPlan plan, String optimizer, SortedMap<Long, Double> rates, long steps) {
        String activation = plan.hidden().activation().layer().getClass().getSimpleName();
        String sizes = Stream.of(List.of(2), plan.hidden().sizes(), List.of(2))
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        StringBuilder course = new StringBuilder();
        long made = 0;
        for (Map.Entry<Long, Double> rate : rates.tailMap(1L).entrySet()) {
            course.append("        trainer.run(%s);\n".formatted(rate.getKey() - made));
            course.append("        optimizer.learningRate(%s);\n".formatted(rate.getValue()));
            made = rate.getKey();
        }
        course.append("        trainer.run(%s);".formatted(steps - made));
        return """
                import io.github.dlfs4j.app.playground.PlayData;
                import io.github.dlfs4j.layer.*;
                import io.github.dlfs4j.ndarray.random.RandomState;
                import io.github.dlfs4j.network.*;
                import io.github.dlfs4j.optimizer.*;
                import io.github.dlfs4j.training.*;

                public class Play {
                    public static void main(String[] args) {
                        RandomState points = new RandomState(%s);
                        Dataset.Split split = PlayData.%s.points(%s, %s, points).split(%s, points);
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
                        plan.points().data().name(),
                        Playground.POINTS_OF_A_CLASS,
                        plan.points().noise() / Playground.PERCENT,
                        plan.points().testShare() / Playground.PERCENT,
                        plan.seed(),
                        sizes,
                        activation,
                        plan.hidden().activation().firstWeights(),
                        plan.learning().weightDecay(),
                        optimizer,
                        rates.get(0L),
                        plan.learning().batch(),
                        course);
    }
}
