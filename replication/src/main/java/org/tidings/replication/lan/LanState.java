package org.tidings.replication.lan;

import org.tidings.feed.told.Told;

/// How discovery on the local network goes; a port taken by another program is a state to live
/// with, not a failure.
public sealed interface LanState {
  /// Switched off.
  record Off() implements LanState {}

  /// Announcing and listening.
  record On() implements LanState {}

  /// Announcing works, but hearing others does not, wholly or in part, or talking to them.
  ///
  /// @param why what is the matter
  record Impaired(Told why) implements LanState {}

  /// There is no network to announce on.
  record NoNetwork() implements LanState {}
}
