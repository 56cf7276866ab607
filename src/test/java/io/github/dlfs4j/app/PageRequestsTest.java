package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers to requests such as the page sends, and the requests that are refused. */
class PageRequestsTest extends WithServedPage {
    private static final byte[] SEVEN = seven();

    /** Draws a horizontal bar, and a slanted one down from its right end. */
    private static byte[] seven() {
        int width = 112;
        byte[] pixels = new byte[width * width];
        for (int y = 20; y < 95; y++) {
            int from = y < 27 ? 35 : 77 - (y - 20) * 2 / 5;
            int to = y < 27 ? 80 : from + 7;
            for (int x = from; x < to; x++) {
                pixels[y * width + x] = (byte) 255;
            }
        }
        return pixels;
    }

    private static final Path FOLDER = Path.of("src/main/resources/io/github/dlfs4j/app/page");

    private static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static boolean isPart(Path file) {
        return file.toString().endsWith(".html") && !file.endsWith("index.html");
    }

    /** Every file in the folder of the page, except those that are parts of another one and those of its sentences. */
    static List<Path> files() throws IOException {
        return all().stream()
                .filter(file -> !isPart(file) && !file.toString().endsWith(".properties"))
                .toList();
    }

    /** Puts each part into the place of a comment with its name. */
    private static String withParts(String page) throws IOException {
        String whole = page;
        for (Path part : all().stream().filter(PageRequestsTest::isPart).toList()) {
            String comment = "<!-- %s -->\n".formatted(part.getFileName());
            whole = whole.replace(comment, Files.readString(part));
        }
        return whole;
    }

