package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.TestPeer;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;

/// One of our peers and one of theirs, and what tests have them do. Closing it ends both. Confined
/// to the test's thread.
final class Meeting implements AutoCloseable {
  /// Longer than anything takes here that works.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Encounter encounter;
  final NpmPeer theirs;
  final TestPeer ours;

  private Meeting(Encounter encounter, NpmPeer theirs, TestPeer ours) {
    this.encounter = encounter;
    this.theirs = theirs;
    this.ours = ours;
  }

  /// Starts both.
  static Meeting of(Encounter encounter, Path folder, String... options) throws Exception {
    NpmPeer theirs = NpmPeer.start(encounter.kind(), options);
    return new Meeting(encounter, theirs, TestPeer.start(folder.resolve("ours")));
  }

  /// The same with their side started anew.
  Meeting withTheirs(String... options) throws Exception {
    return new Meeting(encounter, NpmPeer.start(encounter.kind(), options), ours);
  }

  /// The same with our side, which has been closed, started anew where it was.
  Meeting withOurs(Path folder) throws IOException {
    int port = ours.address().port();
    return new Meeting(encounter, theirs, TestPeer.startAt(port, folder.resolve("ours")));
  }

  /// Connects them, whoever dials, and waits until both sides know.
  Meeting connect() throws Exception {
    switch (encounter.dialler()) {
      case WE -> await().atMost(PATIENCE).until(this::weReachThem);
      case THEY -> theirs.tell("connect", "address", ours.address().toString());
    }
    try {
      theirs.tell("waitPeer", "id", ours.id().toString());
    } catch (IOException never) {
      throw new IOException(bothSides(), never);
    }
    await().atMost(PATIENCE).until(this::areConnected);
    return this;
  }

  private String bothSides() {
    return "we see " + ours.replication().peers() + ", and they say: " + theirs.said();
  }

  /// Old peers say that they are ready a moment before they listen.
  private boolean weReachThem() throws IOException {
    try {
      ours.connect(theirs.address());
      return true;
    } catch (ConnectionFailedException e) {
      if (e.failure() == Failure.PORT_CLOSED) {
        return false;
      }
      throw e;
    }
  }

  boolean areConnected() {
    return ours.connected().stream().map(PeerStatus.Connected::peer).anyMatch(theirs.id()::equals);
  }

  /// Each follows the other.
  Meeting befriend() throws Exception {
    weFollow(theirs.id());
    theyFollow(ours.id());
    return this;
  }

  void weFollow(FeedId feed) throws Exception {
    ours.feeds().publisher().publish(Contact.follow(feed).toJson());
  }

  void theyFollow(FeedId feed) throws Exception {
    theirs.tell("follow", "id", feed.toString());
  }

  void wePost(String text) throws Exception {
    ours.feeds().publisher().publish(post(text));
  }

  void theyPost(String text) throws Exception {
    theirs.tell("publish", JsonObject.of("content", post(text)));
  }

  /// Gives us message values, as an import does.
  void weHave(Collection<byte[]> values) {
    TempFeeds.ingest(ours.feeds(), values, TempFeeds.IMPORT);
  }

  /// Gives them message values, which must be good.
  void theyHave(Collection<byte[]> values) throws IOException {
    List<CompletableFuture<Json>> added = new ArrayList<>();
    for (byte[] value : values) {
      added.add(theirs.ask("add", JsonObject.of("value", parsed(value))));
    }
    added.forEach(CompletableFuture::join);
  }

  /// The feeds that we no longer take from them.
  List<String> refused() {
    return ours.connected().stream()
        .flatMap(peer -> peer.progress().refused().stream())
        .map(refused -> refused.feed().toString())
        .toList();
  }

  /// Waits until they would not lose anything by being killed: their logs are written a moment
  /// later.
  void awaitSaved() throws Exception {
    int[] size = {-1};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              int before = size[0];
              JsonObject stats = theirs.tell("stats").asObject().orElseThrow();
              size[0] = (int) stats.number("diskBytes").orElseThrow();
              return size[0] == before;
            });
  }

  /// How far we have each feed.
  Map<String, Long> ourClock() {
    return clockOf(ours);
  }

  /// How far one of ours has each feed.
  static Map<String, Long> clockOf(TestPeer peer) {
    Map<String, Long> clock = new TreeMap<>();
    peer.feeds().log().heads().forEach((feed, head) -> clock.put(feed.toString(), head.value()));
    return clock;
  }

  /// How far they have each feed.
  Map<String, Long> theirClock() throws Exception {
    JsonObject told = theirs.tell("clock").asObject().orElseThrow();
    Map<String, Long> clock = new TreeMap<>();
    told.keys().forEach(feed -> clock.put(feed, (long) told.number(feed).orElseThrow()));
    return clock;
  }

  /// Waits until we have the feed that far.
  void awaitOurs(FeedId feed, long sequence) {
    await().atMost(PATIENCE).until(() -> ourClock().getOrDefault(feed.toString(), 0L) >= sequence);
  }

  /// Waits until they have the feed that far.
  void awaitTheirs(FeedId feed, long sequence) {
    await().atMost(PATIENCE).untilAsserted(() -> assertReaches(theirClock(), feed, sequence));
  }

  @Override
  public void close() {
    ours.close();
    theirs.close();
  }

  private static void assertReaches(Map<String, Long> clock, FeedId feed, long sequence) {
    assertThat(clock.getOrDefault(feed.toString(), 0L)).isGreaterThanOrEqualTo(sequence);
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  private static Json parsed(byte[] value) {
    try {
      return Json.parse(value);
    } catch (JsonException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
