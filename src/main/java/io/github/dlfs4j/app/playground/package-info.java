/**
 * The view "Play" of the page without the page: a small network that learns to tell two kinds of points of a plane
 * apart. {@link io.github.dlfs4j.app.playground.Playground} is one such network with its data, made of the library's
 * {@code Sequential} and {@code Trainer} as a program of your own would make it.
 */
package io.github.dlfs4j.app.playground;
