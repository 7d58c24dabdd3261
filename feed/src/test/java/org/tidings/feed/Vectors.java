package org.tidings.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// Reads the shared test vectors. Keys in them are public test keys.
public final class Vectors {
  private Vectors() {}

  /// The whole file `vectors/name`.
  public static JsonObject load(String name) {
    try (InputStream in = open(name)) {
      return Json.parse(in.readAllBytes()).asObject().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /// The objects of a file that is one array.
  public static List<JsonObject> array(String name) {
    try (InputStream in = open(name)) {
      return Json.parse(in.readAllBytes()) instanceof JsonArray array
          ? array.items().stream().map(JsonObject.class::cast).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /// The objects in one of the file's arrays.
  public static List<JsonObject> cases(String name, String array) {
    return load(name).array(array).orElseThrow().items().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /// The lines of a gzipped text.
  public static List<String> gzipLines(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(open(name)), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of `vectors/name`.
  public static InputStream open(String name) {
    return Objects.requireNonNull(
        Vectors.class.getResourceAsStream("/vectors/" + name), () -> "no vectors/" + name);
  }
}
