package org.tidings.feed.ref;

import java.util.Optional;

/// An invitation to a pub: where it is, and the seed of the key to come with. Protocol 8.6.
public record InviteCode(MultiserverAddress address, Optional<String> seed) {
  /// Reads a legacy or a multiserver invite.
  public static Optional<InviteCode> parse(String text) {
    return Optional.empty();
  }
}
