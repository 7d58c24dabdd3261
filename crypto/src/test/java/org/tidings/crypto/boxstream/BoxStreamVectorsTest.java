package org.tidings.crypto.boxstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.hash.Sha256;

/// The published streams: what is written, and what comes of reading them in odd pieces.
@BothEngines
record BoxStreamVectorsTest(Engine engine) {
  private static final List<Vector> CASES = Vector.file("box-stream.json").objects("cases");

  @Test
  void chunksGiveThePublishedWireBytes() {
    assertThat(CASES)
        .filteredOn(each -> each.has("plainChunks"))
        .hasSize(7)
        .allSatisfy(each -> assertThat(written(each)).isEqualTo(each.hex("wire")));
  }

  @Test
  void wireBytesGiveThePublishedPlainBytesAndEnd() {
    assertThat(CASES)
        .hasSize(16)
        .allSatisfy(
            each -> {
              var plain = new ByteArrayOutputStream();
              String end = read(each, plain);
              assertThat(end).as(each.text("desc")).isEqualTo(expectedEnd(each.text("ends")));
              if (each.has("decodedBytes")) {
                assertThat(plain.toByteArray()).isEqualTo(each.hex("decodedBytes"));
              } else {
                assertThat(plain.size()).isEqualTo(each.number("decodedLength"));
                assertThat(Sha256.of(plain.toByteArray())).isEqualTo(each.hex("decodedSha256"));
              }
            });
  }

  private byte[] written(Vector each) {
    var writer = new BoxWriter(keys(each), engine);
    var wire = new ByteArrayOutputStream();
    for (String chunk : each.texts("plainChunks")) {
      byte[] plain = HexFormat.of().parseHex(chunk);
      wire.writeBytes(writer.box(plain, 0, plain.length));
    }
    wire.writeBytes(writer.goodbye());
    return wire.toByteArray();
  }

  /// Feeds the wire in the sizes given, the last of them repeated, and answers how it ended.
  private String read(Vector each, ByteArrayOutputStream plain) {
    var reader = new BoxReader(keys(each), engine);
    byte[] wire = each.hex("wire");
    List<Integer> sizes = each.has("readSizes") ? each.numbers("readSizes") : List.of(wire.length);
    try {
      int at = 0;
      for (int piece = 0; at < wire.length; piece++) {
        int size = Math.min(sizes.get(Math.min(piece, sizes.size() - 1)), wire.length - at);
        reader.feed(wire, at, size);
        at += size;
        if (drain(reader, plain)) {
          return "clean";
        }
      }
      reader.end();
      return fail("ended without goodbye and without complaint");
    } catch (BoxStreamException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean drain(BoxReader reader, ByteArrayOutputStream plain)
      throws BoxStreamException {
    byte[] target = new byte[1000];
    int count = reader.read(target, 0, target.length);
    while (count > 0) {
      plain.write(target, 0, count);
      count = reader.read(target, 0, target.length);
    }
    return count < 0;
  }

  private static String expectedEnd(String ends) {
    return switch (ends) {
      case "clean" -> "clean";
      case "error: invalid header" -> "a header was damaged or forged";
      case "error: invalid packet" -> "a body was damaged or forged";
      default -> "the stream was cut off: it ended without a goodbye";
    };
  }

  private static BoxStreamKeys keys(Vector each) {
    byte[] key = each.hex("key");
    byte[] nonce = each.hex("nonce");
    return new BoxStreamKeys(key, nonce, key, nonce);
  }
}
