package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.data.DatasetKind;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are started on the page. */
@Timeout(600) // a stream that ends nowhere
class PageTrainingTest {
    private static final String FOR_EVER =
            "\"start\",\"options\":{\"steps\":\"1000000\",\"batch\":\"10\",\"hidden\":\"5\"}";

    @TempDir
    private Path saves;

    @TempDir
    private Path images;

    private DataSource data;
    private ServedPage page;

    @BeforeEach
    void serve() throws Exception {
        Optional<Path> few = Optional.of(FewImages.in(images));
        data = new DataSource(few, DatasetKind.MNIST, true);
        page = new ServedPage(data, saves, ServedPage.SHORT);
    }

    /** Serves a page that trains with all images instead. */
    private void serveMnist() throws Exception {
        page.close();
        page = new ServedPage(saves);
    }

    @AfterEach
    void end() {
        page.close();
    }

    private static List<Double> numbers(String name, String text) {
        return Pattern.compile("\"" + name + "\":([0-9.]+(E-?\\d+)?)")
                .matcher(text)
                .results()
                .map(match -> Double.valueOf(match.group(1)))
                .toList();
    }

    /** Reads a stream until a text comes. */
    private static String heard(BufferedReader events, String last) throws IOException {
        StringBuilder heard = new StringBuilder();
        String line;
        while ((line = events.readLine()) != null) {
            heard.append(line).append('\n');
            if (line.contains(last)) {
                break;
            }
        }
        return heard.toString();
    }

    @Test
    void thePageLearnsMnistIn200StepsWhileTwoTabsWatch() throws Exception {
        serveMnist();
        List<BufferedReader> tabs = page.listen(2);
        BufferedReader first = tabs.get(0);
        BufferedReader second = tabs.get(1);
        assertThat(heard(first, "event: points"))
                .containsSubsequence("event: state", "{\"phase\":\"idle\"", "event: points");
        HttpResponse<String> started =
                page.train("\"start\",\"options\":{\"network\":\"two-layer\",\"steps\":\"200\",\"lr\":\"\"}");
        assertThat(started.body())
                .contains("\"phase\":\"training\"", "\"steps\":200,", "\"title\":\"a network of 784-50-10\"");
        String events = heard(first, "\"phase\":\"ended\"");
        List<Double> losses = numbers("loss", events);
        assertThat(losses).hasSizeGreaterThan(100);
        assertThat(losses.get(0)).isBetween(2.29, 2.31);
        assertThat(losses.get(losses.size() - 1)).isLessThan(1);
        assertThat(events).contains("\"message\":\"ended after step 200\"");
        assertThat(numbers("loss", heard(second, "\"phase\":\"ended\""))).containsAll(losses);
        // A tab that comes later gets all points.
        String points = heard(page.listen(1).get(0), "\"step\":200,\"loss\"");
        assertThat(numbers("loss", points)).hasSizeBetween(200, 500);
        assertThat(numbers("testAccuracy", points).get(0)).isGreaterThan(0.8);
    }

