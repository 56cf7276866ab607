package io.github.dlfs4j.ndarray.kernel.warmup;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The time until vector code is compiled and was measured to be faster than the plain code that serves until then.
 *
 * <p>Before the JIT compiler has seen it often enough, an operation on a vector is a call that allocates, some hundred
 * times slower than the instruction it becomes. So a daemon thread runs both codes on small samples, beside the
 * program, until the vector code wins; it takes some tenths of a second or, with rests, a second or two, and the thread
 * is gone. It starts only in a program that computes enough for that to pay, and until then hardly a class of the
 * Vector API is loaded. Both codes must give the same bits, or a result would depend on time.
 *
 * <p>At first one sample after the other: while the JIT compiler has some to do, others would run on in slow code, and
 * it takes no more of them meanwhile.
 */
public class WarmUp implements Runnable {
    /** With fewer than four, the program, a warm-up and the two JIT compilers get into each other's way. */
    private static final boolean FEW_PROCESSORS = Runtime.getRuntime().availableProcessors() < 4;

    /**
     * So many seconds a program must have computed by plain code. One that is shorter has nothing to gain. On few
     * processors the program itself pays for the warm-up, and in its first seconds the JIT compiler has enough to do
     * with the program. On two, a training was 0.15 seconds behind one without vectors at most, after 3.5, and ahead
     * from the fifth second on. With one second here it was 0.25 behind, with four 0.19, and ahead from the eighth
     * second on; both with longer rests.
     */
    public static final double SECONDS_THAT_PAY = FEW_PROCESSORS ? 1.5 : 0.5;

    /**
     * On few processors a round is followed by a rest of so many times its length, in which the JIT compiler is alone
     * beside the program. Begun after two seconds, it made that training 0.15 seconds late at most with such rests,
     * 0.26 without, and 0.18 with rests of four times the length.
     */
    private static final int REST = FEW_PROCESSORS ? 1 : 0;

    /** Vector code that takes more than so many times as long as the plain code did last time is not yet compiled. */
    private static final int HOPELESS = 2;

    /** The JIT compiler looks at a method's count of calls every 1024 calls; then all are in its queue. */
    private static final int ROUNDS_OF_ONE = 1100;

    /** One warm-up at a time. */
    private static final Lock TURN = new ReentrantLock();

    /** Compiled code wins each time, but for interruptions; code that is not yet compiled, never. */
    private static final int WINS = 50;

    /** With rests, and on a busy machine, it takes some seconds. Who has not won by then will not win. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final WorkDone work;
    private final Supplier<List<? extends Sample>> samples;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean over;

    /** A piece of work for both codes. */
    public interface Sample {
        /** Runs the vector code. */
        void runVector();

        /** Runs the plain code. */
        void runPlain();
    }

    /**
     * A warm-up that has not begun.
     *
     * @param workThatPays how much work, in any unit, must have been done for the warm-up to begin
     * @param samples what must be faster with vectors; they are asked for when it begins
     */
    public WarmUp(long workThatPays, Supplier<List<? extends Sample>> samples) {
        this.work = new WorkDone(workThatPays);
        this.samples = samples;
    }

    void rest(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Whether the vector code is the faster one by now.
     *
     * @param amount of the work that is about to be done
     * @return the same for ever, once it is
     */
    public final boolean isOver(long amount) {
        if (!over) {
            count(amount);
        }
        return over;
    }

    private void count(long amount) {
        if (work.isEnoughWith(amount) && !started.getAndSet(true)) {
            Thread thread = new Thread(this, "dlfs4j-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Runs the vector code until it wins, or patience is at an end. */
    @Override
    public void run() {
        TURN.lock();
        try {
            long end = nanoTime() + PATIENCE_NANOS;
            List<? extends Sample> all = samples.get();
            all.forEach(sample -> compile(sample, end));
            over = vectorsWin(all, end);
        } finally {
            TURN.unlock();
        }
    }

    private void compile(Sample sample, long end) {
        for (int round = 0; round < ROUNDS_OF_ONE && nanoTime() < end; round++) {
            rest(REST * time(sample::runVector));
        }
    }

    /**
     * While the vector code cannot win, the plain code is left alone: the samples are not like the program's operands,
     * and what the compiler assumed of those would have to be compiled anew.
     */
    private boolean vectorsWin(List<? extends Sample> all, long end) {
        long plain = Long.MAX_VALUE / HOPELESS;
        int wins = 0;
        while (wins < WINS && nanoTime() < end) {
            long vector = time(() -> all.forEach(Sample::runVector));
            boolean mayWin = vector < HOPELESS * plain;
            if (mayWin) {
                plain = time(() -> all.forEach(Sample::runPlain));
            }
            if (mayWin && vector < plain) {
                wins++;
            } else {
                wins = 0;
                rest(REST * vector);
            }
        }
        return wins == WINS;
    }

    private long time(Runnable code) {
        long start = nanoTime();
        code.run();
        return nanoTime() - start;
    }
}
