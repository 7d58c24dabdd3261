package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;

/// What a person has set, in `settings.json`. Keys that are not known here stay as they are.
/// Immutable; [#with] gives changed ones.
public final class Settings {
  private static final int USUAL_HOPS = 2;
  private static final int USUAL_PORT = 8008;
  private static final int PORT_BESIDE_PROGRAMS = 8009;
  private static final int HIGHEST_PORT = 65_535;

  private final JsonObject json;

  private Settings(JsonObject json) {
    this.json = json;
  }

  /// The settings in a folder; the usual ones where there are none yet, or where a power cut has
  /// left an empty file.
  ///
  /// @throws FolderException when the file is there but cannot be understood: it is left alone
  public static Settings read(DataFolder folder) throws FolderException {
    Path file = folder.settings();
    try {
      byte[] text = Files.readAllBytes(file);
      if (text.length == 0) {
        return new Settings(JsonObject.of());
      }
      return Json.parse(text)
          .asObject()
          .map(Settings::new)
          .orElseThrow(() -> unreadable(file, "it is not a JSON object", null));
    } catch (NoSuchFileException none) {
      return new Settings(JsonObject.of());
    } catch (IOException e) {
      throw unreadable(file, DataFolder.reason(e), e);
    } catch (JsonException e) {
      throw unreadable(file, "it is not JSON", e);
    }
  }

  /// How far feeds are fetched: 1 is whom we follow, 2 is whom they follow.
  public int hops() {
    return whole("hops", USUAL_HOPS, Integer.MAX_VALUE);
  }

  /// The port peers find us at.
  ///
  /// @param compatible whether the usual one is left to programs of ours, as with
  ///     [#isSsbCompatible]
  public int port(boolean compatible) {
    return whole("port", compatible ? PORT_BESIDE_PROGRAMS : USUAL_PORT, HIGHEST_PORT);
  }

  /// Whether programs made for ssb-server find us at the port where they look.
  public boolean isSsbCompatible() {
    return json.bool("ssbCompat").orElse(false);
  }

  /// Whether we look for peers on the local network, and show ourselves there.
  public boolean lan() {
    return json.bool("lan").orElse(true);
  }

  /// By which way others are reached.
  ///
  /// @throws FolderException when there is a proxy that cannot be understood: then nobody may be
  ///     called past it
  public Routes routes() throws FolderException {
    boolean localOnly = json.bool("localOnly").orElse(json.has("localOnly"));
    Optional<Json> proxy = json.get("proxy").filter(set -> !set.equals(JsonNull.NULL));
    if (proxy.isEmpty()) {
      return new Routes(Optional.empty(), localOnly);
    }
    SocksProxy read =
        proxy
            .get()
            .asString()
            .flatMap(SocksProxy::parse)
            .orElseThrow(
                () ->
                    new FolderException(
                        "The proxy in settings.json is not understood: %s. It is HOST:PORT, such as 127.0.0.1:9050."
                            .formatted(proxy.get())));
    return new Routes(Optional.of(read), localOnly);
  }

  /// Everything, also what other parts of the program keep here.
  public JsonObject all() {
    return json;
  }

  /// These settings with one of them changed.
  public Settings with(String key, Json value) {
    return new Settings(json.with(key, value));
  }

  /// These settings with others reached by these ways.
  public Settings with(Routes routes) {
    Json proxy = routes.proxy().<Json>map(set -> Json.of(set.toString())).orElse(JsonNull.NULL);
    boolean wasSet = json.has("localOnly") || routes.localOnly();
    Settings next = wasSet ? with("localOnly", Json.of(routes.localOnly())) : this;
    return routes.proxy().isPresent() || json.has("proxy") ? next.with("proxy", proxy) : next;
  }

  /// Replaces the file as a whole, or not at all.
  public void write(DataFolder folder) throws IOException {
    DurableFile.replace(folder.settings(), JsonWriter.canonical(json));
  }

  /// What makes no sense counts as not set.
  private int whole(String key, int usual, int most) {
    double number = json.number(key).orElse(usual);
    return number >= 0 && number <= most ? (int) number : usual;
  }

  private static FolderException unreadable(Path file, String why, @Nullable Throwable cause) {
    return new FolderException(
        "The settings in %s cannot be read: %s. Mend the file, or move it away to start with the usual ones."
            .formatted(file, why),
        cause);
  }
}
