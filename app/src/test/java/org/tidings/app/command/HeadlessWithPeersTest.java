package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.interop.Encounter;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;

/// The whole program as a process, driven by its commands, meets the existing peers.
@RequiresNpmPeers
@Timeout(120)
class HeadlessWithPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Everybody in the corpus is within two follows of the first; but it blocks the second.
  private static final List<String> FOLLOWED =
      List.of(
          "@vpvovRjxSo4Qwp1RWODLIuewgE2eqcB7AUD6GwMdfno=.ed25519",
          "@iA6bW4FqEq1oqns42cOxX7Dbulx1cFNaczhhuNlWAII=.ed25519");

  /// The corpus, and on each side three follows.
  private static final int ALL = 2_000 + 6;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void theyEndWithTheSameClocksTalkLiveAndPart(Encounter encounter) throws Exception {
    try (NpmPeer them = NpmPeer.start(encounter.kind(), "--hops", "3");
        ChildProcess us = headless(0)) {
      JsonObject ready = ready(us);
      Path corpus = Files.write(temp.resolve("corpus.ndjson"), dirtyCorpus());
      assertThat(command("import", corpus.toString()).number("added")).hasValue(2000);
      follow(them, ready);
      connect(encounter, them, ready);
      assertConverged(them, ALL);

      them.tell("publish", JsonObject.of("content", post("hello from them")));
      command("publish", "hello from us");
      assertConverged(them, ALL + 2);

      command("block", them.id().toString());
      await().atMost(PATIENCE).until(() -> connections(them) == 0);
      assertThatThrownBy(() -> them.tell("connect", "address", address(ready)))
          .hasMessageContaining("hung up");
      assertThat(shell().type("connect", them.address().toString()).refusal())
          .contains("You block this peer.");
    }
  }

  @Test
  void aKillInTheMiddleOfASyncLosesNothing() throws Exception {
    try (NpmPeer them = NpmPeer.start(NpmPeer.Kind.LEGACY, "--hops", "3")) {
      for (byte[] value : Corpus.values()) {
        var _ = them.ask("add", JsonObject.of("value", Json.parse(value)));
      }
      int port;
      try (ChildProcess us = headless(0)) {
        JsonObject ready = ready(us);
        port = Integer.parseInt(address(ready).split("[:~]", -1)[2]);
        follow(them, ready);
        command("connect", them.address().toString());
        command("status", "--wait-messages", "300", "--timeout", "60");
        us.kill();
      }
      try (ChildProcess us = headless(port)) {
        ready(us);
        command("connect", them.address().toString());
        assertConverged(them, ALL);
      }
    }
  }

  private void follow(NpmPeer them, JsonObject ready) throws Exception {
    for (String author : FOLLOWED) {
      command("follow", author);
      them.tell("follow", "id", author);
    }
    command("follow", them.id().toString());
    them.tell("follow", "id", ready.string("id").orElseThrow());
  }

  private void connect(Encounter encounter, NpmPeer them, JsonObject ready) throws Exception {
    switch (encounter.dialler()) {
      case WE -> assertThat(shell().type("connect", them.address().toString()).code()).isZero();
      case THEY -> them.tell("connect", "address", address(ready));
    }
  }

  private void assertConverged(NpmPeer them, int messages) throws Exception {
    command("status", "--wait-messages", Integer.toString(messages), "--timeout", "60");
    Map<String, Long> ours = ourClock();
    assertThat(ours.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(messages);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(theirClock(them)).isEqualTo(ours));
  }

  private Map<String, Long> ourClock() {
    Map<String, Long> clock = new TreeMap<>();
    for (JsonObject line : shell().type("log", "--limit", "5000", "--json").objects()) {
      JsonObject value = line.object("value").orElseThrow();
      clock.merge(
          value.string("author").orElseThrow(),
          (long) value.number("sequence").orElseThrow(),
          Math::max);
    }
    return clock;
  }

  private static Map<String, Long> theirClock(NpmPeer them) throws Exception {
    JsonObject told = them.tell("clock").asObject().orElseThrow();
    Map<String, Long> clock = new TreeMap<>();
    told.keys().forEach(feed -> clock.put(feed, (long) told.number(feed).orElseThrow()));
    return clock;
  }

  private static int connections(NpmPeer them) throws Exception {
    JsonObject peers = them.tell("peers").asObject().orElseThrow();
    return peers.array("connected").orElseThrow().items().size();
  }

  private ChildProcess headless(int port) throws Exception {
    return new ChildProcess(
        temp, ("headless --host 127.0.0.1 --no-lan --hops 3 --port " + port).split(" ", -1));
  }

  private static JsonObject ready(ChildProcess headless) throws Exception {
    return Json.parse(headless.line()).asObject().orElseThrow();
  }

  private static String address(JsonObject ready) {
    return ready.string("address").orElseThrow();
  }

  /// Runs a command that answers with one JSON object, where there is anything to answer.
  private JsonObject command(String... words) {
    String[] json = Arrays.copyOf(words, words.length + 1);
    json[words.length] = "--json";
    Shell.Answer answer = shell().type(json);
    assertThat(answer.err()).isEmpty();
    return answer.objects().isEmpty() ? JsonObject.of() : answer.objects().getFirst();
  }

  private Shell shell() {
    return new Shell(temp);
  }

  private static byte[] dirtyCorpus() {
    var all = new ByteArrayOutputStream();
    for (byte[] line : Corpus.dirtyValues()) {
      all.writeBytes(line);
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }
}
