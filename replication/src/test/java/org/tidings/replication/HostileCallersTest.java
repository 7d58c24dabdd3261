package org.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;

/// Callers that want our places, our threads or our memory: over real sockets, with an honest peer
/// beside them.
class HostileCallersTest {
  private static final KeyPair MALLORY = SomeKeys.of("mallory");
  private static final byte JSON = 2;
  private static final byte JSON_OF_A_STREAM = 10;

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
  void silentConnectionsAreFewForOneAddressAndForAll() throws Exception {
    List<Socket> held = new ArrayList<>();
    try {
      for (int address = 2; address < 14; address++) {
        for (int i = 0; i < 40; i++) {
          held.add(Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0." + address)));
        }
        assertThat(held.subList(held.size() - 40, held.size()).stream().filter(this::isKept))
            .hasSizeLessThanOrEqualTo(8);
      }
      assertThat(held.stream().filter(this::isKept)).hasSizeLessThanOrEqualTo(64);
      beside.assertHonestIsHeard();
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  /// Those beyond the number are hung up on at once, long before a handshake takes too long.
  private boolean isKept(Socket socket) {
    try {
      socket.setSoTimeout(50);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    } catch (IOException reset) {
      return false;
    }
  }

  @Test
  void silentConnectionsOfOneAddressKeepNoHonestCallerOut() throws Exception {
    try (Socket first = Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0.2"))) {
      for (int i = 0; i < 300; i++) {
        Intruder.socket(beside.victim(), InetAddress.ofLiteral("127.0.0.2")).close();
      }
      beside.honest().connect(beside.victim().address());
      assertThat(first.isClosed()).isFalse();
      beside.assertHonestIsHeard();
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
    int mib = 1 << 20;
    assertCutAfter(header(JSON, mib + 1, 1));
    assertCutAfter(header(JSON, Integer.MAX_VALUE, 1));
    assertCutAfter(header(JSON, -1, 1));
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      mallory.says().sendsRaw(header(JSON_OF_A_STREAM, 8 * mib + 1, 1));
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
    byte[] call = ("{\"name\":[\"blobs\",\"has\"],\"args\":" + deep + "}").getBytes(UTF_8);
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().sends(new Frame(1, false, false, Body.rawJson(call)));
      mallory.awaitCut();
    }
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      Frame junk = new Frame(1, true, false, Body.rawJson(deep.getBytes(UTF_8)));
      pour(mallory, 200, i -> mallory.says().sends(junk));
      mallory.awaitCut();
    }
    beside.assertHonestIsHeard();
  }

  @Test
  void callsThatNeverEndAreFew() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    try (Intruder mallory =
        Intruder.at(beside.victim(), MALLORY)
            .listening(
                frame -> {
                  if (frame.body().toString().contains("too many open requests")) {
                    refused.incrementAndGet();
                  }
                })) {
      String live =
          "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
              + beside.carol().id()
              + "\",\"live\":true}],\"type\":\"source\"}";
      for (int i = 1; i <= 6_000; i++) {
        mallory.says().streams(i, live);
      }
      await().until(() -> refused.get() == 1_000);
      beside.assertHonestIsHeard();
    }
  }

  @Test
  void callsOfUnknownMethodsAreAnsweredSlowly() throws Exception {
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
      assertThat(answered).hasValueLessThan(20_000);
    }
  }

  @Test
  void whoNeverReadsHoldsLittle() throws Exception {
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      beside.assertHonestIsHeard();
      String all =
          "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
              + beside.carol().id()
              + "\"}],\"type\":\"source\"}";
      pour(mallory, 4_000, i -> mallory.says().streams(i, all));
      beside.assertHonestIsHeard();
    }
  }

  @Test
  void aStreamThatNeverEndsHoldsLittle() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (Intruder mallory = Intruder.at(beside.victim(), MALLORY)) {
      Frame wanted = mallory.says().hears().orElseThrow();
      assertThat(wanted.body().toString()).contains("createWants");
      Frame nothing = new Frame(-wanted.request(), true, false, Body.rawJson(new byte[60_000]));
      Thread.ofVirtual()
          .start(
              () ->
                  pour(
                      mallory,
                      Integer.MAX_VALUE,
                      i -> {
                        mallory.says().sends(nothing);
                        sent.incrementAndGet();
                      }));
      await().until(() -> sent.get() > 100);
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
