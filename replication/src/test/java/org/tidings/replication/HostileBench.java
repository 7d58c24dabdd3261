package org.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.Origin;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;

/// How fast an honest peer is served alone and beside an attacker, who is in the same process and
/// takes its own share of the same processors. See `replication/BENCHMARKS.md`.
class HostileBench {
  private static final int MESSAGES = 8_000;

  /// So often alone and beside each attack, in turn; half of the rates were below what is told.
  private static final int ROUNDS = 5;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private int runs;

  /// Goes on until it is over; one that is cut off comes back.
  private interface Attack {
    void on(TestPeer victim, AtomicBoolean over) throws IOException;
  }

  private record Result(double rate, long heap) {}

  @Test
  void anHonestPeerBesideAnAttacker() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("message " + i);
    }
    try (TestPeer honest = TestPeer.start(folder.resolve("honest"))) {
      for (byte[] value : carol.values()) {
        honest.feeds().ingest().offer(value, new Origin.Import(), verdict -> {});
      }
      awaitAll(honest);
      Attack nobody = (victim, over) -> LockSupport.parkNanos(50_000_000);
      for (int i = 0; i < 4; i++) {
        run(honest, nobody);
      }
      System.out.printf("%-44s %12s %12s %6s %10s%n", "", "alone", "beside it", "share", "heap");
      for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
        List<Result> before = new ArrayList<>();
        List<Result> under = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          before.add(run(honest, nobody));
          under.add(run(honest, attack.getValue()));
        }
        double alone = median(before, Result::rate);
        double beside = median(under, Result::rate);
        double heap = median(under, Result::heap) - median(before, Result::heap);
        System.out.printf(
            "%-44s %6.0f msg/s %6.0f msg/s %5.0f %% %+6.0f MiB%n",
            attack.getKey(), alone, beside, 100 * beside / alone, heap / (1 << 20));
      }
    }
  }

  private static double median(List<Result> results, ToDoubleFunction<Result> what) {
    return results.stream().mapToDouble(what).sorted().toArray()[results.size() / 2];
  }

  private Result run(TestPeer honest, Attack attack) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    runs++;
    try (TestPeer victim = TestPeer.start(folder.resolve("victim-" + runs))) {
      victim.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
      Thread attacker = Thread.ofPlatform().daemon().start(() -> repeat(attack, victim, over));
      Thread.sleep(500);
      long start = System.nanoTime();
      victim.connect(honest.address());
      awaitAll(victim);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.gc();
      long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      over.set(true);
      attacker.join(2_000);
      return new Result(MESSAGES / seconds, heap);
    }
  }

  private static void repeat(Attack attack, TestPeer victim, AtomicBoolean over) {
    do {
      try {
        attack.on(victim, over);
      } catch (IOException cut) {
        LockSupport.parkNanos(10_000_000);
      }
    } while (!over.get());
  }

  private void awaitAll(TestPeer peer) {
    while (peer.feeds()
        .log()
        .head(carol.id())
        .filter(head -> head.sequence().value() == MESSAGES)
        .isEmpty()) {
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static Map<String, Attack> attacks() {
    Map<String, Attack> all = new LinkedHashMap<>();
    all.put("silent connections, one after another", HostileBench::connects);
    all.put("one identity, again and again", (v, over) -> mallory(v).close());
    all.put("10,000 unknown calls a second", HostileBench::unknownCalls);
    all.put("calls that never end", HostileBench::endlessCalls);
    all.put("notes about invented feeds", HostileBench::inventedFeeds);
    all.put("forks at line rate", (v, over) -> junk(v, over, forks()));
    all.put("notes that are JSON 100,000 deep", (v, over) -> junk(v, over, deep()));
    all.put("wants for a million blobs", HostileBench::wants);
    return all;
  }

  private static Intruder mallory(TestPeer victim) throws IOException {
    return Intruder.at(victim, SomeKeys.of("mallory"));
  }

  private static void connects(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Socket socket = Intruder.socket(victim, InetAddress.ofLiteral("127.0.0.2"))) {
      socket.setSoTimeout(1);
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("a word from the victim");
      }
    }
  }

  private static void unknownCalls(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      for (int i = 1; !over.get(); i++) {
        mallory.says().says(i, "{\"name\":[\"nope\"],\"args\":[]}");
        if (i % 100 == 0) {
          LockSupport.parkNanos(10_000_000);
        }
      }
    }
  }

  private static void endlessCalls(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      for (int i = 1; !over.get(); i++) {
        String id = feed(i).toString();
        mallory
            .says()
            .streams(
                i,
                "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
                    + id
                    + "\",\"live\":true}],\"type\":\"source\"}");
      }
    }
  }

  private static void inventedFeeds(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      for (int from = 0; from < 1_000_000 && !over.get(); from += 5_000) {
        StringBuilder notes = new StringBuilder("{\"").append(feed(from)).append("\":2");
        for (int i = from + 1; i < from + 5_000; i++) {
          notes.append(",\"").append(feed(i)).append("\":42");
        }
        send(mallory, 1, notes.append('}').toString().getBytes(UTF_8));
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static void junk(TestPeer victim, AtomicBoolean over, byte[] item) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      while (!over.get()) {
        send(mallory, 1, item);
      }
    }
  }

  private static byte[] forks() {
    SomeFeed other = SomeFeed.of("carol");
    other.post("told otherwise");
    return other.post("and a second one").wire();
  }

  private static byte[] deep() {
    return ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8);
  }

  private static void wants(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim)) {
      Frame asked = mallory.says().hears().orElseThrow();
      mallory.listening(frame -> {});
      for (int from = 0; from < 1_000_000 && !over.get(); from += 5_000) {
        StringBuilder wants = new StringBuilder("{\"none\":0");
        for (int i = from; i < from + 5_000; i++) {
          wants.append(",\"&").append(feed(i).toString(), 1, 45).append(".sha256\":-1");
        }
        send(mallory, -asked.request(), wants.append('}').toString().getBytes(UTF_8));
      }
    }
  }

  private static void send(Intruder mallory, int request, byte[] json) throws IOException {
    mallory.says().sends(new Frame(request, true, false, Body.rawJson(json)));
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(7, number).array());
  }
}
