package io.github.dlfs4j.app.page.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointLinesTest {
    /** Reads lines as a test shows them: {@code /} ends one, and {@code >} is a tab. */
    private static String json(String shown) throws Refused {
        return JsonWriter.write(new PointLines(shown.replace('/', '\n').replace('>', '\t')).toJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1, -2, cat/.5, 2.5e-1, dog | [1.0,-2.0,0.0],[0.5,0.25,1.0] | cat,dog",
                "1>-2>cat//0.5>+.25>dog/ | [1.0,-2.0,0.0],[0.5,0.25,1.0] | cat,dog",
                "1. -2 cat/  5E-1  0.25    dog  | [1.0,-2.0,0.0],[0.5,0.25,1.0] | cat,dog",
                "\"x\",\"y\",\"animal\"/1, > -2,\"cat\"/1 -2 cat | [1.0,-2.0,0.0],[1.0,-2.0,0.0] | cat,",
                "\ufeffx1>x2>label/1,2,my cat/1,3,猫 | [1.0,2.0,0.0],[1.0,3.0,1.0] | my cat,猫",
                "-2,00;1,5;a/.5;2,25e-1;b | [-2.0,1.5,0.0],[0.5,0.225,1.0] | a,b",
                "x1;x2;label/-2,00>1,5>my cat/1 2.5 b | [-2.0,1.5,0.0],[1.0,2.5,1.0] | my cat,b",
                "−2，1，a/−.5,+1,b | [-2.0,1.0,0.0],[-0.5,1.0,1.0] | a,b",
                "1,>2,>a/1;2；3,5 | [1.0,2.0,0.0],[1.0,2.0,1.0] | a;3.5",
                "1,2,blue/-0,3,orange | [1.0,2.0,1.0],[0.0,3.0,0.0] | orange,blue",
                "1,2,1/1,2,1 | [1.0,2.0,1.0],[1.0,2.0,1.0] | ,1",
                "1,2,1/1,3,-1 | [1.0,2.0,1.0],[1.0,3.0,0.0] | -1,1",
                "0,1,a/10,2,b/5,3,b | [-2.5,1.0,0.0],[2.5,2.0,1.0],[0.0,3.0,1.0] | a,b",
                "1e300,-1.7e308,a/1e300,1.7e308,b | [0.0,-2.5,0.0],[0.0,2.5,1.0] | a,b"
            })
    void linesOfPointsMayHaveCommasTabsOrSpacesAndAHeader(String lines, String points, String names) throws Refused {
        String both = names.replaceFirst("[,;]", "\",\"").replace("3.5", "3,5");
        String expected = "{\"points\":[%s],\"names\":[\"%s\"],".formatted(points, both);
        assertThat(json(lines)).startsWith(expected);
        assertThat(json(lines.replace("/", "\r\n"))).startsWith(expected);
    }

    @Test
    void linesOfPointsSayWhatIsScaledToThePlane() throws Refused {
        assertThat(json("0,1,a/10,2,b"))
                .endsWith("\"Points: 2. x went from 0.0 to 10.0, outside the plane, and is scaled to -2.5 to 2.5.\"}");
    }

    @Test
    void linesOfPointsSayThatTheirCommasAreDecimal() throws Refused {
        assertThat(json("1;2,5;a/2;1.5;b")).endsWith("\"Points: 2. Commas in numbers are read as decimal points.\"}");
        assertThat(json("1,2,a/2;1.5;b")).endsWith("\"Points: 2.\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | there must be at least two points: one to learn from",
                "x, y, class/1 1 a/ | there must be at least two points",
                "1,2,a/1.000,5;2,5;b | line 2: \"1.000.5\" is not a finite number, such as 1.5",
                "1,2,a/1,5 2,5 b | line 2: \"5 2\" is not a finite number",
                "1;2 | line 1 is not an x, a y and a class with commas, semicolons, tabs or spaces between them: 1;2",
                "1,2,a/-2,00,1,50,a | line 2: it is not clear which commas are decimal ones; write points, or semicolons",
                "1,2,a/1, 5, −2, a | line 2: it is not clear which commas are decimal ones",
                "1 2 3 4 | line 1 is not an x",
                "1,2,a//NaN,2,a | line 3: \"NaN\" is not",
                "NaN,nan,a | line 1: \"NaN\" is not",
                "Infinity,-Infinity,a | line 1: \"Infinity\" is not",
                "1e400,0,a | line 1: \"1e400\" is not",
                "x,y,class/u,v,class | line 2: \"u\" is not",
                "1,2,a/1,2,b/1,2,a/1,2,c | line 4: \"c\" would be a third class, after \"a\" and \"b\""
            })
    void aWrongLineOfPointsIsRefusedByItsNumber(String lines, String message) {
        assertThatThrownBy(() -> json(lines)).isInstanceOf(Refused.class).hasMessageStartingWith(message);
    }

    @Test
    void linesOfPointsAreAtMostAThousand() throws Refused {
        String thousand = "x,y,class/" + "1,2,a/".repeat(1000);
        assertThat(json(thousand)).contains("Points: 1000.");
        ThrowingCallable tooMany = () -> json(thousand + "1,2,a");
        assertThatThrownBy(tooMany).hasMessage("line 1002 is too much: there may be at most 1000 points");
    }

    @Test
    @Timeout(20)
    void longLinesOfPointsTakeLittleTime() {
        for (String part : List.of(" ", "> ", "1", ",", "/", "1.", "\u3000,")) {
            String text = part.repeat((1 << 20) / part.length());
            for (String lines : List.of("1,2," + text + "x/x", "1" + text + "x")) {
                assertThatThrownBy(() -> json(lines)).message().hasSizeLessThan(200);
            }
        }
    }
}
