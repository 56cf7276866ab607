package io.github.dlfs4j.ndarray.kernel.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final AtomicInteger givenUp = new AtomicInteger();

    private final List<Long> rests = new ArrayList<>();

    private static WarmUp.Sample sample(Runnable vector, Runnable plain) {
        return new WarmUp.Sample(vector, plain, List.of(), List.of());
    }

    private WarmUp warmUp(Runnable vector, Runnable plain) {
        return warmUp(sample(vector, plain));
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

            @Override
            void giveUp() {
                givenUp.incrementAndGet();
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
    void aKernelThatTheUserHasChosenNeedsNoWarmUp() {
        assertThat(warmUp(Kernel.VECTOR).isOver(0)).isTrue();
        WarmUp never = warmUp(Kernel.PLAIN, sample(lasting(10), lasting(1000)));

        assertThat(never.isOver(10 * ENOUGH_WORK)).isFalse();
        assertThat(now.get()).isZero();
    }

    @Test
    void aWarmUpEndsSoonAfterTheVectorCodeHasBecomeFaster() {
        WarmUp warmUp = warmUp(compiledInRound(1500), lasting(1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(rounds.get()).isBetween(1510, 1800);
    }

    @Test
    void aWarmUpEndsSoonIfTheVectorCodeIsAlreadyCompiled() {
        WarmUp warmUp = warmUp(lasting(10), lasting(1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(now.get()).isLessThan(SECOND / 1000);
    }

    /** While the JIT compiler is busy with one sample, the next would only run in slow code. */
    @Test
    void aWarmUpCompilesOneSampleAfterTheOther() {
        List<String> order = new ArrayList<>();
        WarmUp warmUp = warmUp(
                sample(() -> order.add("first"), lasting(1000)), sample(() -> order.add("second"), lasting(1000)));

        warmUp.run();

        int rounds = order.indexOf("second");
        assertThat(rounds).isGreaterThan(1000);
        assertThat(order.subList(0, rounds)).containsOnly("first");
        assertThat(order.subList(rounds, 2 * rounds)).containsOnly("second");
        assertThat(warmUp.isOver(0)).isTrue();
    }

    @Test
    void aWarmUpIsNotOverWhileOneSampleIsSlower() {
        WarmUp.Sample wins = sample(compiledInRound(1500), lasting(1000));
        WarmUp warmUp = warmUp(wins, sample(lasting(SECOND / 100), lasting(SECOND / 200)), wins);

        warmUp.run();

        assertThat(warmUp.isOver(0)).isFalse();
    }

    /** On few processors, a rest is as long as the round before it. On more, there are no rests. */
    @Test
    void aWarmUpRestsOnlyAsLongAsTheVectorCodeIsSlower() {
        WarmUp warmUp = warmUp(compiledInRound(1500), lasting(1000));

        warmUp.run();

        assertThat(rests).hasSize(1499);
        assertThat(rests).containsOnly(Runtime.getRuntime().availableProcessors() < 4 ? 100_000L : 0L);
    }

    /**
     * An interruption of the plain code does not count as a win, and one of the vector code does not end the warm-up.
     */
    @Test
    void aWarmUpCountsOnlyWinsInARow() {
        AtomicInteger interrupted = new AtomicInteger();
        WarmUp warmUp = warmUp(
                compiledInRound(1500), () -> now.addAndGet(interrupted.incrementAndGet() % 20 == 0 ? 200_000 : 1000));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(rounds.get()).isBetween(1510, 1800);
    }

    @Test
    void aWarmUpGivesUpIfTheVectorCodeStaysSlower() {
        WarmUp warmUp = warmUp(lasting(SECOND / 100), lasting(SECOND / 200));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isFalse();
        assertThat(now.get()).isBetween(SECOND, 100 * SECOND);
    }

    @Test
    void aWarmUpDoesNotStartForLittleWork() {
        WarmUp warmUp = warmUp(compiledInRound(0), lasting(1000));

        for (int i = 0; i < 1000; i++) {
            assertThat(warmUp.isOver(1000)).isFalse();
        }

        assertThat(rounds.get()).isZero();
    }

    /** Returns squares, of which the vector code computes one wrongly if a number is large. */
    private WarmUp.Sample squares(double[] x, double[] out, double wrongFrom) {
        return new WarmUp.Sample(
                () -> {
                    now.addAndGet(10);
                    Arrays.setAll(out, i -> x[i] * x[i]);
                    out[7] = Math.abs(x[7]) < wrongFrom ? out[7] : Math.nextUp(out[7]);
                },
                () -> {
                    now.addAndGet(1000);
                    Arrays.setAll(out, i -> x[i] * x[i]);
                },
                List.of(x),
                List.of(out));
    }

    @Test
    void onAnUntriedJdkVectorsTakeOverIfTheirBitsAreRight() {
        WarmUp warmUp = warmUp(Kernel.ON_TRIAL, squares(new double[9], new double[9], Double.POSITIVE_INFINITY));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(givenUp.get()).isZero();
    }

    /** The last bit of one number is wrong, and only if it is as large as hardly any of the samples is. */
    @Test
    void onAnUntriedJdkPlainLoopsStayIfABitDiffers() {
        WarmUp warmUp = warmUp(Kernel.ON_TRIAL, squares(new double[9], new double[9], 1e6));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isFalse();
        assertThat(givenUp.get()).isEqualTo(1);
    }

    @Test
    void onATriedJdkNothingIsCompared() {
        WarmUp warmUp = warmUp(squares(new double[9], new double[9], 0));

        warmUp.run();

        assertThat(warmUp.isOver(0)).isTrue();
        assertThat(givenUp.get()).isZero();
    }

    @Test
    void aWarmUpStartsOnlyOnceWhileTheProgramGoesOn() throws InterruptedException {
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
