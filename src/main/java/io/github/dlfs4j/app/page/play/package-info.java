/**
 * The view "Play". A tab that plays asks for a stream of events, and meets a {@code PlaySession} of its own, in whose
 * thread a {@link io.github.dlfs4j.app.playground.Playground} learns. What the tab orders meets
 * {@link io.github.dlfs4j.app.page.play.PlaySessions}, which hands it to the session. {@code PlayForm} reads the plan
 * of a network, and {@code PlayEvents} shows the network.
 */
package io.github.dlfs4j.app.page.play;
