package org.tidings.feed.log;

import java.util.Optional;
import java.util.OptionalLong;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// The newest messages of our own feed, which are read back from disk before anything is built on
/// them: bytes, ids, signatures and links must all agree. They are read when somebody asks for the
/// first time, since a store that is only looked at should not wait for it. Thread-safe.
public final class OwnTail {

  /// All of our feed is sound, or the log says already where it is not.
  static final long END = Long.MAX_VALUE;

  /// Nothing is known, because the file is damaged where they lie.
  static final long NOWHERE = -1;

  private static final int MESSAGES = 100;

  private final FeedLog log;
  private final Appender appender;
  private final MessageVerifier verifier;
  private final FeedId self;
  private OptionalLong verdict = OptionalLong.empty();

  /// The newest messages of the feed `self`.
  public OwnTail(FeedLog log, Appender appender, MessageVerifier verifier, FeedId self) {
    this.log = log;
    this.appender = appender;
    this.verifier = verifier;
    this.self = self;
  }

  /// Up to where our feed may be built upon. Whoever asks while it is read waits for that.
  ///
  /// @throws StoreException when it could not be read just now
  synchronized long soundUpTo() {
    if (verdict.isEmpty()) {
      verdict = OptionalLong.of(read());
    }
    return verdict.getAsLong();
  }

  /// Has the log end there, unless all is here again. On the writer's thread.
  ///
  /// @throws StoreException when that cannot be written
  void quarantine() {
    long sound = soundUpTo();
    if (sound != END && sound != NOWHERE) {
      damagedAfter().ifPresent(last -> appender.quarantineFrom(self, last));
      settle();
    }
  }

  private synchronized void settle() {
    verdict = OptionalLong.of(END);
  }

  private long read() {
    try {
      return damagedAfter().orElse(END);
    } catch (StoreException failure) {
      if (failure.kind() != Kind.DAMAGED) {
        throw failure;
      }
      return NOWHERE;
    }
  }

  /// Where our feed should end instead, if they are not all sound.
  private OptionalLong damagedAfter() {
    Optional<Head> head = log.head(self);
    if (head.isEmpty()) {
      return OptionalLong.empty();
    }
    long last = head.get().sequence().value();
    long next = Math.max(1, last - MESSAGES + 1);
    Optional<MessageId> previous = Optional.empty();
    for (StoredMessage stored : log.range(self, new Sequence(next), (int) (last - next + 1))) {
      if (stored.sequence().value() != next || !isSound(stored, previous)) {
        return OptionalLong.of(next - 1);
      }
      previous = Optional.of(stored.id());
      next++;
    }
    return next > last ? OptionalLong.empty() : OptionalLong.of(next - 1);
  }

  /// The first message read names one that was not read.
  private boolean isSound(StoredMessage stored, Optional<MessageId> previous) {
    return verifier.check(stored.wire()) instanceof Checked.Genuine(Message message)
        && message.id().equals(stored.id())
        && message.author().equals(stored.author())
        && message.sequence().equals(stored.sequence())
        && (previous.isEmpty() || message.previous().equals(previous));
  }
}
