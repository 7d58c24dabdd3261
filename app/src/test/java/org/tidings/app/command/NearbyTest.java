package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;

/// Peers on the same local network find each other by their announcements alone, and exchange what
/// they have, within the few seconds a person is willing to wait, also where the machine has other
/// work.
@RequiresTwoHosts
@Timeout(120)
class NearbyTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path temp;

  @Test
  void twoOfUsFindEachOther() throws Exception {
    follow("alice", id("bob"));
    follow("bob", id("alice"));
    try (TwoHosts hosts = new TwoHosts();
        ChildProcess alice =
            new ChildProcess(hosts.onFirst(), temp.resolve("alice"), "headless", "--port", "8008");
        ChildProcess bob =
            new ChildProcess(hosts.onSecond(), temp.resolve("bob"), "headless", "--port", "8008")) {
      assertThat(address(alice.line())).contains(TwoHosts.FIRST_ADDRESS);
      assertThat(address(bob.line())).contains(TwoHosts.SECOND_ADDRESS);
      long bothUp = System.currentTimeMillis();
      Duration took = Duration.ofMillis(messagesReached(hosts, 2) - bothUp);
      assertThat(took).isLessThan(SOON);
    }
  }

  @Test
  void twoOfUsFindEachOtherWhereThereIsNoIpv4() throws Exception {
    follow("alice", id("bob"));
    follow("bob", id("alice"));
    try (TwoHosts hosts = new TwoHosts(TwoHosts.Family.IPV6);
        ChildProcess alice =
            new ChildProcess(hosts.onFirst(), temp.resolve("alice"), "headless", "--port", "8008");
        ChildProcess bob =
            new ChildProcess(hosts.onSecond(), temp.resolve("bob"), "headless", "--port", "8008")) {
      alice.line();
      bob.line();
      assertThat(messagesReached(hosts, 2)).isPositive();
    }
  }

  @Test
  @RequiresNpmPeers
  void aPeerOfAnotherKindIsFound() throws Exception {
    try (TwoHosts hosts = new TwoHosts();
        NpmPeer peer =
            NpmPeer.startVia(
                hosts.onSecond(),
                NpmPeer.Kind.MODERN,
                "--lan",
                "--schedule",
                "--host",
                TwoHosts.SECOND_ADDRESS)) {
      follow("alice", peer.id().toString());
      String us = id("alice"); // while nothing runs: later she is on another network
      peer.tell("follow", "id", us);
      try (ChildProcess alice =
          new ChildProcess(hosts.onFirst(), temp.resolve("alice"), "headless", "--port", "8008")) {
        assertThat(address(alice.line())).contains(TwoHosts.FIRST_ADDRESS);
        long bothUp = System.currentTimeMillis();
        Duration took = Duration.ofMillis(messagesReached(hosts, 2) - bothUp);
        assertThat(took).isLessThan(SOON);
        peer.tell("waitClock", JsonObject.builder().put("id", us).put("seq", 1).build());
      }
    }
  }

  /// When alice had that many messages, in epoch milliseconds.
  private long messagesReached(TwoHosts hosts, int messages) throws Exception {
    try (ChildProcess status =
        new ChildProcess(
            hosts.onFirst(),
            temp.resolve("alice"),
            "status",
            "--wait-messages",
            Integer.toString(messages),
            "--timeout",
            "60")) {
      JsonObject reached = Json.parse(status.line()).asObject().orElseThrow();
      return (long) reached.number("reachedAtMs").orElseThrow();
    }
  }

  private String id(String name) {
    return shell(name).type("whoami", "--json").json().string("id").orElseThrow();
  }

  private void follow(String name, String id) {
    assertThat(shell(name).type("follow", id).code()).isZero();
  }

  private Shell shell(String name) {
    return new Shell(temp.resolve(name));
  }

  private static String address(String line) throws Exception {
    return Json.parse(line).asObject().flatMap(ready -> ready.string("address")).orElseThrow();
  }
}
