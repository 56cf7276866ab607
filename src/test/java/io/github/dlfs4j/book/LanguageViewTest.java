package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.app.page.book.LanguageView;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.training.Trainer;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the view "Language" answers, compared with {@link LanguageModel}. */
class LanguageViewTest {
    private static final String TEXT = "It is a truth ";
    private static final LanguageModel.Sampling SAMPLING = new LanguageModel.Sampling(0.7, 12);

    private final Map<String, Route> routes = new LanguageView(Optional.of(new BookForPage())).routes();

    @TempDir
    private Path folder;

    /** Asks, with the fields of the included model and of a usual drawing if the question has them. */
    private Map<String, Object> asked(String question, Object... fields) throws Exception {
        Map<String, Object> body = JsonWriter.object("model", "included", "text", TEXT);
        if (List.of("next", "step", "java").contains(question)) {
            body.putAll(JsonWriter.object("temperature", SAMPLING.temperature(), "topK", SAMPLING.topK()));
        }
        body.putAll(JsonWriter.object(fields));
        Route route = routes.get("/api/language/" + question);
        return read(route.post().answer(Body.ofJson(JsonWriter.write(body))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(Object answer) {
        return (Map<String, Object>) answer;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> object, String name, int i) {
        return ((List<Map<String, Object>>) object.get(name)).get(i);
    }

    private static NDArray numbers(Map<String, Object> object, String name) {
        return NDArray.of((float[]) object.get(name));
    }

    private static double number(Map<String, Object> object, String name) {
        return ((Number) object.get(name)).doubleValue();
    }

    private static void assertClose(NDArray found, NDArray expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.sub(expected).abs().max().asDouble()).isLessThan(1e-4);
    }

    private static NDArray ids(StoredLanguageModel stored) {
        NDArray ids = NDArray.zeros(DType.INT64, 1, stored.size().context());
        ids.at(Index.at(0), Index.to(TEXT.length()))
                .set(NDArray.of(stored.numbers(TEXT.chars().toArray())));
        return ids;
    }

    /** 74 characters are more than the model sees, so it begins anew on the way. */
    @Test
    void stepByStepThePageWritesWhatTheModelWrites() throws Exception {
        String text = TEXT;
        for (int drawn = 0; drawn < 60; drawn++) {
            text = (String)
                    asked("step", "text", text, "seed", 3, "drawn", drawn).get("text");
        }
        assertThat(text).isEqualTo(StoredLanguageModel.included().write(TEXT, 60, SAMPLING, 3));
        Map<String, Object> next = asked("next", "text", text);
        assertThat(number(next, "cut")).isEqualTo(32);
        assertThat(next.get("said").toString()).contains("at most 64 characters, so the first 32");
    }

    @Test
    void probabilitiesAreThoseOfTheModelBeforeAndAfterTheChoices() throws Exception {
        StoredLanguageModel stored = StoredLanguageModel.included();
        NDArray scores = stored.model().predict(ids(stored)).get(TEXT.length() - 1);
        Map<String, Object> next = asked("next");
        double last = 1;
        for (int i = 0; i < stored.alphabet().size(); i++) {
            Map<String, Object> bar = part(next, "next", i);
            int id = (int)
                    stored.numbers(bar.get("character").toString().codePoints().toArray())[0];
            assertThat(number(bar, "score")).isEqualTo(scores.getDouble(id));
            assertThat(number(bar, "before"))
                    .isEqualTo(scores.softmax().getDouble(id))
                    .isLessThanOrEqualTo(last);
            assertThat(number(bar, "after"))
                    .isEqualTo(SAMPLING.probabilities(scores).getDouble(id));
            last = number(bar, "before");
        }
    }

    @Test
    void charactersThatTheModelDoesNotKnowAreMarkedAndNotSeen() throws Exception {
        Map<String, Object> next = asked("next", "text", "a😀é");
        assertThat(next.get("characters").toString())
                .isEqualTo("[{character=a, known=true}, {character=😀, known=false}, {character=é, known=false}]");
        assertThat(next.get("seen")).isEqualTo(List.of("a"));
        assertThat(next.get("said").toString()).contains("2 (😀é)");
        assertThat(asked("next", "text", "é").get("next")).isEqualTo(List.of());
        assertRefused(
                "Type a character that the model knows.", () -> asked("step", "text", "é", "seed", 0, "drawn", 0));
    }

    @Test
    void whatIsAddedToAPlaceLeadsToWhatTheModelSays() throws Exception {
        StoredLanguageModel stored = StoredLanguageModel.included();
        Map<String, NDArray> values = stored.model().values();
        NDArray ids = ids(stored);
        int place = 9;
        Map<String, Object> inside = asked("inside", "place", place);
        Map<String, Object> embedding = part(inside, "embedding");
        assertThat(numbers(embedding, "character"))
                .isEqualTo(values.get("characters/W").get((int) ids.getDouble(0, place)));
        assertThat(numbers(embedding, "place")).isEqualTo(values.get("places/W").get(place));
        NDArray sum = numbers(embedding, "character").add(numbers(embedding, "place"));
        assertThat(numbers(embedding, "sum")).isEqualTo(sum);
        for (int i = 0; i < stored.size().blocks(); i++) {
            Map<String, Object> block = part(inside, "blocks", i);
            for (int head = 0; head < stored.size().heads(); head++) {
                assertThat(NDArray.of((float[]) ((List<?>) block.get("heads")).get(head)))
                        .isEqualTo(stored.model()
                                .weights(ids.get(0))
                                .get(i)
                                .get(head, place)
                                .get(Index.to(place + 1)));
            }
            for (String part : List.of("attention", "mlp")) {
                sum = sum.add(numbers(part(block, part), "added"));
            }
        }
        NDArray says = stored.model().predict(ids).get(place).softmax();
        Map<String, Object> first = part(inside, "says", 0);
        assertThat(number(first, "probability")).isEqualTo(says.max().asDouble());
        assertThat(part(part(part(inside, "blocks", 1), "mlp"), "says", 0)).isEqualTo(first);
        assertClose(lens(stored, sum), says);
        Map<String, Object> middle = part(part(inside, "blocks", 0), "mlp");
        sum = numbers(embedding, "sum")
                .add(numbers(part(part(inside, "blocks", 0), "attention"), "added"))
                .add(numbers(middle, "added"));
        assertThat(number(part(middle, "says", 0), "probability"))
                .isCloseTo(lens(stored, sum).max().asDouble(), Offset.offset(1e-4));
    }

    /** What the last layers make of the numbers of a place. */
    private static NDArray lens(StoredLanguageModel stored, NDArray x) {
        Map<String, NDArray> values = stored.model().values();
        NDArray centered = x.sub(x.mean());
        NDArray normed = centered.div(centered.mul(centered).mean().add(1e-5).sqrt());
        NDArray scaled = normed.mul(values.get("norm/gamma")).add(values.get("norm/beta"));
        return scaled.dot(values.get("output/W")).add(values.get("output/b")).softmax();
    }

    @Test
    void whatAHeadTakesFollowsFromQueriesKeysAndValues() throws Exception {
        StoredLanguageModel stored = StoredLanguageModel.included();
        int place = 5;
        NDArray all = NDArray.zeros(DType.FLOAT32, stored.size().width());
        for (int head = 0; head < stored.size().heads(); head++) {
            NDArray result = NDArray.zeros(DType.FLOAT32, 16);
            for (int from = 0; from <= place; from++) {
                Map<String, Object> shown = asked("head", "place", place, "block", 1, "head", head, "from", from);
                NDArray products = numbers(shown, "query").mul(numbers(shown, "key"));
                assertThat(numbers(shown, "products")).isEqualTo(products);
                assertThat(number(shown, "sum")).isCloseTo(products.sum().asDouble(), Offset.offset(1e-4));
                assertThat(number(shown, "divisor")).isEqualTo(4);
                assertThat(number(shown, "score")).isCloseTo(number(shown, "sum") / 4, Offset.offset(1e-5));
                NDArray weights = numbers(shown, "weights");
                assertClose(weights, numbers(shown, "scores").softmax());
                assertThat(weights)
                        .isEqualTo(stored.model()
                                .weights(ids(stored).get(0))
                                .get(1)
                                .get(head, place)
                                .get(Index.to(place + 1)));
                assertClose(numbers(shown, "taken"), numbers(shown, "value").mul(weights.getDouble(from)));
                result = result.add(numbers(shown, "taken"));
                if (from == place) {
                    assertClose(numbers(shown, "result"), result);
                }
            }
            all.at(Index.range(16 * head, 16 * head + 16)).set(result);
        }
        Map<String, NDArray> values = stored.model().values();
        NDArray added = all.dot(values.get("block1/attention/output/W")).add(values.get("block1/attention/output/b"));
        Map<String, Object> block = part(asked("inside", "place", place), "blocks", 1);
        assertClose(numbers(part(block, "attention"), "added"), added);
    }

    @Test
    void aMapHasTheWeightsOfAllPlaces() throws Exception {
        StoredLanguageModel stored = StoredLanguageModel.included();
        Map<String, Object> map = asked("map", "block", 0, "head", 2);
        NDArray weights = stored.model().weights(ids(stored).get(0)).get(0).get(2);
        for (int place = 0; place < TEXT.length(); place++) {
            assertThat(NDArray.of((float[]) ((List<?>) map.get("weights")).get(place)))
                    .isEqualTo(weights.get(place).get(Index.to(place + 1)));
        }
    }

    @Test
    void neuronsAddUpTheirProductsAndAddToThePlace() throws Exception {
        Map<String, NDArray> values = StoredLanguageModel.included().model().values();
        Map<String, Object> block = part(asked("inside", "place", -1), "blocks", 0);
        for (int i = 0; i < 8; i++) {
            Map<String, Object> strong = part(block, "neurons", i);
            Map<String, Object> neuron = asked("neuron", "place", -1, "block", 0, "neuron", strong.get("index"));
            NDArray inputs = numbers(neuron, "inputs");
            assertThat(numbers(neuron, "products")).isEqualTo(inputs.mul(numbers(neuron, "weights")));
            double products = numbers(neuron, "products").sum().asDouble();
            assertThat(number(neuron, "sum")).isCloseTo(products + number(neuron, "bias"), Offset.offset(1e-4));
            assertThat(number(neuron, "sum")).isEqualTo(number(strong, "sum"));
            assertThat(number(neuron, "value")).isEqualTo(number(strong, "value"));
            Variable gelu = Variable.constant(
                            inputs.dot(values.get("block0/up/W")).add(values.get("block0/up/b")))
                    .gelu();
            assertThat(number(neuron, "value"))
                    .isCloseTo(gelu.value().getDouble((int) number(neuron, "index")), Offset.offset(1e-4));
            NDArray added = gelu.value().dot(values.get("block0/down/W")).add(values.get("block0/down/b"));
            assertClose(numbers(part(block, "mlp"), "added"), added);
            Map<String, Object> to = part(neuron, "to", 0);
            assertThat(number(to, "product"))
                    .isCloseTo(number(to, "value") * number(to, "weight"), Offset.offset(1e-5));
        }
    }

    @Test
    void theProgramOfThePageWritesTheSameText() throws Exception {
        Map<String, Object> shown = asked("java", "length", 60, "seed", 5);
        Path file = folder.resolve((String) shown.get("file"));
        Files.writeString(file, (String) shown.get("code"));
        String classes = String.join(File.pathSeparator, "target/classes", "target/test-classes");
        assertThat((String) shown.get("command")).isEqualTo("java -cp " + classes + " WriteOn.java");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder program = new ProcessBuilder(java, "-cp", classes, file.toString());
        assertThat(String.join("\n", JavaProcess.run(program.redirectErrorStream(true))))
                .isEqualTo(StoredLanguageModel.included().write(TEXT, 60, SAMPLING, 5));
    }

    private Map<String, Object> chosen(byte[] content) throws Exception {
        return read(routes.get("/api/language/file").post().answer(Body.ofFile(content)));
    }

    /** A file of the included model, changed. */
    private byte[] changed(UnaryOperator<NDArray> change, String name) throws Exception {
        Map<String, NDArray> content = new HashMap<>(
                Safetensors.read(Path.of("src/book/resources/io/github/dlfs4j/book/language-model.safetensors")));
        content.compute(name, (key, array) -> change.apply(array));
        Path file = folder.resolve("changed.safetensors");
        Safetensors.write(file, content);
        return Files.readAllBytes(file);
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void aStateDictOfPyTorchMayBeChosen() throws Exception {
        LanguageModel model = new LanguageModel(new LanguageModel.Size(8, 12, 3, 1), 2, new RandomState(0));
        Map<String, NDArray> content = new HashMap<>(TorchWeights.of(model).stateDict());
        content.put("heads", NDArray.of(3L));
        content.put("alphabet", NDArray.of(65L, 0x1F600L));
        Path file = folder.resolve("own.safetensors");
        Safetensors.write(file, content);
        Map<String, Object> form = chosen(Files.readAllBytes(file));
        assertThat(form).containsEntry("characters", List.of("A", "😀")).containsEntry("heads", 3);
        Map<String, Object> next = asked("next", "model", form.get("id"), "text", "A😀");
        NDArray ids = NDArray.of(new long[][] {{0, 1, 0, 0, 0, 0, 0, 0}});
        assertThat(number(part(next, "next", 0), "before"))
                .isEqualTo(model.predict(ids).get(1).softmax().max().asDouble());
        for (int i = 0; i < 4; i++) {
            chosen(Files.readAllBytes(file));
        }
        assertRefused("no longer here", () -> asked("next", "model", form.get("id")));
    }

    @Test
    void aCheckpointThatChangesIsReadAnew() throws Exception {
        Novel novel = Novel.read(Novel.FILE);
        RandomState random = new RandomState(0);
        LanguageModel model = new LanguageModel(
                new LanguageModel.Size(16, 16, 4, 1), novel.vocabulary().size(), random);
        Trainer trainer = model.trainer(model.network(), novel, 10, random);
        Path file = folder.resolve("checkpoint.npz");
        LanguageModelFiles files = new LanguageModelFiles(file);
        assertThat(files.atHand()).containsOnlyKeys("included");
        for (int steps = 0; steps < 2; steps++) {
            trainer.run(steps);
            trainer.save(file);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + steps));
            assertThat(files.atHand().get("checkpoint").get().form().get()).containsEntry("steps", (long) steps);
            assertThat(StoredLanguageModel.read(Files.readAllBytes(file))
                            .model()
                            .values())
                    .isEqualTo(model.values());
        }
        SmallLanguageModel.create().trainer().save(file);
        assertRefused("has learned another text", () -> chosen(Files.readAllBytes(file)));
    }

    @Test
    void whatIsNoModelOfTheViewIsRefusedInWords() throws Exception {
        String weight = "block1.up.weight";
        assertRefused("NaN or an infinite number in " + weight, () -> chosen(changed(a -> a.mul(Double.NaN), weight)));
        assertRefused(weight + " is missing", () -> chosen(changed(a -> null, weight)));
        assertRefused(weight + " must be floats of shape", () -> chosen(changed(NDArray::transpose, weight)));
        assertRefused("no model of this view", () -> chosen(changed(a -> null, "places.weight")));
        assertRefused("heads 5", () -> chosen(changed(a -> NDArray.of(5L), "heads")));
        assertRefused(
                "has 75 characters, but the alphabet has 1", () -> chosen(changed(a -> NDArray.of(65L), "alphabet")));
        assertRefused("alphabet", () -> chosen(changed(a -> NDArray.of(66L, 65L), "alphabet")));
        assertRefused("too large", () -> chosen(changed(a -> NDArray.zeros(DType.FLOAT32, 300, 64), "places.weight")));
        assertRefused("the file, byte", () -> chosen("hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutABookThePageSaysTheCommand() throws Exception {
        String answer = new String(
                new LanguageView(Optional.empty())
                        .routes()
                        .get("/api/language")
                        .get()
                        .answer()
                        .content(),
                StandardCharsets.UTF_8);
        assertThat(answer).startsWith("{\"available\":false,\"command\":\"mvn ");
    }
}
