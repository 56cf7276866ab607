package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingReductionTest {
    private static long crossingsByDefinition(List<List<Item>> columns) {
        long crossings = 0;
        for (List<Item> column : columns) {
            for (Item a : column) {
                for (Item b : column) {
                    for (Item endOfA : a.right) {
                        for (Item endOfB : b.right) {
                            if (a.rank < b.rank && endOfA.rank > endOfB.rank) {
                                crossings++;
                            }
                        }
                    }
                }
            }
        }
        return crossings;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCrossingReductionCountsAndReducesCrossings(int seed) {
        List<List<Item>> columns = new Columns(SampleDiagrams.random(seed, 40)).all();
        CrossingReduction reduction = new CrossingReduction(columns);
        long before = crossingsByDefinition(columns);
        assertThat(reduction.crossings()).isEqualTo(before);
        reduction.run();
        long after = crossingsByDefinition(columns);
        assertThat(reduction.crossings()).isEqualTo(after);
        assertThat(after).isLessThan(before);
    }

    @Test
    void aCrossingReductionUntanglesReversedLines() {
        Diagram diagram = new Diagram("every line crosses every other one");
        List<Diagram.Node> inputs =
                IntStream.range(0, 7).mapToObj(i -> diagram.input("x" + i)).toList();
        List<Diagram.Node> operations = IntStream.range(0, 7)
                .mapToObj(i -> diagram.operation("exp", inputs.get(i)))
                .toList();
        diagram.operation("concatenate", operations);
        List<List<Item>> columns = new Columns(diagram).all();
        Collections.reverse(columns.get(0));
        Columns.number(columns.get(0));
        CrossingReduction reduction = new CrossingReduction(columns);
        assertThat(reduction.crossings()).isEqualTo(21);
        reduction.run();
        assertThat(reduction.crossings()).isZero();
    }
}
