package org.tidings.replication.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.SecretChannel;

/// Commands given over loopback do what they do in the owner itself.
class LocalCommandsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonObject POST =
      JsonObject.builder().put("type", "post").put("text", "hello").build();

  @TempDir private Path temp;
  private final SecureRandom random = new SecureRandom();
  private final KeyPair visitor = KeyPair.generate(random);
  private final List<Json> progress = new ArrayList<>();
  private TempFeeds feeds;
  private OwnerNode owner;
  private LocalListener listener;
  private LocalClient client;

  @BeforeEach
  void openOwnerAndClient() throws Exception {
    feeds = new TempFeeds(temp);
    owner = new OwnerNode(feeds.feeds(), Optional.empty(), feeds.clock());
    listener =
        LocalListener.open(
            terms(self()), visitor.publicKey(), LocalListener.procedures(owner, List.of()), 0);
    client = dial(visitor);
  }

  @AfterEach
  void close() {
    client.close();
    listener.close();
    owner.close();
    feeds.close();
  }

  @Test
  void statusIsTheOwnersOwn() throws Exception {
    assertThat(client.status()).isEqualTo(owner.status());
  }

  @Test
  void publishingReturnsAfterTheCommit() throws Exception {
    MessageId key = client.publish(POST);

    assertThat(feeds.feeds().log().get(key)).isPresent();
  }

  @Test
  void anImportThatFindsNoRoomSaysHowMuchItTookIn() throws Exception {
    feeds.leavePages(100);

    String refusal = refusal(() -> importCorpus(client, 2000));

    // How many batches the room was enough for is not ours to say.
    long stored = feeds.feeds().log().count();
    assertThat(refusal)
        .startsWith("The disk is full")
        .contains(stored == 0 ? "Nothing new was taken in" : " " + stored + " message");
  }

  @Test
  void anImportTellsHowFarItHasCome() throws Exception {
    JsonObject counts = importCorpus(client, 2000);

    assertThat(counts.number("added")).hasValue(2000);
    assertThat(progress)
        .hasSize(4)
        .last()
        .satisfies(
            told ->
                assertThat(told.asObject().orElseThrow().number("total"))
                    .hasValue((double) Files.size(temp.resolve("corpus.ndjson"))));
  }

  @Test
  void anExportAnswersOfWhomSomethingDamagedIsLeftOut() throws Exception {
    importCorpus(client, 500);
    FeedId author = FeedId.parse(author(Corpus.values().getFirst())).orElseThrow();
    TempFeeds.damage(feeds.feeds(), author, 2);
    List<Json> told = new ArrayList<>();

    JsonObject answer = client.export(message -> told.add(parse(message)));

    assertThat(told).hasSize(499);
    JsonObject damaged =
        answer.array("damaged").orElseThrow().items().getFirst().asObject().orElseThrow();
    assertThat(damaged.string("id")).hasValue(author.toString());
    assertThat(damaged.number("messages")).hasValue(1);
    assertThat(damaged.number("behind"))
        .hasValue(feeds.feeds().log().range(author, new Sequence(3), 500).size());
  }

  private static String author(byte[] value) {
    return parse(value).asObject().flatMap(it -> it.string("author")).orElseThrow();
  }

  @Test
  void refusalsComeAcrossWithTheirSentence() {
    String sentence = refusal(() -> owner.publish(JsonObject.of()));

    assertThat(refusal(() -> client.publish(JsonObject.of()))).isEqualTo(sentence);
  }

  @Test
  void theLogIsStreamed() throws Exception {
    importCorpus(client, 500);

    assertThat(log(client, LogQuery.EXPORT)).hasSize(500).isEqualTo(log(owner, LogQuery.EXPORT));
    LogQuery newest = LogQuery.newest(LogFilter.EVERYTHING.ofType("post"), 7);
    assertThat(log(client, newest)).hasSize(7).isEqualTo(log(owner, newest));
  }

  @Test
  void whatHasNeverLeftIsShownWhilePostingIsHeldButNotHandedOn() throws Exception {
    MessageId post = client.publish(POST);
    feeds.feeds().gate().keyInUseElsewhere();

    assertThat(log(client, LogQuery.newest(LogFilter.EVERYTHING, 9))).hasSize(1);
    assertThat(log(client, new LogQuery(LogFilter.EVERYTHING, true, 9, true))).isEmpty();
    assertThat(thread(new ThreadQuery(post, false))).hasSize(1);
    assertThat(thread(new ThreadQuery(post, true))).isEmpty();
  }

  @Test
  void whatIsKeptBackIsNotCountedAmongThoseThatAreWanted() throws Exception {
    importCorpus(client, 20);
    StoredMessage newest =
        feeds.feeds().log().newest(LogFilter.EVERYTHING, Long.MAX_VALUE, 1).getFirst();
    TempFeeds.damage(feeds.feeds(), newest.author(), newest.sequence().value());

    assertThat(log(client, LogQuery.newest(LogFilter.EVERYTHING, 2))).hasSize(2);
    assertThat(log(client, new LogQuery(LogFilter.EVERYTHING, true, 2, true))).hasSize(2);
  }

  private List<String> thread(ThreadQuery query) throws Exception {
    List<String> messages = new ArrayList<>();
    client.thread(query, message -> messages.add(new String(message, UTF_8)));
    return messages;
  }

  @Test
  void whatIsStoredIsReportedAlike() throws Exception {
    importCorpus(client, 500);
    feeds.settled();

    assertThat(client.storage().report(5)).isEqualTo(owner.storage().report(5));
    assertThat(client.storage().report(5).array("largest").orElseThrow().items()).hasSize(5);
  }

  @Test
  void aFeedIsDroppedWhileOneLooksOn() throws Exception {
    importCorpus(client, 500);
    JsonObject largest =
        client
            .storage()
            .report(1)
            .array("largest")
            .orElseThrow()
            .items()
            .getFirst()
            .asObject()
            .get();
    FeedId feed = largest.string("id").flatMap(FeedId::parse).orElseThrow();
    List<Json> seen = new ArrayList<>();

    client.storage().drop(feed);
    client.storage().watch(line -> seen.add(parse(line)));

    assertThat(seen.getLast().asObject().orElseThrow().number("messages")).hasValue(0);
    assertThat(feeds.feeds().log().head(feed)).isEmpty();
    assertThat(client.storage().feeds(feed.toString()))
        .isEqualTo(owner.storage().feeds(feed.toString()));
  }

  @Test
  void ourOwnFeedIsNotDroppedAndNothingUnknownBuilt() {
    FeedId self = feeds.feeds().identity().id();

    assertThat(refusal(() -> client.storage().drop(self))).contains("Your own feed");
    assertThat(refusal(() -> client.storage().rebuild("nonsense"))).contains("search");
  }

  @Test
  void namesAreGivenAndTold() throws Exception {
    client.name(FeedId.of(visitor.publicKey().bytes()), "the visitor");

    assertThat(client.petnames()).isEqualTo(owner.petnames());
    assertThat(client.petnames().items()).hasSize(1);
  }

  @Test
  void importingAgainAddsNothing() throws Exception {
    assertThat(importCorpus(client, 100).number("added")).hasValue(100);

    JsonObject again = importCorpus(client, 100);
    assertThat(again.number("added")).hasValue(0);
    assertThat(again.number("known")).hasValue(100);
  }

  @Test
  void waitingEndsWithTheCommitThatReachesTheNumber() throws Exception {
    CompletableFuture<JsonObject> reached = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                reached.complete(client.waitForMessages(3, PATIENCE));
              } catch (Exception e) {
                reached.completeExceptionally(e);
              }
            });
    feeds.clock().advance(Duration.ofMinutes(1));
    importCorpus(owner, 3);

    JsonObject answer = reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(answer.number("messages").orElseThrow()).isGreaterThanOrEqualTo(3);
    assertThat(answer.number("reachedAtMs")).hasValue((double) feeds.clock().millis());
  }

  @Test
  void whatWasReachedBeforeKeepsItsTime() throws Exception {
    importCorpus(owner, 2);
    long then = feeds.clock().millis();
    feeds.clock().advance(Duration.ofHours(1));
    importCorpus(owner, 9);

    assertThat(client.waitForMessages(1, PATIENCE).number("reachedAtMs")).hasValue((double) then);
  }

  @Test
  void waitingInVainIsRefused() {
    assertThat(refusal(() -> client.waitForMessages(1, Duration.ofMillis(20))))
        .contains("0 messages");
  }

  @Test
  void onlyAWindowCanBeRaised() throws Exception {
    assertThat(refusal(() -> client.raise(Optional.empty()))).contains("without a window");

    List<Optional<String>> raised = new CopyOnWriteArrayList<>();
    owner.windowRaisedBy(raised::add);
    client.raise(Optional.empty());
    client.raise(Optional.of("ssb:message/classic/AAAA"));
    assertThat(raised).containsExactly(Optional.empty(), Optional.of("ssb:message/classic/AAAA"));
  }

  @Test
  void withoutANetworkNobodyIsCalled() {
    PeerAddress nobody = new NetAddress("127.0.0.1", 1, visitor.publicKey());

    assertThat(refusal(() -> client.connect(nobody))).contains("network");
  }

  @Test
  void privatePostsNameTheirReaders() throws Exception {
    MessageId key =
        client.publishPrivate(
            POST, List.of(FeedId.of(visitor.publicKey().bytes()), feeds.feeds().identity().id()));

    String wire = new String(feeds.feeds().log().get(key).orElseThrow().wire(), UTF_8);
    assertThat(wire).contains(".box\"").doesNotContain("hello");
  }

  @Test
  void ourOwnKeyIsLetInToo() throws Exception {
    try (LocalClient other = dial(self())) {
      assertThat(other.status().string("id")).hasValue(feeds.feeds().identity().id().toString());
    }
  }

  @Test
  void nobodyElseIsLetIn() {
    assertThatThrownBy(() -> dial(KeyPair.generate(random))).isInstanceOf(IOException.class);
  }

  private LocalClient dial(KeyPair who) throws Exception {
    return LocalClient.dial(listener.port(), terms(who), self().publicKey());
  }

  private KeyPair self() {
    return feeds.feeds().identity().keys();
  }

  private SecretChannel.Terms terms(KeyPair who) {
    return new SecretChannel.Terms(NetworkKey.MAIN, who, random, PATIENCE);
  }

  private JsonObject importCorpus(LocalNode node, int messages) throws Exception {
    Path file = temp.resolve("corpus.ndjson");
    try (var out = Files.newOutputStream(file)) {
      for (byte[] value : Corpus.values().subList(0, messages)) {
        out.write(value);
        out.write('\n');
      }
    }
    return node.importFile(file, told -> progress.add(parse(told)));
  }

  private static List<Json> log(LocalNode node, LogQuery query) throws Exception {
    List<Json> messages = new ArrayList<>();
    node.log(query, message -> messages.add(parse(message)));
    return messages;
  }

  private static Json parse(byte[] message) {
    try {
      return Json.parse(message);
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  private static String refusal(Attempt attempt) {
    try {
      attempt.run();
    } catch (RpcError refused) {
      return refused.message();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("was not refused");
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }
}
