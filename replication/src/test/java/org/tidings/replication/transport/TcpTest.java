package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;

/// Dialling and listening over real sockets, once for each thing that can happen.
class TcpTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("127.0.0.2");

  private static final Duration NOW = Duration.ZERO;

  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

  @Test
  void aListenerOnEveryAddressHearsIpv4AndIpv6() throws Exception {
    try (Listener listener =
        Listener.open(new InetSocketAddress(0), Capacity.unshared(10), bob())) {
      for (String host : new String[] {"127.0.0.1", "::1", "localhost"}) {
        try (SecretChannel channel = dialer().dial(address(host, listener.port()))) {
          assertThat(channel.remote()).isEqualTo(bob.publicKey());
        }
        assertThat(served.take()).isEqualTo(alice.publicKey().toString());
      }
    }
  }

  @Test
  void noProxyOfTheSystemIsAskedFor() throws Exception {
    try (SystemProxies proxies = new SystemProxies();
        Listener listener = Listener.open(new InetSocketAddress(0), Capacity.unshared(10), bob());
        SecretChannel channel = dialer().dial(address("127.0.0.1", listener.port()))) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
      assertThat(proxies.asked()).isEmpty();
    }
  }

  @Test
  void aListenerThatCannotTakeAnyoneWaitsLongerEachTime() throws Exception {
    List<Integer> pauses = new ArrayList<>();
    try (ServerSocket exhausted = new ExhaustedSocket(3)) {
      new Listener(exhausted, Capacity.unshared(10), bob(), pauses::add).run();
    }
    assertThat(pauses).containsExactly(1, 2);
  }

  @Test
  void aListenerOutlivesAFault() throws Exception {
    List<Integer> pauses = new ArrayList<>();
    try (ServerSocket faulty =
        new ExhaustedSocket(2) {
          @Override
          public Socket accept() throws IOException {
            try {
              return super.accept();
            } catch (IOException e) {
              throw new StackOverflowError(e.getMessage());
            }
          }
        }) {
      new Listener(faulty, Capacity.unshared(10), bob(), pauses::add).run();
    }
    assertThat(pauses).containsExactly(1);
  }

  /// Takes nobody, and closes with the last failure.
  private static class ExhaustedSocket extends ServerSocket {
    private int left;

    private ExhaustedSocket(int failures) throws IOException {
      left = failures;
    }

    @Override
    public Socket accept() throws IOException {
      left--;
      if (left == 0) {
        close();
      }
      throw new IOException("Too many open files");
    }
  }

  @Test
  void thoseBeyondTheNumberAreClosedAndTheOthersGoOn() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (Listener listener =
            Listener.open(
                new InetSocketAddress(LOOPBACK, 0), new Capacity(1, 1, 1, 1, NOW), slow(over));
        Socket first = new Socket(LOOPBACK, listener.port())) {
      await().until(served::size, size -> size == 1);
      try (Socket second = new Socket(LOOPBACK, listener.port())) {
        assertThat(second.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(first.isConnected()).isTrue();
      over.countDown();
      assertThat(first.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void silentConnectionsOfOneAddressKeepNoOtherOut() throws Exception {
    try (Listener listener =
            Listener.open(
                new InetSocketAddress(LOOPBACK, 0), new Capacity(20, 5, 10, 2, NOW), bob());
        Socket one = new Socket(LOOPBACK, listener.port(), NEIGHBOUR, 0);
        Socket two = new Socket(LOOPBACK, listener.port(), NEIGHBOUR, 0);
        Socket three = new Socket(LOOPBACK, listener.port(), NEIGHBOUR, 0)) {
      assertThat(three.getInputStream().read()).isEqualTo(-1);
      try (SecretChannel channel = dialer().dial(address("127.0.0.1", listener.port()))) {
        assertThat(channel.remote()).isEqualTo(bob.publicKey());
      }
      assertThat(one.isConnected() && two.isConnected()).isTrue();
    }
  }

  @Test
  void whoeverComesAgainAndAgainHasToWaitAndOthersDoNot() throws Exception {
    Capacity hourly = new Capacity(20, 2, 10, 2, Duration.ofHours(1));
    try (Listener listener = Listener.open(new InetSocketAddress(LOOPBACK, 0), hourly, bob())) {
      for (int i = 0; i < 2; i++) {
        try (Socket one = new Socket(LOOPBACK, listener.port(), NEIGHBOUR, 0)) {
          one.getOutputStream().write(new byte[64]);
          assertThat(one.getInputStream().read()).isEqualTo(-1);
        }
      }
      try (Socket early = new Socket(LOOPBACK, listener.port(), NEIGHBOUR, 0)) {
        early.getOutputStream().write(new byte[64]);
        early.setSoTimeout(200);
        assertThatThrownBy(early.getInputStream()::read).isInstanceOf(SocketTimeoutException.class);
        try (SecretChannel channel = dialer().dial(address("127.0.0.1", listener.port()))) {
          assertThat(channel.remote()).isEqualTo(bob.publicKey());
        }
      }
    }
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      InetSocketAddress same = new InetSocketAddress(LOOPBACK, taken.getLocalPort());
      assertThatThrownBy(() -> Listener.open(same, Capacity.unshared(1), bob()))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void aClosedPortIsSaidSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertFails(dialer(), "127.0.0.1", port, Failure.PORT_CLOSED);
  }

  @Test
  void anUnknownNameIsSaidSo() {
    assertFails(dialer(), "no-such-host.invalid", 8008, Failure.NAME_UNKNOWN);
  }

  @Test
  void aListenerThatNeverAnswersIsSaidSo() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      Dialer hasty = new Dialer(terms(alice), Duration.ofMillis(300), () -> Routes.DIRECT);
      assertFails(hasty, "127.0.0.1", silent.getLocalPort(), Failure.TIMEOUT);
    }
  }

  private void assertFails(Dialer dialer, String host, int port, Failure failure) {
    assertThatThrownBy(() -> dialer.dial(address(host, port)))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  /// Notes who came in.
  private Listener.Host bob() {
    return new Listener.Host() {
      @Override
      public Optional<SecretChannel> open(Channel channel) {
        try {
          return Optional.of(SecretChannel.accept(channel, terms(bob), key -> true));
        } catch (IOException e) {
          served.add(e.toString());
          return Optional.empty();
        }
      }

      @Override
      public void serve(SecretChannel channel) {
        served.add(channel.remote().toString());
      }
    };
  }

  /// Lets nobody in, and takes its time.
  private Listener.Host slow(CountDownLatch over) {
    return new Listener.Host() {
      @Override
      public Optional<SecretChannel> open(Channel channel) {
        try {
          served.add("came");
          over.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Optional.empty();
      }

      @Override
      public void serve(SecretChannel channel) {
        throw new AssertionError("nobody comes in");
      }
    };
  }

  private Dialer dialer() {
    return new Dialer(terms(alice), Duration.ofSeconds(10), () -> Routes.DIRECT);
  }

  private NetAddress address(String host, int port) {
    return new NetAddress(host, port, bob.publicKey());
  }

  private static SecretChannel.Terms terms(KeyPair self) {
    return new SecretChannel.Terms(NetworkKey.MAIN, self, RANDOM, Duration.ofSeconds(10));
  }
}
