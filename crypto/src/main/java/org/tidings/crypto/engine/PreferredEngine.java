package org.tidings.crypto.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the engine once per process.
final class PreferredEngine {
  private static final Logger log = LoggerFactory.getLogger(PreferredEngine.class);

  static final Engine INSTANCE = choose();

  private PreferredEngine() {}

  private static Engine choose() {
    try {
      return new SodiumEngine();
    } catch (LinkageError e) {
      log.warn("libsodium does not load here, so Bouncy Castle does its work, more slowly", e);
      return new BouncyCastleEngine();
    }
  }
}
