package io.github.dlfs4j.app.playground;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as a whole program, which learns the same numbers and prints them. */
final class PlayProgram {
    private static final String PLAY_DATA = """
            import io.github.dlfs4j.app.playground.PlayData;
            """;

    private static final String ARRAYS = """
            import io.github.dlfs4j.ndarray.*;
            """;

    /**
     * How a network has learned.
     *
     * @param optimizer the class of the optimiser
     * @param rate its first learning rate
     * @param changes what was set, by the number of steps before: calls and their arguments
     * @param steps the number of steps in all
     */
    record Course(String optimizer, double rate, SortedMap<Long, Map<String, Double>> changes, long steps) {
        @Override
        public String toString() {
            StringBuilder lines = new StringBuilder();
            long made = 0;
            for (Map.Entry<Long, Map<String, Double>> change : changes.entrySet()) {
                if (change.getKey() > made) {
                    lines.append("        trainer.run(%s);\n".formatted(change.getKey() - made));
                }
                change.getValue().forEach((call, value) -> lines.append("        %s(%s);\n".formatted(call, value)));
                made = change.getKey();
            }
            return lines + "        trainer.run(%s);".formatted(steps - made);
        }
    }

    /** Writes the program. */
    static String of(PlayPlan plan, Course course) {
        String activation = plan.hidden().activation().layer().getClass().getSimpleName();
        PlayPoints points = plan.points().data();
        boolean seesAll = plan.inputs().equals(PlayInput.COORDINATES);
        String sizes = Stream.of(List.of(plan.inputs().size()), plan.hidden().sizes(), List.of(2))
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String declarations = points.declaration() + (seesAll ? "" : PlayInput.declaration(plan.inputs()));
        return """
                %simport io.github.dlfs4j.layer.*;
                %simport io.github.dlfs4j.ndarray.random.RandomState;
                import io.github.dlfs4j.network.*;
                import io.github.dlfs4j.optimizer.*;
                import io.github.dlfs4j.training.*;

                public class Play {
                %s                    public static void main(String[] args) {
                        RandomState points = new RandomState(%s);
                        Dataset.Split split = %s%s.split(%s, points);
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
                        points instanceof PlayData ? PLAY_DATA : "",
                        declarations.isEmpty() ? "" : ARRAYS,
                        declarations,
                        plan.points().seed(),
                        points.call(plan.points().noiseShare()),
                        seesAll ? "" : ".prepared(places -> inputs(places))",
                        plan.points().testShareOf(points.size()),
                        plan.seed(),
                        sizes,
                        activation,
                        plan.hidden().activation().firstWeights(),
                        plan.learning().weightDecay(),
                        course.optimizer,
                        course.rate,
                        plan.learning().batch(),
                        course);
    }
}
