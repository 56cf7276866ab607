package io.github.dlfs4j.state;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/**
 * What all serialised forms do. An object travels as a record of its options and arrays; at the end of the journey a
 * constructor makes it anew, so that nothing can be in a stream that the constructor refuses.
 */
public final class SerializedForm {
    private SerializedForm() {}

    /**
     * The object of a form.
     *
     * @param <T> its class
     * @param object makes the object anew, or throws what its constructor does
     * @return the object
     * @throws InvalidObjectException with the message of the constructor
     */
    public static <T> T resolve(Supplier<T> object) throws InvalidObjectException {
        try {
            return object.get();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /**
     * What is thrown where a form is damaged.
     *
     * @param cause says what is wrong
     * @return an exception that says the same
     */
    public static InvalidObjectException refused(Exception cause) {
        return (InvalidObjectException) new InvalidObjectException(cause.getMessage()).initCause(cause);
    }

    /**
     * What is thrown where a stream holds an object itself in place of its form.
     *
     * @param type the class of the object
     * @return an exception that names it
     */
    public static InvalidObjectException required(Class<?> type) {
        return new InvalidObjectException(type.getSimpleName() + " is read from its serialised form alone");
    }
}
