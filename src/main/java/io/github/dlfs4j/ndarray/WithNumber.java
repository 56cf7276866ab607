package io.github.dlfs4j.ndarray;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of one expression whose last array {@code b} may be a number, a weak scalar.
 * {@code src/build/java/Overloads.java} writes the overloads with {@code double} and {@code long}: only the first if
 * the result is always floating-point, and only the second if the method takes bits.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface WithNumber {
    /** What Javadoc says of the overloads of a method of an array, if not the same as of the method. */
    String summary() default "";

    /** What Javadoc calls the number in those of a static method, if not the same as the array. */
    String operand() default "";
}
