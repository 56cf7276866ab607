package io.github.dlfs4j.app.page;

/** Refuses a request. The message is one line for the user. */
public final class Refused extends Exception {
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_TYPE = 415;
    static final int MISDIRECTED = 421;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;

    private static final long serialVersionUID = 1L;

    /** The status code of HTTP. */
    private final int status;

    /**
     * Refuses a request that is wrong.
     *
     * @param line the message for the user
     */
    public Refused(String line) {
        this(BAD_REQUEST, line);
    }

    Refused(int status, String line) {
        super(line);
        this.status = status;
    }

    /** Returns the status code of HTTP. */
    int status() {
        return status;
    }
}
