package io.github.dlfs4j.app.training;

/** Ends the main job with exit code 2. The message is the line for the user. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param message the line for the user
     */
    public Refusal(String message) {
        super(message);
    }
}
