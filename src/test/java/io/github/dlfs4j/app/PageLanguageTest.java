package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page speaks the language of its reader. */
class PageLanguageTest extends WithServedPage {
    private static final String CHINESE = "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8";
    private static final String JAPANESE = "Cookie: dlfs4j-language=ja";

    /** Sends a request with headers, a line for each. */
    private static HttpResponse<String> get(String path, String headers) throws Exception {
        return page.get(path, headers.split(": |\n", -1));
    }

    private static String post(String path, String header, String json) throws Exception {
        return page.post(path, json, header.split(": ", -1)).body();
    }

    /** A cookie of the menu counts more than the browser; whatever is not one of the three languages is English. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en    | Accept-Language: en-GB,en;q=0.9,ja;q=0.8
                    zh-CN | Accept-Language: zh
                    zh-CN | Accept-Language: zh-TW
                    zh-CN | Accept-Language: fr, zh-Hans-CN;q=0.5, en;q=0.4
                    ja    | Accept-Language: en;q=0.2, ja-JP;q=0.9
                    en    | Accept-Language: fr-FR
                    en    | Accept-Language: *
                    en    | Accept-Language: ja;q=nonsense
                    en    | Accept-Language: ,,;=
                    ja    | Cookie: dlfs4j-language=ja
                    zh-CN | Cookie: other=1; dlfs4j-language=zh-CN; more=2
                    en    | Cookie: dlfs4j-language=../ja
                    en    | Cookie: not-dlfs4j-language=ja
                    """)
    void thePageIsInTheLanguageOfTheMenuOrElseOfTheBrowser(String language, String header) throws Exception {
        HttpResponse<String> answer = get("/", header);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void theMenuCountsMoreThanTheBrowserAndAVeryLongListOfLanguagesIsNotRead() throws Exception {
        assertThat(get("/", CHINESE + "\n" + JAPANESE).body()).contains("<html lang=\"ja\">");
        assertThat(get("/", CHINESE + "\n" + JAPANESE + "-JP").body()).contains("<html lang=\"zh-CN\">");
        assertThat(get("/", CHINESE + ",aa-bb".repeat(5_000)).body()).contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, JAPANESE})
    void whatTheServerSaysIsInTheLanguage(String header) throws Exception {
        assertThat(get("/language.js", header).body()).doesNotContain("Draw a digit");
        assertThat(get("/api/options", header).body()).containsPattern("\"name\":\"lr\",\"label\":\"学[习習]率\"");
        assertThat(get("/api/networks", header).body())
                .contains("784-50-100-10")
                .doesNotContain("the network");
        assertThat(get("/api/play", header).body()).contains("1,000", "98 %").doesNotContain("lines", "points are");
        assertThat(get("/nothing", header).body()).doesNotContain("there is nothing");
        assertThat(post("/api/layers", header, "{\"layer\":\"none\"}")).doesNotContain("there", "layer");
        // A tab that was open before the menu was used asks in the old language.
        assertThat(post("/api/layers", header, "{\"layer\":\"softmax\"}")).contains("\"sentences\"");
    }

    /** The numbers are as in English. */
    @ParameterizedTest
    @ValueSource(strings = {CHINESE, JAPANESE})
    void aGraphIsToldInTheLanguage(String header) throws Exception {
        String request =
                "{\"formula\":\"x * y\",\"values\":{\"x\":\"0.5\",\"y\":\"1000000\"},\"over\":\"\",\"from\":0,\"to\":1}";
        assertThat(post("/api/graphs", header, request))
                .contains("x = 0.5", "y = 1000000", "500000", "<title>", "<desc>")
                .doesNotContain("Given", "goes to", "Computational", " times ");
        assertThat(post("/api/graphs", header, request.replace("x * y", "x *")))
                .contains("\"at\":3")
                .doesNotContain("missing");
    }

    @Test
    void aTrainingIsToldToEachTabInItsLanguage() throws Exception {
        page.train("\"start\",\"options\":{\"steps\":\"3\",\"batch\":\"10\",\"hidden\":\"5\"}");
        String english = page.waitFor("\"phase\":\"ended\"");
        String japanese = get("/api/training", JAPANESE).body();
        assertThat(english).contains("ended after step 3", "a network of 784-5-10", "batches of 10");
        assertThat(japanese).contains("784-5-10").doesNotContain("ended after", "a network of", "batches");
        for (List<String> tab : List.of(List.of("en", english), List.of("ja", japanese))) {
            HttpResponse<InputStream> events = page.open("/api/events", "Cookie", "dlfs4j-language=" + tab.get(0));
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                assertThat(reader.readLine()).isEqualTo("event: state");
                assertThat(reader.readLine()).isEqualTo("data: " + tab.get(1));
            }
        }
    }
}
