/**
 * Networks, put together from the functions of the other packages: chapter 3's
 * {@link io.github.dlfs4j.network.ThreeLayerNet} that recognises handwritten digits.
 */
package io.github.dlfs4j.network;
