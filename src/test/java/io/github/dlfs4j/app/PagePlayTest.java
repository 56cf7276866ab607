package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.playground.PlayActivation;
import io.github.dlfs4j.app.playground.PlayData;
import io.github.dlfs4j.app.playground.PlayPlan;
import io.github.dlfs4j.app.playground.Playground;
import io.github.dlfs4j.optimizer.Adam;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tabs that play: what they order, and what the server streams to them. */
class PagePlayTest extends WithServedPage {
    private static final String EVENTS = "/api/play/events";
    private static final String SETTINGS = "\"data\":\"circles\",\"noise\":10,\"testShare\":50,\"dataSeed\":1,"
            + "\"hidden\":\"3-2\",\"activation\":\"tanh\",\"optimizer\":\"adam\",\"learningRate\":0.03,\"batch\":10,"
            + "\"weightDecay\":0.001,\"seed\":5,\"speed\":\"epoch\"";
    private static final PlayPlan PLAN = new PlayPlan(
            new PlayPlan.Points(PlayData.CIRCLES, 10, 50, 1),
            new PlayPlan.Hidden(List.of(3, 2), PlayActivation.TANH),
            new PlayPlan.Learning("adam", 0.03, 10, 0.001),
            5);

    /** Waits until no tab plays, so that each test has room for its own. */
    @AfterEach
    void waitForTheEndOfAllSessions() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("dlfs4j-playground"))) {
            assertThat(System.nanoTime())
                    .as("a session goes on without its tab")
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** A tab with its stream. */
    private record Tab(String id, BufferedReader events) implements AutoCloseable {
        static Tab open() throws IOException, InterruptedException {
            HttpResponse<InputStream> answer = page.open(EVENTS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
            BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            return new Tab(text(next(events, "session"), "id"), events);
        }

        /** Opens a tab with a network that has not learned. */
        static Tab set() throws IOException, InterruptedException {
            Tab tab = open();
            assertThat(tab.order("set", SETTINGS).body()).isEqualTo("{}");
            tab.next("begin");
            assertThat(number(tab.next("picture"), "step")).isZero();
            return tab;
        }

        HttpResponse<String> order(String action) throws IOException, InterruptedException {
            return order(action, "");
        }

        HttpResponse<String> order(String action, String fields) throws IOException, InterruptedException {
            return page.post(
                    "/api/play",
                    "{\"action\":\"%s\",\"session\":\"%s\"%s}"
                            .formatted(action, id, fields.isEmpty() ? "" : "," + fields));
        }

        /** Reads until an event of a name, and returns its data. */
        String next(String name) throws IOException {
            return next(events, name);
        }

        private static String next(BufferedReader events, String name) throws IOException {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.equals("event: " + name)) {
                    return events.readLine();
                }
            }
            throw new AssertionError("the stream has ended without " + name);
        }

        /** Ends at once; the server notices only after a while that a stream has closed. */
        @Override
        public void close() throws IOException {
            try (events) {
                order("end");
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    private static String text(String json, String field) {
        Matcher matcher =
                Pattern.compile("\"%s\":\"([^\"]*)\"".formatted(field)).matcher(json);
        assertThat(matcher.find()).as("%s in %s", field, json).isTrue();
        return matcher.group(1);
    }

    private static double number(String json, String field) {
        Matcher matcher =
                Pattern.compile("\"%s\":(-?[0-9.E-]+)".formatted(field)).matcher(json);
        assertThat(matcher.find()).as("%s in %s", field, json).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    @Test
    void playOffersWhatThereIsToChoose() throws Exception {
        assertThat(page.get("/api/play").body())
                .contains(
                        "\"activations\":{\"tanh\":\"tanh\",\"relu\":\"ReLU\",\"sigmoid\":\"sigmoid\"",
                        "\"optimizers\":{\"sgd\":\"SGD\",\"momentum\":\"Momentum\",\"nesterov\":\"Nesterov\",")
                .contains("\"samples\":{\"circles\":{\"places\":[")
                .contains("\"title\":\"A ring needs three lines\"");
    }

    @Test
    void playLearnsUntilItIsPaused() throws Exception {
        try (Tab tab = Tab.set()) {
            tab.order("play");
            assertThat(tab.next("state")).contains("\"playing\":false");
            assertThat(tab.next("state")).contains("\"playing\":true");
            double before = number(tab.next("picture"), "step");
            assertThat(number(tab.next("picture"), "step")).isGreaterThan(before);
            tab.order("pause");
            assertThat(tab.next("state")).contains("\"playing\":false");
        }
    }

    /** The numbers are those of the same playground without a server. */
    @Test
    void playMakesSingleSteps() throws Exception {
        Playground alone = new Playground(PLAN, Adam::new);
        try (Tab tab = Tab.set()) {
            for (int step = 1; step <= 3; step++) {
                alone.learn(1, Duration.ofMinutes(1));
                assertThat(tab.order("step").statusCode()).isEqualTo(200);
                String picture = tab.next("picture");
                assertThat(number(picture, "step")).isEqualTo(step);
                assertThat(number(picture, "trainLoss"))
                        .isEqualTo(rounded(alone.score(alone.train()).loss()));
                assertThat(number(picture, "testLoss"))
                        .isEqualTo(rounded(alone.score(alone.test()).loss()));
                assertThat(number(picture, "testAccuracy"))
                        .isEqualTo(rounded(alone.score(alone.test()).accuracy()));
                assertThat(tab.next("program")).contains("trainer.run(" + step + ");");
            }
        }
    }

    @Test
    void playShowsEachNeuron() throws Exception {
        try (Tab tab = Tab.set()) {
            tab.order("step");
            assertThat(tab.next("picture"))
                    .matches("data: \\{.*\"probability\":\"[A-Za-z0-9+/]{3072}\",\"layers\":\\["
                            + "\\{\"pictures\":\\[(\"[A-Za-z0-9+/]{768}\",?){3}].*\"weights\":\\[([-0-9.E]+,?){6}],"
                            + "\"biases\":\\[([-0-9.E]+,?){3}]},"
                            + "\\{\"pictures\":\\[(\"[A-Za-z0-9+/]{768}\",?){2}].*\"weights\":\\[([-0-9.E]+,?){6}],.*"
                            + "\\{\"pictures\":\\[(\"[A-Za-z0-9+/]{768}\",?){2}].*\"weights\":\\[([-0-9.E]+,?){4}],.*");
        }
    }

    @Test
    void playAppliesALearningRateAtOnceAndRestartsForAnythingElse() throws Exception {
        try (Tab tab = Tab.set()) {
            tab.order("step");
            tab.next("picture");
            tab.order("set", SETTINGS.replace("0.03", "0.1"));
            tab.order("step");
            assertThat(number(tab.next("picture"), "step")).isEqualTo(2);
            tab.order("set", SETTINGS.replace("3-2", "2"));
            assertThat(tab.next("begin")).contains("\"hidden\":\"2\"");
            assertThat(number(tab.next("picture"), "step")).isZero();
            tab.order("step");
            assertThat(number(tab.next("picture"), "step")).isOne();
            tab.order("reset");
            assertThat(tab.next("begin")).contains("\"hidden\":\"2\"");
        }
    }

    @Test
    void playStopsWhenTheLossIsNoLongerANumber() throws Exception {
        try (Tab tab = Tab.open()) {
            tab.order(
                    "set", SETTINGS.replace("adam", "sgd").replace("0.03", "10").replace("0.001", "1"));
            tab.order("play");
            String state = tab.next("state");
            while (!state.contains("no longer a number")) {
                state = tab.next("state");
            }
            assertThat(state).contains("\"playing\":false", "The learning rate is too large.");
        }
    }

    @Test
    void playRefusesAThirdTabInWordsUntilOneIsClosed() throws Exception {
        try (Tab first = Tab.set()) {
            Tab second = Tab.set();
            HttpResponse<String> third = page.get(EVENTS);
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).isEqualTo("{\"error\":\"2 tabs play already; close one of them to play here\"}");
            second.events().close();
            HttpResponse<InputStream> again = page.open(EVENTS);
            while (again.statusCode() == 503) {
                again.body().close();
                Thread.sleep(20);
                again = page.open(EVENTS);
            }
            assertThat(again.statusCode()).isEqualTo(200);
            again.body().close();
            assertThat(first.order("step").statusCode()).isEqualTo(200);
        }
    }

    /** {@link #waitForTheEndOfAllSessions} waits for its thread. */
    @ParameterizedTest
    @ValueSource(strings = {"play", "pause"})
    void playEndsWhenTheStreamCloses(String before) throws Exception {
        Tab tab = Tab.set();
        tab.order(before);
        tab.next("state");
        tab.events().close();
    }

    @Test
    void playEndsWhenTheTabSaysSo() throws Exception {
        try (Tab tab = Tab.set()) {
            tab.order("end");
            for (String line = tab.events().readLine();
                    line != null;
                    line = tab.events().readLine()) {
                assertThat(line).doesNotStartWith("event: begin");
            }
            waitForTheEndOfAllSessions();
            HttpResponse<String> late = tab.order("step");
            assertThat(late.statusCode()).isEqualTo(404);
            assertThat(late.body()).isEqualTo("{\"error\":\"this tab no longer plays; reload it\"}");
        }
    }

    /** The part of the settings to replace, and by what. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "circles | ../circles",
                "\"circles\" | 7",
                "\"noise\":10 | \"noise\":51",
                "\"noise\":10 | \"noise\":-1",
                "\"noise\":10 | \"noise\":1.5",
                "\"noise\":10 | \"noise\":\"10\"",
                "\"testShare\":50 | \"testShare\":0",
                "\"testShare\":50 | \"testShare\":100",
                "\"dataSeed\":1 | \"dataSeed\":1000000",
                "\"dataSeed\":1 | \"dataSeed\":-1",
                "3-2 | 1",
                "3-2 | 9",
                "3-2 | 2-2-2-2",
                "3-2 | 88888888",
                "3-2 | 3-",
                "3-2 | ``",
                "tanh | step",
                "adam | java.lang.String",
                "adam | Adam",
                "0.03 | 0",
                "0.03 | -1",
                "0.03 | 1e300",
                "0.03 | NaN",
                "\"batch\":10 | \"batch\":0",
                "\"batch\":10 | \"batch\":101",
                "0.001 | 1.5",
                "0.001 | -0.1",
                "\"seed\":5 | \"seed\":1e9",
                "epoch | forever",
                "\"seed\":5, | ``",
                "\"seed\":5 | \"seed\":5,\"inputs\":\"0000000\"",
                "\"seed\":5 | \"seed\":5,\"inputs\":\"11111111\"",
                "\"seed\":5 | \"seed\":5,\"inputs\":3",
                "\"seed\":5 | \"seed\":5,\"points\":\"0 0 1\"",
                "\"data\":\"circles\" | \"points\":[[0,0,1]]",
                "\"data\":\"circles\" | \"points\":\"0 0 1\"",
                "\"data\":\"circles\" | \"points\":\"NaN 0 1\"",
                "circles | own",
                "\"seed\":5 | \"seed\":5,\"steps\":1000000000"
            })
    void playRefusesWrongSettings(String part, String wrong) throws Exception {
        try (Tab tab = Tab.set()) {
            HttpResponse<String> answer = tab.order("set", SETTINGS.replace(part, wrong == null ? "" : wrong));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
            tab.order("step");
            assertThat(number(tab.next("picture"), "step"))
                    .as("the tab plays on")
                    .isOne();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {}",
                "400 | {\"action\":\"play\"}",
                "400 | {\"action\":\"play\",\"session\":7}",
                "400 | {\"action\":\"play\",\"session\":\"../../x\"}",
                "404 | {\"action\":\"play\",\"session\":\"00000000-0000-0000-0000-000000000000\"}",
            })
    void playRefusesAWrongOrder(int status, String json) throws Exception {
        assertThat(page.post("/api/play", json).statusCode()).isEqualTo(status);
    }

    private static String own(String lines) {
        String points = "\"points\":\"" + lines + "\",\"inputs\":\"1111111\"";
        return SETTINGS.replace("\"data\":\"circles\"", points).replace("3-2", "0");
    }

    @Test
    void playLearnsPointsOfOnesOwnFromTheInputsThatAreSwitchedOn() throws Exception {
        try (Tab tab = Tab.open()) {
            tab.order("set", own("0.5 1 0\\n-1 2 1\\n0.25 1 0"));
            assertThat(tab.next("begin"))
                    .contains("\"data\":\"own\"", "\"inputs\":\"1111111\",\"hidden\":\"0\"", "\"places\":[0.5,1.0]");
            assertThat(tab.next("picture"))
                    .containsPattern(
                            "\"inputs\":\\[(\"[^\"]{768}\",?){7}],\"probability\":\"[^\"]*\",\"layers\":\\[\\{[^{}]*}]");
            tab.order("step");
            assertThat(number(tab.next("picture"), "step")).isOne();
            assertThat(tab.next("program")).contains("0.5, 1.0, 0.0\\n", "MultiLayerNet.ofSizes(7, 2)");
        }
    }

    /** Points with all digits that the page sends. */
    @Test
    void playTakesAThousandPointsButNoMore() throws Exception {
        String many = "-0.123456789, -0.123456789, 1\\n".repeat(1000);
        try (Tab tab = Tab.open()) {
            assertThat(tab.order("set", own(many)).body()).isEqualTo("{}");
            assertThat(number(tab.next("begin"), "stepsPerEpoch")).isEqualTo(50);
            assertThat(tab.order("set", own("0 0 1\\n".repeat(1001))).body()).contains("line 1001");
        }
    }

    private static String weight(int layer, int neuron, int input, String value) {
        return "\"layer\":%s,\"neuron\":%s,\"input\":%s,\"value\":%s".formatted(layer, neuron, input, value);
    }

    @ParameterizedTest
    @CsvSource({"4,1,0,0", "1,4,0,0", "1,1,3,0", "3,3,0,0", "1,1,0,1e300", "1,1,0,null"})
    void playRefusesAWeightOutsideTheNetworkAndGoesOn(int layer, int neuron, int input, String value) throws Exception {
        try (Tab tab = Tab.set()) {
            HttpResponse<String> answer = tab.order("weight", weight(layer, neuron, input, value));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
            tab.order("step");
            assertThat(number(tab.next("picture"), "step")).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"explode,''", "play,'\"more\":true'", "set,''"})
    void playRefusesAWrongAction(String action, String fields) throws Exception {
        try (Tab tab = Tab.open()) {
            assertThat(tab.order(action, fields).statusCode()).isEqualTo(400);
        }
    }
}
