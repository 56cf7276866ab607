package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.StoredZip;
import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.book.LanguageModels;
import io.github.dlfs4j.app.page.book.LanguageView;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.language.Language;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Trainer;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the view "Language" answers, compared with {@link LanguageModel}. */
class LanguageViewTest {
    private static final String TEXT = "It is a truth ";
    private static final LanguageModel.Sampling SAMPLING = new LanguageModel.Sampling(0.7, 12);

    private static final Offset<Double> NEAR = Offset.offset(1e-4);
    private static final int PLACE = 5;

    private static final String TENSOR = "V%1$s\nctorch._utils\n_rebuild_tensor_v2\n((Vstorage\nctorch\nFloatStorage\n"
            + "V%1$s\nVcpu\n%2$stQK\0(%3$st(%4$st\u0089ccollections\nOrderedDict\n)RtR";

    private final StoredLanguageModel stored = StoredLanguageModel.included();
    private final LanguageModel model = stored.model();
    private final Map<String, NDArray> values = model.values();
    private final NDArray ids = NDArray.zeros(DType.INT64, 1, stored.size().context());
    private final Map<String, Route> routes = new LanguageView(Optional.of(new BookForPage())).routes();

    @TempDir
    private Path folder;

    LanguageViewTest() throws IOException {
        ids.at(Index.at(0), Index.to(TEXT.length()))
                .set(NDArray.of(stored.numbers(TEXT.chars().toArray())));
    }

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

    /** What the last layers say of the numbers of a place. */
    private NDArray lens(NDArray x) {
        NDArray centered = x.sub(x.mean());
        NDArray normed = centered.div(centered.square().mean().add(1e-5).sqrt());
        NDArray scaled = normed.mul(values.get("norm/gamma")).add(values.get("norm/beta"));
        return scaled.dot(values.get("output/W")).add(values.get("output/b")).softmax();
    }

    /** 74 characters are more than the model sees, so it begins anew on the way. */
    @Test
    void stepByStepThePageWritesWhatTheModelWrites() throws Exception {
        String text = TEXT;
        for (int drawn = 0; drawn < 60; drawn++) {
            text = (String)
                    asked("step", "text", text, "seed", 3, "drawn", drawn).get("text");
        }
        assertThat(text).isEqualTo(stored.write(TEXT, 60, SAMPLING, 3));
        Map<String, Object> next = asked("next", "text", text);
        assertThat(number(next, "cut")).isEqualTo(32);
        assertThat(next.get("said").toString()).contains("at most 64 characters, so the first 32");
    }

