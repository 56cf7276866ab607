package io.github.dlfs4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests that Maven runs once, with the plain kernel; it runs all others with each kernel. They test code that
 * computes no arrays, or start processes that choose their kernel themselves, or run long programs whose parts are
 * tested with each kernel.
 */
@Documented
@Tag("one-kernel")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OneKernel {}
