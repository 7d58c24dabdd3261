package org.tidings.feed.log;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// Puts feeds into quarantine, and lets them out as their damaged messages come again. Nothing is
/// deleted: what comes takes the place of the damaged bytes, and what lay behind them counts again.
/// Confined to the thread `feed-writer`.
final class Mending {

  private static final int PAGE = 100;

  private final FeedLog log;
  private final IndexRunner indexes;
  private final EarlyTable early;

  /// What changed in the running transaction.
  final Set<FeedId> damaged = new HashSet<>();

  final Set<FeedId> healed = new HashSet<>();

  Mending(FeedLog log, IndexRunner indexes, EarlyTable early) {
    this.log = log;
    this.indexes = indexes;
    this.early = early;
  }

  /// Whether a message seems to contradict its feed only because what we hold of it is damaged, at
  /// its place or at the end. The feed is in quarantine then.
  boolean isOurFault(Tx tx, Message message) {
    FeedId feed = message.author();
    long reached = log.heads.tip(feed).map(head -> head.sequence().value()).orElse(0L);
    long place = Math.min(message.sequence().value(), reached);
    boolean isSound =
        place == 0 || log.messages.at(tx, feed, place).flatMap(m -> m.read()).isPresent();
    if (!isSound) {
      quarantine(tx, feed, place - 1);
    }
    return !isSound;
  }

  /// Up to where a feed is sound that is so up to `sound`: before the first message behind it that
  /// is damaged or missing, whatever place a damaged row claims to be of; empty where none is.
  OptionalLong soundUpTo(Tx tx, FeedId feed, long sound) {
    long last = sound;
    List<StoredMessage> page;
    do {
      page = log.messages.range(tx, feed, new Sequence(last + 1), PAGE);
      for (StoredMessage stored : page) {
        if (stored.sequence().value() != last + 1 || stored.read().isEmpty()) {
          return OptionalLong.of(last);
        }
        last++;
      }
    } while (page.size() == PAGE);
    // Rows that name no message at all are in no page.
    boolean isMore = last < log.messages.end(tx, log.numbers.numberOf(tx, feed));
    return isMore ? OptionalLong.of(last) : OptionalLong.empty();
  }

  /// From now on the feed ends there, to be fetched again from there on.
  void quarantine(Tx tx, FeedId feed, long sound) {
    int number = log.numbers.numberOf(tx, feed);
    Optional<Head> head = log.messages.headAt(tx, number, sound);
    long last = head.map(Head::sequence).map(Sequence::value).orElse(0L);
    log.quarantine.begin(tx, feed, last, log.messages.end(tx, number));
    PeerMemory.forget(tx, number);
    log.heads.set(feed, head);
    damaged.add(feed);
  }

  /// A message of a feed in quarantine has come again. Returns whether a row was there for it.
  boolean mend(Tx tx, Message message) {
    boolean isReplaced =
        log.messages.replace(tx, log.numbers.numberOf(tx, message.author()), message);
    if (isReplaced) {
      healed.add(message.author());
    }
    return isReplaced;
  }

  /// What follows a message that has come again counts as far as it is sound.
  ///
  /// @param arrivals gives out new numbers
  void goOn(Tx tx, Message message, LongSupplier arrivals) {
    FeedId feed = message.author();
    Head head = soundFrom(tx, message, arrivals);
    long end = log.messages.end(tx, log.numbers.numberOf(tx, feed));
    boolean isWhole = head.sequence().value() >= end;
    if (isWhole) {
      log.quarantine.end(tx, feed);
    } else {
      log.quarantine.begin(tx, feed, head.sequence().value(), end);
    }
    if (isWhole || !head.equals(message.asHead())) {
      healed.add(feed);
    }
    log.heads.set(feed, Optional.of(head));
  }

  /// Before the commit: what has come again or has a new place among the messages is not in the
  /// indexes, or not there; what was given up still is. All are built anew, beside those in use,
  /// once for all that one transaction mended.
  void settle(Tx tx) {
    if (!healed.isEmpty()) {
      indexes.restartBuilds(tx);
    }
  }

  /// A feed's messages arrive in the order of their sequences: those behind one that came later
  /// than they did are taken to have arrived after it.
  private Head soundFrom(Tx tx, Message message, LongSupplier arrivals) {
    FeedId feed = message.author();
    Head head = message.asHead();
    long arrival =
        log.messages.at(tx, feed, head.sequence().value()).orElseThrow().arrival().number();
    List<StoredMessage> page;
    do {
      page = log.messages.range(tx, feed, new Sequence(head.sequence().value() + 1), PAGE);
      for (StoredMessage stored : page) {
        Optional<Message> next = continuing(head, stored);
        if (next.isEmpty()) {
          return head;
        }
        early.reached(tx, next.get());
        head = next.get().asHead();
        arrival =
            stored.arrival().number() > arrival
                ? stored.arrival().number()
                : log.messages.move(tx, stored, arrivals.getAsLong());
      }
    } while (page.size() == PAGE);
    return head;
  }

  private static Optional<Message> continuing(Head head, StoredMessage stored) {
    return stored.read().filter(message -> message.previous().equals(Optional.of(head.id())));
  }

  /// The feed ends for good where it is sound: what lies behind is taken out of the log. The
  /// indexes know only the last word on many a thing, and could not go back to the one before:
  /// until they are built anew they say what they said.
  void giveUp(Tx tx, FeedId feed) {
    int number = log.numbers.numberOf(tx, feed);
    long sound = log.heads.tip(feed).map(Head::sequence).map(Sequence::value).orElse(0L);
    log.messages.cut(tx, number, sound + 1);
    indexes.cut(tx, number, sound);
    log.quarantine.end(tx, feed);
    healed.add(feed);
  }

  /// After the transaction, whichever way it went.
  void clear() {
    damaged.clear();
    healed.clear();
  }
}
