package org.tidings.replication;

import java.time.Instant;
import org.tidings.replication.transport.PeerAddress;

/// A peer that announces itself on the local network.
///
/// @param verified whether an announcement was signed with the key it names
/// @param connected whether a connection to it is up
public record NearbyPeer(
    PeerAddress address, boolean verified, boolean connected, Instant lastHeard) {}
