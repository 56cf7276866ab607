/**
 * Downloads of files whose content is known before. They use HTTPS and try one mirror after the other. A file with any
 * other than the known SHA-256 is refused before anything is written.
 */
package io.github.dlfs4j.mnist.download;
