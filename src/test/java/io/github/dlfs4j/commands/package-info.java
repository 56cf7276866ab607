/**
 * The shell commands of the documentation: {@link io.github.dlfs4j.commands.Documentation} finds them all. Those that
 * start a program are typed in a copy of the project by {@code mvn test -Dgroups=commands}; the others are in
 * {@link io.github.dlfs4j.commands.NotTyped}, and every test run checks that what they name exists.
 */
package io.github.dlfs4j.commands;
