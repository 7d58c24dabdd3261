package org.tidings.replication.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// Our own feed, read by a peer that may know more of it than we do: two posts have left before,
/// two have not.
@Timeout(30)
class OwnHistoryTest {
  private static final Method HISTORY = Method.source("createHistoryStream");
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());

  @TempDir private Path folder;
  private TempFeeds temp;
  private EbtProtocol ebt;
  private HistoryProtocol history;
  private RpcConnection ours;
  private RpcConnection bobs;

  @BeforeEach
  void start() throws Exception {
    temp = new TempFeeds(folder);
    post(2);
    temp.feeds().gate().release(new Sequence(2));
    post(2);
    ebt = new EbtProtocol(new Ebt(temp.feeds()));
    history = new HistoryProtocol(temp.feeds(), ebt);
    connect();
  }

  @AfterEach
  void stop() {
    bobs.close();
    ours.close();
    history.close();
    ebt.close();
    temp.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"limit\":9}", "{\"seq\":1,\"limit\":9}", "{\"seq\":2,\"reverse\":true}"})
  void whatNeverLeftStaysWhileThePeersPositionIsUnknown(String options) throws Exception {
    assertThat(read(options)).doesNotContain(3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sequence\":9007199254740992}",
        "{\"seq\":9007199254740993,\"limit\":9}",
        "{\"sequence\":1e300}",
        "{\"sequence\":1e300,\"reverse\":true}"
      })
  void beyondTheEndOfEveryFeedIsNothing(String options) throws Exception {
    assertThat(read(options)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1e300", "-9007199254740993", "-1", "-0.5", "0", "0.5"})
  void beforeTheBeginningIsTheBeginning(String sequence) throws Exception {
    assertThat(read("{\"limit\":9,\"sequence\":" + sequence + "}")).containsExactly(1L, 2L);
  }

  @Test
  void betweenTwoMessagesIsTheLaterOne() throws Exception {
    assertThat(read("{\"limit\":9,\"sequence\":1.5}")).containsExactly(2L);
  }

  @Test
  void whatLeftBeforeIsReadByEverybody() throws Exception {
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L);
  }

  @Test
  void aRequestForAllFromASequenceOnTellsThePosition() throws Exception {
    assertThat(read("{\"sequence\":2}")).containsExactly(2L, 3L, 4L);
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aLiveRequestTellsThePosition() throws Exception {
    RpcStream live = open("{\"sequence\":3,\"live\":true}");
    assertThat(Stream.of(next(live), next(live))).containsExactly(3L, 4L);
    post(1);
    assertThat(next(live)).isEqualTo(5);
  }

  @Test
  void aLiveRequestThatToldNoPositionGoesOnWhenAnotherPeerHasReleasedTheRest() throws Exception {
    RpcStream live = open("{\"live\":true,\"limit\":9}");
    assertThat(Stream.of(next(live), next(live))).containsExactly(1L, 2L);
    assertThat(temp.feeds().gate().release(new Sequence(4))).isTrue();
    assertThat(Stream.of(next(live), next(live))).containsExactly(3L, 4L);
  }

  @Test
  void aLiveRequestGoesOnOnceItCanBeNotedThatTheRestLeaves() throws Exception {
    RpcStream live;
    try (BrokenTable gate = new BrokenTable(temp.feeds(), "gate")) {
      assertThat(gate).isNotNull();
      live = open("{\"live\":true}");
      assertThat(Stream.of(next(live), next(live))).containsExactly(1L, 2L);
      assertThat(read("{\"sequence\":3}")).isEmpty();
    }
    assertThat(Stream.of(next(live), next(live))).containsExactly(3L, 4L);
  }

  @Test
  void aRequestForNewMessagesOnlyTellsNoPositionAndGetsThemOnceTheyHaveLeft() throws Exception {
    RpcStream live = open("{\"live\":true,\"old\":false,\"sequence\":5}");
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L);
    post(1);
    assertThat(temp.feeds().gate().release(new Sequence(5))).isTrue();
    assertThat(next(live)).isEqualTo(5);
  }

  @Test
  void aNoteTellsThePosition() throws Exception {
    RpcStream notes =
        bobs.open(Method.duplex("ebt.replicate"), JsonObject.builder().put("version", 3).build());
    assertThat(notes.receive()).isPresent();
    notes.send(Body.json(JsonObject.builder().put(self(), 2 << 1 | 1).build()));
    assertThat(notes.receive()).isPresent();
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aPositionCountsForItsConnectionOnly() throws Exception {
    temp.feeds().gate().keyInUseElsewhere();
    assertThat(read("{\"sequence\":3}")).isEmpty();
    temp.feeds().gate().override();
    bobs.close();
    ours.close();
    connect();
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L);
  }

  @Test
  void nothingNewLeavesToAPeerThatKnowsMore() throws Exception {
    assertThat(read("{\"sequence\":9}")).isEmpty();
    assertThat(read("{\"limit\":9}")).containsExactly(1L, 2L);
  }

  private void connect() {
    PeerSession session = SomeSession.from(BOB);
    List<PipeChannel> pipe = PipeChannel.pair();
    Procedures served =
        Procedures.of(
            Stream.of(ebt, history)
                .flatMap(protocol -> protocol.procedures(session).stream())
                .toList());
    ours = new RpcConnection(pipe.get(0), BOB, served, RpcLimits.PEER).start();
    FeedId self = temp.feeds().identity().id();
    bobs = new RpcConnection(pipe.get(1), self, Procedures.of(List.of()), RpcLimits.PEER).start();
  }

  private void post(int posts) throws Exception {
    for (int i = 0; i < posts; i++) {
      temp.feeds()
          .publisher()
          .publish(JsonObject.builder().put("type", "post").put("text", "hello").build());
    }
  }

  private String self() {
    return temp.feeds().identity().id().toString();
  }

  private RpcStream open(String options) throws Exception {
    JsonObject given =
        Json.parse(options.getBytes(StandardCharsets.UTF_8)).asObject().orElseThrow();
    JsonObject.Builder all = JsonObject.builder().put("id", self()).put("keys", false);
    for (String name : given.keys()) {
      all.put(name, given.get(name).orElseThrow());
    }
    return bobs.open(HISTORY, all.build());
  }

  private List<Long> read(String options) throws Exception {
    RpcStream stream = open(options);
    List<Long> sequences = new ArrayList<>();
    for (var body = stream.receive(); body.isPresent(); body = stream.receive()) {
      sequences.add(sequence(body));
    }
    return sequences;
  }

  private static long next(RpcStream stream) throws IOException, InterruptedException {
    return sequence(stream.receive());
  }

  private static long sequence(Optional<Body> body) {
    try {
      JsonObject value = Json.parse(body.orElseThrow().bytes()).asObject().orElseThrow();
      return (long) value.number("sequence").orElseThrow();
    } catch (JsonException broken) {
      throw new AssertionError(broken);
    }
  }
}
