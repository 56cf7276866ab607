/**
 * The server of the page and its guards. The web server of the JDK serves it to browsers on this machine only.
 *
 * <p>A request meets, in this order,
 *
 * <ol>
 *   <li>a thread of {@code Workers}, with a {@link io.github.dlfs4j.app.page.server.Deadline} until it has come,
 *   <li>{@code Requests}, which has the thread speak the language of the reader, and finds its
 *       {@link io.github.dlfs4j.app.page.server.Route},
 *   <li>{@code Guard}, which decides whether it comes from the page,
 *   <li>{@link io.github.dlfs4j.app.page.server.Body}, of which the route takes and checks one field after another,
 *   <li>the route, which makes a {@link io.github.dlfs4j.app.page.server.Reply} or is
 *       {@link io.github.dlfs4j.app.page.server.Refused}; or which has
 *       {@link io.github.dlfs4j.app.page.server.EventStreams} serve it for as long as the tab is there.
 * </ol>
 */
package io.github.dlfs4j.app.page.server;
