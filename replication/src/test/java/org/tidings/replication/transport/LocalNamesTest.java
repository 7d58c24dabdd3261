package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is asked on the local network for a name, and which answers count.
@Timeout(30)
class LocalNamesTest {
  private static final byte[] POINTER_TO_THE_QUESTION = {(byte) 0xc0, 12};
  private static final byte[] ANY_TIME = {0, 0, 0, 120};

  private final LinkedBlockingQueue<byte[]> asked = new LinkedBlockingQueue<>();
  private DatagramSocket somebody;
  private LocalNames.Way way;
  private LocalNames names;
  private volatile byte[] records = {};

  @BeforeEach
  void start() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    somebody = new DatagramSocket(0, here);
    Thread.ofPlatform().daemon().start(this::answer);
    way =
        new LocalNames.Way(
            NetworkInterface.getByInetAddress(here),
            new InetSocketAddress(here, somebody.getLocalPort()));
    names = new LocalNames(() -> List.of(way), Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    somebody.close();
  }

  @Test
  void addressesOfBothKindsAreAskedFor() throws Exception {
    records = record(POINTER_TO_THE_QUESTION, 1, 192, 168, 1, 7);
    names.resolve("laptop.local");
    byte[] question =
        "\0\0\0\0\0\2\0\0\0\0\0\0\6laptop\5local\0\0\1\0\1\6laptop\5local\0\0\34\0\1"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(asked.take()).isEqualTo(question);
  }

  @Test
  void whatItStandsForIsAnswered() throws Exception {
    records = record(POINTER_TO_THE_QUESTION, 1, 192, 168, 1, 7);
    assertThat(names.resolve("laptop.local")).containsExactly(InetAddress.ofLiteral("192.168.1.7"));
    assertThat(names.resolve("Laptop.Local."))
        .containsExactly(InetAddress.ofLiteral("192.168.1.7"));
  }

  @Test
  void anAddressOfTheLinkNamesItsNetwork() throws Exception {
    records =
        record(POINTER_TO_THE_QUESTION, 28, 0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(names.resolve("laptop.local")[0].getHostAddress()).matches("fe80:.*:1%.+");
  }

  @Test
  void answersAboutOthersAndNonsenseDoNotCount() {
    LocalNames hasty = new LocalNames(() -> List.of(way), Duration.ofMillis(100));
    byte[] other = "\5other\5local\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] circle = {(byte) 0xc0, 12 + 18 + 18};
    byte[] beyond = {(byte) 0xff, (byte) 0xff};
    for (byte[] name : new byte[][] {other, circle, beyond, {}}) {
      records = record(name, 1, 192, 168, 1, 7);
      assertThatThrownBy(() -> hasty.resolve("laptop.local"))
          .as(Arrays.toString(name))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void whatNeedsNoAnswerIsNotAsked() throws Exception {
    assertThat(names.resolve("10.1.2.3")).containsExactly(InetAddress.ofLiteral("10.1.2.3"));
    assertThat(names.resolve("localhost")).allMatch(InetAddress::isLoopbackAddress);
    assertThatThrownBy(() -> names.resolve("x".repeat(64) + ".local"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(asked).isEmpty();
  }

  /// Answers every question with those records.
  private void answer() {
    byte[] packet = new byte[1_500];
    DatagramPacket question = new DatagramPacket(packet, packet.length);
    try {
      while (true) {
        somebody.receive(question);
        asked.add(Arrays.copyOf(packet, question.getLength()));
        byte[] answer =
            ByteBuffer.allocate(question.getLength() + records.length)
                .put(packet, 0, question.getLength())
                .put(records)
                .putShort(2, (short) 0x8400)
                .putShort(6, (short) 1)
                .array();
        somebody.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static byte[] record(byte[] name, int type, int... address) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(name);
    record.writeBytes(new byte[] {0, (byte) type, (byte) 0x80, 1});
    record.writeBytes(ANY_TIME);
    record.writeBytes(new byte[] {0, (byte) address.length});
    for (int part : address) {
      record.write(part);
    }
    return record.toByteArray();
  }
}
