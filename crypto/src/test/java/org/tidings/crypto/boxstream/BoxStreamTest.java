package org.tidings.crypto.boxstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.box.SecretBox;
import org.tidings.crypto.engine.Engine;

@BothEngines
class BoxStreamTest {
  private static final byte[] KEY = new byte[32];
  private static final byte[] NONCE = new byte[24];

  private final BoxStreamKeys keys = new BoxStreamKeys(KEY, NONCE, KEY, NONCE);
  private final Engine engine;
  private final BoxWriter writer;
  private final BoxReader reader;

  BoxStreamTest(Engine engine) {
    this.engine = engine;
    this.writer = new BoxWriter(keys, engine);
    this.reader = new BoxReader(keys, engine);
  }

  @Test
  void whateverIsWrittenInPiecesIsReadInPieces() throws BoxStreamException {
    var random = new Random(7);
    byte[] plain = new byte[100_000];
    random.nextBytes(plain);
    byte[] wire = inPieces(plain, random);
    var read = new ByteArrayOutputStream();
    for (int at = 0; at < wire.length; ) {
      int piece = Math.min(random.nextInt(9000), wire.length - at);
      reader.feed(wire, at, piece);
      at += piece;
      byte[] target = new byte[1 + random.nextInt(5000)];
      for (int n = reader.read(target, 0, target.length);
          n > 0;
          n = reader.read(target, 0, target.length)) {
        read.write(target, 0, n);
      }
    }
    assertThat(read.toByteArray()).isEqualTo(plain);
    assertThat(reader.read(new byte[1], 0, 1)).isEqualTo(-1);
    reader.end();
  }

  @Test
  void nothingIsReadFromNothingWritten() throws BoxStreamException {
    assertThat(writer.box(new byte[0], 0, 0)).isEmpty();
    assertThat(reader.read(new byte[10], 0, 10)).isZero();
  }

  @Test
  void longWritesAreSplitIntoBoxesOf4096() {
    byte[] wire = writer.box(new byte[5000], 0, 5000);
    assertThat(wire).hasSize(34 + 4096 + 34 + 904);
    assertThat(BoxWriter.boxedLength(5000)).isEqualTo(wire.length);
  }

  @Test
  void boxesGoWhereTheCallerWantsThem() {
    byte[] plain = {9, 8, 7, 6};
    byte[] wire = new byte[100];
    int written = writer.box(plain, 1, 2, wire, 11);
    assertThat(written).isEqualTo(36);
    assertThat(Arrays.copyOfRange(wire, 11, 47))
        .isEqualTo(new BoxWriter(keys, engine).box(new byte[] {8, 7}, 0, 2));
    assertThat(Arrays.copyOf(wire, 11)).containsOnly(0);
    assertThat(Arrays.copyOfRange(wire, 47, 100)).containsOnly(0);
  }

