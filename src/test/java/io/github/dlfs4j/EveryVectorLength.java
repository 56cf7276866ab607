package io.github.dlfs4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests of loops and plans that depend on the length of a vector. Maven runs them like those that are annotated
 * {@link BothKernels}, and by {@code -Pvector-lengths} with vectors of 128, 256 and 512 bits, whatever the processor
 * has. Where it has shorter ones, an operation on a vector is some hundred times as slow, so their arrays should be
 * small.
 */
@Documented
@BothKernels
@Tag("every-vector-length")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EveryVectorLength {}
