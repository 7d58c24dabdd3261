package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.Bounds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.told.Told;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;

/// What a person has set, in `settings.json`. Keys that are not known here stay as they are.
/// Immutable; [#with] gives changed ones.
public final class Settings {
  private static final String HOPS = "hops";
  private static final String BLOB_LIMIT = "blobLimit";

  /// A whole number in JSON.
  private static final double MOST_BYTES = 1L << 53;

  private static final int USUAL_PORT = 8008;
  private static final int PORT_BESIDE_PROGRAMS = 8009;
  private static final int HIGHEST_PORT = 65_535;
  private static final String ONION_ONLY = "proxyOnionOnly";
  private static final String LOCAL_ONLY = "localOnly";
  private static final String ONLY_IN_REACH = "onlyInReach";

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
          .orElseThrow(() -> unreadable(file, Told.of(FolderFault.NO_OBJECT), null));
    } catch (NoSuchFileException none) {
      return new Settings(JsonObject.of());
    } catch (IOException e) {
      throw unreadable(file, DataFolder.reason(e), e);
    } catch (JsonException e) {
      throw unreadable(file, Told.of(FolderFault.NO_JSON), e);
    }
  }

  /// How much of what others say is kept.
  public Bounds bounds() {
    return new Bounds(
        whole(HOPS, Bounds.USUAL.hops(), Integer.MAX_VALUE),
        (long) number(BLOB_LIMIT, (double) Bounds.USUAL.blobBytes(), MOST_BYTES));
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

  /// By which way others are reached, and who may be connected.
  ///
  /// @throws FolderException when there is a proxy that cannot be understood: then nobody may be
  ///     called past it
  public Routes routes() throws FolderException {
    Routes direct =
        Routes.DIRECT
            .onionOnly(json.bool(ONION_ONLY).orElse(false))
            .localOnly(isOn(LOCAL_ONLY))
            .onlyInReach(isOn(ONLY_IN_REACH));
    Optional<Json> proxy = json.get("proxy").filter(set -> !set.equals(JsonNull.NULL));
    if (proxy.isEmpty()) {
      return direct;
    }
    SocksProxy read =
        proxy
            .get()
            .asString()
            .flatMap(SocksProxy::parse)
            .orElseThrow(
                () -> new FolderException(Told.of(FolderFault.PROXY, proxy.get().toString())));
    return direct.through(Optional.of(read));
  }

  /// Whether something is kept from others; what is set to no truth value is, too.
  private boolean isOn(String key) {
    return json.bool(key).orElse(json.has(key));
  }

  /// Everything, also what other parts of the program keep here.
  public JsonObject all() {
    return json;
  }

  /// These settings with one of them changed.
  public Settings with(String key, Json value) {
    return new Settings(json.with(key, value));
  }

  /// These settings with so much kept of what others say.
  public Settings with(Bounds bounds) {
    return with(HOPS, Json.of(bounds.hops()))
        .with(BLOB_LIMIT, Json.of((double) bounds.blobBytes()));
  }

  /// These settings with others reached by these ways.
  public Settings with(Routes routes) {
    Json proxy = routes.proxy().<Json>map(set -> Json.of(set.toString())).orElse(JsonNull.NULL);
    Settings next =
        withFlag(ONION_ONLY, routes.onionOnly())
            .withFlag(LOCAL_ONLY, routes.localOnly())
            .withFlag(ONLY_IN_REACH, routes.onlyInReach());
    return routes.proxy().isPresent() || json.has("proxy") ? next.with("proxy", proxy) : next;
  }

  private Settings withFlag(String key, boolean on) {
    return on || json.has(key) ? with(key, Json.of(on)) : this;
  }

  /// Replaces the file as a whole, or not at all.
  public void write(DataFolder folder) throws IOException {
    DurableFile.replace(folder.settings(), JsonWriter.canonical(json));
  }

  /// What makes no sense counts as not set.
  private int whole(String key, int usual, int most) {
    return (int) number(key, usual, most);
  }

  private double number(String key, double usual, double most) {
    double number = json.number(key).orElse(usual);
    return number >= 0 && number <= most ? number : usual;
  }

  private static FolderException unreadable(Path file, Object why, @Nullable Throwable cause) {
    return new FolderException(Told.of(FolderFault.SETTINGS, file, why), cause);
  }
}
