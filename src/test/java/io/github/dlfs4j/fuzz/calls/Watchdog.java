package io.github.dlfs4j.fuzz.calls;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** Ends this process if a call does not end. It counts the processor's time, so that other programs do not matter. */
final class Watchdog extends Thread {
    static final int EXIT_CODE = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long MAX_NANOSECONDS = TimeUnit.SECONDS.toNanos(10);
    /** A call that waits for something takes no processor time. */
    private static final long MAX_WAIT = TimeUnit.MINUTES.toNanos(5);

    private final Thread watched;
    private volatile Object task;
    private volatile int number;
    private volatile long began;
    private volatile long beganToWait;

    Watchdog(Thread watched) {
        this.watched = watched;
        setDaemon(true);
    }

    /** The watched thread, which calls this, begins a call or to make its arguments. */
    void begin(Object next, int numberOfNext) {
        began = THREADS.getCurrentThreadCpuTime();
        beganToWait = System.nanoTime();
        task = next;
        number = numberOfNext;
    }

    /** The watched thread is between two tasks; returns the seconds of the processor that the last one took. */
    double end() {
        task = null;
        return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
    }

    private long taken() {
        return THREADS.getThreadCpuTime(watched.getId()) - began;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(100);
                look();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look() {
        try {
            if (task != null && (taken() > MAX_NANOSECONDS || System.nanoTime() - beganToWait > MAX_WAIT)) {
                report();
            }
        } catch (OutOfMemoryError e) {
            // The call has taken all memory at this moment. There will be another look.
        }
    }

    private void report() {
        StringBuilder trace = new StringBuilder();
        for (StackTraceElement frame : watched.getStackTrace()) {
            if (frame.getClassName().startsWith("io.github.dlfs4j")) {
                trace.append(" < ").append(frame.getFileName()).append(':').append(frame.getLineNumber());
            }
        }
        System.out.println("problem: does not end: " + task + trace);
        System.out.println("halted " + number);
        System.out.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
