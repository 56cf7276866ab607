/** The pages in other languages, the English ones that they follow, and the glossary of their terms. */
package io.github.dlfs4j.translation;
