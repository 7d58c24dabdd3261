package org.tidings.crypto.engine;

/// Chooses the engine once per process.
final class PreferredEngine {
  static final Engine INSTANCE = new SodiumEngine();

  private PreferredEngine() {}
}
