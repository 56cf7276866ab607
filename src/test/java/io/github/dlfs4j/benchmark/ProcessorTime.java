package io.github.dlfs4j.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures how long processors compute a call, which other programs on the machine disturb less than the time by the
 * clock. Java's compiler and garbage collector are not counted: their threads are none of Java's.
 */
public final class ProcessorTime implements InternalProfiler {
    private static final double NANOSECONDS_PER_MICROSECOND = 1000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long start;

    @Override
    public String getDescription() {
        return "Processor time of a call, by Java's threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = total();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double time = (total() - start) / NANOSECONDS_PER_MICROSECOND;
        double calls = result.getMetadata().getAllOps();
        return List.of(new ScalarResult("processor time", time / calls, "us/op", AggregationPolicy.AVG));
    }

    /** The time of a thread that has ended meanwhile is -1. */
    private long total() {
        return Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(time -> time > 0)
                .sum();
    }
}
