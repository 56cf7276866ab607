package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IndexIteratorTest {
    @Test
    void indicesChangeTheLastPositionFastest() {
        assertThat(NDArray.zeros(2, 1, 3).indices())
                .containsExactly(
                        new int[] {0, 0, 0},
                        new int[] {0, 0, 1},
                        new int[] {0, 0, 2},
                        new int[] {1, 0, 0},
                        new int[] {1, 0, 1},
                        new int[] {1, 0, 2});
    }

    @Test
    void indicesIgnoreTheOrderInMemory() {
        assertThat(NDArray.zeros(2, 2).transpose().indices())
                .containsExactly(new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 1});
    }

    @Test
    void indicesOfAScalarAreOneEmptyPosition() {
        assertThat(NDArray.scalar(1).indices()).containsExactly(new int[0]);
    }

    @Test
    void indicesOfAnEmptyArrayAreNone() {
        assertThat(NDArray.zeros(2, 0, 3).indices()).isEmpty();
        assertThat(NDArray.zeros(0).indices()).isEmpty();
    }

    @Test
    void indicesGiveANewArrayEachTime() {
        Iterator<int[]> positions = NDArray.zeros(3).indices().iterator();
        int[] first = positions.next();
        first[0] = 7;
        assertThat(positions.next()).containsExactly(1);
        assertThat(first).containsExactly(7);
    }

    @Test
    void indicesCanBeIteratedAgain() {
        Iterable<int[]> indices = NDArray.zeros(2).indices();
        assertThat(indices).hasSize(2);
        assertThat(indices).hasSize(2);
    }

    @Test
    void indicesEndWithAnError() {
        Iterator<int[]> positions = NDArray.scalar(1).indices().iterator();
        positions.next();
        assertThat(positions.hasNext()).isFalse();
        assertThatThrownBy(positions::next).isExactlyInstanceOf(NoSuchElementException.class);
    }
}
