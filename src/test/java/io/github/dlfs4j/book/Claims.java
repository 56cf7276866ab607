package io.github.dlfs4j.book;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sentences of a chapter that a test shows to be true, word for word: {@link ClaimsTest} looks for them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Claims {
    /** Lines about figures, titles of graphs, and headings without their numbers. */
    String[] value();
}
