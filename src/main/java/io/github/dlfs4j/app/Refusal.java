package io.github.dlfs4j.app;

/** Ends the main job with exit code 2. The message is the line for the user. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
