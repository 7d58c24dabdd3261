package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;

/// Calling through a SOCKS5 proxy (RFC 1928), over real sockets.
@Timeout(30)
class SocksProxyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int GRANTED = 0;
  private static final int DOMAIN = 3;

  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private ServerSocket proxy;
  private Listener listener;
  private volatile int answer = GRANTED;

  @BeforeEach
  void listen() throws Exception {
    listener = Listener.open(new InetSocketAddress(LOOPBACK, 0), Capacity.unshared(10), new Bob());
    proxy = new ServerSocket(0, 10, LOOPBACK);
    Thread.ofPlatform().daemon().start(this::serve);
  }

  @AfterEach
  void close() throws Exception {
    proxy.close();
    listener.close();
  }

  @ParameterizedTest
  @CsvSource({"pub.example, pub.example", "abcdef.onion, abcdef.onion"})
  void namesGoToTheProxyAsTheyAre(String host, String heard) throws Exception {
    try (SecretChannel channel = dialer().dial(address(host))) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
    }
    assertThat(asked.take()).isEqualTo(heard + ":8008");
  }

  @Test
  void theLocalNetworkIsReachedPastIt() throws Exception {
    NetAddress near = new NetAddress("127.0.0.1", listener.port(), bob.publicKey());
    try (SecretChannel channel = dialer().dial(near)) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
    }
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, PORT_CLOSED", "4, UNREACHABLE", "3, UNREACHABLE", "1, PROXY", "2, PROXY"})
  void whatTheProxySaysIsTold(int reply, Failure failure) {
    answer = reply;

    assertThatThrownBy(() -> dialer().dial(address("pub.example")))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(failure));
  }

  @Test
  void aProxyThatDoesNotAnswerIsNotGoneAround() throws Exception {
    proxy.close();

    assertThatThrownBy(() -> dialer().dial(address("pub.example")))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(Failure.PROXY));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9050, true",
    "tor:9150, true",
    "9050, false",
    "tor:0, false",
    "tor:70000, false"
  })
  void itIsWrittenAsHostAndPort(String text, boolean isOne) {
    assertThat(SocksProxy.parse(text).map(SocksProxy::toString))
        .isEqualTo(isOne ? Optional.of(text) : Optional.empty());
  }

  private NetAddress address(String host) {
    return new NetAddress(host, 8008, bob.publicKey());
  }

  private Dialer dialer() {
    SocksProxy there = new SocksProxy("127.0.0.1", proxy.getLocalPort());
    return new Dialer(
        new SecretChannel.Terms(NetworkKey.MAIN, alice, RANDOM, Duration.ofSeconds(10)),
        Duration.ofSeconds(10),
        () -> new Routes(Optional.of(there), false),
        new NameLookup(
            name -> {
              if (!name.equals("127.0.0.1")) {
                throw new AssertionError(name + " was looked up");
              }
              return new InetAddress[] {LOOPBACK};
            }));
  }

  private final class Bob implements Listener.Host {
    @Override
    public Optional<SecretChannel> open(Channel channel) {
      try {
        return Optional.of(
            SecretChannel.accept(
                channel,
                new SecretChannel.Terms(NetworkKey.MAIN, bob, RANDOM, Duration.ofSeconds(10)),
                key -> true));
      } catch (ConnectionFailedException e) {
        return Optional.empty();
      }
    }

    @Override
    public void serve(SecretChannel channel) {
      // Being there is all.
    }
  }

  /// Every name leads to Bob.
  private void serve() {
    try {
      while (true) {
        Socket client = proxy.accept();
        Thread.ofPlatform().daemon().start(() -> connect(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket target = new Socket(LOOPBACK, listener.port())) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      in.readByte();
      in.readNBytes(in.readUnsignedByte());
      out.write(new byte[] {5, 0});
      in.readNBytes(3);
      boolean named = in.readByte() == DOMAIN;
      byte[] host = in.readNBytes(named ? in.readUnsignedByte() : 4);
      int port = in.readUnsignedShort();
      asked.add(new String(host, StandardCharsets.UTF_8) + ":" + port);
      out.write(new byte[] {5, (byte) answer, 0, 1, 0, 0, 0, 0, 0, 0});
      if (answer == GRANTED) {
        Thread back = Thread.ofPlatform().daemon().start(() -> copy(target, client));
        copy(client, target);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      // The client went.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of them went.
    }
  }
}
