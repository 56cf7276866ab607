/** Starts the page of {@code --serve}, and gives it the data, networks and options of the main job. */
package io.github.dlfs4j.app.serving;
