package io.github.dlfs4j.state;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/** The methods that all serialised forms share. The serialised form of an object is a record of its options and arrays. A
 * constructor makes the object again when it is read, so a stream cannot hold anything that the constructor refuses.
 */
public final class SerializedForm {
    private SerializedForm() {}

    /** Makes the object of a form.
     *
     * @param <T> the class of the object
     * @param object calls the constructor
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

    /** Makes the exception for a damaged form.
     *
     * @param cause the fault
     * @return an exception with the same message
     */
    public static InvalidObjectException refused(Exception cause) {
        return (InvalidObjectException) new InvalidObjectException(cause.getMessage()).initCause(cause);
    }

    /** Makes the exception for a stream that holds an object itself instead of its form.
     *
     * @param type the class of the object
     * @return an exception that names it
     */
    public static InvalidObjectException required(Class<?> type) {
        return new InvalidObjectException(type.getSimpleName() + " is read from its serialised form alone");
    }
}
