package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Turns;

/// A door through which each peer may come once, and then once an hour.
class DoorTest {
  private static final KeyPair BOB = SomeKeys.of("bob");
  private static final KeyPair MALLORY = SomeKeys.of("mallory");
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration HASTY = Duration.ofMillis(300);

  private final List<PipeChannel> pipes = new ArrayList<>();
  private final Door door =
      new Door(
          terms(BOB, PATIENT),
          (peer, from) -> Optional.empty(),
          () -> {},
          new Turns<>(1, Duration.ofHours(1)),
          InstantSource.fixed(Instant.EPOCH));

  @AfterEach
  void close() {
    pipes.forEach(PipeChannel::close);
  }

  @Test
  void onePeerThatComesAgainAndAgainWaitsAndThenIsTurnedAway() {
    assertThat(comesIn(MALLORY, PATIENT)).isTrue();
    assertThat(comesIn(MALLORY, HASTY)).isFalse();
    await()
        .untilAsserted(
            () -> {
              assertThat(comesIn(MALLORY, HASTY)).isFalse();
              assertThat(door.turnedAway())
                  .extracting(PeerStatus.TurnedAway::failure)
                  .contains(Failure.TOO_MANY);
            });
    assertThat(comesIn(SomeKeys.of("ann"), PATIENT)).isTrue();
  }

  /// Whether the door opens to them before they lose patience.
  private boolean comesIn(KeyPair guest, Duration patience) {
    List<PipeChannel> pipe = PipeChannel.pair();
    pipes.addAll(pipe);
    Thread.ofVirtual().start(() -> door.open(pipe.get(1)));
    try {
      SecretChannel.dial(pipe.get(0), terms(guest, patience), BOB.publicKey());
      return true;
    } catch (ConnectionFailedException e) {
      return false;
    }
  }

  private static SecretChannel.Terms terms(KeyPair keys, Duration patience) {
    return new SecretChannel.Terms(NetworkKey.MAIN, keys, new SecureRandom(), patience);
  }
}
