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

  /// Shares for the open network: a quarter of `all` for one network, half for the unproven, a
  /// tenth for the unproven of one network, but one of each at least.
  public static Capacity shared(int all) {
    return new Capacity(all, share(all, 4), share(all, 2), share(all, 10));
  }

  /// For a listener that only one machine can reach.
  public static Capacity unshared(int all) {
    return new Capacity(all, all, all, all);
  }

  private static int share(int all, int parts) {
    return Math.max(1, all / parts);
  }
}
