/**
 * The shell commands of the documentation: {@link io.github.dlfs4j.commands.Documentation} finds them all. Every test
 * run checks that what they name exists. Each way to build or start something is typed in a copy of the project by
 * {@code mvn test -Dgroups=commands}.
 */
package io.github.dlfs4j.commands;
