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

/// Reads the newest messages of our own feed back from disk before anything is built on them:
/// bytes, ids, signatures and links must all agree. Stateless.
public final class OwnTail {

  private static final int MESSAGES = 100;

  private OwnTail() {}

  /// Where our own feed should end instead, if its newest messages are not all sound.
  public static OptionalLong damagedAfter(FeedLog log, FeedId self, MessageVerifier verifier) {
    Optional<Head> head = log.head(self);
    if (head.isEmpty()) {
      return OptionalLong.empty();
    }
    long last = head.get().sequence().value();
    long next = Math.max(1, last - MESSAGES + 1);
    Optional<MessageId> previous = Optional.empty();
    for (StoredMessage stored : log.range(self, new Sequence(next), (int) (last - next + 1))) {
      if (stored.sequence().value() != next || !isSound(stored, verifier, previous)) {
        return OptionalLong.of(next - 1);
      }
      previous = Optional.of(stored.id());
      next++;
    }
    return next > last ? OptionalLong.empty() : OptionalLong.of(next - 1);
  }

  /// The first message read names one that was not read.
  private static boolean isSound(
      StoredMessage stored, MessageVerifier verifier, Optional<MessageId> previous) {
    return verifier.check(stored.wire()) instanceof Checked.Genuine(Message message)
        && message.id().equals(stored.id())
        && message.author().equals(stored.author())
        && message.sequence().equals(stored.sequence())
        && (previous.isEmpty() || message.previous().equals(previous));
  }
}
