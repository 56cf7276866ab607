/**
 * The main job on the command line. It uses the library as any other program does, and is not exported. Package
 * {@code page} serves its page, which {@code Serving} starts.
 *
 * <p>{@code Main} does the work. {@code Option} is the table of all options, from which {@code Options} is parsed.
 */
package io.github.dlfs4j.app;
