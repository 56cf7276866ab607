package io.github.dlfs4j.app.page.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.file.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void jsonIsWrittenAsThePageReadsIt() {
        assertThat(JsonWriter.write(JsonWriter.object(
                        "a", 1, "b", List.of(0.5, true, "x"), "c", null, "d", Double.NaN, "e", JsonWriter.object())))
                .isEqualTo("{\"a\":1,\"b\":[0.5,true,\"x\"],\"c\":null,\"d\":null,\"e\":{}}");
    }

    @Test
    void jsonEscapesControlCharactersAndHalfCharacters() {
        assertThat(JsonWriter.write("\"\\\n\u0000é/😀\ud800")).isEqualTo("\"\\\"\\\\\\n\\u0000é/😀\\ud800\"");
    }

    @Test
    void jsonRefusesToWriteObjectsOfOtherClasses() {
        assertThatThrownBy(() -> JsonWriter.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jsonIsReadAsThePageSendsIt() throws Refused {
        Body body = Body.ofJson(" {\"a\" : \"x\\u0041\\n\\/\" , \"b\":-1.5e2,\"d\":{\"e\":\"\"}} ");
        Pattern any = Pattern.compile("(?s).*");
        assertThat(body.text("a", any)).isEqualTo("xA\n/");
        assertThat(body.number("b", -200, 0)).isEqualTo(-150);
        assertThat(body.texts("d", any)).isEqualTo(Map.of("e", ""));
        body.end();
        Body.ofJson("{}").end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "\"\"",
                "{}x",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{\"a\":null}",
                "{\"a\":[]}",
                "{\"a\":{\"b\":{\"c\":1}}}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1e9999}",
                "{\"a\":0x10}",
                "{\"a\":True}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":1,\"a\":1}",
                "{\"a\":tru",
                "{\"a\":-}",
                "\ufeff{}"
            })
    void jsonRefusesToReadAnythingElse(String text) {
        assertThatThrownBy(() -> Body.ofJson(text)).isInstanceOf(Refused.class).hasMessageStartingWith("the JSON ");
    }

    @Test
    void jsonRefusesTooManyFields() {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int i = 0; i < 41; i++) {
            fields.add("\"" + i + "\":1");
        }
        assertThatThrownBy(() -> Body.ofJson(fields.toString())).hasMessage("the JSON has too many fields");
    }

    @Test
    void jsonRefusesDeeplyNestedObjects() {
        assertThatThrownBy(() -> Body.ofJson("{\"a\":".repeat(5_000))).isInstanceOf(Refused.class);
    }
}
