/**
 * The page of {@code --serve}, on which you draw a digit, watch a network learn and look at the figures of the book.
 * The web server of the JDK serves it to browsers on this machine only.
 *
 * <p>{@link io.github.dlfs4j.app.page.Page} connects the parts. Each request passes
 * {@link io.github.dlfs4j.app.page.Guard}, which decides whether it is allowed, and reaches one of the
 * {@link io.github.dlfs4j.app.page.Endpoints}. A training runs in a thread of its own, and browsers follow it through
 * {@link io.github.dlfs4j.app.page.EventStreams}. A tab that plays has a {@link io.github.dlfs4j.app.page.PlaySession}
 * of its own. {@link io.github.dlfs4j.app.page.MainJob} is what the page needs from the main job, so this package does
 * not depend on package {@code app}.
 */
package io.github.dlfs4j.app.page;
