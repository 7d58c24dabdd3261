package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.bench.LauncherFlags;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;

/// How long somebody who starts the program waits until the first post of a friend on the same
/// cable is there: from the start of a process that has nothing of the friend. See
/// `replication/BENCHMARKS.md`.
@RequiresTwoHosts
@Timeout(300)
class NearbyBench {
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  private static final int POSTS = 50;

  @TempDir private Path temp;

  /// What one start took, in ms from the start of the process.
  private record Round(long ready, long first, long all) {}

  @Test
  void fromTheStartToTheFirstPostOfAFriend() throws Exception {
    Shell friend = shell("friend");
    String friendId = id(friend);
    for (int i = 0; i < ROUNDS; i++) {
      done(shell("newcomer" + i), "follow", friendId);
      done(friend, "follow", id(shell("newcomer" + i)));
    }
    for (int i = 0; i < POSTS; i++) {
      done(friend, "publish", "post " + i);
    }
    List<Round> rounds = new ArrayList<>();
    try (TwoHosts hosts = new TwoHosts();
        ChildProcess running = start(hosts.onSecond(), "friend")) {
      running.line();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(hosts, "newcomer" + i));
      }
    }
    tell("ready", rounds, Round::ready);
    tell("first post", rounds, Round::first);
    tell("all " + (ROUNDS + POSTS), rounds, Round::all);
  }

  private Round round(TwoHosts hosts, String name) throws Exception {
    long start = System.currentTimeMillis();
    try (ChildProcess newcomer = start(hosts.onFirst(), name)) {
      newcomer.line();
      long ready = System.currentTimeMillis();
      int own = 1;
      long first = reached(hosts, name, own + 1);
      return new Round(
          ready - start, first - start, reached(hosts, name, own + ROUNDS + POSTS) - start);
    }
  }

  private ChildProcess start(List<String> host, String name) throws Exception {
    return new ChildProcess(
        host, LauncherFlags.usual(), temp.resolve(name), "headless", "--port", "8008");
  }

  /// When it had that many messages, in epoch milliseconds.
  private long reached(TwoHosts hosts, String name, int messages) throws Exception {
    String number = Integer.toString(messages);
    try (ChildProcess status =
        new ChildProcess(
            hosts.onFirst(), temp.resolve(name), "status", "--wait-messages", number)) {
      JsonObject reached = Json.parse(status.line()).asObject().orElseThrow();
      return (long) reached.number("reachedAtMs").orElseThrow();
    }
  }

  private static void tell(String what, List<Round> rounds, ToLongFunction<Round> part) {
    List<Long> sorted = new ArrayList<>(rounds.stream().map(part::applyAsLong).toList());
    Collections.sort(sorted);
    System.out.printf(
        "%-10s median %5d ms, longest %5d ms%n",
        what, sorted.get(sorted.size() / 2), sorted.getLast());
  }

  private Shell shell(String name) {
    return new Shell(temp.resolve(name));
  }

  private static String id(Shell shell) {
    return shell.type("whoami", "--json").json().string("id").orElseThrow();
  }

  private static void done(Shell shell, String... words) {
    assertThat(shell.type(words).code()).isZero();
  }
}
