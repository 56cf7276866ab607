package io.github.dlfs4j.app.page.server;

import java.time.Duration;

/**
 * How long the server waits.
 *
 * @param transfer how long it may take to read a request, from its first byte to the last, and to write an answer
 * @param picture how long an uploaded picture waits for others
 * @param reading how long it may take to find the digits of a picture, which takes two seconds of a processor at most
 * @param play a tab that plays and orders nothing for so long no longer plays
 */
public record Limits(Duration transfer, Duration picture, Duration reading, Duration play) {
    /** Those of the page. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(20));
}
