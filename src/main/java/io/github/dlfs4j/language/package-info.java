/**
 * What the page of {@code --serve} says in the language of its reader. The sentences lie in bundles of properties, one
 * for each language, as {@link java.text.MessageFormat} reads them.
 */
package io.github.dlfs4j.language;
