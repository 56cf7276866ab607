package io.github.dlfs4j.ndarray.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that is written for {@code double} and that the build copies for other primitive types. A copy differs
 * only in the name of the type: from {@code DoubleSums}, the build makes {@code FloatSums}.
 * {@code src/build/java/Twins.java} writes the copies to {@code target/generated-sources}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface AlsoFor {
    /** {@return the other types, primitive ones such as {@code float.class}} */
    Class<?>[] value();
}
