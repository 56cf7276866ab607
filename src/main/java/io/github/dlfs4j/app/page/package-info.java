/**
 * The page of {@code --serve}: draw a digit, watch a network learn, look at the figures of the book. It is served by
 * the web server of the JDK to browsers on this machine alone.
 *
 * <p>{@link io.github.dlfs4j.app.page.Page} ties the parts together. A request goes through
 * {@link io.github.dlfs4j.app.page.Guard}, which knows who may ask, to one of the endpoints; a training runs in a
 * thread of its own, and browsers hear of it through {@link io.github.dlfs4j.app.page.EventStreams}. What the page
 * needs of the main job is {@link io.github.dlfs4j.app.page.MainJob}, so it depends on nothing of package {@code app}.
 */
package io.github.dlfs4j.app.page;
