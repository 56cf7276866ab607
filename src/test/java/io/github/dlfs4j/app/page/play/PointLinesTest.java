package io.github.dlfs4j.app.page.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointLinesTest {
    private static String json(String lines) throws Refused {
        return JsonWriter.write(new PointLines(lines).toJson());
    }

    /** Returns a text as a test shows it: {@code /} ends a line, and {@code >} is a tab. */
    private static String text(String shown) {
        return shown.replace('/', '\n').replace('>', '\t');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1, -2, cat/0.5, 2.5e-1, dog",
                "1,-2,cat/.5,+0.25,dog",
                "1>-2>cat/0.5>.25>dog",
                "1 -2 cat/  0.5   0.25    dog  ",
                "1.> -2 >\"cat\"/5E-1 , 0.25 ,\"dog\"",
                "x, y, class/1, -2, cat//0.5, 0.25, dog/",
                "\"x\",\"y\",\"animal\"/\"1\",\"-2\",\"cat\"/0.5,0.25,dog",
                "\ufeffx1>x2>label/1>-2>cat/0.5>0.25>dog"
            })
    void linesOfPointsMayHaveCommasTabsOrSpacesAndAHeader(String lines) throws Refused {
        String expected = "{\"points\":[[1.0,-2.0,0.0],[0.5,0.25,1.0]],\"names\":[\"cat\",\"dog\"],"
                + "\"said\":\"Points taken: 2.\"}";
        assertThat(json(text(lines))).isEqualTo(expected);
        assertThat(json(text(lines).replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(json(text(lines).replace("\n", "\r"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2,my cat/1,3,猫 | [1.0,2.0,0.0],[1.0,3.0,1.0] | \"my cat\",\"猫\"",
                "1,2,\"a, \"\"b\"\"\"/1,3,c | [1.0,2.0,0.0],[1.0,3.0,1.0] | \"a, \\\"b\\\"\",\"c\"",
                "1>2>a, b/1>2>c | [1.0,2.0,0.0],[1.0,2.0,1.0] | \"a, b\",\"c\"",
                "1,2,blue/1,3,orange | [1.0,2.0,1.0],[1.0,3.0,0.0] | \"orange\",\"blue\"",
                "1,2,blue | [1.0,2.0,1.0] | \"orange\",\"blue\"",
                "1,2,1/1,3,-1 | [1.0,2.0,1.0],[1.0,3.0,0.0] | \"-1\",\"1\"",
                "1,2,0/1,3,1 | [1.0,2.0,0.0],[1.0,3.0,1.0] | \"0\",\"1\"",
                "1,2,1 | [1.0,2.0,1.0] | \"0\",\"1\"",
                "-0,0,b/-0.0,0,a | [0.0,0.0,0.0],[0.0,0.0,1.0] | \"b\",\"a\""
            })
    void classesOfPointsMayHaveAnyNameAndKeepTheirColours(String lines, String points, String names) throws Refused {
        assertThat(json(text(lines))).contains("{\"points\":[" + points + "],\"names\":[" + names + "],");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | there are no points in these lines",
                "x, y, class// | there are no points in these lines",
                "1,2,a/1,5 2,5 b | line 2: \"1,5\" is not a finite number, such as 1.5 with a point",
                "1,5>2,5>b | line 1: \"1,5\" is not",
                "1,5;2,5;b | line 1: \"5;2\" is not",
                "1;2;b | line 1 is not an x, a y and a class with commas, tabs or spaces between them: 1;2;b",
                "1,2 | line 1 is not an x",
                "1,2, | line 1 is not an x",
                "1,2,3,4 | line 1 is not an x",
                "1 2 3 4 | line 1 is not an x",
                "1,2,a//NaN,2,a | line 3: \"NaN\" is not",
                "NaN,nan,a | line 1: \"NaN\" is not",
                "Infinity,-Infinity,a | line 1: \"Infinity\" is not",
                "1e400,0,a | line 1: \"1e400\" is not",
                "0x1,0,a | line 1: \"0x1\" is not",
                "1d,0,a | line 1: \"1d\" is not",
                "1,2,a/x,y,class | line 2: \"x\" is not",
                "x,y,class/u,v,class | line 2: \"u\" is not",
                "1,2,a/1,2,b/1,2,a/1,2,c | line 4: \"c\" would be a third class, after \"a\" and \"b\""
            })
    void aWrongLineOfPointsIsRefusedByItsNumber(String lines, String message) {
        assertThatThrownBy(() -> json(text(lines))).isInstanceOf(Refused.class).hasMessageStartingWith(message);
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + ",0," + i % 2).collect(Collectors.joining("\n"));
    }

    @Test
    void linesOfPointsAreAtMostAThousand() throws Refused {
        assertThat(json("x,y,class\n" + many(1000))).contains("Points taken: 1000.");
        assertThatThrownBy(() -> json(many(1001)))
                .hasMessage("line 1001 is too much: there may be at most 1000 points");
    }

    @Test
    void pointsOutsideThePlaneAreScaledToItWhichIsSaid() throws Refused {
        assertThat(json("0,1,a\n10,2,b\n5,3,b"))
                .contains("[[-2.5,1.0,0.0],[2.5,2.0,1.0],[0.0,3.0,1.0]]")
                .contains(
                        "Points taken: 3. x went from 0.0 to 10.0, outside the plane, and is scaled to -2.5 to 2.5.\"");
        assertThat(json("1e300,-1.7e308,a\n1e300,1.7e308,b")).contains("[[0.0,-2.5,0.0],[0.0,2.5,1.0]]");
    }

    @Test
    @Timeout(20)
    void longLinesOfPointsTakeLittleTime() {
        for (String part : List.of(" ", "\t ", "1", "\"", ",", "\n", "1.", "\u3000,")) {
            String text = part.repeat((1 << 20) / part.length());
            for (String lines : List.of(text, "1,2," + text + "x", "1" + text + "x")) {
                try {
                    json(lines);
                } catch (Refused e) {
                    assertThat(e.getMessage()).hasSizeLessThan(200);
                }
            }
        }
    }
}
