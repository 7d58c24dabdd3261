package org.tidings.feed;

import java.util.List;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.feed.ref.FeedId;

/// Who we are: our feed id and the key pair behind it. Thread-safe; the keys are destroyed when
/// [Feeds] closes, so nobody keeps them longer than the front door.
public record Identity(FeedId id, KeyPair keys) {

  /// The key as 24 words that a person can write down.
  public List<String> words() {
    return RecoveryWords.of(keys);
  }

  /// Names the key, never its secret half.
  @Override
  public String toString() {
    return id.toString();
  }
}