  @Test
  void boxThatDoesNotFitIsNotBegun() throws BoxStreamException {
    assertThatThrownBy(() -> writer.box(new byte[10], 0, 10, new byte[43], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    byte[] wire = writer.box(new byte[] {5}, 0, 1);
    reader.feed(wire, 0, wire.length);
    assertThat(reader.read(new byte[9], 0, 9)).isEqualTo(1);
  }

  @Test
  void nothingFollowsTheGoodbye() {
    writer.goodbye();
    assertThatIllegalStateException().isThrownBy(() -> writer.box(new byte[1], 0, 1));
    assertThatIllegalStateException().isThrownBy(writer::goodbye);
  }

  @Test
  void everyFlippedBitEndsTheStream() throws BoxStreamException {
    byte[] first = writer.box(new byte[] {1, 2, 3}, 0, 3);
    byte[] second = writer.box(new byte[] {4, 5}, 0, 2);
    for (int bit = 0; bit < second.length * Byte.SIZE; bit++) {
      byte[] flipped = second.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      var victim = new BoxReader(keys, engine);
      victim.feed(first, 0, first.length);
      victim.feed(flipped, 0, flipped.length);
      byte[] target = new byte[10];
      assertThat(victim.read(target, 0, 10)).isEqualTo(3);
      assertThat(target).startsWith(1, 2, 3);
      assertThatThrownBy(() -> victim.read(target, 0, 10)).isInstanceOf(BoxStreamException.class);
      victim.feed(second, 0, second.length);
      assertThatThrownBy(() -> victim.read(target, 0, 10)).isInstanceOf(BoxStreamException.class);
      assertThatThrownBy(victim::end).isInstanceOf(BoxStreamException.class);
    }
  }

  @Test
  void streamCutAnywhereBeforeItsGoodbyeIsNotedAsCut() throws BoxStreamException {
    byte[] box = writer.box(new byte[] {1, 2, 3}, 0, 3);
    byte[] wire = Arrays.copyOf(box, box.length + BoxWriter.HEADER_BYTES);
    System.arraycopy(writer.goodbye(), 0, wire, box.length, BoxWriter.HEADER_BYTES);
    for (int length = 0; length < wire.length; length++) {
      var victim = new BoxReader(keys, engine);
      victim.feed(wire, 0, length);
      assertThat(victim.read(new byte[9], 0, 9)).isEqualTo(length < box.length ? 0 : 3);
      assertThat(victim.read(new byte[9], 0, 9)).isZero();
      assertThatThrownBy(victim::end).hasMessageContaining("cut off");
    }
  }

  @Test
  void framesFromAnotherPlaceInTheStreamAreRefused() {
    byte[] first = writer.box(new byte[] {1}, 0, 1);
    byte[] second = writer.box(new byte[] {2}, 0, 1);
    reader.feed(second, 0, second.length);
    reader.feed(first, 0, first.length);
    assertThatThrownBy(() -> reader.read(new byte[9], 0, 9)).isInstanceOf(BoxStreamException.class);
  }

  /// Others may write boxes as long as their two bytes of length can say.
  @Test
  void longestBoxThatCanBeSaidIsRead() throws BoxStreamException {
    int length = 65_535;
    byte[] body = SecretBox.seal(filled(length), nonce(1), KEY);
    byte[] content = new byte[18];
    content[0] = (byte) 0xff;
    content[1] = (byte) 0xff;
    System.arraycopy(body, 0, content, 2, 16);
    byte[] header = SecretBox.seal(content, nonce(0), KEY);
    reader.feed(header, 0, header.length);
    reader.feed(body, 16, length);
    byte[] target = new byte[70_000];
    assertThat(reader.read(target, 0, target.length)).isEqualTo(length);
    assertThat(Arrays.copyOf(target, length)).isEqualTo(filled(length));
  }

  @Test
  void nonceThatOverflowsStartsOver() throws BoxStreamException {
    byte[] last = new byte[24];
    Arrays.fill(last, (byte) 0xff);
    var wrapping = new BoxStreamKeys(KEY, last, KEY, last);
    var one = new BoxWriter(wrapping, engine);
    var other = new BoxReader(wrapping, engine);
    byte[] header = one.box(new byte[] {1}, 0, 1);
    byte[] next = one.box(new byte[] {2}, 0, 1);
    other.feed(header, 0, header.length);
    other.feed(next, 0, next.length);
    byte[] target = new byte[9];
    assertThat(other.read(target, 0, 9)).isEqualTo(2);
    assertThat(next).isEqualTo(boxAtNonceOne());
  }

  @Test
  void keysOfAWrongLengthAreRefusedAndNeverPrinted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoxStreamKeys(new byte[31], NONCE, KEY, NONCE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoxStreamKeys(KEY, NONCE, KEY, new byte[25]));
    assertThat(keys.toString()).isEqualTo("BoxStreamKeys[…]");
  }

  private byte[] inPieces(byte[] plain, Random random) {
    var wire = new ByteArrayOutputStream();
    for (int at = 0; at < plain.length; ) {
      int piece = Math.min(random.nextInt(10_000), plain.length - at);
      wire.writeBytes(writer.box(plain, at, piece));
      at += piece;
    }
    wire.writeBytes(writer.goodbye());
    return wire.toByteArray();
  }

  /// After all ones and zero, the second box begins at one.
  private byte[] boxAtNonceOne() {
    byte[] one = nonce(1);
    return new BoxWriter(new BoxStreamKeys(KEY, one, KEY, one), engine).box(new byte[] {2}, 0, 1);
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] nonce(int value) {
    byte[] nonce = new byte[24];
    nonce[23] = (byte) value;
    return nonce;
  }
}
