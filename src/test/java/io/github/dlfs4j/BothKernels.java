package io.github.dlfs4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests that Maven runs with each kernel, because what they compare comes from loops of which there are two, with
 * vectors and without; it runs all others with the plain kernel alone.
 */
@Documented
@Tag("both-kernels")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface BothKernels {}
