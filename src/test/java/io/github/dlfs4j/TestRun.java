package io.github.dlfs4j;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of classes without Maven: {@code .ci/run} does so as on machines of other kinds. */
public final class TestRun {
    private TestRun() {}

    /**
     * Prints how many passed, and which failed, of those that a normal build runs. The names are those below
     * {@code io.github.dlfs4j}.
     */
    public static void main(String... names) {
        ClassSelector[] classes = Stream.of(names)
                .map(name -> DiscoverySelectors.selectClass("io.github.dlfs4j." + name))
                .toArray(ClassSelector[]::new);
        PostDiscoveryFilter normal = test ->
                FilterResult.includedIf(FailureReport.tags(test.getTags()).isEmpty());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes)
                .filters(normal)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener, new FailureReport());
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true, Charset.defaultCharset()));
        System.out.printf(
                "%s tests passed, %s skipped, %s failed%n",
                summary.getTestsSucceededCount(),
                summary.getTestsAbortedCount() + summary.getTestsSkippedCount(),
                summary.getTotalFailureCount());
        System.exit(summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
    }
}
