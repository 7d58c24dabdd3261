package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

class OtherProgramTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys = SomeKeys.of("lena");

  private static OtherProgram at(int port) {
    return new OtherProgram(port, NetworkKey.MAIN, RANDOM);
  }

  private static Listener running(KeyPair theirs) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return Listener.open(free, Capacity.unshared(5), new Server(theirs));
  }

  /// Lets in whoever comes.
  private record Server(KeyPair keys) implements Listener.Host {
    @Override
    public Optional<SecretChannel> open(Channel channel) {
      var terms = new SecretChannel.Terms(NetworkKey.MAIN, keys, RANDOM, Duration.ofSeconds(10));
      try {
        return Optional.of(SecretChannel.accept(channel, terms, caller -> true));
      } catch (ConnectionFailedException nobody) {
        return Optional.empty();
      }
    }

    @Override
    public void serve(SecretChannel channel) {
      channel.close();
    }
  }

  @Test
  void whoAnswersWithTheSameKeyRunsWithIt() throws IOException {
    try (Listener server = running(keys)) {
      assertThat(at(server.port()).runsWith(keys)).isTrue();
    }
  }

  @Test
  void whoAnswersWithAnotherKeyDoesNot() throws IOException {
    try (Listener server = running(SomeKeys.of("other"))) {
      assertThat(at(server.port()).runsWith(keys)).isFalse();
    }
  }

  @Test
  void whereNobodyListensNobodyRuns() throws IOException {
    int port;
    try (Listener server = running(keys)) {
      port = server.port();
    }
    assertThat(at(port).runsWith(keys)).isFalse();
  }
}
