package io.github.dlfs4j;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What this thread has used to do something: bounds for a test, no benchmark. The processor time leaves out what other
 * programs take. The memory is all that was allocated, more than was ever in use at once.
 *
 * @param nanoseconds of processor time
 * @param bytes of the heap
 */
public record Usage(long nanoseconds, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Does it once, whether it succeeds or fails. */
    public static Usage of(Callable<?> task) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanoseconds = THREADS.getCurrentThreadCpuTime();
        try {
            task.call();
        } catch (Exception e) {
            // It has used as much as a success would have.
        }
        nanoseconds = THREADS.getCurrentThreadCpuTime() - nanoseconds;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Usage(nanoseconds, bytes);
    }
}
