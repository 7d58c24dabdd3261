package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.tidings.feed.json.Json;

/// How fast we hear a peer that may tell without end, and serve a stranger that may ask without
/// end. Whoever has more to say waits, and nobody else does: what it sends stays in its own stream,
/// then on its own connection.
public final class Pace {
  private static final int BYTES_PER_MS = 1_024;

  private static final int NO_MORE = 0;

  private Pace() {}

  /// Waits a millisecond for each kilobyte of what was just heard or served, and one more. Of what
  /// was heard nothing is to be kept meanwhile: so many may wait at once.
  ///
  /// @param bytes how long it was
  public static void after(int bytes) throws InterruptedException {
    Thread.sleep(1 + bytes / BYTES_PER_MS);
  }

  /// As [#after], one after the other for all that wait for the same `turn`: that of one peer, over
  /// all its calls together.
  public static void inTurn(Semaphore turn, int bytes) throws InterruptedException {
    turn.acquire();
    try {
      after(bytes);
    } finally {
      turn.release();
    }
  }

  /// Hands on all JSON that a stream brings, and waits after each body as [#after] does.
  public static void hear(RpcStream stream, Consumer<Json> told)
      throws IOException, InterruptedException {
    for (int bytes = next(stream, told); bytes != NO_MORE; bytes = next(stream, told)) {
      after(bytes);
    }
  }

  private static int next(RpcStream stream, Consumer<Json> told)
      throws IOException, InterruptedException {
    Optional<Body> body = stream.receive();
    if (body.isPresent() && body.get() instanceof JsonBody json) {
      told.accept(json.json());
    }
    return body.map(Body::size).orElse(NO_MORE);
  }
}
