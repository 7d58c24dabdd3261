package org.tidings.replication.peer;

import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// What the [ConnectionScheduler] wants done.
public sealed interface PeerAction {
  /// Call that address; the outcome is to be told as [PeerEvent.Up] or [PeerEvent.Failed].
  record Dial(PeerAddress address, Path path) implements PeerAction {}

  /// See whether the peer still answers over that connection; if it does, that is to be told as
  /// [PeerEvent.Answered].
  record Ask(long link) implements PeerAction {}

  /// End that connection.
  record Close(long link, Failure why) implements PeerAction {}
}
