package org.tidings.replication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Network;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Turns;

/// Where others come in: shakes hands with whoever calls, lets in all but those there is an
/// objection to and whoever comes with our own key from elsewhere, and remembers for a while whom
/// it turned away. Whoever comes again and again waits before they are let in. Thread-safe.
final class Door {
  private static final int REMEMBERED = 8;

  private final SecretChannel.Terms terms;
  private final BiFunction<FeedId, Network, Optional<Failure>> objection;
  private final Runnable ownKeySeen;
  private final Turns<FeedId> turns;
  private final InstantSource clock;
  private final ArrayDeque<PeerStatus.TurnedAway> turnedAway = new ArrayDeque<>();

  /// @param objection why somebody may not come in from there
  /// @param ownKeySeen somebody else uses our key
  /// @param turns how often one peer may come in
  Door(
      SecretChannel.Terms terms,
      BiFunction<FeedId, Network, Optional<Failure>> objection,
      Runnable ownKeySeen,
      Turns<FeedId> turns,
      InstantSource clock) {
    this.terms = terms;
    this.objection = objection;
    this.ownKeySeen = ownKeySeen;
    this.turns = turns;
    this.clock = clock;
  }

  /// The channel of somebody who may come in, or of this machine with our own key; empty when they
  /// may not, or it came to nothing.
  Optional<SecretChannel> open(Channel channel) {
    String from = channel.remoteName();
    Visitor visitor = new Visitor(Network.of(from));
    try {
      SecretChannel accepted = SecretChannel.accept(channel, terms, visitor);
      if (!visitor.hasOwnKey() || Routes.isHere(from)) {
        return Optional.of(accepted);
      }
      turnAwayTwin(accepted);
      return Optional.empty();
    } catch (ConnectionFailedException e) {
      Failure failure = visitor.refused.orElse(e.failure());
      remember(new PeerStatus.TurnedAway(from, visitor.peer, failure, clock.instant()));
      return Optional.empty();
    }
  }

  /// Whether that is somebody with our own key.
  boolean isOwn(SecretChannel guest) {
    return guest.remote().equals(terms.self().publicKey());
  }

  /// Somebody else uses our key.
  void turnAwayTwin(SecretChannel twin) {
    twin.close();
    ownKeySeen.run();
    remember(
        new PeerStatus.TurnedAway(
            twin.remoteName(),
            Optional.of(FeedId.of(twin.remote())),
            Failure.OWN_KEY,
            clock.instant()));
  }

  /// Whom it turned away lately, newest first.
  List<PeerStatus.TurnedAway> turnedAway() {
    synchronized (turnedAway) {
      return List.copyOf(turnedAway);
    }
  }

  private void remember(PeerStatus.TurnedAway status) {
    synchronized (turnedAway) {
      turnedAway.addFirst(status);
      if (turnedAway.size() > REMEMBERED) {
        turnedAway.removeLast();
      }
    }
  }

  /// Who stands there, once they have proved it.
  private final class Visitor implements Predicate<PublicKey> {
    private final Network from;
    private Optional<FeedId> peer = Optional.empty();
    private Optional<Failure> refused = Optional.empty();

    Visitor(Network from) {
      this.from = from;
    }

    @Override
    public boolean test(PublicKey key) {
      FeedId id = FeedId.of(key.bytes());
      peer = Optional.of(id);
      if (!hasOwnKey()) {
        refused = objection.apply(id, from).or(() -> objectionInTurn(id));
      }
      return refused.isEmpty();
    }

    /// Waits until it is their turn. What they do inside costs more than the handshake.
    private Optional<Failure> objectionInTurn(FeedId id) {
      try {
        Optional<Duration> wait = turns.take(id);
        Thread.sleep(wait.orElse(Duration.ZERO));
        return wait.isPresent() ? Optional.empty() : Optional.of(Failure.TOO_MANY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(Failure.CLOSED);
      }
    }

    /// Such a visitor is answered before the door closes, so that they, too, know.
    boolean hasOwnKey() {
      return peer.filter(FeedId.of(terms.self().publicKey())::equals).isPresent();
    }
  }
}
