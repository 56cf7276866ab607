package io.github.dlfs4j.ndarray.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class is written for {@code double}, and the build makes twins of it for other primitive types by substitution:
 * of {@code DoubleSums} there is a {@code FloatSums}, which differs in these words alone.
 * {@code src/build/java/Twins.java} makes them, under {@code target/generated-sources}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface AlsoFor {
    /**
     * The other types.
     *
     * @return primitive types, such as {@code float.class}
     */
    Class<?>[] value();
}
