package org.tidings.replication.lan;

/// How discovery on the local network goes; a port taken by another program is a state to live
/// with, not a failure.
public sealed interface LanState {
  /// Switched off.
  record Off() implements LanState {}

  /// Announcing and listening.
  record On() implements LanState {}

  /// Announcing works, but hearing others does not, wholly or in part.
  ///
  /// @param sentence what is the matter, for people
  record Impaired(String sentence) implements LanState {}

  /// There is no network to announce on.
  record NoNetwork() implements LanState {}
}
