package io.github.dlfs4j.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.SGD;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the page shows is whole: it compiles, and prints the numbers of the page. */
class PlayProgramTest {
    private static final String CLASSES = Path.of("target", "classes").toString();
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private static Playground begun(PlayPlan plan) {
        return new Playground(plan, rate -> plan.learning().optimizer().equals("sgd") ? new SGD(rate) : new Adam(rate));
    }

    private static Playground noisy(PlayData data, int steps) {
        PlayActivation activation = switch (data) {
            case CIRCLES -> PlayActivation.TANH;
            case SPIRAL -> PlayActivation.SIGMOID;
            case MOONS, XOR -> PlayActivation.RELU;
        };
        PlayPlan plan = new PlayPlan(
                new PlayPlan.Points(data, 15, 40, 3),
                new PlayPlan.Hidden(List.of(4, 3), activation),
                new PlayPlan.Learning("adam", 0.02, 7, 0.001),
                9);
        Playground playground = begun(plan);
        if (steps > 0) {
            playground.learn(steps, LONG);
        }
        return playground;
    }

    private static List<String> numbers(Playground playground) {
        Playground.Score train = playground.score(playground.train());
        Playground.Score test = playground.score(playground.test());
        return List.of(
                "step " + playground.steps(),
                "training: loss " + train.loss() + ", right " + train.accuracy(),
                "test: loss " + test.loss() + ", right " + test.accuracy());
    }

    private static List<String> java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // In so short a time the second compiler costs more than it gains.
        command.addAll(List.of(arguments));
        return JavaProcess.run(new ProcessBuilder(command).redirectErrorStream(true));
    }

    /** Compiles the programs at once, each with a number after its name, and returns what all print. */
    private List<String> printed(List<Playground> playgrounds) throws Exception {
        List<String> command = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-cp", CLASSES, "-d", folder + ""));
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < playgrounds.size(); i++) {
            String program = playgrounds.get(i).program().replace("class Play ", "class Play" + i + " ");
            command.add(Files.writeString(folder.resolve("Play" + i + ".java"), program)
                    .toString());
            calls.append("Play%d.main(args);\n".formatted(i));
        }
        String all = "class All {\npublic static void main(String[] args) {\n%s}\n}\n".formatted(calls);
        command.add(Files.writeString(folder.resolve("All.java"), all).toString());
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, command.toArray(String[]::new));
        assertThat(status).isZero();
        return java("-cp", CLASSES + File.pathSeparator + folder, "All");
    }

    @Test
    void theProgramOfEachSuggestionPrintsTheNumbersOfThePage() throws Exception {
        List<Playground> playgrounds = new ArrayList<>();
        SuggestionTest.trials().forEach(trial -> {
            Playground playground = begun(trial.plan());
            playground.learn(50, LONG);
            playgrounds.add(playground);
        });
        for (PlayData data : PlayData.values()) {
            playgrounds.add(noisy(data, 50));
        }

        assertThat(printed(playgrounds))
                .containsExactlyElementsOf(playgrounds.stream()
                        .flatMap(playground -> numbers(playground).stream())
                        .toList());
    }

    /** Before the first step, and with learning rates that were set between steps. */
    @Test
    void theShownProgramMakesTheStepsThatWereMade() throws Exception {
        Playground begun = noisy(PlayData.MOONS, 0);
        begun.learningRate(0.05);
        Playground changed = noisy(PlayData.XOR, 12);
        changed.learningRate(0.2);
        changed.learningRate(1e-5);
        changed.learningRate(1e-5);
        changed.learn(5, LONG);
        changed.learningRate(0.5);

        assertThat(begun.program()).contains("new Adam(0.05)", "        trainer.run(0);\n");
        assertThat(changed.program()).contains("""
                        trainer.run(12);
                        optimizer.learningRate(1.0E-5);
                        trainer.run(5);
                        optimizer.learningRate(0.5);
                        trainer.run(0);
                """);
        List<String> numbers = new ArrayList<>(numbers(begun));
        numbers.addAll(numbers(changed));
        assertThat(printed(List.of(begun, changed))).containsExactlyElementsOf(numbers);
    }

    /** A thousand points with all their digits, all inputs, no hidden layer, and weights that were set. */
    @Test
    void theProgramOfPointsOfOnesOwnPrintsTheNumbersOfThePage() throws Exception {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> "%s, %s, %s\n".formatted(Math.sin(i), 3 * Math.cos(i), i % 2))
                .collect(Collectors.joining());
        Playground playground = PlaygroundTest.own(lines, 50, PlayInput.values());
        playground.set(1, 2, 7, 0.25);
        playground.learn(30, LONG);
        playground.set(1, 1, 0, -1e-5);
        playground.learningRate(0.5);
        playground.learn(7, LONG);

        assertThat(playground.program()).contains("""
                        network.parameters().get("W1").at(6, 1).set(0.25);
                        trainer.run(30);
                        network.parameters().get("b1").at(0).set(-1.0E-5);
                        optimizer.learningRate(0.5);
                        trainer.run(7);
                """);
        assertThat(printed(List.of(playground))).containsExactlyElementsOf(numbers(playground));
    }

    /** As the page says. */
    @Test
    void javaRunsTheShownProgramAsItStands() throws Exception {
        Playground playground = noisy(PlayData.SPIRAL, 3);
        Path file = Files.writeString(folder.resolve("Play.java"), playground.program());

        assertThat(java("-cp", CLASSES, file.toString())).containsExactlyElementsOf(numbers(playground));
    }
}
