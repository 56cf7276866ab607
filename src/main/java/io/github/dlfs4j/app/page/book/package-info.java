/**
 * The views "Graphs", "The chapters" and "Language". A request with a formula meets
 * {@link io.github.dlfs4j.app.page.book.Graphs}, has {@code Formula} compute it with variables, and gets the steps of
 * its graph; {@code Seven} answers for the network that learns one image. A request for a section or a figure meets
 * {@link io.github.dlfs4j.app.page.book.Chapters}, which runs one after another of the
 * {@link io.github.dlfs4j.app.page.book.Book} that the main job was started with.
 * {@link io.github.dlfs4j.app.page.book.LanguageView} has its language models answer.
 */
package io.github.dlfs4j.app.page.book;
