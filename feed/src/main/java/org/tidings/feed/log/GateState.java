package org.tidings.feed.log;

/// Whether our own feed may grow.
public sealed interface GateState {

  record Open() implements GateState {}

  /// Publishing waits.
  ///
  /// @param sentence why, and what opens it, for people
  record Held(Reason reason, String sentence) implements GateState {}

  /// Why publishing is held.
  enum Reason {
    /// The data folder was copied, restored or rolled back.
    COPIED,
    /// The key was imported or restored and its feed may go on elsewhere.
    RESTORED,
    /// A peer knows more of our feed than we do.
    BEHIND,
    /// Somebody else uses our key right now.
    KEY_IN_USE,
    /// Two different messages of ours share one place: the feed has forked.
    FORKED
  }
}
