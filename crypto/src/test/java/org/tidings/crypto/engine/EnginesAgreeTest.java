package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.junit.jupiter.api.Test;

/// Bouncy Castle may stand in for libsodium only if nobody can tell them apart: the same answer to
/// honest input, to random input and to the points that libraries quarrel about.
class EnginesAgreeTest {
  /// A point whose eight multiples are all the points of small order.
  private static final byte[] ORDER_EIGHT =
      HexFormat.of().parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");

  private final Engine sodium = new SodiumEngine();
  private final Engine bouncy = new BouncyCastleEngine();
  private final Random random = new Random(42);

  @Test
  void onKeysSignaturesAndAgreements() {
    for (int i = 0; i < 50; i++) {
      byte[] seed = draw(32);
      byte[] message = draw(random.nextInt(300));
      byte[] point = draw(32);
      SecretKey one = sodium.secretKey(seed);
      SecretKey other = bouncy.secretKey(seed);
      assertThat(one.publicKey()).isEqualTo(other.publicKey());
      assertThat(one.sign(message)).isEqualTo(other.sign(message));
      assertThat(one.agree(point)).usingRecursiveComparison().isEqualTo(other.agree(point));
      assertThat(sodium.curvePublic(seed)).isEqualTo(bouncy.curvePublic(seed));
      one.destroy();
      other.destroy();
    }
  }

  @Test
  void onBoxesOfEveryLength() {
    for (int length = 0; length < 300; length++) {
      byte[] key = draw(32);
      byte[] nonce = draw(24);
      byte[] one = draw(Engine.MAC_BYTES + length);
      byte[] other = one.clone();
      sodium.seal(key, nonce, one, 0, length);
      bouncy.seal(key, nonce, other, 0, length);
      assertThat(one).isEqualTo(other);
    }
  }

  @Test
  void onKeysWithEveryPartOfSmallOrder() {
    for (EdwardsPoint torsion : smallOrderPoints()) {
      byte[] mixed = EdwardsPoint.BASE.times(scalar()).plus(torsion).encode();
      sameCurvePoint(torsion.encode());
      sameCurvePoint(mixed);
    }
  }

  @Test
  void onKeysThatAreNotReduced() {
    for (int y = 0; y < 19; y++) {
      byte[] bytes = littleEndian(EdwardsPoint.P.add(BigInteger.valueOf(y)));
      sameCurvePoint(bytes);
      bytes[31] |= (byte) 0x80;
      sameCurvePoint(bytes);
    }
  }

  @Test
  void onRandomKeys() {
    for (int i = 0; i < 300; i++) {
      sameCurvePoint(draw(32));
    }
  }

  /// For each of the 64 pairs: a signer who knows the secret scalar behind a key with a part of
  /// small order, and puts another such part into the nonce.
  @Test
  void onSignaturesWithEveryPairOfSmallOrderParts() {
    int accepted = 0;
    for (EdwardsPoint inKey : smallOrderPoints()) {
      for (EdwardsPoint inNonce : smallOrderPoints()) {
        for (int tries = 0; tries < 3; tries++) {
          var signer = new Signer(scalar(), inKey, scalar(), inNonce);
          accepted += sameVerdict(signer) ? 1 : 0;
        }
      }
    }
    assertThat(accepted).isBetween(10, 100);
  }

  @Test
  void onKeysAndNoncesThatAreNothingButSmallOrder() {
    for (EdwardsPoint torsion : smallOrderPoints()) {
      for (EdwardsPoint other : smallOrderPoints()) {
        var emptyKey = new Signer(BigInteger.ZERO, torsion, scalar(), other);
        var emptyNonce = new Signer(scalar(), other, BigInteger.ZERO, torsion);
        assertThat(sameVerdict(emptyKey)).isFalse();
        assertThat(sameVerdict(emptyNonce)).isFalse();
      }
    }
  }

  /// Someone who signs with more freedom than the standard gives.
  private record Signer(
      BigInteger secret, EdwardsPoint inKey, BigInteger nonce, EdwardsPoint inNonce) {}

  private boolean sameVerdict(Signer signer) {
    byte[] message = draw(20);
    byte[] publicKey = EdwardsPoint.BASE.times(signer.secret).plus(signer.inKey).encode();
    byte[] r = EdwardsPoint.BASE.times(signer.nonce).plus(signer.inNonce).encode();
    BigInteger s =
        challenge(r, publicKey, message)
            .multiply(signer.secret)
            .add(signer.nonce)
            .mod(EdwardsPoint.L);
    byte[] signature = concat(r, littleEndian(s));
    boolean verdict = sodium.verifies(publicKey, message, signature);
    assertThat(bouncy.verifies(publicKey, message, signature)).isEqualTo(verdict);
    byte[] unreduced = concat(r, littleEndian(s.add(EdwardsPoint.L)));
    assertThat(sodium.verifies(publicKey, message, unreduced)).isFalse();
    assertThat(bouncy.verifies(publicKey, message, unreduced)).isFalse();
    return verdict;
  }

  private void sameCurvePoint(byte[] publicKey) {
    assertThat(bouncy.curvePoint(publicKey).map(HexFormat.of()::formatHex))
        .as(HexFormat.of().formatHex(publicKey))
        .isEqualTo(sodium.curvePoint(publicKey).map(HexFormat.of()::formatHex));
  }

  private static List<EdwardsPoint> smallOrderPoints() {
    EdwardsPoint generator = EdwardsPoint.decode(ORDER_EIGHT).orElseThrow();
    return IntStream.range(0, 8).mapToObj(i -> generator.times(BigInteger.valueOf(i))).toList();
  }

  private BigInteger scalar() {
    return new BigInteger(252, random);
  }

  private byte[] draw(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static BigInteger challenge(byte[]... parts) {
    var digest = new SHA512Digest();
    Stream.of(parts).forEach(part -> digest.update(part, 0, part.length));
    byte[] hash = new byte[64];
    digest.doFinal(hash, 0);
    return EdwardsPoint.number(hash).mod(EdwardsPoint.L);
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] big = number.toByteArray();
    byte[] little = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  private static byte[] concat(byte[] one, byte[] other) {
    var both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
