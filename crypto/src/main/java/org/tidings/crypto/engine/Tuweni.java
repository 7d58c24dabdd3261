package org.tidings.crypto.engine;

import java.nio.file.Path;
import org.apache.tuweni.crypto.sodium.Sodium;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Apache Tuweni's binding, pointed at the libsodium we unpacked when this class initialises.
final class Tuweni {
  private static final Logger log = LoggerFactory.getLogger(Tuweni.class);
  private static final boolean AVAILABLE = load();

  private Tuweni() {}

  /// A secret key in guarded memory; on the heap where Tuweni's own natives do not load.
  static SecretKey secretKey(byte[] seed) {
    return AVAILABLE ? new GuardedSecretKey(seed) : new BouncyCastleSecretKey(seed);
  }

  private static boolean load() {
    // JNR would compile a stub for each of 700 functions; by reflection it loads in half the time.
    System.setProperty("jnr.ffi.asm.enabled", "false");
    try {
      // Tuweni's loadLibrary(path) ignores the path on Linux; searchLibrary does not.
      Sodium.searchLibrary(SodiumCalls.LIBRARY.toString(), Path.of("/"));
      if (Sodium.isAvailable()) {
        return true;
      }
      log.warn("Apache Tuweni does not accept this libsodium: secret keys stay on the heap");
    } catch (LinkageError e) {
      log.warn("Apache Tuweni does not load here: secret keys stay on the heap", e);
    }
    return false;
  }
}
