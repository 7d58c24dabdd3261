package org.tidings.replication.transport;

/// How many connections others may have with us at once. Those who have not proved yet who they are
/// cost nobody anything to make, and one machine can make any number of either kind: so each has a
/// share of its own.
///
/// @param all with everybody
/// @param ofOneNetwork from one IPv4 address, or from one IPv6 network of 64 bits
/// @param unproven that have not proved who they are
/// @param unprovenOfOneNetwork both
public record Capacity(int all, int ofOneNetwork, int unproven, int unprovenOfOneNetwork) {

  /// For the open network. A handshake takes a moment, so eight of one network at it are plenty.
  public static final Capacity OPEN = new Capacity(200, 50, 64, 8);

  /// For a listener that only one machine can reach.
  public static Capacity unshared(int all) {
    return new Capacity(all, all, all, all);
  }
}