    @ParameterizedTest
    @MethodSource("files")
    void thePageServesEachOfItsFiles(Path file) throws Exception {
        String name = file.getFileName().toString();
        String type = Map.of("html", "text/html", "js", "text/javascript", "css", "text/css")
                .get(name.substring(name.indexOf('.') + 1));
        HttpResponse<String> answer = page.get(name.equals("index.html") ? "/" : "/" + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
        String text = withParts(Files.readString(file));
        // Sentences stand in the place of their keys, and all of them in one script.
        String place = name.endsWith(".html") ? "\\{[a-z.]+[^{}]*}" : "\\{/\\* words \\*/}";
        assertThat(answer.body()).containsSubsequence(text.split(place, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.js", "/api/networks", "/nowhere"})
    void thePageSendsHeadersThatMakeBrowsersStrict(String path) throws Exception {
        assertThat(page.get(path).headers().map())
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of("no-store"))
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void thePageListsTheNetworks() throws Exception {
        assertThat(page.get("/api/networks").body())
                .startsWith(
                        "[{\"id\":\"jar\",\"name\":\"the network that comes with the library\",\"shape\":\"784-50-100-10\"}");
    }

    @Test
    void thePageRecognisesASeven() throws Exception {
        String answer =
                page.post("/api/predict", ServedPage.drawn("jar", SEVEN)).body();
        assertThat(answer)
                .startsWith("{\"readings\":[{\"prediction\":7,\"probabilities\":[")
                .contains("],\"sure\":true,\"image\":\"");
    }

    @Test
    void thePagePredictsNothingForAnEmptyDrawing() throws Exception {
        String answer = page.post("/api/predict", ServedPage.drawn("jar", new byte[28 * 28]))
                .body();
        assertThat(answer).startsWith("{\"readings\":[],\"layers\":[{\"names\":[\"Image\"],");
    }

    @Test
    void thePageShowsTheLayersOfANetwork() throws Exception {
        String answer =
                page.post("/api/predict", ServedPage.drawn("jar", SEVEN)).body();
        assertThat(answer)
                .containsSubsequence(
                        "{\"names\":[\"Image\"],\"shape\":[1,28,28],\"signed\":false,\"values\":\"",
                        "{\"names\":[\"Affine\",\"Sigmoid\"],\"shape\":[50],",
                        "{\"names\":[\"Affine\",\"Sigmoid\"],\"shape\":[100],",
                        "{\"names\":[\"Affine\",\"Softmax\"],\"shape\":[10],");
    }

    @Test
    void thePageShowsTheFiltersOfAConvNetAndTheirOutput() throws Exception {
        String answer = page.post("/api/predict", ServedPage.drawn("simple-conv", SEVEN))
                .body();
        assertThat(answer)
                .startsWith("{\"readings\":[{\"prediction\":7,")
                .containsSubsequence(
                        "{\"names\":[\"Convolution\",\"Relu\"],\"shape\":[30,24,24],\"signed\":false,\"values\":\"",
                        "\"filters\":[",
                        "\"filterShape\":[5,5]}",
                        "{\"names\":[\"Pooling\"],\"shape\":[30,12,12],",
                        "{\"names\":[\"Affine\",\"Softmax\"],\"shape\":[10],");
    }

    /** Enlarges the first test images four times, to the size of the drawing area. */
    @Test
    void thePageRecognisesAsManyEnlargedDigitsAsOriginalOnes() throws Exception {
        int count = 30;
        Samples test = Mnist.options().normalize(false).loadTest(Path.of("data"));
        NDArray images = test.images().get(Index.to(count));
        NDArray labels = test.labels().get(Index.to(count));
        NDArray scaled = images.astype(DType.FLOAT32).divi(255);
        long fromFile = ThreeLayerNet.pretrained()
                .predict(scaled)
                .argmax(1)
                .eq(labels)
                .sum()
                .asLong();
        long drawn = 0;
        for (int i = 0; i < count; i++) {
            String answer = page.post("/api/predict", ServedPage.drawn("jar", enlarged(images.get(i))))
                    .body();
            drawn += answer.startsWith("{\"readings\":[{\"prediction\":" + labels.getLong(i) + ",") ? 1 : 0;
        }
        assertThat(drawn).isBetween(fromFile - 1, (long) count);
    }

    private static byte[] enlarged(NDArray image) {
        byte[] pixels = new byte[112 * 112];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) image.getLong(i / 112 / 4 * 28 + i % 112 / 4);
        }
        return pixels;
    }

    @Test
    void thePageHasAFieldForEachOptionOfATraining() throws Exception {
        String options = page.get("/api/options").body();
        assertThat(Pattern.compile("\"name\":\"([a-z-]+)\"")
                        .matcher(options)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactly(
                        "network",
                        "hidden",
                        "dtype",
                        "optimizer",
                        "lr",
                        "batch",
                        "epochs",
                        "steps",
                        "seed",
                        "batch-norm",
                        "dropout",
                        "weight-decay",
                        "validation",
                        "patience",
                        "width",
                        "blocks",
                        "text-steps",
                        "text-lr");
        assertThat(options)
                .contains(
                        "\"name\":\"batch\",\"label\":\"Images in each step\",\"kind\":\"number\",\"choices\":null,"
                                + "\"default\":\"100\",\"min\":1,\"max\":60000,\"step\":1,"
                                + "\"defaults\":{},\"needs\":{},\"excludes\":[]}",
                        "\"kind\":\"choice\",\"choices\":[\"two-layer\",\"multi-layer\",\"simple-conv\",\"deep-conv\",\"language-model\"]");
    }

    @Test
    void thePageHasTheChaptersThatWereHandedIn() throws Exception {
        assertThat(page.get("/api/chapters").body())
                .startsWith("{\"available\":true,\"command\":\"mvn -q -Pbook compile exec:java"
                        + " -Dexec.args=--serve\",\"chapters\":[")
                .contains("{\"id\":\"Chapter05\",\"title\":\"5 Backpropagation\",\"sections\":["
                        + "{\"title\":\"5.4.1 The multiplication layer: two apples\"},")
                .contains("{\"title\":\"5.3.3 Practice\",\"look\":\"fill in the blanks from right to left\"}")
                .contains("\"id\":\"Chapter08\"");
        assertThat(page.post("/api/chapters", "{\"chapter\":\"Chapter05\"}").body())
                .startsWith("{\"files\":[{\"name\":\"Chapter05.java\",\"code\":\"package io.github.dlfs4j.book;\\n")
                .containsSubsequence(
                        "public final class Chapter05 {",
                        "{\"name\":\"ComputationalGraphs.java\",\"code\":\"",
                        "\"sections\":[{\"file\":\"Chapter05.java\",\"from\":",
                        "\"figures\":[{\"file\":\"ComputationalGraphs.java\",\"from\":",
                        "\"seconds\":{\"sections\":[0");
    }

    @Test
    void thePagePrintsASectionOnRequest() throws Exception {
        assertThat(whenDone("/api/sections", "{\"chapter\":\"Chapter01\",\"section\":0}"))
                .isEqualTo("{\"status\":\"done\",\"output\":\"[1 2 3]\\n\"}");
    }

    /** Asks again and again until work that a request started is done. */
    private static String whenDone(String path, String json) throws Exception {
        String answer = page.post(path, json).body();
        while (answer.equals("{\"status\":\"working\"}")) {
            Thread.sleep(50);
            answer = page.post(path, json).body();
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /api/cell | {}",
                "400 | /api/cell | {\"label\":10,\"prediction\":0}",
                "400 | /api/cell | {\"label\":0,\"prediction\":-1}",
                "400 | /api/cell | {\"label\":0.5,\"prediction\":0}",
                "400 | /api/cell | {\"label\":\"0\",\"prediction\":0}",
                "400 | /api/cell | {\"label\":0,\"prediction\":0,\"most\":1}",
                "404 | /api/cell | {\"label\":0,\"prediction\":0}",
                "400 | /api/sections | {\"chapter\":\"Chapter01\"}",
                "400 | /api/sections | {\"chapter\":\"Chapter01\",\"section\":-1}",
                "400 | /api/sections | {\"chapter\":\"Chapter01\",\"section\":1e9}",
                "400 | /api/sections | {\"chapter\":\"Chapter01\",\"section\":0,\"figure\":0}",
                "400 | /api/sections | {\"chapter\":\"../Chapter01\",\"section\":0}",
                "400 | /api/sections | {\"chapter\":\"SourceCode\",\"section\":0}",
                "404 | /api/sections | {\"chapter\":\"Chapter99\",\"section\":0}",
                "404 | /api/sections | {\"chapter\":\"Chapter01\",\"section\":99}",
                "400 | /api/chapters | {\"chapter\":\"Chapter01\",\"file\":\"pom.xml\"}",
                "400 | /api/training | {\"action\":\"remove\"}",
                "400 | /api/training | {\"action\":\"remove\",\"run\":0}",
                "400 | /api/training | {\"action\":\"remove\",\"run\":1e300}",
                "400 | /api/training | {\"action\":\"remove\",\"run\":1,\"all\":true}",
                "404 | /api/training | {\"action\":\"remove\",\"run\":1}",
            })
    void thePageRefusesToShowWhatThereIsNot(int status, String path, String json) throws Exception {
        HttpResponse<String> answer = page.post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"Chapter05, 0, image/svg+xml", "Chapter03, 0, image/png"})
    void thePageDrawsAFigureOnRequest(String chapter, int figure, String type) throws Exception {
        assumeTrue(Fonts.installed(), "Java finds no font");
        String url = "/api/figures/" + chapter + "/" + figure;
        assertThat(page.get(url).statusCode()).isEqualTo(404);
        String request = "{\"chapter\":\"%s\",\"figure\":%s}".formatted(chapter, figure);
        String answer = whenDone("/api/figures", request);
        if (type.equals("image/png")) {
            assertThat(answer).isEqualTo("{\"status\":\"done\",\"url\":\"" + url + "\"}");
        } else {
            assertThat(answer)
                    .startsWith("{\"status\":\"done\",\"url\":\"" + url + "\",\"svg\":\"<svg ")
                    .contains("\"sentences\":[\"Given: number of apples = 2, apple = 100, ");
        }
        HttpResponse<String> drawn = page.get(url);
        assertThat(drawn.statusCode()).isEqualTo(200);
        assertThat(drawn.headers().firstValue("Content-Type")).contains(type);
        assertThat(drawn.body()).contains(type.equals("image/png") ? "PNG" : "<svg ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/evaluation", "/api/weights"})
    void thePageHasNothingToShowBeforeATraining(String path) throws Exception {
        HttpResponse<String> answer = page.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"no network has been trained yet\"}");
    }

    /** In a request, {@code ;} ends a line, and {@code OWN} is the name of the server with its port. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // DNS rebinding, and other names
                "421 | GET / HTTP/1.1;Host: evil.example",
                "421 | GET / HTTP/1.1;Host: evil.example:PORT",
                "421 | GET / HTTP/1.1;Host: 127.0.0.1",
                "421 | GET / HTTP/1.1;Host: 127.0.0.1:1",
                "421 | GET / HTTP/1.1;Host: 127.0.0.1.evil.example:PORT",
                "421 | GET / HTTP/1.1;Host: OWN@evil.example",
                "421 | GET / HTTP/1.1;Host: ",
                // the status depends on the version of Java
                "4.. | GET / HTTP/1.1",
                "421 | GET / HTTP/1.0",
                "400 | GET / HTTP/1.1;Host: OWN;Host: evil.example",
                "200 | GET / HTTP/1.1;Host: OWN",
                "200 | GET / HTTP/1.1;Host: localhost:PORT",
                "200 | GET / HTTP/1.1;Host: LOCALHOST:PORT",
                // pages of other sites
                "403 | POST /api/training HTTP/1.1;Host: OWN;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: null;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://evil.example;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: https://OWN;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN.evil.example;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://localhost:PORT;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Sec-Fetch-Site: cross-site;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Sec-Fetch-Site: none;Content-Type: application/json;Content-Length: 2",
                "403 | GET /api/networks HTTP/1.1;Host: OWN;Origin: http://evil.example",
                "403 | GET /api/networks HTTP/1.1;Host: OWN;Sec-Fetch-Site: cross-site",
                "403 | GET /api/events HTTP/1.1;Host: OWN;Sec-Fetch-Site: same-site",
                "403 | GET /api/play/events HTTP/1.1;Host: OWN;Sec-Fetch-Site: same-site",
                "403 | GET /api/play/events HTTP/1.1;Host: OWN;Origin: http://evil.example",
                "403 | POST /api/play HTTP/1.1;Host: OWN;Origin: http://evil.example;Content-Type: application/json;Content-Length: 2",
                "400 | GET /api/networks HTTP/1.1;Host: OWN;Sec-Fetch-Site: same-origin;Sec-Fetch-Site: cross-site",
                "400 | POST /api/play HTTP/1.1;Host: OWN;Origin: http://OWN;Origin: http://evil.example;Content-Type: application/json;Content-Length: 2",
                "403 | GET /page.js HTTP/1.1;Host: OWN;Sec-Fetch-Site: cross-site",
                "200 | GET / HTTP/1.1;Host: OWN;Sec-Fetch-Site: cross-site",
                "200 | GET /page.js HTTP/1.1;Host: OWN;Sec-Fetch-Site: same-origin",
                "403 | OPTIONS /api/training HTTP/1.1;Host: OWN;Origin: http://evil.example",
                // methods
                "405 | GET /api/predict HTTP/1.1;Host: OWN",
                "405 | PUT /api/training HTTP/1.1;Host: OWN",
                "405 | DELETE / HTTP/1.1;Host: OWN",
                "405 | HEAD / HTTP/1.1;Host: OWN",
                "405 | TRACE / HTTP/1.1;Host: OWN",
                "405 | OPTIONS /api/training HTTP/1.1;Host: OWN",
                "405 | POST / HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 0",
                "405 | POST /api/events HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 0",
                "405 | GET /api/cell HTTP/1.1;Host: OWN",
                "405 | GET /api/sections HTTP/1.1;Host: OWN",
                "405 | POST /api/runs HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 0",
                "403 | POST /api/cell HTTP/1.1;Host: OWN;Origin: http://evil.example;Content-Type: application/json;Content-Length: 2",
                "403 | POST /api/sections HTTP/1.1;Host: OWN;Origin: null;Content-Type: application/json;Content-Length: 2",
                "403 | GET /api/runs HTTP/1.1;Host: OWN;Sec-Fetch-Site: cross-site",
                "405 | POST /api/play/events HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 0",
                "405 | HEAD /api/play/events HTTP/1.1;Host: OWN",
                "405 | DELETE /api/play HTTP/1.1;Host: OWN",
                "405 | POST /api/options HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 0",
                "405 | GET /api/picture HTTP/1.1;Host: OWN",
                "405 | GET /api/neuron HTTP/1.1;Host: OWN",
                "404 | GET /api/graph HTTP/1.1;Host: OWN",
                // pictures
                "403 | POST /api/picture HTTP/1.1;Host: OWN;Content-Type: application/octet-stream;Content-Length: 2",
                "403 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://evil.example;Content-Type: application/octet-stream;Content-Length: 2",
                "403 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Sec-Fetch-Site: cross-site;Content-Type: application/octet-stream;Content-Length: 2",
                "415 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 2",
                "415 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: image/png;Content-Length: 2",
                "415 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: multipart/form-data;Content-Length: 2",
                "415 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Length: 2",
                "415 | POST /api/predict HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/octet-stream;Content-Length: 2",
                "400 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/octet-stream;Content-Length: 2",
                // types
                "415 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Length: 2",
                "415 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: text/plain;Content-Length: 2",
                "415 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: text/plain, application/json;Content-Length: 2",
                "415 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/x-www-form-urlencoded;Content-Length: 2",
                // paths
                "404 | GET /index.html HTTP/1.1;Host: OWN",
                "404 | GET /favicon.ico HTTP/1.1;Host: OWN",
                "404 | GET /../../../../etc/passwd HTTP/1.1;Host: OWN",
                "404 | GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1;Host: OWN",
                "404 | GET /page.js/../../version.txt HTTP/1.1;Host: OWN",
                "404 | GET /page.js%00 HTTP/1.1;Host: OWN",
                "404 | GET /PAGE.JS HTTP/1.1;Host: OWN",
                "404 | GET /api/play/events/1 HTTP/1.1;Host: OWN",
                "400 | GET /api/play/events?session=1 HTTP/1.1;Host: OWN",
                "404 | GET /api/figures/Chapter05/../0 HTTP/1.1;Host: OWN",
                "404 | GET /api/figures/Chapter05/%30 HTTP/1.1;Host: OWN",
                "404 | GET /api/figures/Chapter05/999999999999 HTTP/1.1;Host: OWN",
                "400 | GET //evil.example/ HTTP/1.1;Host: OWN",
                "400 | GET http://evil.example/ HTTP/1.1;Host: OWN",
                "400 | GET http://OWN/ HTTP/1.1;Host: OWN",
                "400 | GET /?a=b HTTP/1.1;Host: OWN",
                "400 | GET /api/networks? HTTP/1.1;Host: OWN",
            })
    void thePageAnswersWithTheRightStatus(String status, String request) throws Exception {
        String own = "127.0.0.1:" + page.port();
        String bytes =
                request.replace(";", "\r\n").replace("PORT", "" + page.port()).replace("OWN", own) + "\r\n\r\n"
                        + (request.contains("Content-Length: 2") ? "{}" : "");
        assertThat(page.send(bytes).lines().findFirst().orElse("nothing")).matches("HTTP/1.1 " + status + " .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"jar\"",
                "{",
                "{}",
                "{} {}",
                "{\"action\":\"pause\"",
                "{\"action\":\"pause\",}",
                "{'action':'pause'}",
                "{\"action\":null}",
                "{\"action\":7}",
                "{\"action\":[\"pause\"]}",
                "{\"action\":{\"a\":{\"b\":{}}}}",
                "{\"action\":\"pause\",\"action\":\"stop\"}",
                "{\"action\":\"pause\",\"more\":true}",
                "{\"action\":\"explode\"}",
                "{\"action\":\"save\",\"name\":\"../x\"}",
                "{\"action\":\"save\",\"name\":\"a/b\"}",
                "{\"action\":\"save\",\"name\":\"a.npz\"}",
                "{\"action\":\"save\",\"name\":\"CON\"}",
                "{\"action\":\"save\",\"name\":\"lpt1\"}",
                "{\"action\":\"resume\",\"name\":\"nul\"}",
                "{\"action\":\"save\",\"name\":\"a:b\"}",
                "{\"action\":\"save\",\"name\":\"a.\"}",
                "{\"action\":\"save\",\"name\":\"a\\\\b\"}",
                "{\"action\":\"save\",\"name\":\"\"}",
                "{\"action\":\"save\",\"name\":\"a\\u0000\"}",
                "{\"action\":\"resume\",\"name\":\"C:\\\\x\"}",
                "{\"action\":\"start\",\"options\":{\"hidden\":50}}",
                "{\"action\":\"start\",\"options\":{\"save\":\"x.npz\"}}",
                "{\"action\":\"start\",\"options\":{\"data\":\"/etc\"}}",
                "{\"action\":\"start\",\"options\":{\"resume\":\"/etc/passwd\"}}",
                "{\"action\":\"start\",\"options\":{\"-network\":\"two-layer\"}}",
                "{\"action\":\"start\",\"options\":{\"lr\":\"NaN\"}}",
                "{\"action\":\"start\",\"options\":{\"lr\":\"0.1\\n\"}}",
                "{\"action\":\"start\",\"options\":{\"steps\":\"1\",\"epochs\":\"1\"}}",
                "{\"action\":\"start\",\"options\":{\"batch\":\"0\"}}"
            })
    void thePageRefusesAWrongTraining(String json) throws Exception {
        HttpResponse<String> answer = page.post("/api/training", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
        assertThat(page.get("/api/training").body()).startsWith("{\"phase\":\"idle\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"network\":\"jar\",\"width\":27,\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":113,\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":1e300,\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":28.5,\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":\"28\",\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":28,\"pixels\":\"AAAA\"}",
                "{\"network\":\"jar\",\"width\":28,\"pixels\":\"A\"}",
                "{\"network\":\"jar\",\"width\":28,\"pixels\":\"<script>\"}",
                "{\"network\":\"jar\",\"width\":28}",
                "{\"network\":\"jar\",\"width\":28,\"pixels\":\"AAAA\",\"explain\":true}",
                "{\"network\":\"../jar\",\"width\":28,\"pixels\":\"AAAA\"}"
            })
    void thePageRefusesAWrongDrawing(String json) throws Exception {
        HttpResponse<String> answer = page.post("/api/predict", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void thePageSaysWhatIsMissing() throws Exception {
        HttpResponse<String> network = page.post("/api/predict", ServedPage.drawn("trained", SEVEN));
        assertThat(network.statusCode()).isEqualTo(404);
        assertThat(network.body()).isEqualTo("{\"error\":\"there is no such network\"}");
        HttpResponse<String> saved = page.train("\"resume\",\"name\":\"nothing\"");
        assertThat(saved.statusCode()).isEqualTo(404);
        assertThat(saved.body()).isEqualTo("{\"error\":\"nothing is saved as nothing\"}");
        assertThat(page.train("\"pause\"").statusCode()).isEqualTo(409);
        assertThat(page.post("/api/chapters", "{\"chapter\":\"Chapter99\"}").statusCode())
                .isEqualTo(404);
        assertThat(page.post("/api/figures", "{\"chapter\":\"Chapter02\",\"figure\":0}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageRefusesABodyThatIsTooLong() throws Exception {
        String json = "{\"network\":\"" + "a".repeat(40_000) + "\"}";
        HttpResponse<String> answer = page.post("/api/predict", json);
        assertThat(answer.statusCode()).isEqualTo(413);
        String endless = "POST /api/predict HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nOrigin: %s\r\n"
                        .formatted(page.port(), page.address())
                + "Content-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n" + "a".repeat(40_000);
        assertThat(page.send(endless)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void thePageSaysHowLongAPredictionTook() throws Exception {
        String request = ServedPage.drawn("jar", SEVEN);
        Matcher time = Pattern.compile("\"milliseconds\":([0-9.]+)")
                .matcher(page.post("/api/predict", request).body());
        assertThat(time.find()).isTrue();
        assertThat(Double.parseDouble(time.group(1))).isPositive();
    }
}
