package io.github.dlfs4j.app.page.server;

/** Refuses a request. The message is one line for the user. */
public final class Refused extends Exception {
    public static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int METHOD_NOT_ALLOWED = 405;
    public static final int CONFLICT = 409;
    public static final int TOO_LARGE = 413;
    public static final int UNSUPPORTED_TYPE = 415;
    public static final int MISDIRECTED = 421;
    public static final int FAILED = 500;
    public static final int UNAVAILABLE = 503;

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

    /** Refuses a request with a status code of HTTP. */
    public Refused(int status, String line) {
        super(line);
        this.status = status;
    }

    /** Returns the status code of HTTP. */
    public int status() {
        return status;
    }
}
