package io.github.dlfs4j.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowBlocksTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 8, 3", "7, 8, 3", "100, 8, 2", "101, 8, 2", "1000, 1, 5", "64, 64, 4", "0, 8, 2"})
    void everyRowIsComputedOnceInBlocksOfWholeUnits(int rows, int unit, int threads) {
        AtomicIntegerArray times = new AtomicIntegerArray(rows);

        new RowBlocks(threads, 1).forEach(rows, unit, 1_000_000, (first, end) -> {
            assertThat(first % unit).isZero();
            for (int i = first; i < end; i++) {
                times.incrementAndGet(i);
            }
        });

        for (int i = 0; i < rows; i++) {
            assertThat(times.get(i)).as("row %d", i).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 8, 3", "100, 8, 1", "100, 8, 2", "101, 8, 3", "64, 64, 4"})
    void blocksAreTheSameForAnyNumberOfThreads(int rows, int unit, int threads) {
        Map<Integer, Integer> ends = new ConcurrentHashMap<>();
        new RowBlocks(threads, 1).forEachBlock(rows, unit, 1_000_000, (first, end) -> {
            assertThat(ends.put(first, end)).isNull();
        });
        Map<Integer, Integer> expected = new HashMap<>();
        for (int first = 0; first < rows; first += unit) {
            expected.put(first, Math.min(first + unit, rows));
        }
        assertThat(ends).isEqualTo(expected);
    }

    @Test
    void littleWorkIsDoneInOneBlockByTheCaller() {
        new RowBlocks(8, 1000).forEach(800, 8, 1999, (first, end) -> {
            assertThat(first).isZero();
            assertThat(end).isEqualTo(800);
        });
    }

    /** Each of two threads waits until the other has started. */
    @Test
    void muchWorkIsDoneByTwoThreadsAtTheSameTime() {
        if (ForkJoinPool.commonPool().getParallelism() == 0) {
            return;
        }
        CountDownLatch bothHaveBegun = new CountDownLatch(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        new RowBlocks(2, 1).forEach(16, 8, 1_000_000, (first, end) -> {
            threads.add(Thread.currentThread());
            bothHaveBegun.countDown();
            await(bothHaveBegun);
        });

        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anErrorInABlockReachesTheCaller() {
        RowBlocks blocks = new RowBlocks(2, 1);

        assertThatThrownBy(() -> blocks.forEach(16, 8, 1_000_000, (first, end) -> {
                    throw new IllegalStateException("block " + first);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("block");
    }

    @Test
    void thereAreAsManyThreadsAsProcessorsUnlessTheUserChooses() {
        assertThat(RowBlocks.threads(null, 6)).isEqualTo(6);
        assertThat(RowBlocks.threads("3", 6)).isEqualTo(3);
        assertThat(RowBlocks.threads("12", 6)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "two", "1.5"})
    void anyOtherNumberOfThreadsIsRefused(String choice) {
        assertThatThrownBy(() -> RowBlocks.threads(choice, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property dlfs4j.threads must be a positive integer, not '" + choice + "'");
    }
}
