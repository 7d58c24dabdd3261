package org.tidings.replication.peer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.json.Json;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcStream;

/// One ping stream: whoever gets a serve returns it; whoever has a serve or its return waits, and
/// serves next. So it goes on with those who only ever return. Confined to the thread that plays
/// it, but for the one that waits to serve.
final class Volley {
  private static final Logger log = LoggerFactory.getLogger(Volley.class);

  private final RpcStream stream;
  private final InstantSource clock;
  private final Duration pause;
  private final AtomicBoolean served = new AtomicBoolean();

  /// Not whether the thread that does so has ended: its serve may be returned before it has.
  private final AtomicBoolean waits = new AtomicBoolean();

  private Optional<Thread> server = Optional.empty();

  Volley(RpcStream stream, InstantSource clock, Duration pause) {
    this.stream = stream;
    this.clock = clock;
    this.pause = pause;
  }

  void serveFirst() throws IOException, InterruptedException {
    serve();
    returnServes();
  }

  /// Plays until the other side ends the stream.
  void returnServes() throws IOException, InterruptedException {
    try {
      while (stream.receive().isPresent()) {
        if (!served.getAndSet(false)) {
          stream.send(now());
        }
        serveLater();
      }
    } finally {
      server.ifPresent(Thread::interrupt);
    }
  }

  private void serveLater() {
    if (waits.compareAndSet(false, true)) {
      server = Optional.of(Thread.ofVirtual().name("ping").start(this::waitAndServe));
    }
  }

  private void waitAndServe() {
    try {
      Thread.sleep(pause);
      waits.set(false);
      serve();
    } catch (IOException | InterruptedException ended) {
      log.debug("no more pings: {}", ended.getMessage());
    }
  }

  private void serve() throws IOException, InterruptedException {
    served.set(true);
    stream.send(now());
  }

  private Body now() {
    return Body.json(Json.of((double) clock.millis()));
  }
}
