package io.github.dlfs4j.app;

/** Something for which the main job ends with exit code 2; its message is the line for the user. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
