package org.tidings.feed;

import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.FeedId;

/// Who we are: our feed id and the key pair behind it. Thread-safe; the keys are destroyed when
/// [Feeds] closes, so nobody keeps them longer than the front door.
public record Identity(FeedId id, KeyPair keys) {

  /// Names the key, never its secret half.
  @Override
  public String toString() {
    return id.toString();
  }
}
