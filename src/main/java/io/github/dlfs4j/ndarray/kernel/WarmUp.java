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
 * program, until the vector code wins; it takes some tenths of a second or, with rests, some seconds, and the thread is
 * gone. It starts only in a program that computes enough for that to pay, and until then hardly a class of the Vector
 * API is loaded. Both codes must give the same bits, or a result would depend on time.
 */
abstract class WarmUp implements Runnable {
    /** With fewer than four, the program, a warm-up and the two JIT compilers get into each other's way. */
    private static final boolean FEW_PROCESSORS = Runtime.getRuntime().availableProcessors() < 4;

    /**
     * So many seconds a program must have computed by plain code. One that is shorter has nothing to gain. On few
     * processors the program itself pays for the warm-up, some tenths of a second, which should be little beside what
     * it took so far.
     */
    static final double SECONDS_THAT_PAY = FEW_PROCESSORS ? 2 : 0.5;

    /**
     * On few processors a round is followed by a rest of so many times its length: most of the time only one of the
     * two, the warm-up or the JIT compiler, is beside the program. With half as long rests, a training on two
     * processors was 0.2 seconds behind one without vectors before it overtook it, and not 0.1.
     */
    private static final int REST = FEW_PROCESSORS ? 8 : 0;

    /** So many times faster than at first a round of vector code is once it is compiled, at the least. */
    private static final int GAIN_OF_COMPILATION = 20;

    /** The plain code is also tried now and then, for vector code that was compiled before. */
    private static final int ROUNDS_WITHOUT_PLAIN = 1000;

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

    /** Runs the vector code until it wins, or patience is at an end. */
    @Override
    public void run() {
        TURN.lock();
        try {
            over = vectorsWin();
        } finally {
            TURN.unlock();
        }
    }

    /**
     * While the vector code cannot win, the plain code is left alone: the sample is not like the program's operands,
     * and what the compiler assumed of those would have to be compiled anew.
     */
    private boolean vectorsWin() {
        long start = nanoTime();
        long notCompiled = Long.MAX_VALUE;
        int wins = 0;
        for (int round = 1; wins < WINS && nanoTime() - start < PATIENCE_NANOS; round++) {
            long vector = timeOfVector();
            // The first round loads classes as well.
            notCompiled = round <= 2 ? vector : notCompiled;
            boolean mayWin = vector < notCompiled / GAIN_OF_COMPILATION || round % ROUNDS_WITHOUT_PLAIN == 0;
            if (mayWin && vector < timeOfPlain()) {
                wins++;
            } else {
                wins = 0;
                rest(REST * vector);
            }
        }
        return wins == WINS;
    }

    private long timeOfVector() {
        long start = nanoTime();
        runVector();
        return nanoTime() - start;
    }

    private long timeOfPlain() {
        long start = nanoTime();
        runPlain();
        return nanoTime() - start;
    }
}
