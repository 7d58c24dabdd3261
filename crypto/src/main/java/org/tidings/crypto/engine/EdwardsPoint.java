package org.tidings.crypto.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A point of the curve of Ed25519, reckoned slowly and exactly, for what Bouncy Castle does not
/// offer: the judgement of keys and signatures that are not of prime order. Public values only, as
/// nothing here takes constant time. The point is at `(x/z, y/z)`, so that adding needs no
/// division. Thread-safe.
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z) {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /// The order of the base point.
  static final BigInteger L =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final BigInteger D = over(BigInteger.valueOf(-121665), BigInteger.valueOf(121666));
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
  private static final BigInteger Y_OF_ORDER_EIGHT =
      new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);
  private static final Set<BigInteger> Y_OF_SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          Y_OF_ORDER_EIGHT,
          P.subtract(Y_OF_ORDER_EIGHT));

  private static final EdwardsPoint ORDER_TWO = affine(BigInteger.ZERO, P.subtract(BigInteger.ONE));
  static final EdwardsPoint NEUTRAL = affine(BigInteger.ZERO, BigInteger.ONE);
  static final EdwardsPoint BASE = base();

  /// The point that 32 bytes stand for: `y`, little-endian, with the sign of `x` on top. Like
  /// libsodium this takes a `y` that is not reduced.
  static Optional<EdwardsPoint> decode(byte[] bytes) {
    BigInteger y = yOf(bytes);
    return xOf(y).map(x -> affine(x.testBit(0) == isNegative(bytes) ? x : negate(x), y));
  }

  /// Whether these 32 bytes stand for one of the eight points whose multiples soon repeat.
  static boolean isSmallOrder(byte[] bytes) {
    return Y_OF_SMALL_ORDER.contains(yOf(bytes));
  }

  /// The point's one canonical spelling.
  byte[] encode() {
    byte[] bytes = littleEndian(over(y, z));
    if (over(x, z).testBit(0)) {
      bytes[bytes.length - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  EdwardsPoint plus(EdwardsPoint other) {
    BigInteger zz = z.multiply(other.z).mod(P);
    BigInteger xx = x.multiply(other.x).mod(P);
    BigInteger yy = y.multiply(other.y).mod(P);
    BigInteger square = zz.multiply(zz);
    BigInteger twist = D.multiply(xx).mod(P).multiply(yy);
    BigInteger less = square.subtract(twist).mod(P);
    BigInteger more = square.add(twist).mod(P);
    BigInteger cross = x.add(y).multiply(other.x.add(other.y)).subtract(xx).subtract(yy).mod(P);
    return new EdwardsPoint(
        zz.multiply(less).mod(P).multiply(cross).mod(P),
        zz.multiply(more).mod(P).multiply(xx.add(yy)).mod(P),
        less.multiply(more).mod(P));
  }

  EdwardsPoint times(BigInteger factor) {
    EdwardsPoint product = NEUTRAL;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      product = product.plus(product);
      if (factor.testBit(bit)) {
        product = product.plus(this);
      }
    }
    return product;
  }

  /// This point moved by the one point of order two, `(0, -1)`.
  EdwardsPoint plusOrderTwo() {
    return plus(ORDER_TWO);
  }

  EdwardsPoint negated() {
    return new EdwardsPoint(negate(x), y, z);
  }

  /// The X25519 coordinate of this point: `(1 + y) / (1 - y)`.
  byte[] montgomeryU() {
    return littleEndian(over(z.add(y), z.subtract(y)));
  }

  /// The number that bytes spell, the smallest first.
  static BigInteger number(byte[] littleEndian) {
    return new BigInteger(1, reversed(littleEndian));
  }

  private static EdwardsPoint base() {
    BigInteger y = over(BigInteger.valueOf(4), BigInteger.valueOf(5));
    BigInteger x = xOf(y).orElseThrow();
    return affine(x.testBit(0) ? negate(x) : x, y);
  }

  private static EdwardsPoint affine(BigInteger x, BigInteger y) {
    return new EdwardsPoint(x, y, BigInteger.ONE);
  }

  private static BigInteger over(BigInteger numerator, BigInteger denominator) {
    return numerator.multiply(denominator.modInverse(P)).mod(P);
  }

  private static BigInteger yOf(byte[] bytes) {
    return number(bytes).clearBit(255).mod(P);
  }

  private static boolean isNegative(byte[] bytes) {
    return bytes[bytes.length - 1] < 0;
  }

  /// A root of `(y² - 1) / (dy² + 1)`, where there is one.
  private static Optional<BigInteger> xOf(BigInteger y) {
    BigInteger square = y.multiply(y).mod(P);
    BigInteger wanted =
        over(square.subtract(BigInteger.ONE), D.multiply(square).add(BigInteger.ONE));
    BigInteger root = wanted.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    for (BigInteger x : new BigInteger[] {root, root.multiply(ROOT_OF_MINUS_ONE).mod(P)}) {
      if (x.multiply(x).mod(P).equals(wanted)) {
        return Optional.of(x);
      }
    }
    return Optional.empty();
  }

  private static BigInteger negate(BigInteger x) {
    return x.negate().mod(P);
  }

  private static byte[] littleEndian(BigInteger number) {
    return Arrays.copyOf(reversed(number.toByteArray()), Engine.KEY_BYTES);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
