package org.tidings.replication.peer;

/// How many connections the scheduler makes by itself. Those others make, or a person asks for, do
/// not count.
///
/// @param lan to peers on the local network
/// @param direct to other known addresses
public record Quotas(int lan, int direct) {
  /// A few good links.
  public static final Quotas USUAL = new Quotas(20, 5);

  /// Calls nobody unasked.
  public static final Quotas NONE = new Quotas(0, 0);
}
