package org.tidings.feed.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.ref.FeedId;

/// When publishing is held and when it opens again, as pure state. Evidence is messages with our
/// signature; a number in a note is only a claim, which lapses when no message follows. Not
/// thread-safe: guarded by the lock of the gate.
final class GateRules {

  /// How long a claim counts without any of its messages, and how long more of our own messages are
  /// waited for after one that a peer sent.
  static final Duration CLAIM = Duration.ofSeconds(10);

  /// How long nothing new must have come before a hold ends by itself.
  static final Duration QUIET = Duration.ofSeconds(60);

  /// How many peers must have been heard for that, unless fewer are known.
  static final int WITNESSES = 3;

  /// Stands for peers known where none of them can open the gate.
  static final int NOBODY_WHO_COUNTS = Integer.MAX_VALUE;

  /// How many peers are remembered by what they told; the eldest makes room.
  private static final int REMEMBERED = 1_000;

  private Optional<Reason> hold;
  private Instant lastNews;
  private Instant lastSent = Instant.MIN;
  private final Map<FeedId, Long> heard = new HashMap<>();
  private final SequencedMap<FeedId, Long> told = new LinkedHashMap<>();
  private final Map<FeedId, Claim> claims = new HashMap<>();
  private final Credit credit = new Credit();

  /// What a peer says to hold, since when nothing of it came, and whether anything ever did.
  private record Claim(long sequence, Instant since, boolean isProven) {
    Claim upTo(long further) {
      return new Claim(further, since, isProven);
    }
  }

  GateRules(Optional<Reason> hold, Instant now) {
    this.hold = hold;
    this.lastNews = now;
  }

  Optional<Reason> hold() {
    return hold;
  }

  /// Starts a hold; a fork outweighs every other reason.
  void hold(Reason reason, Instant now) {
    if (!hold.equals(Optional.of(Reason.FORKED))) {
      hold = Optional.of(reason);
      lastNews = now;
      heard.clear();
      told.clear();
    }
  }

  /// The peers that told, since publishing is held, to hold our own feed up to its end here.
  Set<FeedId> holders(long head) {
    return told.entrySet().stream()
        .filter(entry -> head > 0 && entry.getValue() == head)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// A peer we know has told how far it holds our own feed. Its word counts once we hold as much.
  void heard(FeedId peer, long sequence, Instant now) {
    if (heard.put(peer, sequence) == null && heard.size() <= WITNESSES) {
      lastNews = now;
    }
  }

  /// A peer, known or not, says how far it holds our own feed.
  void told(FeedId peer, long sequence) {
    if (hold.isPresent()) {
      remember(peer, sequence);
    }
  }

  /// A peer, known or not, says to hold more of our own feed than we do. A higher number makes a
  /// claim no younger: only messages do.
  void claimed(FeedId peer, boolean known, long sequence, Instant now) {
    Claim claim = claims.get(peer);
    if (claim != null) {
      claims.put(peer, claim.upTo(Math.max(sequence, claim.sequence)));
    } else if (credit.covers(peer, known, now)) {
      claims.put(peer, new Claim(sequence, now, false));
    }
  }

  /// What they lack may arrive later, and with it who they are to us.
  private void remember(FeedId peer, long sequence) {
    told.putLast(peer, sequence);
    if (told.size() > REMEMBERED) {
      told.pollFirstEntry();
    }
  }

  /// A message of our own feed came in from elsewhere.
  void news(Origin from, Instant now) {
    lastNews = now;
    if (from instanceof Origin.FromPeer) {
      lastSent = now;
    }
    claims.replaceAll(
        (peer, claim) ->
            new Claim(
                claim.sequence, now, claim.isProven || from.equals(new Origin.FromPeer(peer))));
  }

  /// The person decides to go on from here.
  void override() {
    if (!hold.equals(Optional.of(Reason.FORKED))) {
      hold = Optional.empty();
      claims.clear();
      lastSent = Instant.MIN;
    }
  }

  /// Why publishing is held at this moment.
  ///
  /// @param head the newest sequence of our own feed here
  /// @param knownPeers how many peers we have an address of
  Optional<Reason> heldBy(long head, int knownPeers, Instant now) {
    lapse(head, now);
    if (hold.isPresent() && maySettle(head, knownPeers, now)) {
      hold = Optional.empty();
    }
    boolean mayGoOn = !claims.isEmpty() || lastSent.plus(CLAIM).isAfter(now);
    return hold.isEmpty() && mayGoOn ? Optional.of(Reason.BEHIND) : hold;
  }

  private boolean maySettle(long head, int knownPeers, Instant now) {
    int needed =
        knownPeers == NOBODY_WHO_COUNTS ? knownPeers : Math.clamp(knownPeers, 1, WITNESSES);
    return !hold.equals(Optional.of(Reason.FORKED))
        && claims.isEmpty()
        && heard.values().stream().filter(sequence -> sequence <= head).count() >= needed
        && !lastNews.plus(QUIET).isAfter(now);
  }

  private void lapse(long head, Instant now) {
    claims.values().removeIf(claim -> claim.sequence <= head);
    Map<FeedId, Claim> lapsed = new HashMap<>(claims);
    lapsed.values().removeIf(claim -> claim.since.plus(CLAIM).isAfter(now));
    claims.keySet().removeAll(lapsed.keySet());
    lapsed.forEach((peer, claim) -> lapse(peer, claim, now));
  }

  /// A peer that sent some of what it claims and then went silent has the rest, too.
  private void lapse(FeedId peer, Claim claim, Instant now) {
    if (claim.isProven && hold.isEmpty()) {
      hold(Reason.BEHIND, now);
    } else if (!claim.isProven) {
      credit.disappointed(peer);
    }
  }
}
