package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.transport.SecretChannel.Terms;

/// Whatever comes instead of the two messages of a handshake, in any order, cut, lengthened or with
/// any bit changed, nobody is let in, and what follows an honest handshake without the keys ends
/// the channel. Both sides draw the same ephemeral keys each time, so that what an honest
/// partner once sent is right again. Protocol 4.1.
class HandshakeEnumerationTest {
  private static final int MOST_MESSAGES = 5;

  /// How many messages may come with each of them changed in every way.
  private static final int CHANGED_MESSAGES = 3;

  private static final int BITS = 8;

  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private final List<byte[]> fromClient = new ArrayList<>();
  private final List<byte[]> fromServer = new ArrayList<>();

  /// One side of a connection on tape: what is read, and then the end.
  private static final class Tape extends ReadChannel {
    private final byte[] bytes;
    private int at;

    Tape(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, buffer, offset, count);
      at += count;
      return count == 0 ? -1 : count;
    }
  }

  /// A pipe's end that remembers what was written.
  private record Recorder(Channel pipe, List<byte[]> written) implements Channel {
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return pipe.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      written.add(Arrays.copyOfRange(buffer, offset, offset + length));
      pipe.write(buffer, offset, length);
    }

    @Override
    public void finish() throws IOException {
      pipe.finish();
    }

    @Override
    public void close() {
      pipe.close();
    }

    @Override
    public String remoteName() {
      return pipe.remoteName();
    }
  }

  /// Answers the same bytes each time.
  private static final class SameRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte filling;

    SameRandom(int filling) {
      this.filling = (byte) filling;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, filling);
    }
  }

  @BeforeEach
  void recordAnHonestRun() throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    CompletableFuture<Optional<SecretChannel>> accepted =
        CompletableFuture.supplyAsync(() -> accept(new Recorder(pipe.get(1), fromServer)));
    assertThat(dial(new Recorder(pipe.get(0), fromClient))).isPresent();
    assertThat(accepted.join()).isPresent();
    assertThat(fromClient).extracting(message -> message.length).containsExactly(64, 112);
    assertThat(fromServer).extracting(message -> message.length).containsExactly(64, 80);
  }

  @Test
  void anyOrderOfMessagesIsRefusedButTheHonestOne() throws IOException {
    for (List<byte[]> run : orders(MOST_MESSAGES)) {
      check(run);
    }
  }

  @Test
  void anyMessageOfAnotherLengthIsRefused() throws IOException {
    for (List<byte[]> run : orders(CHANGED_MESSAGES)) {
      for (int i = 0; i < run.size(); i++) {
        byte[] message = run.get(i);
        for (int length : new int[] {0, 1, message.length - 1, message.length + 1}) {
          check(with(run, i, Arrays.copyOf(message, length)));
        }
      }
    }
  }

  @Test
  void anyFlippedBitIsNoticed() throws IOException {
    for (List<byte[]> run : List.of(fromClient, fromServer)) {
      for (int i = 0; i < run.size(); i++) {
        for (int bit = 0; bit < run.get(i).length * BITS; bit++) {
          byte[] flipped = run.get(i).clone();
          flipped[bit / BITS] ^= (byte) (1 << bit % BITS);
          check(with(run, i, flipped));
        }
      }
    }
  }

  /// Either side lets in whoever sends exactly what its honest partner sent, and nobody else.
  private void check(List<byte[]> run) throws IOException {
    byte[] bytes = joined(run);
    check(accept(new Tape(bytes)), bytes, joined(fromClient));
    check(dial(new Tape(bytes)), bytes, joined(fromServer));
  }

  private static void check(Optional<SecretChannel> let, byte[] bytes, byte[] honest) {
    boolean isHonest =
        bytes.length >= honest.length
            && Arrays.equals(bytes, 0, honest.length, honest, 0, honest.length);
    assertThat(let.isPresent()).isEqualTo(isHonest);
    let.ifPresent(
        channel ->
            assertThatThrownBy(() -> channel.read(new byte[1], 0, 1))
                .isInstanceOf(IOException.class));
  }

  private Optional<SecretChannel> accept(Channel channel) {
    try {
      return Optional.of(SecretChannel.accept(channel, terms(bob, 2), key -> true));
    } catch (ConnectionFailedException refused) {
      return Optional.empty();
    }
  }

  private Optional<SecretChannel> dial(Channel channel) {
    try {
      return Optional.of(SecretChannel.dial(channel, terms(alice, 1), bob.publicKey()));
    } catch (ConnectionFailedException refused) {
      return Optional.empty();
    }
  }

  private static Terms terms(KeyPair self, int random) {
    return new Terms(NetworkKey.MAIN, self, new SameRandom(random), Duration.ofMinutes(1));
  }

  /// Every order of up to so many of all four messages, each as often as one likes.
  private List<List<byte[]>> orders(int most) {
    List<byte[]> messages = new ArrayList<>(fromClient);
    messages.addAll(fromServer);
    List<List<byte[]>> all = new ArrayList<>();
    List<List<byte[]>> longest = List.of(List.of());
    for (int length = 0; length <= most; length++) {
      all.addAll(longest);
      longest =
          longest.stream()
              .flatMap(run -> messages.stream().map(next -> with(run, run.size(), next)))
              .toList();
    }
    return all;
  }

  private static List<byte[]> with(List<byte[]> run, int at, byte[] message) {
    List<byte[]> changed = new ArrayList<>(run);
    if (at == run.size()) {
      changed.add(message);
    } else {
      changed.set(at, message);
    }
    return changed;
  }

  private static byte[] joined(List<byte[]> messages) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      all.write(message);
    }
    return all.toByteArray();
  }
}
