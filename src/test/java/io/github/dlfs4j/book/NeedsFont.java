package io.github.dlfs4j.book;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks tests that draw figures, which are left out on a machine without a font. */
@EnabledIf(value = "io.github.dlfs4j.book.figure.Fonts#installed", disabledReason = "Java finds no font")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedsFont {}
