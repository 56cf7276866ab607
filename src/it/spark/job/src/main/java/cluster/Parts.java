package cluster;

import io.github.dlfs4j.network.Network;

/** The samples of a training in parts, wherever these are. */
interface Parts {
    /** What all parts say in a step, added in the order of their numbers. */
    Share sum(Network network, long step);
}
