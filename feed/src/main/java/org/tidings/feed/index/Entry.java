package org.tidings.feed.index;

import org.tidings.feed.content.Content;
import org.tidings.feed.message.Message;

/// A message on its way into the log, as the indexes see it.
///
/// @param arrival its number in the order of arrival
/// @param receivedMs when it came, epoch milliseconds
/// @param feed the number of its author
/// @param content what its content means
public record Entry(long arrival, long receivedMs, int feed, Message message, Content content) {

  /// The time the message is placed by in a timeline: what its author claims, but never later than
  /// its arrival.
  long shownMs() {
    return Times.effective(message.timestamp(), receivedMs);
  }
}
