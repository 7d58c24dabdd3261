package org.tidings.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;

/// The small corpus of the vectors: 2,000 messages of 20 authors.
public final class Corpus {

  private Corpus() {}

  /// The message values in order of arrival.
  public static List<byte[]> values() {
    return lines("corpus-small.ndjson.gz").stream().map(Corpus::value).toList();
  }

  /// The same with duplicates and damage.
  public static List<byte[]> dirtyValues() {
    return lines("corpus-small.dirty.ndjson.gz");
  }

  /// What must come of it.
  public static JsonObject expected() {
    return Vectors.load("corpus-small.expected.json");
  }

  /// The key of one of the authors.
  public static KeyPair keys(FeedId author) {
    return Vectors.array("corpus-small.keys.json").stream()
        .filter(entry -> entry.string("id").orElseThrow().equals(author.toString()))
        .map(entry -> HexFormat.of().parseHex(entry.string("seed").orElseThrow()))
        .map(KeyPair::fromSeed)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] value(byte[] line) {
    try {
      return JsonWriter.compact(
          Json.parse(line).asObject().orElseThrow().get("value").orElseThrow());
    } catch (JsonException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// LF alone separates lines: what is between may be anything.
  private static List<byte[]> lines(String name) {
    List<byte[]> lines = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Vectors.open(name))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (byte next : in.readAllBytes()) {
        if (next == '\n') {
          lines.add(line.toByteArray());
          line.reset();
        } else {
          line.write(next);
        }
      }
      if (line.size() > 0) {
        lines.add(line.toByteArray());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return lines;
  }
}
