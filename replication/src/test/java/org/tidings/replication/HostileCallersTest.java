package org.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.ClientHandshake;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.transport.ConnectionFailedException;

/// Callers that want our places, our threads or our memory: over real sockets, with an honest peer
/// beside them.
class HostileCallersTest {
  private static final KeyPair MALLORY = SomeKeys.of("mallory");
  private static final int MIB = 1 << 20;
  private static final byte JSON = 2;
  private static final byte JSON_OF_A_STREAM = 10;

  @TempDir private Path folder;
  private final List<Socket> held = new ArrayList<>();
  private Beside beside;

  @BeforeEach
  void start() throws Exception {
    beside = new Beside(folder);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : held) {
      socket.close();
    }
    beside.close();
  }

  @Test
  void silentConnectionsAreFewForOneAddressAndForAll() throws Exception {
    for (int address = 2; address < 14; address++) {
      for (int i = 0; i < 40; i++) {
        held.add(Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0." + address)));
      }
      assertLastIsCut(held);
      assertThat(kept(held.subList(held.size() - 40, held.size()))).isLessThanOrEqualTo(8);
    }
    assertThat(kept(held)).isBetween(1L, 64L);
    beside.assertHonestIsHeard();
  }

  /// Who is one too many is hung up on at once, long before a handshake takes too long; and all who
  /// came before have had their answer then.
  private static void assertLastIsCut(List<Socket> sockets) throws IOException {
    assertThat(isCut(sockets.getLast(), 5_000)).as("the last one is cut").isTrue();
  }

  private static long kept(List<Socket> sockets) throws IOException {
    long kept = 0;
    for (Socket socket : sockets) {
      kept += isCut(socket, 1) ? 0 : 1;
    }
    return kept;
  }

  private static boolean isCut(Socket socket, int withinMs) throws IOException {
    socket.setSoTimeout(withinMs);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException silent) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void silentConnectionsOfOneAddressKeepNoHonestCallerOut() throws Exception {
    for (int i = 0; i < 300; i++) {
      held.add(Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0.2")));
    }
    beside.honest().connect(beside.victim().address());
    beside.awaitConnected(1);
  }

  @Test
  void silentConnectionsOfManyAddressesKeepNoHonestCallerOut() throws Exception {
    silentCallersFill(2);
    beside.honest().connect(beside.victim().address());
    beside.awaitConnected(1);
  }

  @Test
  void whoShakesHandsSlowlyComesInHoweverManySilentConnectionsComeMeanwhile() throws Exception {
    var dave =
        new ClientHandshake(
            NetworkKey.MAIN,
            SomeKeys.of("dave"),
            beside.victim().address().key(),
            new SecureRandom());
    try (Socket socket = Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0.1"))) {
      socket.getOutputStream().write(dave.hello());
      dave.readHello(socket.getInputStream().readNBytes(64));
      silentCallersFill(2);
      silentCallersFill(10);
      assertThat(isCut(held.get(63), 5_000)).as("all who came first are cut").isTrue();
      socket.getOutputStream().write(dave.auth());
      dave.readAccept(socket.getInputStream().readNBytes(80));
    }
  }

  /// As many as there are places for the unproven, from eight addresses, beginning with that.
  private void silentCallersFill(int firstAddress) throws IOException {
    for (int i = 0; i < 64; i++) {
      InetAddress from = InetAddress.ofLiteral("127.0.0." + (firstAddress + i % 8));
      held.add(Intruder.socket(beside.victim(), from));
    }
  }

  @Test
  void oneIdentityHasOneConnectionHoweverOftenItCalls() throws Exception {
    for (int i = 0; i < 50; i++) {
      Intruder.at(beside.victim(), MALLORY).listening(frame -> {});
    }
    beside.awaitConnected(1);
    beside.assertHonestIsHeard();
  }

  @Test
  void whoIsBlockedIsTurnedAwayHoweverOftenItCalls() throws Exception {
    FeedId mallory = FeedId.of(MALLORY.publicKey());
    beside.victim().feeds().publisher().publish(Contact.block(mallory).toJson());
    await().until(() -> beside.victim().feeds().graph().hops(mallory).isBlocked());
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> Intruder.at(beside.victim(), MALLORY))
          .isInstanceOf(ConnectionFailedException.class);
    }
    beside.awaitConnected(0);
    beside.assertHonestIsHeard();
  }

  @Test
  void whoHasOurKeyIsTurnedAwayHoweverOftenTheyCall() throws Exception {
    KeyPair ours = beside.victim().feeds().identity().keys();
    for (int i = 0; i < 50; i++) {
      try (Intruder twin = Intruder.at(beside.victim(), ours)) {
        twin.awaitCut();
      }
    }
    beside.awaitConnected(0);
    beside.assertHonestIsHeard();
  }

  @Test
  void bytesThatAreNoBoxStreamEndTheConnection() throws Exception {
    Intruder mallory = Intruder.at(beside.victim(), MALLORY);
    beside.awaitConnected(1);
    mallory.sendsUnsealed(new byte[100_000]);
    mallory.awaitCut();
    beside.awaitConnected(0);
    beside.assertHonestIsHeard();
  }

  @Test
  void absurdLengthsEndTheConnectionAtTheHeader() throws Exception {
    assertCutAfter(header(JSON, MIB + 1, 1));
    assertCutAfter(header(JSON, Integer.MAX_VALUE, 1));
    assertCutAfter(header(JSON, -1, 1));
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      mallory.says().sendsRaw(header(JSON_OF_A_STREAM, 8 * MIB + 1, 1));
      mallory.awaitCut();
    }
    beside.assertHonestIsHeard();
  }

  private void assertCutAfter(byte[] bytes) throws IOException {
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().sendsRaw(bytes);
      mallory.awaitCut();
    }
  }

  private static byte[] header(byte flags, int length, int request) {
    return ByteBuffer.allocate(9).put(flags).putInt(length).putInt(request).array();
  }

  @Test
  void jsonAHundredThousandDeepEndsTheConnection() throws Exception {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertCutAfterCall("[".repeat(30_000) + "]".repeat(30_000));
    assertCutAfterCall(deep);
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      Frame junk = new Frame(1, true, false, Body.rawJson(deep.getBytes(UTF_8)));
      pour(mallory, 200, i -> mallory.says().sends(junk));
      mallory.awaitCut();
    }
    beside.assertHonestIsHeard();
  }

  /// A call larger than calls are is cut off while it is still being sent.
  private void assertCutAfterCall(String arguments) throws IOException {
    byte[] call = ("{\"name\":[\"blobs\",\"has\"],\"args\":" + arguments + "}").getBytes(UTF_8);
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      pour(mallory, 1, i -> mallory.says().sends(new Frame(i, false, false, Body.rawJson(call))));
      mallory.awaitCut();
    }
  }

  @Test
  void callsThatNeverEndAreFew() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    try (Intruder mallory = counting(refused, MALLORY)) {
      for (int i = 1; i <= 1_500; i++) {
        mallory.says().streams(i, liveHistory());
      }
      await().until(() -> refused.get() == 1_000);
      beside.assertHonestIsHeard();
    }
  }

  @Test
  void callsOfManyStrangersThatNeverEndAreFewInAllAndSomeOfEach() throws Exception {
    List<AtomicInteger> refused = Stream.generate(AtomicInteger::new).limit(9).toList();
    List<Intruder> all = new ArrayList<>();
    try {
      for (int i = 0; i < 9; i++) {
        Intruder one = counting(refused.get(i), SomeKeys.of("stranger " + i));
        all.add(one);
        for (int call = 1; call <= 500; call++) {
          one.says().streams(call, liveHistory());
        }
      }
      await().until(() -> refused.stream().mapToInt(AtomicInteger::get).sum() == 2_050);
      assertThat(refused).allMatch(some -> some.get() <= 450);
      beside.assertHonestIsHeard();
    } finally {
      all.forEach(Intruder::close);
    }
  }

  @Test
  void callsOfPeersInReachThatNeverEndHoldLittle() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    List<Intruder> all = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        KeyPair keys = SomeKeys.of("friend " + i);
        FeedId friend = FeedId.of(keys.publicKey());
        beside.victim().feeds().publisher().publish(Contact.follow(friend).toJson());
        await().until(() -> beside.victim().feeds().graph().wants(friend));
        Intruder one = counting(refused, keys);
        all.add(one);
        for (int call = 1; call <= 5_100; call++) {
          one.says().streams(call, liveHistory());
        }
      }
      await().until(() -> refused.get() == 2_100);
      beside.assertHonestIsHeard();
    } finally {
      all.forEach(Intruder::close);
    }
  }

  /// One that counts how often it is told that it has too many calls open.
  private Intruder counting(AtomicInteger refused, KeyPair keys) throws Exception {
    return Intruder.at(beside.victim(), keys)
        .listening(
            frame -> {
              if (frame.body().toString().contains("too many open requests")) {
                refused.incrementAndGet();
              }
            });
  }

  private String liveHistory() {
    return "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
        + beside.carol().id()
        + "\",\"live\":true}],\"type\":\"source\"}";
  }

  @Test
  void pingsThatNeverEndAreFew() throws Exception {
    String ping = "{\"name\":[\"gossip\",\"ping\"],\"args\":[],\"type\":\"duplex\"}";
    AtomicInteger refused = new AtomicInteger();
    try (Intruder mallory = counting(refused, MALLORY)) {
      for (int i = 1; i <= 20; i++) {
        mallory.says().streams(i, ping);
      }
      await().until(() -> refused.get() == 16);
    }
  }

  /// We look at a thousand a second, however small they are, and hear no more than that.
  @Test
  void itemsOfAByteOnStreamsWeReadSlowlyHoldLittle() throws Exception {
    List<Intruder> all = new ArrayList<>();
    AtomicInteger sent = new AtomicInteger();
    try {
      for (int i = 0; i < 4; i++) {
        Intruder one = Intruder.at(beside.victim(), SomeKeys.of("stranger " + i));
        all.add(one);
        Frame wanted = one.says().hears().orElseThrow();
        assertThat(wanted.body().toString()).contains("createWants");
        byte[] items = itemsOfAByte(-wanted.request());
        Thread.ofVirtual()
            .start(
                () ->
                    pour(
                        one,
                        Integer.MAX_VALUE,
                        n -> {
                          one.says().sendsRaw(items);
                          sent.incrementAndGet();
                        }));
      }
      AtomicInteger before = new AtomicInteger(Integer.MIN_VALUE / 2);
      await().until(() -> sent.get() - before.getAndSet(sent.get()) < 10);
      beside.assertHonestIsHeard();
    } finally {
      all.forEach(Intruder::close);
    }
  }

  /// A value of two or three bytes takes many times as many in memory.
  @Test
  void itemsOfVeryManyValuesHoldLittle() throws Exception {
    byte[] values = ("[" + "[0],".repeat(250_000) + "0]").getBytes(UTF_8);
    List<Intruder> all = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) {
        Intruder one = Intruder.at(beside.victim(), SomeKeys.of("stranger " + i));
        all.add(one);
        Frame wanted = one.says().hears().orElseThrow();
        assertThat(wanted.body().toString()).contains("createWants");
        Frame item = new Frame(-wanted.request(), true, false, Body.rawJson(values));
        Thread.ofVirtual()
            .start(() -> pour(one, Integer.MAX_VALUE, number -> one.says().sends(item)));
      }
      beside.assertHonestIsHeard();
    } finally {
      all.forEach(Intruder::close);
    }
  }

  private static byte[] itemsOfAByte(int request) {
    ByteBuffer items = ByteBuffer.allocate(400 * 10);
    while (items.hasRemaining()) {
      items.put(JSON_OF_A_STREAM).putInt(1).putInt(request).put((byte) '0');
    }
    return items.array();
  }

  @Test
  void callsOfUnknownMethodsAreAnsweredSlowly() throws Exception {
    long began = System.nanoTime();
    AtomicInteger answered = new AtomicInteger();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY).listening(frame -> answered.incrementAndGet())) {
      Thread.ofVirtual()
          .start(
              () ->
                  pour(
                      mallory,
                      1_000_000,
                      i -> mallory.says().says(i, "{\"name\":[\"nope\"],\"args\":[]}")));
      await().until(() -> answered.get() > 1_000);
      beside.assertHonestIsHeard();
      assertThat(answered).hasValueLessThanOrEqualTo(2_000 + (int) (millisSince(began) / 10));
    }
  }

  @Test
  void aStrangerIsToldOurClockOnceASecond() throws Exception {
    long began = System.nanoTime();
    AtomicInteger told = new AtomicInteger();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY)
            .listening(frame -> told.addAndGet(frame.end() || frame.stream() ? 0 : 1))) {
      Thread.ofVirtual()
          .start(() -> pour(mallory, 1_000_000, i -> mallory.says().says(i, Attacks.CLOCK)));
      await().until(() -> told.get() > 3);
      beside.assertHonestIsHeard();
      assertThat(told).hasValueLessThanOrEqualTo(4 + (int) (millisSince(began) / 1_000));
    }
  }

  @Test
  void whoeverListensAgainAndAgainIsToldAllThatWeWantOnceASecond() throws Exception {
    long began = System.nanoTime();
    AtomicInteger told = new AtomicInteger();
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      Thread.ofVirtual()
          .start(() -> pour(mallory, 1_000_000, i -> told.addAndGet(listen(mallory, i))));
      await().until(() -> told.get() > 4);
      beside.assertHonestIsHeard();
      assertThat(told).hasValueLessThanOrEqualTo(5 + (int) (millisSince(began) / 1_000));
    }
  }

  /// Until it is told something, as it is once.
  private static int listen(Intruder mallory, int request) throws IOException {
    mallory.says().streams(request, Attacks.WANTS);
    int said = 0;
    while (said != -request) {
      said = mallory.says().hears().orElseThrow().request();
    }
    mallory.says().ends(request, "true");
    return 1;
  }

  @Test
  void whetherAThousandBlobsAreHereIsToldAStrangerSlowly() throws Exception {
    long began = System.nanoTime();
    AtomicInteger told = new AtomicInteger();
    String has = Attacks.has();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY)
            .listening(frame -> told.addAndGet(frame.end() || frame.stream() ? 0 : 1))) {
      Thread.ofVirtual().start(() -> pour(mallory, 1_000_000, i -> mallory.says().says(i, has)));
      await().until(() -> told.get() > 3);
      beside.assertHonestIsHeard();
      assertThat(told).hasValueLessThanOrEqualTo(1 + (int) (millisSince(began) / 50));
    }
  }

  @Test
  void historyIsReadForAStrangerAsFastAsItWouldBeHeard() throws Exception {
    SomeFeed dave = SomeFeed.of("dave");
    for (int i = 0; i < 500; i++) {
      dave.post("message " + i);
    }
    beside.victim().feeds().publisher().publish(Contact.follow(dave.id()).toJson());
    TempFeeds.ingest(beside.victim().feeds(), dave.values(), TempFeeds.IMPORT);
    String history = Attacks.history(dave.id());
    long began = System.nanoTime();
    AtomicInteger bytes = new AtomicInteger();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY)
            .listening(frame -> bytes.addAndGet(frame.body().size()))) {
      Thread.ofVirtual()
          .start(() -> pour(mallory, 1_000_000, i -> mallory.says().streams(i, history)));
      await().until(() -> bytes.get() > MIB);
      beside.assertHonestIsHeard();
      assertThat(bytes).hasValueLessThanOrEqualTo(MIB + (int) millisSince(began) * 1_024 * 2);
    }
  }

  @Test
  void aBlobIsReadForAStrangerAsFastAsItWouldBeHeard() throws Exception {
    BlobId picture =
        beside.victim().feeds().blobs().add(new ByteArrayInputStream(new byte[MIB])).id();
    String get = Attacks.get(picture);
    long began = System.nanoTime();
    AtomicLong bytes = new AtomicLong();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY)
            .listening(frame -> bytes.addAndGet(frame.body().size()))) {
      Thread.ofVirtual().start(() -> pour(mallory, 1_000_000, i -> mallory.says().streams(i, get)));
      await().until(() -> bytes.get() > MIB);
      beside.assertHonestIsHeard();
      assertThat(bytes).hasValueLessThanOrEqualTo(MIB + millisSince(began) * 1_024 * 2);
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  @Test
  void whoNeverReadsHoldsLittle() throws Exception {
    BlobId picture =
        beside.victim().feeds().blobs().add(new ByteArrayInputStream(new byte[4 * MIB])).id();
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      pour(mallory, 128, i -> mallory.says().streams(i, Attacks.get(picture)));
      beside.assertHonestIsHeard();
    }
  }

  /// We hear no more of it than we look at: soon hardly anything can be sent any more.
  @Test
  void aStreamThatNeverEndsHoldsLittle() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      Frame wanted = mallory.says().hears().orElseThrow();
      assertThat(wanted.body().toString()).contains("createWants");
      byte[] nothing = ("{" + " ".repeat(60_000) + "}").getBytes(UTF_8);
      Frame item = new Frame(-wanted.request(), true, false, Body.rawJson(nothing));
      Thread.ofVirtual()
          .start(
              () ->
                  pour(
                      mallory,
                      Integer.MAX_VALUE,
                      i -> {
                        mallory.says().sends(item);
                        sent.incrementAndGet();
                      }));
      AtomicInteger before = new AtomicInteger(Integer.MIN_VALUE / 2);
      await().until(() -> sent.get() - before.getAndSet(sent.get()) < 10);
      beside.assertHonestIsHeard();
    }
  }

  private interface Saying {
    void say(int number) throws IOException;
  }

  private static void pour(Intruder intruder, int times, Saying saying) {
    try {
      for (int i = 1; i <= times; i++) {
        saying.say(i);
      }
    } catch (IOException cut) {
      intruder.close();
    }
  }
}
