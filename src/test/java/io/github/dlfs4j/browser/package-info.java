/**
 * Tests of the page of {@code --serve}, which use it in Chromium as a person does. {@code mvn -Pbrowser test} runs
 * them; Chromium and its driver must be on the path. Only the profile {@code browser} compiles this package.
 */
package io.github.dlfs4j.browser;
