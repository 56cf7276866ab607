/**
 * The page that {@code --serve} serves, used in Chromium as a person would use it: {@code mvn -Pbrowser test}, for
 * which Chromium and its driver must be on the path. Only profile {@code browser} compiles this package.
 */
package io.github.dlfs4j.browser;
