package org.tidings.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.Vector;
import org.tidings.crypto.engine.BouncyCastleEngine;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.engine.SodiumEngine;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.crypto.key.KeyPair;

/// Whatever the bytes, both engines read the same, and what comes out is what somebody put in.
public class PrivateBoxFuzzTest {
  private static final Engine SODIUM = new SodiumEngine();
  private static final Engine BOUNCY = new BouncyCastleEngine();
  private static final KeyPair BY_SODIUM = KeyPair.fromSeed(new byte[32], SODIUM);
  private static final KeyPair BY_BOUNCY = KeyPair.fromSeed(new byte[32], BOUNCY);

  private static final byte[] NONCE = new byte[Engine.NONCE_BYTES];
  private static final byte[] BODY_KEY = new byte[Engine.KEY_BYTES];
  private static final byte[] SENDER = SODIUM.curvePublic(secret());
  private static final byte[] SHARED = BY_SODIUM.agree(SENDER).orElseThrow();

  private static final int SLOT_BYTES = 49;
  private static final int LEAST = 4;

  private static byte[] secret() {
    byte[] secret = new byte[Engine.KEY_BYTES];
    Arrays.fill(secret, (byte) 7);
    return secret;
  }

  /// Before the first input, so that classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(PrivateBoxFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < LEAST || input[0] < 0) {
      opened(input);
    } else {
      openedAsBuilt(input);
    }
  }

  /// The boxes as published, and a few to be built.
  public static List<byte[]> seeds() {
    Stream<byte[]> published =
        Vector.file("private-box.json").objects("cases").stream()
            .map(each -> each.text("boxed").replace(".box", ""))
            .map(Base64.getDecoder()::decode);
    Stream<byte[]> built =
        Stream.of(
            new byte[] {1, 1, 0, 0, 'h', 'i'},
            new byte[] {7, 7, 6, 0, 'h', 'i'},
            new byte[] {12, 12, 9, 0, 'h', 'i'},
            new byte[] {2, 3, 1, 60, 'h', 'i'});
    return Stream.concat(published, built).toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(PrivateBoxFuzzTest.class, PrivateBoxFuzzTest::fuzzerTestOneInput);
  }

  private static Optional<byte[]> opened(byte[] boxed) {
    Optional<byte[]> plain = PrivateBox.open(boxed, BY_SODIUM, SODIUM);
    Optional<byte[]> other = PrivateBox.open(boxed, BY_BOUNCY, BOUNCY);
    assertThat(other.map(Arrays::toString)).isEqualTo(plain.map(Arrays::toString));
    return plain;
  }

  /// A box with `input[0]` slots, of which `input[2]` is ours, that claims to have `input[1]`, with
  /// one byte changed unless `input[3]` is zero.
  private static void openedAsBuilt(byte[] input) {
    int slots = input[0] & 15;
    int ours = input[2] & 15;
    byte[] plain = Arrays.copyOfRange(input, LEAST, input.length);
    byte[] boxed = built(slots, input[1], ours, plain);
    int damaged = Byte.toUnsignedInt(input[3]) % boxed.length;
    boxed[damaged] ^= (byte) (input[3] == 0 ? 0 : 1);
    Optional<byte[]> read = opened(boxed);
    read.ifPresent(bytes -> assertThat(bytes).isEqualTo(plain));
    if (input[3] == 0) {
      boolean isReader = ours < Math.min(slots, 8) && input[1] == slots;
      assertThat(read.isPresent()).isEqualTo(isReader);
    }
  }

  private static byte[] built(int slots, byte count, int ours, byte[] plain) {
    byte[] slot = new byte[1 + Engine.KEY_BYTES];
    slot[0] = count;
    System.arraycopy(BODY_KEY, 0, slot, 1, BODY_KEY.length);
    var boxed = new ByteArrayOutputStream();
    boxed.writeBytes(NONCE);
    boxed.writeBytes(SENDER);
    for (int i = 0; i < slots; i++) {
      boxed.writeBytes(
          i == ours ? SecretBox.seal(slot, NONCE, SHARED, SODIUM) : new byte[SLOT_BYTES]);
    }
    boxed.writeBytes(SecretBox.seal(plain, NONCE, BODY_KEY, BOUNCY));
    return boxed.toByteArray();
  }
}
