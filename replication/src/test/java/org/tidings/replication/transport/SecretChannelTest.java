package org.tidings.replication.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.ClientHandshake;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.transport.SecretChannel.Terms;

/// Handshake and box stream over a pipe.
class SecretChannelTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final PipeChannel here = pipe.get(0);
  private final PipeChannel there = pipe.get(1);

  @AfterEach
  void cut() {
    pipe.forEach(PipeChannel::close);
  }

  @Nested
  class AfterTheHandshake {
    private final CompletableFuture<SecretChannel> accepting = accepting(key -> true);
    private final SecretChannel dialled = dial();
    private final SecretChannel accepted = accepting.join();

    private SecretChannel dial() {
      try {
        return SecretChannel.dial(here, terms(alice), bob.publicKey());
      } catch (ConnectionFailedException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void bothKnowWhoIsThere() {
      assertThat(dialled.remote()).isEqualTo(bob.publicKey());
      assertThat(accepted.remote()).isEqualTo(alice.publicKey());
    }

    @Test
    void whatIsWrittenIsReadOnTheOtherSide() throws Exception {
      byte[] message = new byte[200_000];
      RANDOM.nextBytes(message);
      Thread.ofVirtual().start(() -> write(dialled, message));
      assertThat(read(accepted, message.length)).isEqualTo(message);
      write(accepted, new byte[] {1, 2, 3});
      assertThat(read(dialled, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void aProperEndIsTold() throws Exception {
      dialled.finish();
      assertThat(accepted.read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    @Test
    void aCutIsNoProperEnd() {
      here.close();
      assertFails(() -> accepted.read(new byte[1], 0, 1), Failure.DROPPED);
    }

    @Test
    void forgedBytesBreakTheProtocol() throws Exception {
      here.write(new byte[100], 0, 100);
      assertThatThrownBy(() -> accepted.read(new byte[1], 0, 1))
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Nested
  class WhenItComesToNothing {
    @Test
    void anotherNetworkHangsUpOnOurGreeting() {
      Terms elsewhere = new Terms(NetworkKey.of(new byte[32]), bob, RANDOM, Duration.ofSeconds(10));
      CompletableFuture<SecretChannel> accepting = accepting(elsewhere, key -> true);
      assertFails(() -> dialBob(terms(alice)), Failure.OTHER_NETWORK);
      assertFails(accepting, Failure.NOT_A_PEER);
    }

    @Test
    void anotherKeyThanExpectedHangsUpWhenWeSayWhoWeAre() {
      CompletableFuture<SecretChannel> accepting = accepting(key -> true);
      assertFails(() -> SecretChannel.dial(here, terms(alice), alice.publicKey()), Failure.REFUSED);
      assertFails(accepting, Failure.NOT_A_PEER);
    }

    @Test
    void whoIsNotAuthorisedSeesNothingButTheClosedConnection() {
      CompletableFuture<SecretChannel> accepting = accepting(key -> !key.equals(alice.publicKey()));
      assertFails(() -> dialBob(terms(alice)), Failure.REFUSED);
      assertFails(accepting, Failure.BLOCKED);
    }

    @Test
    void garbageIsNotAPeer() throws Exception {
      CompletableFuture<SecretChannel> accepting = accepting(key -> true);
      byte[] request =
          "GET / HTTP/1.1\r\nHost: example.com\r\nAccept: everything, really\r\n\r\n"
              .getBytes(UTF_8);
      here.write(request, 0, request.length);
      assertFails(accepting, Failure.NOT_A_PEER);
    }

    @Test
    void garbageInAnswerToOurGreetingIsNotAPeer() throws Exception {
      there.write(new byte[64], 0, 64);
      assertFails(() -> dialBob(terms(alice)), Failure.NOT_A_PEER);
    }

    @Test
    void aGreetingCutShortIsNotAPeer() throws Exception {
      there.write(new byte[10], 0, 10);
      there.finish();
      assertFails(() -> dialBob(terms(alice)), Failure.NOT_A_PEER);
    }

    @Test
    void aGreetingInDribsAndDrabsEndsAsSilenceDoes() {
      Terms hasty = new Terms(NetworkKey.MAIN, alice, RANDOM, Duration.ofMillis(300));
      Thread.ofVirtual().start(() -> drip(there, new byte[63], 10));
      assertFails(() -> dialBob(hasty), Failure.TIMEOUT);
    }

    private static void drip(Channel to, byte[] bytes, int pauseMs) {
      try {
        for (int i = 0; i < bytes.length; i++) {
          to.write(bytes, i, 1);
          Thread.sleep(pauseMs);
        }
      } catch (IOException | InterruptedException over) {
        to.close();
      }
    }

    @Test
    void aCallerInDribsAndDrabsEndsAsSilenceDoes() {
      Terms hasty = new Terms(NetworkKey.MAIN, bob, RANDOM, Duration.ofMillis(300));
      CompletableFuture<SecretChannel> accepting = accepting(hasty, key -> true);
      Thread.ofVirtual().start(() -> drip(here, new byte[63], 10));
      assertFails(accepting, Failure.TIMEOUT);
    }

    /// What each word takes counts together.
    @Test
    void aCallerThatIsSlowWithEachWordEndsAsSilenceDoes() throws Exception {
      Terms hasty = new Terms(NetworkKey.MAIN, bob, RANDOM, Duration.ofSeconds(3));
      CompletableFuture<SecretChannel> accepting = accepting(hasty, key -> true);
      ClientHandshake slow = new ClientHandshake(NetworkKey.MAIN, alice, bob.publicKey(), RANDOM);
      drip(here, slow.hello(), 15);
      slow.readHello(read(here, 64));
      byte[] auth = slow.auth();
      Thread.ofVirtual().start(() -> drip(here, auth, 24));
      assertFails(accepting, Failure.TIMEOUT);
    }

    @Test
    void silenceEndsInTime() {
      Terms hasty = new Terms(NetworkKey.MAIN, alice, RANDOM, Duration.ofMillis(50));
      assertFails(() -> dialBob(hasty), Failure.TIMEOUT);
      assertThatThrownBy(() -> there.write(new byte[1], 0, 1)).isInstanceOf(IOException.class);
    }
  }

  private void dialBob(Terms terms) throws ConnectionFailedException {
    SecretChannel.dial(here, terms, bob.publicKey());
  }

  private CompletableFuture<SecretChannel> accepting(Predicate<PublicKey> authorised) {
    return accepting(terms(bob), authorised);
  }

  private CompletableFuture<SecretChannel> accepting(Terms terms, Predicate<PublicKey> authorised) {
    CompletableFuture<SecretChannel> accepted = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                accepted.complete(SecretChannel.accept(there, terms, authorised));
              } catch (ConnectionFailedException e) {
                accepted.completeExceptionally(e);
              }
            });
    return accepted;
  }

  private static Terms terms(KeyPair self) {
    return new Terms(NetworkKey.MAIN, self, RANDOM, Duration.ofSeconds(10));
  }

  private static void assertFails(ThrowingCallable action, Failure failure) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static void assertFails(CompletableFuture<SecretChannel> accepting, Failure failure) {
    assertThatThrownBy(accepting::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static void write(Channel channel, byte[] bytes) {
    try {
      channel.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] read(Channel channel, int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      done += channel.read(bytes, done, length - done);
    }
    return bytes;
  }
}
