package io.github.dlfs4j.digit;

import java.util.concurrent.CancellationException;

/**
 * The effort that reading one picture takes. Each walk over pixels says before it begins how many it visits, so that
 * loops count nothing. A test asserts that no picture takes more than a number of visits for each pixel. A thread that
 * is interrupted ends before the next walk.
 */
final class Effort {
    private long visits;

    /** @throws CancellationException if the thread is interrupted */
    void walk(long pixels) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread that reads a picture was interrupted");
        }
        visits += pixels;
    }

    long visits() {
        return visits;
    }
}
