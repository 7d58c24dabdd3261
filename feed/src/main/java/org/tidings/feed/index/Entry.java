package org.tidings.feed.index;

import org.tidings.feed.content.Content;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;

/// A message on its way into the log, as the indexes see it.
///
/// @param arrival its number in the order of arrival
/// @param receivedMs when it came, epoch milliseconds
/// @param feed the number of its author
/// @param meaning what it says
public record Entry(long arrival, long receivedMs, int feed, Message message, Meaning meaning) {

  public Content content() {
    return meaning.content();
  }

  public boolean isPrivate() {
    return meaning.isPrivate();
  }

  /// The time the message is placed by in a timeline: what its author claims, but never later than
  /// its arrival.
  public long shownMs() {
    return Times.effective(message.timestamp(), receivedMs);
  }

  /// The same message, once it has been decrypted.
  public Entry decrypted(JsonObject json) {
    return new Entry(arrival, receivedMs, feed, message, Meaning.decrypted(json));
  }
}
