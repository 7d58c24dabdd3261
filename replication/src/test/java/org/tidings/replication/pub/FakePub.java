package org.tidings.replication.pub;

import java.io.IOException;
import java.util.Base64;
import java.util.function.Consumer;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.SomeHost;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

/// Something on loopback that takes every code, does as a test wants, and follows nobody.
/// Thread-safe.
public final class FakePub implements AutoCloseable {
  private final SomeHost host;

  /// @param taking run while a code is being taken
  public FakePub(Consumer<FakePub> taking) throws IOException {
    Procedure use =
        Procedure.async(
            Guest.USE,
            call -> {
              taking.accept(this);
              return Body.json(JsonObject.of());
            });
    host = new SomeHost(SomeKeys.of("fake pub"), Procedures.of(use));
  }

  /// A code for it.
  public String code() {
    String seed = Base64.getEncoder().encodeToString(SomeKeys.of("guest").seed());
    return "127.0.0.1:" + host.address().port() + ":" + host.address().id() + "~" + seed;
  }

  /// Is called in vain from now on; who is connected stays so.
  public void goAway() {
    host.goAway();
  }

  @Override
  public void close() {
    host.close();
  }
}
