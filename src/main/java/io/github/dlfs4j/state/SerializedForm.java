package io.github.dlfs4j.state;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/**
 * Functions for all serialised forms. The serialised form of an object is a record of its options and arrays. Reading
 * calls a constructor with them, so a stream cannot contain anything that the constructor refuses.
 */
public final class SerializedForm {
    private SerializedForm() {}

    /**
     * Creates the object of a form.
     *
     * @param <T> the class of the object
     * @param object calls the constructor of the object
     * @return the object
     * @throws InvalidObjectException with the message of the constructor, if that throws
     */
    public static <T> T resolve(Supplier<T> object) throws InvalidObjectException {
        try {
            return object.get();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /**
     * Creates the exception for a damaged form.
     *
     * @param cause the exception that says what is wrong
     * @return an exception with the same message, or for null, one that says so
     */
    public static InvalidObjectException refused(Exception cause) {
        // Java's words for null name variables of this program.
        String message = cause instanceof NullPointerException
                ? "a part of the serialised form is missing: it is null"
                : cause.getMessage();
        return (InvalidObjectException) new InvalidObjectException(message).initCause(cause);
    }

    /**
     * Creates the exception for a stream that holds an object itself instead of its form.
     *
     * @param type the class of the object
     * @return an exception that names it
     */
    public static InvalidObjectException required(Class<?> type) {
        return new InvalidObjectException(type.getSimpleName() + " can be read only from its serialised form");
    }
}
