package org.tidings.feed.log;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.log.MessageTable.Free;
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

  /// So many messages are looked at in one transaction: others want to write as well.
  private static final int STEP = 500;

  private final FeedLog log;
  private final IndexRunner indexes;
  private final EarlyTable early;

  /// What changed in the running transaction.
  final Set<FeedId> damaged = new HashSet<>();

  final Set<FeedId> healed = new HashSet<>();

  /// Of these more may be sound, for another transaction to look at.
  final Set<FeedId> unfinished = new HashSet<>();

  /// Whether the indexes lack something, or hold what is no more.
  private boolean isStale;

  /// Whether messages may have other numbers than the indexes know.
  private boolean isMoved;

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

  /// What a look at the next messages of a feed has shown.
  ///
  /// @param sound up to where it is sound
  record Look(long sound, Found found) {}

  /// What comes behind that.
  enum Found {
    /// More to look at.
    MORE,
    /// A message that is damaged or missing, whatever place a damaged row claims to be of.
    DAMAGE,
    /// Nothing.
    END
  }

  /// Looks on behind a message up to which a feed is sound. What a row says beside bytes that are
  /// right is taken from them again.
  Look look(Tx tx, FeedId feed, long sound) {
    int number = log.numbers.numberOf(tx, feed);
    long last = sound;
    List<StoredMessage> page;
    do {
      page = log.messages.range(tx, feed, new Sequence(last + 1), PAGE);
      for (StoredMessage stored : page) {
        Optional<Message> read = stored.read();
        if (stored.sequence().value() != last + 1 || read.isEmpty()) {
          return new Look(last, Found.DAMAGE);
        }
        if (log.messages.correct(tx, number, read.get())) {
          changed(feed);
        }
        last++;
      }
    } while (page.size() == PAGE && last < sound + STEP);
    if (page.size() == PAGE) {
      return new Look(last, Found.MORE);
    }
    // Rows that name no message at all are in no page.
    boolean isMore = last < log.messages.end(tx, number);
    return new Look(last, isMore ? Found.DAMAGE : Found.END);
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

  /// Whether no row of its feed is behind a message, nor in its place.
  boolean isNewest(Tx tx, Message message) {
    int feed = log.numbers.numberOf(tx, message.author());
    return log.messages.end(tx, feed) < message.sequence().value();
  }

  /// A message of a feed in quarantine has come again. Returns whether a row was there for it.
  boolean mend(Tx tx, Message message) {
    boolean isReplaced =
        log.messages.replace(tx, log.numbers.numberOf(tx, message.author()), message);
    if (isReplaced) {
      changed(message.author());
    }
    return isReplaced;
  }

  /// The arrival number for one that has come again and has no row any more: where those behind it
  /// are still there, one between theirs and those before it. Then they keep theirs, by which is
  /// noted what the person has seen, and by which the indexes know them. Where several are free it
  /// may be that of another message, of which the indexes still tell.
  OptionalLong place(Tx tx, Message message) {
    changed(message.author());
    int feed = log.numbers.numberOf(tx, message.author());
    Optional<Free> free = log.messages.freeArrival(tx, feed, message.sequence().value());
    isMoved |= free.stream().anyMatch(found -> !found.isOnly());
    return free.map(found -> OptionalLong.of(found.arrival())).orElse(OptionalLong.empty());
  }

  private void changed(FeedId feed) {
    healed.add(feed);
    isStale = true;
  }

  /// What follows a message that has come again counts as far as it is sound.
  ///
  /// @param arrivals gives out new numbers
  void goOn(Tx tx, Message message, LongSupplier arrivals) {
    isStale |= goOn(tx, message.author(), message.asHead(), arrivals);
  }

  /// The same of what follows in a feed of which more is to be looked at.
  void goOn(Tx tx, FeedId feed, LongSupplier arrivals) {
    if (log.quarantine.holds(feed) && !log.drops.hold(feed)) {
      log.heads.tip(feed).ifPresent(head -> goOn(tx, feed, head, arrivals));
    }
  }

  /// Returns whether more counts than before.
  private boolean goOn(Tx tx, FeedId feed, Head from, LongSupplier arrivals) {
    Head head = soundFrom(tx, feed, from, arrivals);
    long end = log.messages.end(tx, log.numbers.numberOf(tx, feed));
    boolean isWhole = head.sequence().value() >= end;
    if (isWhole) {
      log.quarantine.end(tx, feed);
    } else {
      log.quarantine.begin(tx, feed, head.sequence().value(), end);
    }
    boolean isMore = isWhole || !head.equals(from);
    if (isMore) {
      healed.add(feed);
    }
    log.heads.set(feed, Optional.of(head));
    return isMore;
  }

  /// Before the commit: what has come again is not in the indexes, or not there; what was given up
  /// still is. All are built anew, beside those in use, once for all that one transaction mended.
  void settle(Tx tx) {
    if (isStale) {
      indexes.restartBuilds(tx);
    }
    if (isMoved) {
      indexes.lack(tx);
    }
  }

  /// A feed's messages arrive in the order of their sequences: those behind one that came later
  /// than they did are taken to have arrived after it.
  private Head soundFrom(Tx tx, FeedId feed, Head from, LongSupplier arrivals) {
    Head head = from;
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
                : moved(tx, stored, arrivals);
      }
    } while (page.size() == PAGE && head.sequence().value() < from.sequence().value() + STEP);
    if (page.size() == PAGE) {
      unfinished.add(feed);
    }
    return head;
  }

  private long moved(Tx tx, StoredMessage stored, LongSupplier arrivals) {
    isStale = true;
    isMoved = true;
    return log.messages.move(tx, stored, arrivals.getAsLong());
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
    changed(feed);
  }

  /// After the transaction, whichever way it went.
  void clear() {
    damaged.clear();
    healed.clear();
    unfinished.clear();
    isStale = false;
    isMoved = false;
  }
}
