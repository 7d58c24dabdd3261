package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// Reads the files under `vectors/`.
final class Vectors {
  private Vectors() {}

  static List<JsonObject> cases(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      Json all = Json.parse(in.readAllBytes());
      return objects(all.asObject().flatMap(object -> object.array("cases")).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.items().stream().map(item -> item.asObject().orElseThrow()).toList();
  }
}
