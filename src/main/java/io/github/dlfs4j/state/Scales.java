package io.github.dlfs4j.state;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layer of which a multiple of the input gives that multiple of the output, but for a bias. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scales {
    /** {@return whether the input has the axes of images} */
    boolean images() default false;
}
