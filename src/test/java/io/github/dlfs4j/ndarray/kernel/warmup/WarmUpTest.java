package io.github.dlfs4j.ndarray.kernel.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time is simulated: a number that the samples increase. */
@BothKernels
class WarmUpTest {
    private static final long ENOUGH_WORK = 100_000_000;
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();

    private final List<Long> rests = new ArrayList<>();

    private WarmUp warmUp(Runnable vector, Runnable plain) {
        return warmUp(new WarmUp.Sample(vector, plain));
    }

    private WarmUp warmUp(WarmUp.Sample... samples) {
        return warmUp(Kernel.WARMING, samples);
    }

    private WarmUp warmUp(Kernel kernel, WarmUp.Sample... samples) {
        return new WarmUp(kernel, ENOUGH_WORK) {
            @Override
            protected List<Sample> samples() {
                return List.of(samples);
            }

            @Override
            void rest(long nanos) {
                rests.add(nanos);
            }

            @Override
            long nanoTime() {
                return now.get();
            }
        };
    }

    private Runnable lasting(long nanos) {
        return () -> now.addAndGet(nanos);
    }

    /** Returns code that is slow at first and fast from some round on. */
    private Runnable compiledInRound(int round) {
        return () -> now.addAndGet(rounds.incrementAndGet() < round ? 100_000 : 10);
    }

    @Test
    void aKernelThatTheUserHasChosenNeedsNone() {
        assertThat(warmUp(Kernel.VECTOR).isOver(0)).isTrue();
        WarmUp never = warmUp(Kernel.PLAIN, new WarmUp.Sample(lasting(10), lasting(1000)));

        assertThat(never.isOver(10 * ENOUGH_WORK)).isFalse();
        assertThat(now.get()).isZero();
    }

    @Test
    void endsSomeRoundsAfterTheVectorCodeHasBecomeFaster() {
        WarmUp warmUp = warmUp(compiledInRound(1500), lasting(1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(rounds.get()).isBetween(1510, 1800);
    }

    @Test
    void endsSoonIfTheVectorCodeIsAlreadyCompiled() {
        WarmUp warmUp = warmUp(lasting(10), lasting(1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(now.get()).isLessThan(SECOND / 1000);
    }

    /** While the JIT compiler is busy with one sample, the next would only run in slow code. */
    @Test
    void compilesOneSampleAfterTheOther() {
        List<String> order = new ArrayList<>();
        WarmUp warmUp = warmUp(
                new WarmUp.Sample(() -> order.add("first"), lasting(1000)),
                new WarmUp.Sample(() -> order.add("second"), lasting(1000)));

        warmUp.run();

        int rounds = order.indexOf("second");
        assertThat(rounds).isGreaterThan(1000);
        assertThat(order.subList(0, rounds)).containsOnly("first");
        assertThat(order.subList(rounds, 2 * rounds)).containsOnly("second");
        assertThat(warmUp.isOver(0)).isTrue();
    }

    @Test
    void isNotOverWhileOneSampleIsSlower() {
        WarmUp.Sample wins = new WarmUp.Sample(compiledInRound(1500), lasting(1000));
        WarmUp warmUp = warmUp(wins, new WarmUp.Sample(lasting(SECOND / 100), lasting(SECOND / 200)), wins);

        warmUp.run();

        assertThat(warmUp.isOver(0)).isFalse();
    }

    /** On few processors, a rest is as long as the round before it. On more, there are no rests. */
    @Test
    void restsOnlyAsLongAsTheVectorCodeIsSlower() {
        WarmUp warmUp = warmUp(compiledInRound(1500), lasting(1000));

        warmUp.run();

        assertThat(rests).hasSize(1499);
        assertThat(rests).containsOnly(Runtime.getRuntime().availableProcessors() < 4 ? 100_000L : 0L);
    }

    /**
     * An interruption of the plain code does not count as a win, and one of the vector code does not end the warm-up.
     */
    @Test
    void countsOnlyWinsInARow() {
        AtomicInteger interrupted = new AtomicInteger();
        WarmUp warmUp = warmUp(
                compiledInRound(1500), () -> now.addAndGet(interrupted.incrementAndGet() % 20 == 0 ? 200_000 : 1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(rounds.get()).isBetween(1510, 1800);
    }

    @Test
    void givesUpIfTheVectorCodeStaysSlower() {
        WarmUp warmUp = warmUp(lasting(SECOND / 100), lasting(SECOND / 200));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isFalse();
        assertThat(now.get()).isBetween(SECOND, 100 * SECOND);
    }

    @Test
    void doesNotStartForLittleWork() {
        WarmUp warmUp = warmUp(compiledInRound(0), lasting(1000));

        for (int i = 0; i < 1000; i++) {
            assertThat(warmUp.isOver(1000)).isFalse();
        }

        assertThat(rounds.get()).isZero();
    }

    @Test
    void startsOnlyOnceWhileTheProgramGoesOn() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        WarmUp warmUp = warmUp(
                () -> {
                    begun.incrementAndGet();
                    awaitUninterrupted(mayGoOn);
                    now.addAndGet(100 * SECOND);
                },
                lasting(1));

        for (int i = 0; i < 10; i++) {
            assertThat(warmUp.isOver(ENOUGH_WORK)).isFalse();
        }
        mayGoOn.countDown();
        while (begun.get() == 0) {
            Thread.sleep(1);
        }

        assertThat(begun.get()).isEqualTo(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
