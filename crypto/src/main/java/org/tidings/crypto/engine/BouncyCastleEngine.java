package org.tidings.crypto.engine;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The engine for platforms where libsodium does not load: Bouncy Castle, with the checks that make
/// it judge as libsodium does. Thread-safe.
public final class BouncyCastleEngine implements Engine {
  @Override
  public String name() {
    return "Bouncy Castle";
  }

  /// Bouncy Castle's equation forgives parts of small order in key and nonce. Where there are none
  /// its answer stands; otherwise the equation is reckoned exactly, as libsodium does.
  @Override
  public boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    Lengths.demand("public key", publicKey, KEY_BYTES);
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    byte[] nonce = Arrays.copyOf(signature, KEY_BYTES);
    if (EdwardsPoint.isSmallOrder(publicKey) || EdwardsPoint.isSmallOrder(nonce)) {
      return false;
    }
    if (!Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length)) {
      return false;
    }
    return (isPrimeOrder(publicKey) && isPrimeOrder(nonce))
        || holdsExactly(publicKey, message, signature);
  }

  @Override
  public SecretKey secretKey(byte[] seed) {
    Lengths.demand("seed", seed, KEY_BYTES);
    return new BouncyCastleSecretKey(seed);
  }

  /// libsodium, up to 1.0.20 and with it the whole network, overlooks a part of order two when it
  /// asks whether a point is in the main subgroup.
  @Override
  public Optional<byte[]> curvePoint(byte[] publicKey) {
    Lengths.demand("public key", publicKey, KEY_BYTES);
    return EdwardsPoint.decode(publicKey)
        .filter(
            point -> isPrimeOrder(point.encode()) || isPrimeOrder(point.plusOrderTwo().encode()))
        .map(EdwardsPoint::montgomeryU);
  }

  @Override
  public byte[] curvePublic(byte[] curveSecret) {
    Lengths.demand("secret", curveSecret, KEY_BYTES);
    byte[] point = new byte[KEY_BYTES];
    X25519.scalarMultBase(curveSecret, 0, point, 0);
    return point;
  }

  @Override
  public Optional<byte[]> agree(byte[] curveSecret, byte[] curvePoint) {
    Lengths.demand("secret", curveSecret, KEY_BYTES);
    Lengths.demand("point", curvePoint, KEY_BYTES);
    byte[] shared = new byte[KEY_BYTES];
    return X25519.calculateAgreement(curveSecret, 0, curvePoint, 0, shared, 0)
        ? Optional.of(shared)
        : Optional.empty();
  }

  @Override
  public void seal(byte[] key, byte[] nonce, byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length + MAC_BYTES, buffer.length);
    XSalsa20Engine stream = stream(key, nonce);
    Poly1305 mac = mac(stream);
    int content = offset + MAC_BYTES;
    stream.processBytes(buffer, content, length, buffer, content);
    mac.update(buffer, content, length);
    mac.doFinal(buffer, offset);
  }

  @Override
  public boolean open(byte[] key, byte[] nonce, byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    XSalsa20Engine stream = stream(key, nonce);
    if (length < MAC_BYTES) {
      return false;
    }
    Poly1305 mac = mac(stream);
    int content = offset + MAC_BYTES;
    byte[] tag = new byte[MAC_BYTES];
    mac.update(buffer, content, length - MAC_BYTES);
    mac.doFinal(tag, 0);
    if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(buffer, offset, content))) {
      return false;
    }
    stream.processBytes(buffer, content, length - MAC_BYTES, buffer, content);
    return true;
  }

  private static XSalsa20Engine stream(byte[] key, byte[] nonce) {
    Lengths.demand("key", key, KEY_BYTES);
    Lengths.demand("nonce", nonce, NONCE_BYTES);
    var stream = new XSalsa20Engine();
    stream.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
    return stream;
  }

  /// The first 32 bytes of the key stream are the key of the MAC.
  private static Poly1305 mac(XSalsa20Engine stream) {
    byte[] key = new byte[KEY_BYTES];
    stream.processBytes(key, 0, key.length, key, 0);
    var mac = new Poly1305();
    mac.init(new KeyParameter(key));
    return mac;
  }

  private static boolean isPrimeOrder(byte[] point) {
    return Ed25519.validatePublicKeyFull(point, 0);
  }

  /// Whether `S·B - h·A` is `R` itself and not only up to a point of small order.
  private static boolean holdsExactly(byte[] publicKey, byte[] message, byte[] signature) {
    byte[] nonce = Arrays.copyOf(signature, KEY_BYTES);
    byte[] scalar = Arrays.copyOfRange(signature, KEY_BYTES, SIGNATURE_BYTES);
    BigInteger challenge = challenge(nonce, publicKey, message);
    return EdwardsPoint.decode(publicKey)
        .map(key -> key.negated().times(challenge))
        .map(EdwardsPoint.BASE.times(EdwardsPoint.number(scalar))::plus)
        .filter(point -> Arrays.equals(point.encode(), nonce))
        .isPresent();
  }

  private static BigInteger challenge(byte[] nonce, byte[] publicKey, byte[] message) {
    var digest = new SHA512Digest();
    digest.update(nonce, 0, nonce.length);
    digest.update(publicKey, 0, publicKey.length);
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return EdwardsPoint.number(hash).mod(EdwardsPoint.L);
  }
}
