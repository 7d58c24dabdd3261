package org.tidings.feed.log;

import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.message.HmacKey;
import org.tidings.feed.ref.FeedId;

/// What our messages are signed with.
///
/// @param hmacKey of a network that mixes a key into its signatures
public record SigningKey(KeyPair keys, Optional<HmacKey> hmacKey) {

  FeedId author() {
    return FeedId.of(keys.publicKey());
  }

  /// Names the key, never its secret half.
  @Override
  public String toString() {
    return keys.publicKey().toString();
  }
}