    @Test
    void thePageShowsEvaluationAndWeightsAfterATraining() throws Exception {
        serveMnist();
        page.train("\"start\",\"options\":{\"steps\":\"100\"}");
        page.waitFor("\"phase\":\"ended\"");
        String evaluation = page.get("/api/evaluation").body();
        double accuracy = numbers("accuracy", evaluation).get(0);
        assertThat(accuracy).isBetween(0.6, 0.95);
        List<List<Long>> confusion = rows(evaluation);
        long all = 0;
        long right = 0;
        for (int i = 0; i < 10; i++) {
            right += confusion.get(i).get(i);
            all += confusion.get(i).stream().mapToLong(Long::longValue).sum();
        }
        assertThat(all).isEqualTo(10_000);
        assertThat(right / 10_000.0).isEqualTo(accuracy);
        Samples test = Mnist.options().normalize(false).loadTest(Path.of("data"));
        List<MatchResult> mistakes = Pattern.compile("\"index\":(\\d+),\"label\":(\\d),\"prediction\":(\\d),")
                .matcher(evaluation)
                .results()
                .toList();
        assertThat(mistakes).hasSize(60).allSatisfy(mistake -> {
            assertThat(mistake.group(2)).isNotEqualTo(mistake.group(3));
            assertThat(test.labels().getLong(Integer.parseInt(mistake.group(1))))
                    .hasToString(mistake.group(2));
        });
        assertThat(numbers("probability", evaluation)).hasSize(60).isSortedAccordingTo(Comparator.reverseOrder());
        int most = confusion.get(4).get(9).intValue();
        String cell = page.post("/api/cell", "{\"label\":4,\"prediction\":9}").body();
        assertThat(cell).startsWith("{\"step\":100,\"count\":" + most + ",\"guesses\":[{\"index\":");
        assertThat(numbers("label", cell)).hasSize(Math.min(60, most)).containsOnly(4.0);
        assertThat(numbers("prediction", cell)).hasSize(Math.min(60, most)).containsOnly(9.0);
        assertThat(numbers("probability", cell)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(cell)
                .containsPattern("\"probabilities\":\\[([0-9.E-]+,){9}[0-9.E-]+],\"image\":\"[A-Za-z0-9+/]{1046}==\"");
        assertThat(page.get("/api/weights").body())
                .matches("\\{\"rows\":28,\"columns\":28,\"images\":\\[(\"[A-Za-z0-9+/]{1046}==\",?){50}]}");
        assertThat(page.get("/api/networks").body()).contains("\"shape\":\"a network of 784-50-10\"}");
        assertThat(page.post(
                                "/api/predict",
                                ServedPage.drawn("trained", test.images().get(0).toByteArray()))
                        .body())
                .startsWith("{\"readings\":[{\"prediction\":7,")
                .containsSubsequence("[\"Affine\",\"Relu\"],\"shape\":[50]", "[\"Affine\",\"Softmax\"],\"shape\":[10]");
    }

    private static List<List<Long>> rows(String evaluation) {
        String confusion = evaluation.substring(evaluation.indexOf("[["), evaluation.indexOf("]]") + 2);
        List<List<Long>> rows = new ArrayList<>();
        Pattern.compile("\\[([0-9,]+)]")
                .matcher(confusion)
                .results()
                .forEach(row -> rows.add(Pattern.compile(",")
                        .splitAsStream(row.group(1))
                        .map(Long::valueOf)
                        .toList()));
        return rows;
    }

    @Test
    void thePageKeepsTheCurvesOfThreeEarlierTrainings() throws Exception {
        assertThat(page.get("/api/runs").body()).isEqualTo("[]");
        for (String optimizer : List.of("sgd", "adam", "momentum", "adagrad", "nesterov")) {
            page.train("\"start\",\"options\":{\"steps\":\"12\",\"batch\":\"10\",\"hidden\":\"3\",\"optimizer\":\""
                    + optimizer + "\"}");
            page.waitFor("\"phase\":\"ended\"");
        }
        assertThat(page.get("/api/training").body())
                .contains(
                        "\"run\":5,",
                        "\"name\":\"nesterov, learning rate 0.01, batches of 10\"",
                        "\"earlier\":[2,3,4]");
        String runs = page.get("/api/runs").body();
        assertThat(runs)
                .startsWith(
                        "[{\"run\":2,\"title\":\"a network of 784-3-10\","
                                + "\"name\":\"adam, learning rate 0.001, batches of 10\",\"unseen\":\"test\",\"points\":[{\"step\":1,")
                .containsSubsequence("\"name\":\"momentum, ", "\"name\":\"adagrad, ");
        assertThat(Pattern.compile("\"smoothed\":\\[(\\[\\d+,[0-9.]+],?){12}]")
                        .matcher(runs)
                        .results())
                .hasSize(3);

        assertThat(page.train("\"remove\",\"run\":3").body()).contains("\"earlier\":[2,4]");
        assertThat(page.get("/api/runs").body())
                .contains("\"run\":2,", "\"run\":4,")
                .doesNotContain("\"run\":3,");
        assertThat(page.train("\"remove\",\"run\":3").statusCode()).isEqualTo(404);
        assertThat(page.train("\"remove\",\"run\":5").statusCode()).isEqualTo(404);
        page.train("\"start\",\"options\":{\"steps\":\"12\",\"batch\":\"10\",\"hidden\":\"3\"}");
        assertThat(page.waitFor("\"phase\":\"ended\"")).contains("\"run\":6,", "\"earlier\":[2,4,5]");
    }

    @Test
    void thePageSmoothsTheLossesForTheTabs() throws Exception {
        BufferedReader tab = page.listen(1).get(0);
        heard(tab, "{\"points\":[]}"); // the points before any training, without which the tab's first news may
        // be its end
        page.train("\"start\",\"options\":{\"steps\":\"30\",\"batch\":\"10\",\"hidden\":\"3\"}");
        String events = heard(tab, "\"phase\":\"ended\"");
        assertThat(events).contains("event: smoothed\ndata: [[1,");
        String last = events.substring(events.lastIndexOf("event: smoothed"));
        assertThat(last.lines().skip(1).findFirst().orElseThrow()).matches("data: \\[(\\[\\d+,[0-9.]+],?){30}]");
    }

    @Test
    void aTrainingOnThePagePausesContinuesAndStops() throws Exception {
        page.train(FOR_EVER);
        page.waitFor("\"secondsLeft\":");
        page.train("\"pause\"");
        String paused = page.waitFor("\"phase\":\"paused\"");
        assertThat(page.get("/api/training").body()).isEqualTo(paused);
        assertThat(numbers("evaluated", paused))
                .isEqualTo(numbers("step", paused).subList(0, 1));
        assertThat(page.train(FOR_EVER).statusCode()).isEqualTo(409);
        page.train("\"continue\"");
        page.waitFor("\"phase\":\"training\"");
        page.train("\"stop\"");
        assertThat(page.waitFor("\"phase\":\"ended\"")).contains("\"message\":\"stopped after step ");
    }

    @Test
    void aTrainingOnThePageStopsDuringAPause() throws Exception {
        page.train(FOR_EVER);
        page.train("\"pause\"");
        page.waitFor("\"phase\":\"paused\"");
        page.train("\"stop\"");
        page.waitFor("\"phase\":\"ended\"");
        page.train(FOR_EVER);
        page.waitFor("\"phase\":\"training\"");
    }

    @Test
    void thePageResumesASavedTrainingToTheBit() throws Exception {
        String options = "\"batch\":\"20\",\"hidden\":\"8\",\"optimizer\":\"adam\",\"seed\":\"3\"";
        page.train("\"start\",\"options\":{\"steps\":\"60\"," + options + "}");
        page.waitFor("\"phase\":\"ended\"");
        assertThat(page.train("\"save\",\"name\":\"straight\"").body()).contains("\"saved\":[\"straight\"]");

        page.train("\"start\",\"options\":{\"steps\":\"25\"," + options + "}");
        page.waitFor("\"phase\":\"ended\"");
        page.train("\"save\",\"name\":\"half\"");
        page.train("\"start\",\"options\":{\"steps\":\"1\"}");
        page.waitFor("\"phase\":\"ended\"");
        assertThat(page.train("\"resume\",\"name\":\"half\",\"options\":{\"steps\":\"60\"}")
                        .body())
                .contains("\"title\":\"a network of 784-8-10\"");
        page.waitFor("\"message\":\"ended after step 60");
        assertThat(page.train("\"save\",\"name\":\"joined\"").body())
                .contains("\"saved\":[\"half\",\"joined\",\"straight\"]");
        assertThat(Checkpoint.read(saves.resolve("joined.npz")))
                .isEqualTo(Checkpoint.read(saves.resolve("straight.npz")));
    }

    @Test
    void thePageSaysThatAnotherServerHasSavedTheSameName() throws Exception {
        String start = "\"start\",\"options\":{\"steps\":\"1\",\"batch\":\"10\",\"hidden\":\"4\"}";
        String save = "\"save\",\"name\":\"shared\"";
        try (ServedPage other = new ServedPage(data, saves, ServedPage.SHORT)) {
            for (ServedPage each : List.of(page, other)) {
                each.train(start);
                each.waitFor("\"phase\":\"ended\"");
            }
            page.train(save);
            assertThat(page.train(save).statusCode()).isEqualTo(200);
            assertThat(other.train(save).body())
                    .isEqualTo("{\"error\":\"%s holds a training that was not saved here; save again to replace it\"}"
                            .formatted(saves.resolve("shared.npz")));
            assertThat(other.train(save).statusCode()).isEqualTo(200);
            assertThat(page.train(save).statusCode()).isEqualTo(409);
            assertThat(page.train("\"resume\",\"name\":\"shared\",\"options\":{\"steps\":\"2\"}")
                            .body())
                    .contains("title");
            page.waitFor("\"message\":\"ended after step 2");
            assertThat(page.train(save).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void thePageTrainsInFloat32() throws Exception {
        String start = "\"start\",\"options\":{\"network\":\"simple-conv\",\"dtype\":\"float32\",\"steps\":\"2\","
                + "\"batch\":\"10\"}";
        assertThat(page.train(start).body()).contains("\"title\":\"the simple ConvNet in float32\"");
        page.waitFor("\"phase\":\"ended\"");
        page.train("\"save\",\"name\":\"single\"");
        NDArray filters = Checkpoint.read(saves.resolve("single.npz")).network().get("W1");
        assertThat(filters.dtype()).isEqualTo(DType.FLOAT32);
        byte[] seven = Mnist.options()
                .normalize(false)
                .loadTest(Path.of("data"))
                .images()
                .get(0)
                .toByteArray();
        assertThat(page.post("/api/predict", ServedPage.drawn("trained", seven)).body())
                .containsSubsequence("\"Convolution\"", "\"filters\"", "\"Softmax\"");
        page.train("\"resume\",\"name\":\"single\",\"options\":{\"steps\":\"3\"}");
        page.waitFor("\"message\":\"ended after step 3");
    }

    @Test
    void thePageSaysWhyATrainingFailed() throws Exception {
        page.train("\"start\",\"options\":{\"steps\":\"500\",\"lr\":\"1e200\"}");
        assertThat(page.waitFor("\"phase\":\"failed\""))
                .contains("the loss is no longer finite after step ", "a lower learning rate may help");
        assertThat(page.train("\"save\",\"name\":\"nothing\"").statusCode()).isEqualTo(409);
    }

    /** With a rate of 100 all images become the same digit. */
    @Test
    void thePageSaysThatATrainingWentNowhere() throws Exception {
        page.train("\"start\",\"options\":{\"steps\":\"30\",\"lr\":\"100\"}");
        assertThat(page.waitFor("\"phase\":\"ended\""))
                .contains("\"message\":\"ended after step 30; it reads digits hardly better than by guessing: ");
        assertThat(page.get("/api/training", "Cookie", "dlfs4j-language=ja").body())
                .contains("ステップ 30 の後に終了しました。当てずっぽうとほとんど変わりません");
    }

    @Test
    void thePageTrainsAConvNet() throws Exception {
        page.train("\"start\",\"options\":{\"network\":\"simple-conv\",\"steps\":\"2\",\"batch\":\"10\"}");
        page.train("\"pause\"");
        page.waitFor("\"phase\":\"");
        HttpResponse<String> weights = page.get("/api/weights");
        while (weights.statusCode() == 503) { // "the current step of the training takes long; try again"
            weights = page.get("/api/weights");
        }
        assertThat(weights.body()).startsWith("{\"rows\":5,\"columns\":5,\"images\":[");
        page.train("\"stop\"");
    }

    /** Opens a hundred tabs that read late, a silent connection, and one that sends only half a request. */
    @Test
    @SuppressWarnings("try") // one connection is used by being open and silent
    void thePageTrainsWhateverItsTabsDo() throws Exception {
        try (Socket silent = page.connect();
                Socket slow = page.connect()) {
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            List<BufferedReader> tabs = page.listen(100);
            for (BufferedReader tab : tabs) {
                heard(tab, "event: points"); // so none hears of the training as of one that had ended before
            }
            page.train("\"start\",\"options\":{\"steps\":\"200\",\"batch\":\"20\"}");
            page.waitFor("\"phase\":\"ended\"");
            for (BufferedReader tab : tabs) {
                assertThat(heard(tab, "\"phase\":\"ended\"")).contains("event: point");
            }
        }
    }

    @Test
    void thePageServes128TabsAndNoMore() throws Exception {
        assertThat(page.listen(128)).hasSize(128);
        assertThat(page.get("/api/events").statusCode()).isEqualTo(503);
        assertThat(page.get("/").statusCode()).isEqualTo(200);
    }
}
