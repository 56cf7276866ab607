/**
 * The page of {@code --serve}, on which you draw a digit, watch a network learn and look at the figures of the book.
 *
 * <p>{@link io.github.dlfs4j.app.page.Page} puts it together: a server, and the views, each of which says what answers
 * its requests. A request for a file of the page meets {@code StaticFiles}, which has read them all before. What it
 * says lies in bundles, from which the files get their sentences in each language.
 * {@link io.github.dlfs4j.app.page.MainJob} is what the page needs from the main job, so this package does not depend
 * on package {@code app}.
 */
package io.github.dlfs4j.app.page;
