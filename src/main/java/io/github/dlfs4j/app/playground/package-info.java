/**
 * What the view "Play" of the page shows, without the page: a small network that learns to tell apart two kinds of
 * points of a plane. {@link io.github.dlfs4j.app.playground.Playground} is one such network with its data, made of the
 * library's {@code Sequential} and {@code Trainer} as a program of your own would make it.
 */
package io.github.dlfs4j.app.playground;
