package org.tidings.app.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;

/// How the owner of a data folder is reached: what `instance.json` says.
///
/// @param pid the owner's process
/// @param port where its local listener waits, on loopback
/// @param key seed of the key pair that is let in there until this owner ends, in Base64
/// @param network the network key, in Base64
/// @param owner the feed id of the identity in the folder
public record Instance(long pid, int port, String key, String network, String owner) {

  /// Leaves this in the folder, readable by its owner only; whoever looks sees all of it or
  // nothing.
  public void write(DataFolder folder) throws IOException {
    Path file = folder.instance();
    Path fresh = file.resolveSibling("instance.json.new");
    Files.deleteIfExists(fresh);
    try (var channel =
        Files.newByteChannel(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            DataFolder.posix("rw-------"))) {
      channel.write(ByteBuffer.wrap(json()));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// What the last owner left there; empty when nobody did, or not in words we understand.
  public static Optional<Instance> read(DataFolder folder) {
    try {
      JsonObject json =
          Json.parse(Files.readAllBytes(folder.instance())).asObject().orElse(JsonObject.of());
      return Optional.of(
          new Instance(
              (long) json.number("pid").orElseThrow(),
              (int) json.number("port").orElseThrow(),
              json.string("key").orElseThrow(),
              json.string("network").orElseThrow(),
              json.string("id").orElseThrow()));
    } catch (IOException | JsonException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /// Nobody is to be reached any more.
  public static void remove(DataFolder folder) throws IOException {
    Files.deleteIfExists(folder.instance());
  }

  private byte[] json() {
    return JsonWriter.compact(
        JsonObject.builder()
            .put("pid", (double) pid)
            .put("port", port)
            .put("key", key)
            .put("network", network)
            .put("id", owner)
            .build());
  }

  /// Names the process, never the key.
  @Override
  public String toString() {
    return "Instance[pid=" + pid + ", port=" + port + "]";
  }
}
