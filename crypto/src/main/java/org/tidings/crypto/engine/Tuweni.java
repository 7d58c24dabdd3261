package org.tidings.crypto.engine;

import java.nio.file.Path;
import org.apache.tuweni.crypto.sodium.Sodium;

/// Points Apache Tuweni at the libsodium we unpacked, once per process.
final class Tuweni {
  private static final boolean AVAILABLE = available();

  private Tuweni() {}

  /// Loads Tuweni's binding; throws a `LinkageError` where that fails.
  static void load() {
    if (!AVAILABLE) {
      throw new UnsatisfiedLinkError("Apache Tuweni does not accept this libsodium");
    }
  }

  private static boolean available() {
    // JNR would compile a stub for each of 700 functions; by reflection it loads in half the time.
    System.setProperty("jnr.ffi.asm.enabled", "false");
    // On Linux loadLibrary(path) ignores its argument, searchLibrary with an absolute name does
    // not.
    Sodium.searchLibrary(SodiumCalls.LIBRARY.toString(), Path.of("/"));
    return Sodium.isAvailable();
  }
}
