package org.tidings.feed.index;

import java.util.Optional;

/// Why a message is not shown, as far as the store knows.
///
/// @param by who wrote it; empty where nothing tells
public record Absence(Reason reason, Optional<Byline> by) {

  static final Absence UNKNOWN = new Absence(Reason.UNKNOWN, Optional.empty());

  /// What keeps a message from being shown.
  public enum Reason {
    /// It is here, by somebody we block.
    BLOCKED,
    /// It is here, by somebody whom the person does not want to come across.
    MUTED,
    /// It is here and private, and what is shown is in the open.
    PRIVATE,
    /// It is here and in the open, and what is shown is private.
    OPEN,
    /// It is here, encrypted, and was not opened.
    SEALED,
    /// It is here, and something else than a post.
    NO_POST,
    /// It is here, but not the bytes that were signed.
    DAMAGED,
    /// It is here, but not chained yet: what its author wrote before is still arriving.
    EARLY,
    /// It came and was refused: another message has its place in the feed.
    REFUSED,
    /// A reply tells who wrote it: somebody we block.
    BY_BLOCKED,
    /// A reply tells who wrote it: somebody whose feed is being dropped.
    BY_DROPPED,
    /// A reply tells who wrote it: somebody whose feed is not fetched, so far away are they.
    BEYOND_REACH,
    /// A reply tells who wrote it: somebody whose feed is fetched.
    AWAITED,
    /// Nothing tells.
    UNKNOWN
  }

  static Absence of(Reason reason, Byline by) {
    return new Absence(reason, Optional.of(by));
  }

  /// Whether the message itself is stored: then it is not what others still have to bring.
  public boolean isHere() {
    return switch (reason) {
      case BLOCKED, MUTED, PRIVATE, OPEN, SEALED, NO_POST -> true;
      case DAMAGED, EARLY, REFUSED, BY_BLOCKED, BY_DROPPED, BEYOND_REACH, AWAITED, UNKNOWN -> false;
    };
  }
}
