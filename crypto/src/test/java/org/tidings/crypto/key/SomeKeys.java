package org.tidings.crypto.key;

import java.nio.charset.StandardCharsets;
import org.tidings.crypto.hash.Sha256;

/// Key pairs for tests: the same name always gives the same key.
public final class SomeKeys {
  private SomeKeys() {}

  /// The key pair of the person of this name.
  public static KeyPair of(String name) {
    return KeyPair.fromSeed(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
  }
}
