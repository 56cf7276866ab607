/**
 * The main job on the command line. It uses the library as any other program does, and is not exported. {@code Main}
 * decides what is done, and the packages below do it: {@code option} parses what was typed, {@code data} loads the
 * images, {@code recognition} and {@code training} are the two kinds of work, {@code serving} starts the page, and
 * {@code console} is what all of them print with.
 */
package io.github.dlfs4j.app;
