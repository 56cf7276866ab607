package io.github.dlfs4j.app.console;

import java.util.List;

/** Ends the main job with exit code 2, and has the lines for the user. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The lines for the user. */
    private final String[] lines;

    /**
     * Refuses one thing, or several, each of which has a line.
     *
     * @param lines the lines for the user
     */
    public Refusal(String... lines) {
        super(String.join("; ", lines));
        this.lines = lines.clone();
    }

    /** {@return the lines for the user, at least one} */
    public List<String> lines() {
        return List.of(lines);
    }
}
