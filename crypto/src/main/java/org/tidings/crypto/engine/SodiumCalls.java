package org.tidings.crypto.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The C functions of libsodium that we call, one method each, on Java arrays where they lie:
/// `critical` downcalls copy nothing, and every call here is far shorter than a garbage collection
/// should wait. The class initialises only where the library loads. Thread-safe.
///
/// The handles are static and final because only then does the JIT compile a call down to a jump.
@SuppressWarnings("restricted") // calling C is what this class is for
final class SodiumCalls {
  static final Path LIBRARY = unpack();

  private static final SymbolLookup SYMBOLS = SymbolLookup.libraryLookup(LIBRARY, Arena.global());

  /// To make a handle takes a young process some milliseconds, so each group is made when one of it
  /// is first called: a start needs only the first.
  private static final class Signing {
    static final MethodHandle VERIFY =
        critical("crypto_sign_verify_detached", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
    static final MethodHandle KEYPAIR =
        critical("crypto_sign_seed_keypair", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  }

  private static final class Curve {
    static final MethodHandle POINT =
        critical("crypto_sign_ed25519_pk_to_curve25519", JAVA_INT, ADDRESS, ADDRESS);
    static final MethodHandle SECRET =
        critical("crypto_sign_ed25519_sk_to_curve25519", JAVA_INT, ADDRESS, ADDRESS);
    static final MethodHandle MULTIPLY =
        critical("crypto_scalarmult", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    static final MethodHandle MULTIPLY_BASE =
        critical("crypto_scalarmult_base", JAVA_INT, ADDRESS, ADDRESS);
  }

  private static final class SecretBox {
    static final MethodHandle SEAL =
        critical("crypto_secretbox_easy", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    static final MethodHandle OPEN =
        critical(
            "crypto_secretbox_open_easy", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
  }

  private SodiumCalls() {}

  static boolean verify(byte[] signature, byte[] message, byte[] publicKey) {
    try {
      return (int)
              Signing.VERIFY.invokeExact(
                  all(signature), all(message), (long) message.length, all(publicKey))
          == 0;
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  /// Fills in the public key and libsodium's own form of the secret key (seed, then public key).
  static void keyPair(byte[] publicKey, byte[] secretKey, byte[] seed) {
    try {
      demand((int) Signing.KEYPAIR.invokeExact(all(publicKey), all(secretKey), all(seed)));
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static boolean point(byte[] curvePoint, byte[] publicKey) {
    try {
      return (int) Curve.POINT.invokeExact(all(curvePoint), all(publicKey)) == 0;
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static void curveSecret(byte[] curveSecret, byte[] secretKey) {
    try {
      demand((int) Curve.SECRET.invokeExact(all(curveSecret), all(secretKey)));
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static boolean multiply(byte[] result, byte[] secret, byte[] point) {
    try {
      return (int) Curve.MULTIPLY.invokeExact(all(result), all(secret), all(point)) == 0;
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static void multiplyBase(byte[] result, byte[] secret) {
    try {
      demand((int) Curve.MULTIPLY_BASE.invokeExact(all(result), all(secret)));
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static void seal(MemorySegment box, MemorySegment plain, byte[] nonce, byte[] key) {
    try {
      demand((int) SecretBox.SEAL.invokeExact(box, plain, plain.byteSize(), all(nonce), all(key)));
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  static boolean open(MemorySegment plain, MemorySegment box, byte[] nonce, byte[] key) {
    try {
      return (int) SecretBox.OPEN.invokeExact(plain, box, box.byteSize(), all(nonce), all(key))
          == 0;
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  private static MemorySegment all(byte[] bytes) {
    return MemorySegment.ofArray(bytes);
  }

  private static void demand(int result) {
    if (result != 0) {
      throw new IllegalStateException("libsodium answered " + result);
    }
  }

  private static RuntimeException broken(Throwable t) {
    return switch (t) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      default -> new IllegalStateException("a downcall throws nothing checked", t);
    };
  }

  private static Path unpack() {
    try {
      return SodiumLibrary.unpacked(SodiumLibrary.defaultCache());
    } catch (IOException e) {
      throw new UncheckedIOException("libsodium could not be unpacked", e);
    }
  }

  static String version() {
    try {
      MemorySegment version = (MemorySegment) plain("sodium_version_string", ADDRESS).invokeExact();
      return version.reinterpret(Byte.MAX_VALUE).getString(0);
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  /// To be called once before all others.
  static void initialise() {
    try {
      if ((int) plain("sodium_init", JAVA_INT).invokeExact() < 0) {
        throw new IllegalStateException("libsodium could not be initialised");
      }
    } catch (Throwable t) {
      throw broken(t);
    }
  }

  private static MethodHandle plain(String name, MemoryLayout result) {
    return Linker.nativeLinker().downcallHandle(symbol(name), FunctionDescriptor.of(result));
  }

  private static MethodHandle critical(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            symbol(name), FunctionDescriptor.of(result, arguments), Linker.Option.critical(true));
  }

  private static MemorySegment symbol(String name) {
    return SYMBOLS
        .find(name)
        .orElseThrow(() -> new UnsatisfiedLinkError("libsodium has no " + name));
  }
}
