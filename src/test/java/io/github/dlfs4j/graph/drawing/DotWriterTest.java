package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DotWriterTest {
    static Stream<Arguments> diagrams() {
        return SampleDiagrams.all().map(diagram -> Arguments.of(diagram.title(), diagram));
    }

    @Test
    void dotHasNodesThenArrowsForwardAndBack() {
        Diagram diagram = new Diagram("y = (x + 1)²");
        Diagram.Node x = diagram.input("x").value("2").derivative("6");
        Diagram.Node sum = diagram.operation("+", x, diagram.constant("1"));
        diagram.operation("^2", sum.value("3").derivative("6"))
                .named("y")
                .value("9")
                .derivative("1");
        assertThat(DotWriter.write(diagram)).isEqualTo("""
                digraph "y = (x + 1)²" {
                  rankdir=LR
                  node [shape=circle fontname="sans-serif"]
                  edge [fontname="sans-serif" fontsize=12]
                  n0 [shape=plaintext label="x"]
                  n1 [shape=point]
                  n2 [label="+"]
                  n3 [label="^2"]
                  r3 [shape=plaintext label="y"]
                  n0 -> n2 [label="2"]
                  n0 -> n2 [dir=back label="6" penwidth=3 color="#d9622b" fontcolor="#b23c0a"]
                  n1 -> n2 [label="1"]
                  n2 -> n3 [label="3"]
                  n2 -> n3 [dir=back label="6" penwidth=3 color="#d9622b" fontcolor="#b23c0a"]
                  n3 -> r3 [label="9"]
                  n3 -> r3 [dir=back label="1" penwidth=3 color="#d9622b" fontcolor="#b23c0a"]
                }
                """);
    }

    /** y = x·x + x at 3, where the derivative with respect to x is 7. */
    @Test
    void anArrowBackInDotHasItsOwnDerivative() {
        Diagram diagram = new Diagram("x · x + x");
        Diagram.Node x = diagram.input("x").value("3").derivative("7");
        Diagram.Node square =
                diagram.operation("×", x, x).value("9").derivative("1").operandDerivatives(List.of("3", "3"));
        Diagram.Node sum =
                diagram.operation("+", square, x).value("12").derivative("1").operandDerivatives(List.of("1", ""));
        diagram.operation("exp", sum);
        assertThat(DotWriter.write(diagram).lines().filter(line -> line.contains("dir=back")))
                .extracting(line -> line.replaceFirst("dir=back label=(.*?) penwidth.*", "$1")
                        .strip())
                .containsExactly("n0 -> n1 [\"3\"", "n0 -> n1 [\"3\"", "n1 -> n2 [\"1\"", "n2 -> n3 [\"1\"");
    }

    @Test
    void anOperationHasADerivativeForEachOperand() {
        Diagram diagram = new Diagram("x · y");
        Diagram.Node product = diagram.operation("×", diagram.input("x"), diagram.input("y"));
        assertThatThrownBy(() -> product.operandDerivatives(List.of("1", "2", "3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 operands have 3 derivatives");
    }

    @Test
    void dotEscapesText() {
        Diagram diagram = new Diagram("\"");
        diagram.input("a\"b\\n&lt;<\n").value("2");
        assertThat(DotWriter.write(diagram)).contains("digraph \"\\\"\" {", "label=\"a\\\"b\\\\n&amp;lt;<�\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    void graphvizDrawsTheDot(String title, Diagram diagram, @TempDir Path folder) throws Exception {
        assumeTrue(graphviz(), "Graphviz is not installed");
        Path input = Files.writeString(folder.resolve("graph.dot"), DotWriter.write(diagram));
        Process dot = new ProcessBuilder("dot", "-Tsvg", input.toString())
                .redirectErrorStream(false)
                .start();
        String output = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(dot.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dot.waitFor()).as(errors).isZero();
        // Graphviz refers to its DTD, which no test should load from the web.
        Svg svg = Svg.parse(output.substring(output.indexOf("<svg")));
        assertThat(svg.texts("text"))
                .containsAll(diagram.nodes().stream()
                        .map(node -> node.symbol)
                        .filter(symbol -> !symbol.isEmpty())
                        .toList());
    }

    private static boolean graphviz() {
        try {
            return new ProcessBuilder("dot", "-V")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
