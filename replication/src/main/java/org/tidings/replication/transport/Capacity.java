package org.tidings.replication.transport;

import java.time.Duration;

/// How many connections others may have with us at once, and how fast they may make them. Those who
/// have not proved yet who they are cost nobody anything to make, and one machine can make any
/// number of either kind: so each has a share of its own.
///
/// @param all with everybody
/// @param ofOneNetwork from one IPv4 address, or from one IPv6 network of 64 bits
/// @param unproven that have not proved who they are
/// @param unprovenOfOneNetwork both
/// @param pace how long it is from one handshake of a network to the next, once it has made as many
///     as it may have connections
public record Capacity(
    int all, int ofOneNetwork, int unproven, int unprovenOfOneNetwork, Duration pace) {

  /// For the open network. A handshake takes a moment, so eight of one network at it are plenty.
  public static final Capacity OPEN = new Capacity(200, 50, 64, 8, Duration.ofMillis(100));

  /// For a listener that only one machine can reach, on which others may have accounts: whoever
  /// does not prove who they are gives way to whoever comes.
  public static Capacity unshared(int all) {
    return new Capacity(all, Integer.MAX_VALUE, all, Integer.MAX_VALUE, Duration.ZERO);
  }
}