    @Test
    void probabilitiesAreThoseOfTheModelBeforeAndAfterTheChoices() throws Exception {
        NDArray scores = model.predict(ids).get(TEXT.length() - 1);
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

    /** The embeddings and all that is added lead to the answer, and on the way to those of the model cut short. */
    @Test
    void whatIsAddedToAPlaceLeadsToWhatTheModelSays() throws Exception {
        Map<String, Object> inside = asked("inside", "place", PLACE);
        Map<String, Object> embedding = part(inside, "embedding");
        NDArray character = values.get("characters/W").get((int) ids.getDouble(0, PLACE));
        NDArray x = character.add(values.get("places/W").get(PLACE));
        assertThat(numbers(embedding, "character")).isEqualTo(character);
        assertThat(numbers(embedding, "place")).isEqualTo(values.get("places/W").get(PLACE));
        assertThat(numbers(embedding, "sum")).isEqualTo(x);
        for (int i = 0; i < 2; i++) {
            for (String part : List.of("attention", "mlp")) {
                Map<String, Object> added = part(part(inside, "blocks", i), part);
                x = x.add(numbers(added, "added"));
                double most = lens(x).max().asDouble();
                assertThat(number(part(added, "says", 0), "probability")).isCloseTo(most, NEAR);
            }
        }
        NDArray says = model.predict(ids).get(PLACE).softmax();
        assertThat(number(part(inside, "says", 0), "probability"))
                .isEqualTo(says.max().asDouble());
        assertClose(lens(x), says);
    }

    @Test
    void whatHeadsTakeFollowsFromQueriesKeysAndValues() throws Exception {
        NDArray all = NDArray.zeros(DType.FLOAT32, 4, 16);
        for (int head = 0; head < 4; head++) {
            NDArray map = model.weights(ids.get(0)).get(1).get(head);
            List<?> rows = (List<?>) asked("map", "block", 1, "head", head).get("weights");
            NDArray row = map.get(PLACE).get(Index.to(PLACE + 1));
            assertThat(NDArray.of((float[]) rows.get(PLACE))).isEqualTo(row);
            for (int from = 0; from <= PLACE; from++) {
                Map<String, Object> shown = asked("head", "place", PLACE, "block", 1, "head", head, "from", from);
                NDArray products = numbers(shown, "query").mul(numbers(shown, "key"));
                assertThat(numbers(shown, "products")).isEqualTo(products);
                assertThat(number(shown, "sum")).isCloseTo(products.sum().asDouble(), NEAR);
                assertThat(number(shown, "score")).isCloseTo(number(shown, "sum") / number(shown, "divisor"), NEAR);
                assertClose(numbers(shown, "scores").softmax(), row);
                assertThat(numbers(shown, "weights")).isEqualTo(row);
                assertClose(numbers(shown, "taken"), numbers(shown, "value").mul(row.getDouble(from)));
                all.get(head).addi(numbers(shown, "taken"));
                if (from == PLACE) {
                    assertClose(numbers(shown, "result"), all.get(head));
                }
            }
        }
        NDArray added = all.ravel().dot(values.get("block1/attention/output/W"));
        Map<String, Object> attention = part(part(asked("inside", "place", PLACE), "blocks", 1), "attention");
        assertClose(numbers(attention, "added"), added.add(values.get("block1/attention/output/b")));
    }

    @Test
    void neuronsAddUpTheirProductsAndAddToThePlace() throws Exception {
        Map<String, Object> block = part(asked("inside", "place", PLACE), "blocks", 0);
        for (int i = 0; i < 8; i++) {
            Map<String, Object> strong = part(block, "neurons", i);
            int index = (int) number(strong, "index");
            Map<String, Object> neuron = asked("neuron", "place", PLACE, "block", 0, "neuron", index);
            NDArray inputs = numbers(neuron, "inputs");
            NDArray products = inputs.mul(values.get("block0/up/W").get(Index.all(), index));
            assertThat(numbers(neuron, "products")).isEqualTo(products);
            assertThat(number(neuron, "sum")).isCloseTo(products.sum().asDouble() + number(neuron, "bias"), NEAR);
            assertThat(neuron).contains(Map.entry("sum", strong.get("sum")), Map.entry("value", strong.get("value")));
            NDArray sums = inputs.dot(values.get("block0/up/W")).add(values.get("block0/up/b"));
            NDArray gelu = Variable.constant(sums).gelu().value();
            assertThat(number(neuron, "value")).isCloseTo(gelu.getDouble(index), NEAR);
            NDArray added = gelu.dot(values.get("block0/down/W")).add(values.get("block0/down/b"));
            assertClose(numbers(part(block, "mlp"), "added"), added);
            NDArray own = values.get("block0/down/W").get(index).mul(gelu.getDouble(index));
            Map<String, Object> to = part(neuron, "to", 0);
            assertThat(number(to, "product")).isCloseTo(own.getDouble((int) number(to, "index")), NEAR);
        }
    }

    /** What {@code toFixed} of the page's scripts makes of these numbers. */
    @Test
    void sentencesRoundAsThePageDoes() {
        assertThat(StoredLanguageModel.said("taken", 1.0005, -0.0625, -0.0001)).contains("1.000 · −0.063 = 0.000,");
        assertThat(StoredLanguageModel.said("taken", 2.0015f, Double.NaN, NDArray.of(0.25f, 1)))
                .contains("2.002 · not a number = 0.250,");
        assertThat(StoredLanguageModel.percent(0.4445f)).isEqualTo("44.5");
    }

    /** Rounded by themselves, they would be -0.616, 0.896 and 0.279. */
    @Test
    void sumsInSentencesAddUpAsShown() {
        NDArray sum = NDArray.of(0.2792f);
        assertThat(StoredLanguageModel.shownDifference(sum, NDArray.of(0.8956f)))
                .isEqualTo("−0.617");
        assertThat(StoredLanguageModel.shownDifference(sum, NDArray.of(-0.5f))).isEqualTo("0.779");
    }

    @Test
    void sentencesSayTheNumbersThatAreShownBesideThem() throws Exception {
        Map<String, Object> head = asked("head", "place", PLACE, "block", 1, "head", 2, "from", 0);
        NDArray weights = numbers(head, "weights");
        assertThat(head.get("said").toString())
                .contains(StoredLanguageModel.said("divided", head.get("divisor"), 16, numbers(head, "scores")))
                .contains(StoredLanguageModel.said("taken", weights, numbers(head, "value"), numbers(head, "taken")));
        Map<String, Object> next = asked("next", "temperature", 1);
        String percent = StoredLanguageModel.percent(number(part(next, "next", 0), "before"));
        assertThat(next.get("said").toString()).contains(percent + " %. With the temperature 1 and");
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
                .isEqualTo(stored.write(TEXT, 60, SAMPLING, 5));
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
        LanguageModel own = new LanguageModel(new LanguageModel.Size(8, 12, 3, 1), 2, new RandomState(0));
        Map<String, NDArray> content = new HashMap<>(TorchWeights.of(own).stateDict());
        content.put("heads", NDArray.of(3L));
        content.put("alphabet", NDArray.of(65L, 0x1F600L));
        Path file = folder.resolve("own.safetensors");
        Safetensors.write(file, content);
        Map<String, Object> form = chosen(Files.readAllBytes(file));
        assertThat(form).containsEntry("characters", List.of("A", "😀")).containsEntry("heads", 3);
        assertThat((String) form.get("about")).endsWith("Characters that it sees: 8.");
        Map<String, Object> next = asked("next", "model", form.get("id"), "text", "A😀");
        NDArray both = NDArray.of(new long[][] {{0, 1, 0, 0, 0, 0, 0, 0}});
        assertThat(number(part(next, "next", 0), "before"))
                .isEqualTo(own.predict(both).get(1).softmax().max().asDouble());
        for (int i = 0; i < 4; i++) {
            chosen(Files.readAllBytes(file));
        }
        assertRefused("no longer here", () -> asked("next", "model", form.get("id")));
    }

    /** Makes a file of float32 arrays as {@code torch.save} does: a pickle of what they are, and a storage for each. */
    private static byte[] torchFile(Map<String, NDArray> arrays) throws IOException {
        StringBuilder pickle = new StringBuilder("\u0080\2}(");
        Map<String, byte[]> entries = new HashMap<>();
        arrays.forEach((name, array) -> {
            String strides = array.ndim() == 1 ? numbers(1) : numbers(array.shape(1), 1);
            pickle.append(TENSOR.formatted(
                    name, numbers(array.size()), numbers(array.shape().toArray()), strides));
            ByteBuffer bytes = ByteBuffer.allocate(4 * array.size()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(array.toFloatArray());
            entries.put("own/data/" + name, bytes.array());
        });
        entries.put("own/data.pkl", (pickle + "u.").getBytes(StandardCharsets.ISO_8859_1));
        return StoredZip.of(entries);
    }

    /** Integers of two bytes, as instructions of a pickle. */
    private static String numbers(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> "M" + (char) (number & 0xff) + (char) (number >> 8))
                .collect(Collectors.joining());
    }

    @Test
    void aFileOfPyTorchMayBeChosen() throws Exception {
        LanguageModel own = new LanguageModel(new LanguageModel.Size(8, 16, 4, 1), 75, new RandomState(0));
        Object id = chosen(torchFile(TorchWeights.of(own).stateDict())).get("id");
        Map<String, Object> next = asked("next", "model", id, "text", TEXT.substring(0, 8));
        NDArray scores = own.predict(ids.get(Index.all(), Index.to(8))).get(7);
        assertThat(number(part(next, "next", 0), "before"))
                .isEqualTo(scores.softmax().max().asDouble());
    }

    @Test
    void checkpointsOfLanguageModelsAreAtHandAndReadAnewWhenTheyChange() throws Exception {
        Novel novel = Novel.read(Novel.FILE);
        RandomState random = new RandomState(0);
        LanguageModel small = new LanguageModel(
                new LanguageModel.Size(16, 16, 4, 1), novel.vocabulary().size(), random);
        Trainer trainer = small.trainer(small.network(), novel, 10, random);
        Path file = folder.resolve("checkpoint.npz");
        LanguageModelFiles files = new LanguageModelFiles(file, folder);
        new Checkpoint(1, "", Map.of("W1", NDArray.ones(2)), "SGD", Map.of(), Map.of())
                .write(folder.resolve("digits.npz"));
        assertThat(files.atHand()).containsOnlyKeys("included");
        for (int steps = 0; steps < 2; steps++) {
            trainer.run(steps);
            trainer.save(file);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + steps));
            for (String id : List.of("checkpoint", "saved-checkpoint")) {
                assertThat(files.atHand().get(id).get().form().get()).containsEntry("steps", (long) steps);
            }
            StoredLanguageModel again = StoredLanguageModel.read(Files.readAllBytes(file));
            assertThat(again.model().values()).isEqualTo(small.values());
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
        for (NDArray heads : List.of(NDArray.of(4.0), NDArray.of(4L, 4L), NDArray.of(new long[0]))) {
            assertRefused("no model of this view: heads", () -> chosen(changed(a -> heads, "heads")));
        }
        assertRefused("heads 5", () -> chosen(changed(a -> NDArray.of(5L), "heads")));
        assertRefused(
                "has 75 characters, but the alphabet has 1", () -> chosen(changed(a -> NDArray.of(65L), "alphabet")));
        assertRefused("alphabet", () -> chosen(changed(a -> NDArray.of(66L, 65L), "alphabet")));
        assertRefused("too large", () -> chosen(changed(a -> NDArray.zeros(DType.FLOAT32, 300, 64), "places.weight")));
        byte[] text = "It is a truth universally acknowledged".getBytes(StandardCharsets.UTF_8);
        assertRefused("this file is neither a checkpoint of LanguageModel nor a state dict", () -> chosen(text));
        assertRefused("このファイルは", () -> Language.JAPANESE.speak(() -> chosen(text)));
        byte[] half =
                Files.readAllBytes(Path.of("src/book/resources/io/github/dlfs4j/book/language-model.safetensors"));
        Arrays.fill(half, 100, half.length, (byte) 0);
        assertRefused("this file is damaged, or not complete: the file, byte ", () -> chosen(half));
    }

