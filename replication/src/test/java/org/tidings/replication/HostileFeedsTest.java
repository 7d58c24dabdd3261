package org.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.content.Contact;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;

/// Peers that lie in EBT about what they have, or send what is none: over real sockets, with an
/// honest peer beside them.
class HostileFeedsTest {
  private static final KeyPair MALLORY = SomeKeys.of("mallory");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NOTES_IN_ONE = 40_000;

  @TempDir private Path folder;
  private Beside beside;

  @BeforeEach
  void start() throws Exception {
    beside = new Beside(folder);
  }

  @AfterEach
  void stop() {
    beside.close();
  }

  @Test
  void aClockOfInventedFeedsIsKeptNowhereAndAnsweredInPart() throws Exception {
    FeedId self = FeedId.of(MALLORY.publicKey());
    beside.victim().feeds().publisher().publish(Contact.follow(self).toJson());
    AtomicInteger answered = new AtomicInteger();
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, self);
      mallory.listening(frame -> answered.addAndGet(count("\":-1", frame.body().toString())));
      notes(mallory, "{\"" + self + "\":2}");
      for (int object = 0; object < 4; object++) {
        notes(mallory, invented(object * NOTES_IN_ONE, 42));
      }
      await().atMost(PATIENCE).until(() -> answered.get() >= 20_000);
      beside.assertHonestIsHeard();
      assertThat(answered).hasValue(20_000);
    }
    beside.awaitConnected(1);
    assertThat(clockOf(self)).containsOnlyKeys(self);
  }

  /// What the victim has kept of what somebody said, once it has.
  private Map<FeedId, Long> clockOf(FeedId peer) {
    PeerMemory memory = beside.victim().feeds().peerMemory();
    await().atMost(PATIENCE).until(() -> !memory.clockOf(peer).isEmpty());
    return memory.clockOf(peer);
  }

  @Test
  void numbersThatNoNoteHasSayNothing() throws Exception {
    FeedId self = FeedId.of(MALLORY.publicKey());
    beside.victim().feeds().publisher().publish(Contact.follow(self).toJson());
    List<String> numbers =
        List.of("9007199254740992", "2147483648", "-2", "0.5", "1e9", "null", "\"7\"");
    List<SomeFeed> feeds = followed(numbers.size() + 1);
    SomeFeed last = feeds.getLast();
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, last.id());
      for (int i = 0; i < numbers.size(); i++) {
        notes(mallory, "{\"" + feeds.get(i).id() + "\":" + numbers.get(i) + "}");
      }
      notes(mallory, "{\"" + last.id() + "\":2}");
      message(mallory, last.post("heard after all of them").wire());
      await().atMost(PATIENCE).until(() -> reaches(last, 1));
      beside.assertHonestIsHeard();
      assertThat(beside.victim().connected()).hasSize(2);
    }
    assertThat(clockOf(self)).containsOnlyKeys(last.id());
  }

  private boolean reaches(SomeFeed feed, long sequence) {
    return beside
        .victim()
        .feeds()
        .log()
        .head(feed.id())
        .filter(head -> head.sequence().value() == sequence)
        .isPresent();
  }

  @Test
  void anHonestClockOfFortyThousandFeedsIsServed() throws Exception {
    beside.assertHonestIsHeard();
    AtomicInteger received = new AtomicInteger();
    String carols = "\"author\":\"" + beside.carol().id() + "\"";
    try (Intruder reader =
        ebt()
            .listening(
                frame -> {
                  if (frame.body().toString().contains(carols)) {
                    received.incrementAndGet();
                  }
                })) {
      String clock = invented(0, 42);
      String end = ",\"" + beside.carol().id() + "\":0}";
      notes(reader, clock.substring(0, clock.length() - 1) + end);
      await().atMost(PATIENCE).until(() -> received.get() == beside.carol().values().size());
    }
  }

  @Test
  void whatIsClaimedAndNotSentComesFromSomebodyElse() throws Exception {
    try (Intruder mallory = ebt()) {
      beside.awaitConnected(1);
      notes(mallory, "{\"" + beside.carol().id() + "\":2000001}");
      awaitAsked(mallory, beside.carol().id());
      beside.assertHonestIsHeard();
      assertThat(beside.victim().connected()).hasSize(2);
    }
  }

  /// Until the victim has told Mallory that it wants the feed.
  private static void awaitAsked(Intruder mallory, FeedId feed) throws IOException {
    awaitSaid(mallory, "\"" + feed + "\":");
  }

  private static void awaitSaid(Intruder mallory, String words) throws IOException {
    String said = "";
    while (!said.contains(words)) {
      said = mallory.says().hears().orElseThrow().body().toString();
    }
  }

  @Test
  void whoSendsNothingButBadSignaturesIsCutOff() throws Exception {
    List<SomeFeed> feeds = followed(60);
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, feeds.getLast().id());
      StringBuilder claims = new StringBuilder("{");
      feeds.forEach(feed -> claims.append("\"" + feed.id() + "\":2,"));
      notes(mallory, claims.append("\"" + beside.carol().id() + "\":0}").toString());
      forge(mallory, 1, feeds);
      mallory.awaitCut();
    }
    beside.awaitConnected(0);
    beside.assertHonestIsHeard();
  }

  @Test
  void badSignaturesAreCountedOverAllStreamsOfAConnection() throws Exception {
    List<SomeFeed> feeds = followed(60);
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, feeds.getLast().id());
      forge(mallory, 1, feeds.subList(0, 30));
      awaitSaid(mallory, "\"" + feeds.get(29).id() + "\":-1");
      mallory.says().streams(2, Intruder.REPLICATE);
      awaitAsked(mallory, feeds.getLast().id());
      forge(mallory, 2, feeds.subList(30, 60));
      mallory.awaitCut();
    }
    beside.awaitConnected(0);
  }

  @Test
  void whoSendsNothingButBadSignaturesOnStreamsOfHistoryIsCutOff() throws Exception {
    List<SomeFeed> feeds = followed(60);
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().streams(1, history(beside.carol().id()));
      forgeHistory(mallory, feeds);
      mallory.awaitCut();
    }
    beside.awaitConnected(0);
    beside.assertHonestIsHeard();
  }

  /// Answers each call for one of these feeds with one message.
  private static void forgeHistory(Intruder mallory, List<SomeFeed> feeds) {
    List<SomeFeed> left = new ArrayList<>(feeds);
    try {
      Optional<Frame> said = mallory.says().hears();
      while (said.isPresent() && !left.isEmpty()) {
        int request = said.get().request();
        String call = said.get().body().toString();
        Optional<SomeFeed> asked =
            left.stream().filter(feed -> isCallFor(feed.id(), call)).findFirst();
        if (asked.isPresent()) {
          left.remove(asked.get());
          mallory.says().sends(new Frame(-request, true, false, forgery(asked.get())));
        }
        said = mallory.says().hears();
      }
    } catch (IOException cut) {
      mallory.close();
    }
  }

  private static boolean isCallFor(FeedId feed, String call) {
    return call.contains("createHistoryStream") && call.contains("\"" + feed + "\"");
  }

  /// A peer without EBT asks for history first.
  private static String history(FeedId feed) {
    return "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
        + feed
        + "\"}],\"type\":\"source\"}";
  }

  private static Body forgery(SomeFeed feed) {
    return Body.rawJson(forged(feed.post("hello").wire()));
  }

  private static void forge(Intruder mallory, int request, List<SomeFeed> feeds) {
    try {
      for (SomeFeed feed : feeds) {
        mallory.says().sends(new Frame(request, true, false, forgery(feed)));
      }
    } catch (IOException cut) {
      mallory.close();
    }
  }

  @Test
  void aFloodOfForksStopsOneFeedOfOnePeer() throws Exception {
    SomeFeed dave = SomeFeed.of("dave");
    byte[] first = dave.post("as we have it").wire();
    beside.victim().feeds().publisher().publish(Contact.follow(dave.id()).toJson());
    beside.victim().feeds().ingest().offer(first, new Origin.Import(), verdict -> {});
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, dave.id());
      notes(mallory, "{\"" + dave.id() + "\":4000}");
      for (int i = 0; i < 2_000; i++) {
        SomeFeed other = SomeFeed.of("dave");
        other.post("told otherwise " + i);
        message(mallory, other.post("and a second one").wire());
      }
      beside.assertHonestIsHeard();
      assertThat(beside.victim().connected()).hasSize(2);
      assertThat(reaches(dave, 1)).isTrue();
      assertThat(beside.victim().feeds().ingest().counts().forked()).isEqualTo(1);
      awaitSaid(mallory, "\"" + dave.id() + "\":-1");
    }
  }

  /// Each is looked at, since it may prove that our feed has forked.
  @Test
  void ourOwnMessagesSentBackToUsKeepNobodyElsesFromBeingVerified() throws Exception {
    FeedLog log = beside.victim().feeds().log();
    FeedId ours = beside.victim().id();
    byte[] first = log.range(ours, Sequence.FIRST, 1).getFirst().wire();
    AtomicInteger sent = new AtomicInteger();
    try (Intruder mallory = ebt()) {
      awaitAsked(mallory, ours);
      notes(mallory, "{\"" + ours + "\":2}");
      Thread.ofVirtual().start(() -> repeat(mallory, first, sent));
      AtomicInteger before = new AtomicInteger(Integer.MIN_VALUE / 2);
      await().atMost(PATIENCE).until(() -> sent.get() - before.getAndSet(sent.get()) < 100);
      beside.assertHonestIsHeard();
      assertThat(beside.victim().feeds().ingest().counts().duplicates()).isBetween(1L, 2_000L);
    }
  }

  private static void repeat(Intruder mallory, byte[] value, AtomicInteger sent) {
    try {
      while (sent.incrementAndGet() < 40_000) {
        message(mallory, value);
      }
    } catch (IOException over) {
      mallory.close();
    }
  }

  /// Anybody may read all there is once, as fast as it goes.
  @Test
  void aStrangerThatAsksForTheSameAgainAndAgainIsServedMoreSlowlyThanAFriend() throws Exception {
    SomeFeed dave = longPosts();
    KeyPair friend = SomeKeys.of("friend");
    FeedId friendly = FeedId.of(friend.publicKey());
    beside.victim().feeds().publisher().publish(Contact.follow(friendly).toJson());
    await().until(() -> beside.victim().feeds().graph().wants(friendly));
    AtomicInteger heard = new AtomicInteger();
    try (Intruder mallory = ebt();
        Intruder reader = Intruder.at(beside.victim(), friend)) {
      Thread.ofVirtual().start(() -> askAgain(mallory, dave, 10_000, heard));
      await().atMost(PATIENCE).until(() -> heard.get() > 0);
      long began = System.nanoTime();
      int before = heard.get();
      reader.says().streams(1, Intruder.REPLICATE);
      askAgain(reader, dave, 40, new AtomicInteger());
      int again = heard.get() - before;
      // A millisecond for each kilobyte, of which there are two hundred.
      assertThat(again).isLessThanOrEqualTo(2 + (int) ((System.nanoTime() - began) / 150_000_000));
    }
  }

  /// Those of a feed that the victim has.
  private SomeFeed longPosts() throws Exception {
    SomeFeed dave = SomeFeed.of("dave");
    beside.victim().feeds().publisher().publish(Contact.follow(dave.id()).toJson());
    for (int i = 0; i < 32; i++) {
      byte[] value = dave.post("a long post ".repeat(500)).wire();
      beside.victim().feeds().ingest().offer(value, new Origin.Import(), verdict -> {});
    }
    await().atMost(PATIENCE).until(() -> reaches(dave, 32));
    return dave;
  }

  private static void askAgain(Intruder peer, SomeFeed feed, int times, AtomicInteger heard) {
    String author = "\"author\":\"" + feed.id() + "\"";
    int all = feed.values().size();
    try {
      for (int i = 0; i < times; i++) {
        notes(peer, "{\"" + feed.id() + "\":0}");
        for (int messages = 0; messages < all; ) {
          messages += count(author, peer.says().hears().orElseThrow().body().toString());
        }
        heard.incrementAndGet();
      }
    } catch (IOException over) {
      peer.close();
    }
  }

  @Test
  void wantsForAMillionBlobsHoldNobodyUp() throws Exception {
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      Frame wanted = mallory.says().hears().orElseThrow();
      assertThat(wanted.body().toString()).contains("createWants");
      AtomicInteger sent = new AtomicInteger();
      Thread.ofVirtual().start(() -> want(mallory, -wanted.request(), sent));
      AtomicInteger before = new AtomicInteger(Integer.MIN_VALUE / 2);
      await().atMost(PATIENCE).until(() -> sent.get() - before.getAndSet(sent.get()) < 2);
      assertThat(sent).as("ten thousand wants each").hasValueLessThan(100);
      beside.assertHonestIsHeard();
      assertThat(beside.victim().connected()).hasSize(2);
    }
  }

  @Test
  void ofMoreThanAThousandBlobsThatAPeerWantsTheNewestAreHeard() throws Exception {
    BlobStore blobs = beside.victim().feeds().blobs();
    byte[] first = {1};
    byte[] newest = {2};
    BlobId here = blobs.add(new ByteArrayInputStream(new byte[] {3})).id();
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      int request = -mallory.says().hears().orElseThrow().request();
      mallory
          .says()
          .streams(1, "{\"name\":[\"blobs\",\"createWants\"],\"args\":[],\"type\":\"source\"}");
      want(mallory, request, BlobId.of(Sha256.of(first)));
      String many = wants(0);
      String last = ",\"" + BlobId.of(Sha256.of(newest)) + "\":-1}";
      Body wants = json(many.substring(0, many.length() - 1) + last);
      mallory.says().sends(new Frame(request, true, false, wants));
      want(mallory, request, here);
      awaitSaid(mallory, "\"" + here + "\":1");

      blobs.add(new ByteArrayInputStream(first));
      blobs.add(new ByteArrayInputStream(newest));
      String said = mallory.says().hears().orElseThrow().body().toString();
      assertThat(said).isEqualTo("{\"" + BlobId.of(Sha256.of(newest)) + "\":1}");
    }
  }

  private static void want(Intruder mallory, int request, BlobId blob) throws IOException {
    mallory.says().sends(new Frame(request, true, false, json("{\"" + blob + "\":-1}")));
  }

  private static void want(Intruder mallory, int request, AtomicInteger sent) {
    try {
      for (int from = 0; from < 1_000_000; from += 10_000) {
        mallory.says().sends(new Frame(request, true, false, json(wants(from))));
        sent.incrementAndGet();
      }
    } catch (IOException over) {
      mallory.close();
    }
  }

  private List<SomeFeed> followed(int count) throws Exception {
    List<SomeFeed> feeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SomeFeed feed = SomeFeed.of("feed " + i);
      beside.victim().feeds().publisher().publish(Contact.follow(feed.id()).toJson());
      feeds.add(feed);
    }
    return feeds;
  }

  /// Mallory with an EBT stream open.
  private Intruder ebt() throws IOException {
    Intruder mallory = Intruder.at(beside.victim(), MALLORY);
    mallory.says().streams(1, Intruder.REPLICATE);
    return mallory;
  }

  private static void notes(Intruder mallory, String json) throws IOException {
    mallory.says().sends(new Frame(1, true, false, json(json)));
  }

  private static void message(Intruder mallory, byte[] value) throws IOException {
    mallory.says().sends(new Frame(1, true, false, Body.rawJson(value)));
  }

  private static Body json(String text) {
    return Body.rawJson(text.getBytes(UTF_8));
  }

  /// The same with another signature.
  private static byte[] forged(byte[] value) {
    String text = new String(value, UTF_8);
    int at = text.indexOf(".sig.ed25519") - 20;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(UTF_8);
  }

  private static String invented(int from, int number) {
    StringBuilder notes = new StringBuilder("{");
    for (int i = 1; i <= NOTES_IN_ONE; i++) {
      notes.append(i == 1 ? "\"" : ",\"").append(inventedFeed(from + i)).append("\":");
      notes.append(number);
    }
    return notes.append('}').toString();
  }

  private static FeedId inventedFeed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(7, number).array());
  }

  private static String wants(int from) {
    StringBuilder wants = new StringBuilder("{");
    for (int i = 1; i <= 10_000; i++) {
      String key = inventedFeed(from + i).toString().substring(1, 45);
      wants.append(i == 1 ? "\"&" : ",\"&").append(key).append(".sha256\":-1");
    }
    return wants.append('}').toString();
  }

  private static int count(String part, String whole) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
