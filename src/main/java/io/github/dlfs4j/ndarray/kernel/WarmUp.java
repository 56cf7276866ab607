package io.github.dlfs4j.ndarray.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The time until vector code is compiled and was measured to be faster than the plain code that serves until then.
 *
 * <p>Before the JIT compiler has seen it often enough, an operation on a vector is a call that allocates, some hundred
 * times slower than the instruction it becomes. So a daemon thread runs both codes on a small sample, beside the
 * program, until the vector code wins; it takes some tenths of a second, and the thread is gone. It starts only in a
 * program that computes enough for that to pay, and until then no class of the Vector API is loaded. Both codes must
 * give the same bits, or a result would depend on time.
 */
abstract class WarmUp implements Runnable {
    /** With fewer than four, the program, a warm-up and the two JIT compilers get into each other's way. */
    private static final boolean FEW_PROCESSORS = Runtime.getRuntime().availableProcessors() < 4;

    /**
     * So many seconds a program must have computed by plain code. One that is shorter has nothing to gain; and on few
     * processors the compiler should be done with the program's own code.
     */
    static final double SECONDS_THAT_PAY = FEW_PROCESSORS ? 1 : 0.5;

    /** On few processors a round is followed by a rest of so many times its length. */
    private static final int REST = FEW_PROCESSORS ? 4 : 0;

    /** One warm-up at a time. */
    private static final Lock TURN = new ReentrantLock();

    /** Compiled code wins each time, but for interruptions; code that is not yet compiled, never. */
    private static final int WINS = 50;

    /** Compilation takes some tenths of a second, more on a busy machine. Who has not won by then will not win. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final long workThatPays;
    private final LongAdder work = new LongAdder();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean over;

    /**
     * A warm-up that has not begun.
     *
     * @param workThatPays how much work, in any unit, must have been done for the warm-up to begin
     */
    WarmUp(long workThatPays) {
        this.workThatPays = workThatPays;
    }

    /** Runs the vector code on a small sample. */
    abstract void runVector();

    /** Runs the plain code on the same sample. */
    abstract void runPlain();

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
     */
    final boolean isOver(long amount) {
        if (!over) {
            count(amount);
        }
        return over;
    }

    private void count(long amount) {
        work.add(amount);
        if (!started.get() && work.sum() >= workThatPays && started.compareAndSet(false, true)) {
            Thread thread = new Thread(this, "dlfs4j-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Runs both codes in turn until the vector code wins, or patience is at an end. */
    @Override
    public void run() {
        TURN.lock();
        try {
            over = vectorsWin();
        } finally {
            TURN.unlock();
        }
    }

    private boolean vectorsWin() {
        long start = nanoTime();
        int wins = 0;
        while (wins < WINS && nanoTime() - start < PATIENCE_NANOS) {
            long before = nanoTime();
            runVector();
            long between = nanoTime();
            runPlain();
            long after = nanoTime();
            if (between - before < after - between) {
                wins++;
            } else {
                wins = 0;
                rest(REST * (after - before));
            }
        }
        return wins == WINS;
    }
}