    @Test
    void aModelWhoseNumbersAreTooLargeIsRefusedForWhatItComputes() throws Exception {
        Object id = chosen(changed(a -> a.add(1e38).astype(DType.FLOAT32), "block0.before.weight"))
                .get("id");
        Map<String, Object[]> fields = Map.of(
                "next", new Object[] {"model", id},
                "step", new Object[] {"model", id, "seed", 3, "drawn", 0},
                "inside", new Object[] {"model", id, "place", 0},
                "head", new Object[] {"model", id, "place", 0},
                "map", new Object[] {"model", id},
                "neuron", new Object[] {"model", id, "place", 0});
        fields.forEach((question, each) ->
                assertRefused("scores of this model are NaN or infinite", () -> asked(question, each)));
    }

    @Test
    void aModelThatIsRemovedWhileItIsReadIsNotFound() throws Exception {
        Path file = folder.resolve("small.npz");
        SmallLanguageModel.create().trainer().save(file);
        LanguageModelFiles files = new LanguageModelFiles(folder.resolve("none.npz"), folder);
        Map<String, Book.Source<LanguageModels.Shown>> before = files.atHand();
        Files.delete(file);
        LanguageModels removed = new LanguageModels() {
            @Override
            public Map<String, Book.Source<Shown>> atHand() {
                return before;
            }

            @Override
            public Shown read(byte[] content) throws IOException {
                return files.read(content);
            }
        };
        Map<String, Route> routes = new LanguageView(Optional.of(new Book() {
                    @Override
                    public List<ShownChapter> chapters() {
                        return List.of();
                    }

                    @Override
                    public Optional<LanguageModels> languageModels() {
                        return Optional.of(removed);
                    }
                }))
                .routes();
        Body body = Body.ofJson("{\"model\":\"saved-small\",\"text\":\"a\"}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> routes.get("/api/language/map").post().answer(body))
                .withMessage("this model is no longer here: choose its file again")
                .matches(refused -> refused.status() == Refused.NOT_FOUND);
    }

    @Test
    void withoutABookThePageSaysTheCommand() throws Exception {
        Route route = new LanguageView(Optional.empty()).routes().get("/api/language");
        String answer = new String(route.get().answer().content(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("{\"available\":false,\"command\":\"mvn ");
    }
}
