package org.tidings.replication.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.StoredMessage;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.PipeChannel;

/// What comes in while a program listens is told to it once, and only where it asked for it.
@Timeout(60)
class LiveStreamsTest {
  private static final Method TWICE = Method.source("twice");

  @TempDir private Path folder;
  private TempFeeds temp;
  private SomeFeed ann;
  private RpcConnection ours;
  private RpcConnection program;

  @BeforeEach
  void start() {
    temp = new TempFeeds(folder);
    ann = SomeFeed.of("ann");
    List<Procedure> procedures = new ArrayList<>(ClientCalls.of(temp.feeds(), Optional.empty()));
    procedures.add(Procedure.stream(TWICE, (call, stream) -> serveWhileOneComes(stream)));
    List<PipeChannel> ends = PipeChannel.pair();
    ours =
        new RpcConnection(ends.get(0), ann.id(), Procedures.of(procedures), RpcLimits.OWN).start();
    program =
        new RpcConnection(ends.get(1), ann.id(), Procedures.of(List.of()), RpcLimits.OWN).start();
  }

  @AfterEach
  void stop() throws Exception {
    program.close();
    ours.close();
    ours.awaitEnd();
    temp.close();
  }

  @Test
  void aHistoryBeginsWhereItWasAskedToThoughThatIsYetToCome() throws Exception {
    come(1);
    RpcStream stream = open("createHistoryStream", ofAnn().put("seq", 3));
    come(3);

    assertThat(sequence(stream)).isEqualTo(3);
  }

  @Test
  void aFeedBeginsAndEndsWhereItWasAskedTo() throws Exception {
    come(1);
    RpcStream stream = open("createUserStream", ofAnn().put("gt", 2).put("lte", 4));
    assertThat(isSync(stream)).isTrue();
    come(5);
    assertThat(sequence(stream)).isEqualTo(3);
    assertThat(sequence(stream)).isEqualTo(4);

    assertNothingFollows(stream);
  }

  @Test
  void aLogEndsAtTheTimeItWasAskedTo() throws Exception {
    long now = temp.clock().millis();
    come(1);
    RpcStream stream = open("createLogStream", live().put("lt", now + 60_000));
    assertThat(sequence(stream)).isEqualTo(1);
    assertThat(isSync(stream)).isTrue();
    come(1);
    assertThat(sequence(stream)).isEqualTo(2);
    temp.clock().advance(Duration.ofMinutes(1));
    come(1);

    assertNothingFollows(stream);
  }

  @Test
  void aTypeBeginsAtTheTimeItWasAskedToThoughThatIsYetToCome() throws Exception {
    long now = temp.clock().millis();
    RpcStream stream = open("messagesByType", live().put("type", "post").put("gte", now + 60_000));
    assertThat(isSync(stream)).isTrue();
    come(2);
    temp.clock().advance(Duration.ofMinutes(1));
    come(1);

    assertThat(sequence(stream)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"createLogStream", "createUserStream", "messagesByType"})
  void whatIsPublishedRightAfterAStreamWasOpenedIsTold(String method) throws Exception {
    JsonObject.Builder options = live().put("old", JsonBool.FALSE).put("type", "post");
    RpcStream stream = open(method, options.put("id", temp.feeds().identity().id().toString()));
    program.call(
        Method.async("publish"), JsonObject.of("type", Json.of("post")).with("text", Json.of("x")));

    assertThat(sequence(stream)).isEqualTo(1);
  }

  @Test
  void linksAreToldAsTheyCome() throws Exception {
    RpcStream stream = open("links", live().put("dest", ann.id().toString()));
    assertThat(isSync(stream)).isTrue();
    come(1);
    temp.feeds().publisher().publish(Contact.follow(ann.id()).toJson());

    assertThat(next(stream).string("rel")).contains("contact");
  }

  @Test
  void whatComesJustWhenAStreamBeginsIsToldOnce() throws Exception {
    RpcStream stream = program.open(TWICE);
    assertThat(sequence(stream)).isEqualTo(1);
    assertThat(isSync(stream)).isTrue();
    come(1);

    assertThat(sequence(stream)).isEqualTo(2);
  }

  /// All of the log and what comes; a message comes when it is asked how far the log goes.
  private void serveWhileOneComes(RpcStream stream) throws IOException, InterruptedException {
    FeedLog log = temp.feeds().log();
    ArrivalStretch all = new ArrivalStretch(log);
    new MessageStream(
            temp.feeds(),
            StreamOptions.of(live().build()),
            message -> List.of(MessageForm.PLAIN.of(message)),
            () -> KeyRange.startingAt(1),
            new Growing(all, () -> come(1)),
            all)
        .serve(stream);
  }

  private record Growing(ArrivalStretch all, Runnable grows) implements Stretch {
    @Override
    public long end() {
      grows.run();
      return all.end();
    }

    @Override
    public List<StoredMessage> up(long from, long to, int limit) {
      return all.up(from, to, limit);
    }

    @Override
    public List<StoredMessage> down(long from, long to, int limit) {
      return all.down(from, to, limit);
    }

    @Override
    public long key(StoredMessage message) {
      return all.key(message);
    }

    @Override
    public boolean takes(StoredMessage message) {
      return all.takes(message);
    }
  }

  /// So many posts of Ann's come in.
  private void come(int count) {
    int before = ann.values().size();
    for (int i = 0; i < count; i++) {
      ann.post("post");
    }
    temp.ingest(ann.values().subList(before, before + count), TempFeeds.IMPORT);
  }

  private JsonObject.Builder ofAnn() {
    return live().put("id", ann.id().toString());
  }

  private static JsonObject.Builder live() {
    return JsonObject.builder().put("live", JsonBool.TRUE);
  }

  private RpcStream open(String method, JsonObject.Builder options) throws Exception {
    return program.open(Method.source(method), options.build());
  }

  /// Nothing is on its way when a stream that began later has told all there is.
  private void assertNothingFollows(RpcStream stream) throws Exception {
    RpcStream all = open("createUserStream", ofAnn());
    for (int sequence = 1; sequence <= ann.values().size(); sequence++) {
      assertThat(sequence(all)).isEqualTo(sequence);
    }
    assertThat(stream.left()).isEmpty();
  }

  private static boolean isSync(RpcStream stream) throws Exception {
    return next(stream).equals(JsonObject.of("sync", JsonBool.TRUE));
  }

  private static long sequence(RpcStream stream) throws Exception {
    JsonObject value = next(stream).object("value").orElseThrow();
    return (long) value.number("sequence").orElseThrow();
  }

  private static JsonObject next(RpcStream stream) throws Exception {
    Body body = stream.receive().orElseThrow();
    return Json.parse(body.bytes()).asObject().orElseThrow();
  }
}
