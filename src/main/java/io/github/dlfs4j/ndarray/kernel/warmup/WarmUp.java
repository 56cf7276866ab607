package io.github.dlfs4j.ndarray.kernel.warmup;

import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The phase in which a family of loops computes with plain code, because its vector code is not yet compiled, or not
 * yet known to be faster. A family is what computes alike in one type: products, functions, reductions or comparisons.
 * All loops of a family change to vectors at the same time. If the user has chosen a {@link Kernel}, the phase is over
 * from the start, or never.
 *
 * <p>Until the JIT compiler has compiled it, an operation on a vector is a call that allocates, some hundred times
 * slower than the instruction it becomes. So a daemon thread runs both codes on small samples, alongside the program,
 * until the vector code is faster. This takes some tenths of a second, or a second or two with rests; then the thread
 * ends. The thread starts only when the program has computed enough for the warm-up to pay. Until then, hardly a class
 * of the Vector API is loaded. Both codes must give the same bits, because otherwise a result would depend on the time.
 * On a JDK that was not tried, a {@link Trial} of the compiled code sees whether they do.
 *
 * <p>The samples are first compiled one after the other. While the JIT compiler is busy with one of them, it takes no
 * more work, and the others would only run in slow code.
 */
public abstract class WarmUp implements Runnable {
    /** With fewer than four processors, the program, the warm-up and the two JIT compilers compete for them. */
    private static final boolean FEW_PROCESSORS = Runtime.getRuntime().availableProcessors() < 4;

    /**
     * How many seconds a program must have computed with plain code before a warm-up starts. A shorter program has
     * nothing to gain. With few processors, the warm-up takes time from the program, and in the first seconds the JIT
     * compiler is busy with the program itself. With two processors, a training run was at most 0.15 seconds behind one
     * without vectors, after 3.5 seconds, and ahead from the fifth second on. A value of one second put it 0.25 seconds
     * behind, a value of four 0.19 seconds, and it was ahead from the eighth second on; both were measured with longer
     * rests.
     */
    protected static final double SECONDS_THAT_PAY = FEW_PROCESSORS ? 1.5 : 0.5;

    /** The multiply-adds that plain products compute in this time, about 10<sup>10</sup> a second. */
    protected static final long MULTIPLY_ADDS_THAT_PAY = (long) (1e10 * SECONDS_THAT_PAY);

    /** The elements that plain loops compute in this time, about 10<sup>9</sup> a second. */
    protected static final long ELEMENTS_THAT_PAY = (long) (1e9 * SECONDS_THAT_PAY);

    /**
     * The number of elements in a sample. It is not a multiple of a vector's length, because the code for the remaining
     * elements must be compiled as well.
     */
    protected static final int SAMPLE = 1009;

    /**
     * How many times its own length the warm-up rests after each round. While it rests, the JIT compiler shares the
     * processors with the program alone. Started after two seconds, with two processors, the warm-up put that training
     * run at most 0.15 seconds behind with such rests, 0.26 without rests, and 0.18 with rests of four times the
     * length.
     */
    private static final int REST = FEW_PROCESSORS ? 1 : 0;

    /**
     * If vector code takes more than this many times as long as plain code did in the last comparison, it is not yet
     * compiled.
     */
    private static final int UNCOMPILED_SLOWDOWN = 2;

    /**
     * How often a sample runs before the next one. The JIT compiler checks a method's call count every 1024 calls, so
     * after this many rounds all methods of the sample are in its queue.
     */
    private static final int ROUNDS_OF_ONE = 1100;

    /** One warm-up at a time. */
    private static final Lock TURN = new ReentrantLock();

    /**
     * How many comparisons in a row the vector code must win. Compiled code wins every time unless it is interrupted;
     * code that is not compiled never wins.
     */
    private static final int WINS = 50;

    /**
     * The longest warm-up. With rests, and on a busy machine, it takes some seconds. Code that has not won after this
     * time will not win.
     */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final boolean isOnTrial;

    /** The work until the warm-up starts; negative once it has started. */
    private final AtomicLong workLeft;

    private volatile boolean over;

    /**
     * A small piece of work that both codes can do.
     *
     * @param vector runs the vector code
     * @param plain runs the plain code, which gives the same results
     * @param operands the arrays that both read; any numbers may stand in them
     * @param results the arrays to which both write, or add if they are zero before
     */
    public record Sample(Runnable vector, Runnable plain, List<?> operands, List<?> results) {}

    /**
     * Creates a warm-up that has not started.
     *
     * @param workThatPays how much work, in any unit, must be done before the warm-up starts
     */
    protected WarmUp(long workThatPays) {
        this(Kernel.selected(), workThatPays);
    }

    /** Creates a warm-up for a kernel. */
    WarmUp(Kernel kernel, long workThatPays) {
        this.isOnTrial = kernel == Kernel.ON_TRIAL;
        this.workLeft = new AtomicLong(isOnTrial || kernel == Kernel.WARMING ? workThatPays : 0);
        this.over = kernel == Kernel.VECTOR;
    }

    /**
     * Returns what must be faster with vectors. It is called when the warm-up starts.
     *
     * @return small pieces of work, which use all vector loops of the family
     */
    protected abstract List<Sample> samples();

    void rest(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Returns whether the vector code is known to be faster. Counts the work that is about to be done.
     *
     * @param amount how much work is about to be done
     * @return {@code true} if the vector code is faster; from then on always {@code true}, unless vectors are given up
     */
    public final boolean isOver(long amount) {
        if (!over && workLeft.get() > 0) {
            count(amount);
        }
        return over && !Kernel.areVectorsGivenUp();
    }

    private void count(long amount) {
        long before = workLeft.getAndAdd(-amount);
        if (before > 0 && before <= amount) {
            Thread thread = new Thread(this, "dlfs4j-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Runs the vector code until it wins or the time is up. */
    @Override
    public void run() {
        TURN.lock();
        try {
            long end = nanoTime() + PATIENCE_NANOS;
            List<Sample> all = samples();
            all.forEach(sample -> compile(sample, end));
            boolean win = vectorsWin(all, end);
            if (win && isOnTrial && !Trial.isPassed(all)) {
                giveUp();
            } else {
                over = win;
            }
        } finally {
            TURN.unlock();
        }
    }

    void giveUp() {
        Kernel.giveUpVectors();
    }

    private void compile(Sample sample, long end) {
        for (int round = 0; round < ROUNDS_OF_ONE && nanoTime() < end; round++) {
            rest(REST * time(sample.vector()));
        }
    }

    /**
     * Compares both codes until the vector code has won often enough. While the vector code cannot win, the plain code
     * does not run: the samples differ from the program's operands, and the compiler would have to compile the plain
     * code again for both.
     */
    private boolean vectorsWin(List<Sample> all, long end) {
        long plain = Long.MAX_VALUE / UNCOMPILED_SLOWDOWN;
        int wins = 0;
        while (wins < WINS && nanoTime() < end) {
            long vector = time(() -> all.forEach(sample -> sample.vector().run()));
            boolean mayWin = vector < UNCOMPILED_SLOWDOWN * plain;
            if (mayWin) {
                plain = time(() -> all.forEach(sample -> sample.plain().run()));
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
