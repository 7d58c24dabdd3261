package org.tidings.replication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.Origin;

/// How fast an honest peer is served alone and beside an attacker, who is in the same process and
/// takes its own share of the same processors. See `replication/BENCHMARKS.md`.
class HostileBench {
  private static final int MESSAGES = 8_000;

  /// So often alone and beside each attack, in turn; half of the rates were below what is told.
  private static final int ROUNDS = 5;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private int runs;

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
      Map<String, Attacks.Attack> attacks = new Attacks(folder, carol).all();
      Attacks.Attack nobody = (victim, over) -> LockSupport.parkNanos(50_000_000);
      for (int i = 0; i < 4; i++) {
        run(honest, nobody);
      }
      System.out.printf("%-44s %12s %12s %6s %10s%n", "", "alone", "beside it", "share", "heap");
      for (Map.Entry<String, Attacks.Attack> attack : attacks.entrySet()) {
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

  private Result run(TestPeer honest, Attacks.Attack attack) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    runs++;
    try (TestPeer victim = TestPeer.startCalling(folder.resolve("victim-" + runs))) {
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

  private static void repeat(Attacks.Attack attack, TestPeer victim, AtomicBoolean over) {
    do {
      try {
        attack.on(victim, over);
      } catch (IOException cut) {
        LockSupport.parkNanos(10_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
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
}
