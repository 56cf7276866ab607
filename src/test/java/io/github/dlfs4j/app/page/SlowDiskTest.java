package io.github.dlfs4j.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Course;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.app.page.training.Learner;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that take longer to start, to save and to resume than a request may take to be read or answered. */
@Timeout(600)
class SlowDiskTest {
    /** How long a transfer may take. On a busy machine even a request of one piece may take longer. */
    private Duration limit = Duration.ofMillis(100);

    @TempDir
    private Path saves;

    private final CountDownLatch saving = new CountDownLatch(1);

    /** Trains a small network on a few random images, and waits for its disk. An interrupt spoils the work. */
    private final class SlowJob implements MainJob {
        private final Samples samples;
        private final Model model;

        SlowJob() {
            RandomState random = new RandomState(1);
            NDArray images = random.randint(0, 256, 20, 784).astype(DType.UINT8);
            samples = new Samples(images, random.randint(0, 10, 20));
            Sequential network = new Sequential(new Affine(NDArray.zeros(784, 10), NDArray.zeros(10)));
            model = new Model("small", () -> "a small network", () -> "784-10", network, x -> x.astype(DType.FLOAT64));
        }

        private void waitForTheDisk() {
            try {
                Thread.sleep(limit.toMillis() + 400);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public Optional<Book> book() {
            return Optional.empty();
        }

        @Override
        public Samples testImages() {
            return samples;
        }

        @Override
        public List<Model> networks() {
            return List.of(model);
        }

        @Override
        public Course prepare(Map<String, String> options, Optional<Path> file) throws Refused {
            waitForTheDisk();
            Dataset data = Dataset.of(samples.images(), samples.labels()).prepared(model.preparation());
            Optimizer optimizer = new SGD(0.01);
            Trainer trainer = new Trainer(model.network(), optimizer, Batches.random(data, 5, new RandomState(1)));
            try {
                if (file.isPresent()) {
                    trainer.resume(file.get());
                }
            } catch (IOException e) {
                throw new Refused(trouble(e));
            }
            Life.Goal goal = new Life.Goal(Long.parseLong(options.get("steps")), Optional.empty());
            Life life = new Life(model.network(), optimizer, trainer, new Life.Sets(data, data, true), goal) {
                @Override
                public void check(String lastGood) {
                    saving.countDown();
                    waitForTheDisk();
                }
            };
            return new Course(Learner.ofDigits(model, life.sets(), samples), () -> "sgd", options, life);
        }

        @Override
        public Map<String, DoubleFunction<Optimizer>> optimizers() {
            return Map.of();
        }

        @Override
        public String trouble(IOException e) {
            return "trouble: " + e;
        }
    }

    /** Serves a page that has answered once, so that the classes for it are loaded. */
    private Page open() throws IOException, InterruptedException {
        Page page = Page.open(new SlowJob(), Optional.of(0), saves, new Limits(limit, limit, limit, limit));
        assertThat(state(page)).contains("\"phase\":\"idle\"");
        return page;
    }

    private static String state(Page page) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(page.address() + "api/training"))
                .build());
    }

    /** Sends a request until it is not cut. */
    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int attempt = 1; ; attempt++) {
            try {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (IOException e) {
                assertThat(attempt).as("requests are cut").isLessThan(20);
            }
        }
    }

    private static String train(Page page, String action) throws IOException, InterruptedException {
        String address = page.address().replaceFirst("/$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/training"))
                .header("Origin", address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"action\":" + action + "}"))
                .build();
        return answer(request);
    }

    /** Trains on the page for 7 steps. */
    private static void train7(Page page) throws IOException, InterruptedException {
        String state = train(page, "\"start\",\"options\":{\"steps\":\"7\"}");
        assertThat(state).contains("\"steps\":7,");
        while (!state.contains("\"phase\":\"ended\"")) {
            Thread.sleep(50);
            state = state(page);
        }
    }

    @Test
    void aTrainingOnASlowDiskStartsSavesAndResumes() throws Exception {
        try (Page page = open()) {
            train7(page);
            assertThat(train(page, "\"save\",\"name\":\"slow\"")).contains("\"saved\":[\"slow\"]");
            assertThat(Checkpoint.read(saves.resolve("slow.npz")).steps()).isEqualTo(7);
            assertThat(train(page, "\"resume\",\"name\":\"slow\",\"options\":{\"steps\":\"9\"}"))
                    .contains("\"steps\":9,");
        }
    }

    @Tag("long")
    @Test
    void aTrainingOnASlowDiskMayTakeLongerThanTheUsualLimit() throws Exception {
        limit = Limits.USUAL.transfer();
        aTrainingOnASlowDiskStartsSavesAndResumes();
    }

    /** A request saves a training that is over, and the process is asked to end. */
    @Test
    void thePageWaitsForASaveBeforeItEnds() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Page page = open()) {
            train7(page);
            Future<String> saved = other.submit(() -> train(page, "\"save\",\"name\":\"slow\""));
            saving.await();
            assertThat(page.stopTraining()).isEmpty();
            assertThat(Checkpoint.read(saves.resolve("slow.npz")).steps()).isEqualTo(7);
            assertThat(saved.get()).contains("\"saved\":[\"slow\"]");
        } finally {
            other.shutdownNow();
        }
    }
}
