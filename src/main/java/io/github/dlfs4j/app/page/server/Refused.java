package io.github.dlfs4j.app.page.server;

import io.github.dlfs4j.language.Words;

/** Refuses a request. The message is one line for the user. */
public final class Refused extends Exception {
    /** The request is wrong. */
    public static final int BAD_REQUEST = 400;
    /** The request comes from elsewhere. */
    public static final int FORBIDDEN = 403;
    /** There is no such thing. */
    public static final int NOT_FOUND = 404;
    /** The path has another method. */
    public static final int METHOD_NOT_ALLOWED = 405;
    /** The state does not allow it. */
    public static final int CONFLICT = 409;
    /** The body is too large. */
    public static final int TOO_LARGE = 413;
    /** The body has another type. */
    public static final int UNSUPPORTED_TYPE = 415;
    /** The request is for another server. */
    public static final int MISDIRECTED = 421;
    /** The server has failed. */
    public static final int FAILED = 500;
    /** There is no room now. */
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

    /**
     * Refuses a request with a status code of HTTP.
     *
     * @param status the status code
     * @param line the message for the user
     */
    public Refused(int status, String line) {
        super(line);
        this.status = status;
    }

    /**
     * Refuses a request that is wrong.
     *
     * @param key the key of the message behind {@code refused.}
     * @param values the values in the message
     * @return the refusal, in the language of the thread
     */
    public static Refused because(String key, Object... values) {
        return because(BAD_REQUEST, key, values);
    }

    /**
     * Refuses a request with a status code of HTTP.
     *
     * @param status the status code
     * @param key the key of the message behind {@code refused.}
     * @param values the values in the message
     * @return the refusal, in the language of the thread
     */
    public static Refused because(int status, String key, Object... values) {
        return new Refused(status, Words.PAGE.of("refused." + key, values));
    }

    /** {@return the status code of HTTP} */
    public int status() {
        return status;
    }
}
